"""Who prints whom: claimant, whoever passed the figure on, and the outlet, article by article."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.estimates.voices import by_voice

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


def printings(mentions: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """List who printed whom by way of whom, article by article.

    ``mentions`` as ``Estimates`` has them; ``names``: the name of each spelling of a relay, others
    stand as they are written. Columns: ``voice`` (a claimant), ``way`` (a relay, or the agency
    whose text the article prints; NOBODY where none is named), ``outlet``, ``document_id``,
    ``mentions`` (how many), and ``printing``, a number that repeats where one printing has several
    rows: one for each claimant of a joint statement, and for each way that it names.
    """
    columns = ["claimants", "document_id", *CHAIN]
    rows = mentions.groupby(columns, sort=False).size().reset_index(name="mentions")
    chain = rows.groupby(CHAIN, sort=False).ngroup()
    distinct = rows.loc[~chain.duplicated(), CHAIN].itertuples(index=False, name=None)
    way = pd.DataFrame(
        [
            (number, way)
            for number, (relay, agency, outlet) in enumerate(distinct)
            for way in ways(relay, agency, outlet, names)
        ],
        columns=["chain", "way"],
    ).astype({"way": "str", "chain": chain.dtype})
    numbered = rows.drop(columns=["relay", "agency"]).assign(chain=chain, printing=rows.index)
    by_way = numbered.merge(way, on="chain").drop(columns="chain")
    return by_voice(by_way).drop(columns="claimants")


def counted(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Count ``printings`` by some of voice, way and outlet: different articles, and mentions.

    Returns these columns, ``articles`` and ``mentions``, most articles first.
    """
    by = list(columns)
    articles = rows.drop_duplicates([*by, "document_id"]).groupby(by, sort=True).size()
    each = rows.drop_duplicates([*by, "printing"])
    mentions = each.groupby(by, sort=True)["mentions"].sum()
    table = pd.DataFrame({"articles": articles, "mentions": mentions}).reset_index()
    return table.sort_values(
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
        of_voice = [who for who in found["claimants"].unique() if voice in who.split(";")]
        found = found[found["claimants"].isin(of_voice)]
    if way is not None:
        chain = found.groupby(CHAIN, sort=False).ngroup()
        distinct = found.loc[~chain.duplicated(), CHAIN].itertuples(index=False, name=None)
        by_way = [
            number
            for number, (relay, agency, printer) in enumerate(distinct)
            if way in ways(relay, agency, printer, names)
        ]
        found = found[chain.isin(by_way)]
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


def copies(mentions: pd.DataFrame, names: Mapping[str, str]) -> Copies:
    """Count the articles behind mentions by whose text they are."""
    chains = mentions[["document_id", *CHAIN]].drop_duplicates()
    articles = chains.drop_duplicates("document_id")
    wire = articles.loc[articles["agency"] != "", "agency"]
    own = chains[(chains["agency"] == "") & (chains["relay"] != "")]
    quoting = [
        ways(relay, "", outlet, names) != [NOBODY]
        for relay, outlet in own[["relay", "outlet"]].itertuples(index=False, name=None)
    ]
    return Copies(
        articles=len(articles),
        wire=wire.map(lambda agency: names.get(agency, agency)).value_counts(),
        quoting=own.loc[quoting, "document_id"].nunique(),
    )
