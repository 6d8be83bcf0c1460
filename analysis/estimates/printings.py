"""Who prints whom: claimant, whoever passed the figure on, and the outlet, article by article."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.estimates.grouping import distinct_counts, first_rows, numbered, pairs
from analysis.estimates.voices import by_voice, has_voice

# No relay and no agency is named: as far as it says, the outlet has the figure from the claimant.
NOBODY = ""

CHAIN = ["relay", "agency", "outlet"]


def relay_names(relays: pd.DataFrame) -> dict[str, str]:
    """Give the one name of each spelling."""
    return dict(zip(relays["spelling"], relays["relay"], strict=True))


def ways(relay: str, agency: str, outlet: str, names: Mapping[str, str]) -> list[str]:
    """Name those by way of whom an outlet has a figure, its own name left out; else NOBODY.

    >>> ways("이성권 의원;뉴시스", "Newsis", "Newspic", {"이성권 의원": "Lee", "뉴시스": "Newsis"})
    ['Lee', 'Newsis']
    >>> ways("Kyiv Post", "", "Kyiv Post", {})
    ['']
    """
    spellings = [name for name in f"{relay};{agency}".split(";") if name]
    named = dict.fromkeys(names.get(spelling, spelling) for spelling in spellings)
    named.pop(outlet, None)
    return list(named) or [NOBODY]


@dataclass(frozen=True)
class Chains:
    """The mentions of a board as numbers, so that every selection of it is counted quickly.

    ``mentions``: claimants, article and chain of each mention as numbers, on the index of the
    mentions. ``claimants``: the ";"-separated claimants that each number stands for. ``chains``: a
    row for each chain, with relay, agency and outlet, ``text_of`` (the name of the agency whose text
    is printed, "" for an outlet's own text) and ``quoting`` (a text of its own that names somebody).
    ``ways``: chain and way, a row for each.
    """

    mentions: pd.DataFrame = field(repr=False)
    claimants: pd.Series = field(repr=False)
    chains: pd.DataFrame = field(repr=False)
    ways: pd.DataFrame = field(repr=False)


def chains(mentions: pd.DataFrame, names: Mapping[str, str]) -> Chains:
    """Number the mentions; ``names``: the name of each spelling of a relay.

    Spellings without a name stand as they are written.
    """
    who, claimants = pd.factorize(mentions["claimants"])
    chain = mentions.groupby(CHAIN, sort=False).ngroup()
    distinct = mentions.loc[~chain.duplicated(), CHAIN].reset_index(drop=True)
    each = [
        ways(relay, agency, outlet, names)
        for relay, agency, outlet in distinct.itertuples(index=False, name=None)
    ]
    agency = distinct["agency"]
    own_text = agency == ""
    return Chains(
        mentions=pd.DataFrame(
            {"who": who, "article": pd.factorize(mentions["document_id"])[0], "chain": chain},
            index=mentions.index,
        ),
        claimants=pd.Series(claimants),
        chains=distinct.assign(
            text_of=agency.map(lambda spelling: names.get(spelling, spelling)),
            quoting=own_text & pd.Series([named != [NOBODY] for named in each], dtype=bool),
        ),
        ways=pd.DataFrame(
            [(number, way) for number, named in enumerate(each) for way in named],
            columns=["chain", "way"],
        ).astype({"chain": chain.dtype, "way": "str"}),
    )


def printings(board: Chains, shown: pd.Index) -> pd.DataFrame:
    """List who printed whom by way of whom, article by article, among the mentions shown.

    ``shown``: their index. Columns: ``voice`` (a claimant), ``way`` (a relay, or the agency whose
    text the article prints; NOBODY where none is named), ``outlet``, all three categorical;
    ``article`` (a number), ``mentions`` (how many), and ``printing``, a number that repeats where
    one printing has several rows: one for each claimant of a joint statement, and for each way.
    """
    mentions = board.mentions.loc[shown].reset_index(drop=True)
    printing = numbered(mentions[name].to_numpy() for name in ("who", "article", "chain"))
    sizes = np.bincount(printing)
    rows = mentions.take(first_rows(printing, len(sizes))).reset_index(drop=True)
    rows = rows.assign(printing=np.arange(len(sizes)), mentions=sizes)
    voices = by_voice(
        pd.DataFrame({"who": board.claimants.index, "claimants": board.claimants})
    ).drop(columns="claimants")
    told = board.ways.assign(outlet=board.ways["chain"].map(board.chains["outlet"]))
    kinds = {"way": "category", "outlet": "category"}
    return (
        rows.merge(told.astype(kinds), on="chain")
        .merge(voices.astype({"voice": "category"}), on="who")
        .drop(columns=["who", "chain"])
    )


def counted(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Count ``printings`` by some of voice, way and outlet: different articles, and mentions.

    Returns these columns as text, ``articles`` and ``mentions``, most articles first.
    """
    by = list(columns)
    group = np.zeros(len(rows), dtype=np.int64)
    for name in by:
        group = group * len(rows[name].cat.categories) + rows[name].cat.codes.to_numpy()
    number, distinct = pd.factorize(group, sort=True)
    article, printing = rows["article"].to_numpy(), rows["printing"].to_numpy()
    once = ~pd.Series(pairs(number, printing)).duplicated().to_numpy()
    mentions = np.bincount(number[once], rows["mentions"].to_numpy()[once], len(distinct))
    counts = rows[by].take(first_rows(number, len(distinct)))
    counts["articles"] = distinct_counts(number, article, len(distinct))
    counts["mentions"] = mentions.astype(np.int64)
    return counts.astype(dict.fromkeys(by, "str")).sort_values(
        ["articles", "mentions"], ascending=False, kind="stable", ignore_index=True
    )


def printed_mentions(
    mentions: pd.DataFrame,
    names: Mapping[str, str],
    voice: str | None = None,
    way: str | None = None,
    outlet: str | None = None,
) -> pd.DataFrame:
    """Find the mentions in which an outlet prints a claimant by way of somebody; None: whoever."""
    found = mentions
    if outlet is not None:
        found = found[found["outlet"] == outlet]
    if voice is not None:
        found = found[has_voice(found["claimants"], voice)]
    if way is not None:
        board = chains(found, names)
        by_way = board.ways.loc[board.ways["way"] == way, "chain"]
        found = found[board.mentions["chain"].isin(by_way)]
    return found


@dataclass(frozen=True)
class Copies:
    """How many articles there are, and how many of them are not the outlet's own finding.

    ``wire``: articles that print the text of an agency or of another outlet, counted by its name.
    ``quoting``: articles with a text of their own that name somebody as passing figures on.
    """

    articles: int
    wire: pd.Series
    quoting: int


def copies(board: Chains, shown: pd.Index) -> Copies:
    """Count the articles behind the mentions shown (their index) by whose text they are."""
    told = board.mentions.loc[shown, ["article", "chain"]]
    told = told[~pd.Series(pairs(*told.to_numpy().T), index=told.index).duplicated()]
    text_of = told["chain"].map(board.chains["text_of"])
    articles = ~told["article"].duplicated()
    wire = text_of[articles & (text_of != "")]
    quoting = told["chain"].map(board.chains["quoting"])
    return Copies(
        articles=int(articles.sum()),
        wire=wire.value_counts(),
        quoting=int(told.loc[quoting, "article"].nunique()),
    )
