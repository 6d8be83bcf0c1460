"""Mentions to claims: which mentions are one claimant's one figure, and when it was said.

A mention folds into the claim of the same claimants, kind, scope, population, unit, item, base of a
share, modality and number; a figure for one moment also needs the same place, a wave or an incident
the same place and period. The key depends on the mention and on its own article alone, so adding
articles never changes the id of a claim that is already there.
"""

from base64 import b32encode
from hashlib import blake2b

import numpy as np
import pandas as pd

from analysis.codebook import Bound, Scope
from analysis.partial_dates import spans

PLACE_SCOPES = (Scope.STOCK, Scope.INCREMENT, Scope.INCIDENT)
PERIOD_SCOPES = (Scope.INCREMENT, Scope.INCIDENT)

WHAT_IS_COUNTED = (
    "claimants",
    "claim_type",
    "scope",
    "population",
    "unit",
    "item",
    "share_of",
    "modality",
    "number_low",
    "number_high",
)
FOLD_KEY = (*WHAT_IS_COUNTED, "key_place", "key_from", "key_to", "split_label")

NO_DAY = np.datetime64("NaT", "s")


def with_number(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``number_low`` and ``number_high``, the number that a mention shares with its hedges.

    "About", "at least" and "up to" 4,000 share the number 4,000; a range or a word of number is
    both of its ends.
    """
    one = mentions["low"].fillna(mentions["high"])
    is_interval = mentions["bound"].isin((Bound.RANGE, Bound.VAGUE))
    return mentions.assign(
        number_low=mentions["low"].where(is_interval, one),
        number_high=mentions["high"].where(is_interval, one),
    )


def with_claimants(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``claimants``, everybody who asserts the figure together, in one order.

    A joint statement is the same claim whoever of them an article names first.
    """
    claimants = mentions["claimant"].copy()
    joint = mentions.loc[mentions["co_claimants"] != "", ["claimant", "co_claimants"]]
    together = [
        ";".join(sorted({lead, *others.split(";")}))
        for lead, others in joint.itertuples(index=False, name=None)
    ]
    claimants.update(pd.Series(together, index=joint.index, dtype="str"))
    return mentions.assign(claimants=claimants)


def with_place_and_period(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``key_place``, ``key_from`` and ``key_to``, the place and period that a claim is tied to.

    They stay empty where the scope does not ask for them. Where a mention leaves its place or
    period out, it means the one that its own article gives with the same figure, if it gives one.
    Periods are compared as days: "2025-01 to 2025-02" is 1 January to 28 February.
    """
    first = spans(mentions["event_from"])["first"]
    last = spans(mentions["event_to"])["last"]
    by_place = mentions["scope"].isin(PLACE_SCOPES)
    by_period = mentions["scope"].isin(PERIOD_SCOPES)
    placed = mentions.assign(
        key_place=mentions["location"].where(by_place, ""),
        key_from=first.where(by_period, NO_DAY),
        key_to=last.where(by_period, NO_DAY),
    )
    tied = placed[by_place]
    figure = tied.groupby(["document_id", *WHAT_IS_COUNTED], dropna=False, sort=False).ngroup()

    place_given = tied["key_place"] != ""
    placed.loc[by_place, "key_place"] = _fill_from_article(tied["key_place"], place_given, figure)
    period_given = tied["key_from"].notna() | tied["key_to"].notna()
    period = pd.Series(list(zip(tied["key_from"], tied["key_to"], strict=True)), index=tied.index)
    filled = _fill_from_article(period, period_given, figure)
    placed.loc[by_place, "key_from"] = pd.Series([p[0] for p in filled], tied.index, "M8[s]")
    placed.loc[by_place, "key_to"] = pd.Series([p[1] for p in filled], tied.index, "M8[s]")
    return placed


def _fill_from_article(values: pd.Series, given: pd.Series, figure: pd.Series) -> pd.Series:
    """Give each value that is not given the one value that its figure has in the same article."""
    if given.all() or not given.any():
        return values
    known = pd.DataFrame({"figure": figure[given], "value": values[given]}).drop_duplicates()
    single = known.drop_duplicates("figure", keep=False).set_index("figure")["value"]
    wanted = ~given & figure.isin(single.index)
    result = values.copy()
    result[wanted] = figure[wanted].map(single)
    return result


def with_claim_ids(mentions: pd.DataFrame, merges: dict[str, str]) -> pd.DataFrame:
    """Add ``claim_id``, ``claim`` (its number, for fast grouping) and ``joined``, by FOLD_KEY.

    ``merges`` leads from a mention to the mention whose claim it joins by judgement; ``joined``
    marks such mentions, which count for the claim and do not say what it is about. The id is made
    from the fold key, not from a row's place in the table or from the mentions that happen to be
    there, so it stays the same when mentions are added or hidden.
    """
    group = mentions.groupby(list(FOLD_KEY), dropna=False, sort=False).ngroup().to_numpy()
    first_row = np.unique(group, return_index=True)[1]
    keys = mentions.iloc[first_row]
    parts = [map(str, keys[name].tolist()) for name in FOLD_KEY]
    ids = np.array([_claim_id("|".join(key)) for key in zip(*parts, strict=True)], dtype=object)
    claim_id = pd.Series(ids[group], index=mentions.index, dtype="str")
    joined = pd.Series(False, index=mentions.index)
    if merges:
        claim_of = dict(zip(mentions["mention_id"], claim_id, strict=True))
        moved = mentions["mention_id"].isin(merges)
        claim_id[moved] = [
            claim_of.get(_end_of_chain(mention, merges), claim_of[mention])
            for mention in mentions.loc[moved, "mention_id"]
        ]
        joined = moved & (claim_id != pd.Series(ids[group], index=mentions.index))
    return mentions.assign(
        claim_id=claim_id, claim=pd.factorize(claim_id)[0], joined=joined.astype(bool)
    )


def _claim_id(key: str) -> str:
    """Shorten a fold key to an id: 50 bits, so that a million claims stay apart."""
    return "c" + b32encode(blake2b(key.encode(), digest_size=7).digest()).decode().lower()[:10]


def _end_of_chain(mention: str, merges: dict[str, str]) -> str:
    """Follow merge judgements from mention to mention; a circle meets at its first id."""
    seen = {mention}
    while mention in merges:
        mention = merges[mention]
        if mention in seen:
            return min(seen)
        seen.add(mention)
    return mention


def with_statements(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``statement``, 1 for the claim's first, 2 for the next one …, and ``early_printing``.

    Mentions whose stated days certainly differ are statements of their own. A mention without a
    stated day belongs to the last statement that certainly came before its printing, else to the
    first; one that was printed before any stated day (``early_printing``) shows that the figure was
    said by then.

    Expects ``said_first``, ``said_last`` (the stated span clipped to the printing; the printing
    itself where no day is stated) and ``is_stated``.
    """
    stated_first = mentions["said_first"].where(mentions["is_stated"])
    earliest_stated = stated_first.groupby(mentions["claim"]).transform("min")
    early_printing = ~mentions["is_stated"] & (mentions["said_last"] < earliest_stated)
    anchors = mentions["is_stated"] | early_printing | earliest_stated.isna()
    statement = pd.Series(0, index=mentions.index)
    ends = []
    left = mentions[anchors]
    number = 0
    while len(left):
        number += 1
        end = left.groupby("claim")["said_last"].transform("min")
        # A day that nobody stated sets nothing apart: undated printings stay with the first.
        same = ~(left["said_first"] > end) | ~left["is_stated"]
        statement[left.index[same]] = number
        ends.append(
            pd.DataFrame({"claim": left["claim"], "end": end, "statement": number}).drop_duplicates(
                "claim"
            )
        )
        left = left[~same]
    recalls = statement == 0
    if recalls.any() and ends:
        statement[recalls] = _latest_before(mentions[recalls], pd.concat(ends))
    return mentions.assign(statement=statement.clip(lower=1), early_printing=early_printing)


def _latest_before(recalls: pd.DataFrame, ends: pd.DataFrame) -> np.ndarray:
    """Find the last statement of its claim that came before each recalling mention's printing."""
    order = np.argsort(recalls["said_last"].to_numpy(), kind="stable")
    found = pd.merge_asof(
        recalls.iloc[order][["claim", "said_last"]],
        ends.sort_values("end"),
        left_on="said_last",
        right_on="end",
        by="claim",
    )
    numbers = np.empty(len(recalls), dtype=np.int64)
    numbers[order] = found["statement"].fillna(1).to_numpy(dtype=np.int64)
    return numbers
