"""Mentions to claims: which mentions are one claimant's one figure.

A mention folds into the claim of the same claimants, kind, scope, population, unit, item, base of a
share, modality and number; a figure for one moment also needs the same place, a wave or an incident
the same place and period. The key depends on the mention and on its own article alone, so adding
articles never changes the id of a claim that is already there.
"""

import numpy as np
import pandas as pd

from analysis.codebook import Bound, Scope
from analysis.estimates.claim_ids import claim_ids, id_texts
from analysis.estimates.grouping import (
    NO_ROW,
    Coded,
    Ints,
    Mask,
    distinct_rows,
    first_rows,
    numbered,
)
from analysis.estimates.statements import NO_DAY, days_of
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
)
NUMBER = ("number_low", "number_high")


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
    """Add ``claimants``, everybody who asserts the figure together, in one order, as categories.

    A joint statement is the same claim whoever of them an article names first.
    """
    joint_rows = np.flatnonzero(mentions["co_claimants"] != "")
    codes, names = pd.factorize(mentions["claimant"])
    pair, joint = distinct_rows(mentions[["claimant", "co_claimants"]].take(joint_rows))
    together = [
        ";".join(sorted({lead, *others.split(";")}))
        for lead, others in joint.itertuples(index=False, name=None)
    ]
    joint_codes, joint_names = pd.factorize(pd.Series(together, dtype="str"))
    codes[joint_rows] = len(names) + joint_codes[pair]
    everybody = pd.Index([*names, *joint_names], dtype="str")
    claimants = pd.Categorical.from_codes(codes, everybody, validate=False)
    return mentions.assign(claimants=claimants)


def with_claims(
    mentions: pd.DataFrame, merges: dict[int, int]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Add ``claim_id``, ``claim`` (its number, for fast grouping) and ``joined``, by the fold key.

    Returns the mentions, and by the number of the claim what it counts: the columns of text of
    WHAT_IS_COUNTED, as categories, with ``claimant`` and ``co_claimants`` as the first mention that
    did not join by judgement names them.

    ``merges`` leads from the row of a mention to the row of the mention whose claim it joins by
    judgement; ``joined`` marks such mentions, which count for the claim and do not say what it is
    about. The id is made from the fold key, not from a row's place in the table or from the
    mentions that happen to be there, so it stays the same when mentions are added or hidden. Claims
    are numbered in the order of their first mentions.
    """
    counted = {name: Coded.of(mentions[name]) for name in (*WHAT_IS_COUNTED, *NUMBER)}
    split = Coded.of(mentions["split_label"])
    columns = [*counted.values(), *_place_and_period(mentions, list(counted.values())), split]
    key = numbered(columns)
    first = first_rows(key, int(key.max(initial=-1)) + 1)
    of_key, ids = pd.factorize(claim_ids(columns, first))
    own = of_key[key]
    claim = own.copy()
    joining, joined = _joined(merges)
    claim[joining] = own[joined]
    number, kept = pd.factorize(claim)
    # The first mention of a key is the first one of its claim that does not join by judgement.
    opening = first[first_rows(of_key, len(ids))[kept]]
    what = {name: counted[name].categories(opening) for name in WHAT_IS_COUNTED}
    names = mentions[["claimant", "co_claimants"]].take(opening).reset_index(drop=True)
    folded = mentions.assign(
        claim_id=id_texts(ids[kept]).array.take(number), claim=number, joined=claim != own
    )
    return folded, names.assign(**what)


def _joined(merges: dict[int, int]) -> tuple[Ints, Ints]:
    """Give the rows that join a claim by judgement, and the row whose own claim each joins."""
    joining = np.array(list(merges), dtype=np.int64)
    joined = np.array(list(merges.values()), dtype=np.int64)
    # Most judgements lead to a mention that stays where it is.
    for place in np.flatnonzero(np.isin(joined, joining)).tolist():
        joined[place] = _end_of_chain(int(joining[place]), merges)
    return joining, joined


def _place_and_period(mentions: pd.DataFrame, counted: list[Coded]) -> list[Coded]:
    """Give the place and the two ends of the period that a claim is tied to, one of each a row.

    They stay empty where the scope does not ask for them. Where a mention leaves its place or
    period out, it means the one that its own article gives with the same figure, if it gives one.
    Periods are compared as days: "2025-01 to 2025-02" is 1 January to 28 February.
    """
    tied = np.flatnonzero(mentions["scope"].isin(PLACE_SCOPES))
    rows = mentions[["scope", "location", "event_from", "event_to", "article"]].take(tied)
    what = (Coded(column.codes[tied], column.values) for column in counted)
    figure = numbered((*what, rows["article"]))
    place = Coded.of(rows["location"])
    giver = _givers(place.codes, (rows["location"] != "").to_numpy(dtype=bool), figure)
    places = _spread(Coded(place.codes[giver], place.values), tied, len(mentions), "")

    dated = rows["scope"].isin(PERIOD_SCOPES)
    start = days_of(spans(rows["event_from"])["first"].where(dated))
    end = days_of(spans(rows["event_to"])["last"].where(dated))
    giver = _givers(numbered((start, end)), (start != NO_DAY) | (end != NO_DAY), figure)
    days = (Coded.of(days[giver]) for days in (start, end))
    return [places, *(_spread(day, tied, len(mentions), NO_DAY) for day in days)]


def _givers(values: Ints, given: Mask, figure: Ints) -> Ints:
    """Tell for each row which row gives its value: itself, or else the one value of its figure."""
    rows = np.arange(len(values))
    count = int(figure.max(initial=-1)) + 1
    giver = first_rows(figure[given], count, rows[given])
    differs = values[given] != values[giver[figure[given]]]
    disputed = np.zeros(count, dtype=bool)
    disputed[figure[given][differs]] = True
    found = ~given & (giver[figure] != NO_ROW) & ~disputed[figure]
    return np.where(found, giver[figure], rows)


def _spread(column: Coded, rows: Ints, count: int, nothing: str | int) -> Coded:
    """Give ``count`` rows a column that only some of them have; the others have nothing."""
    codes = np.zeros(count, dtype=np.int64)
    codes[rows] = column.codes + 1
    return Coded(codes, [nothing, *column.values])


def _end_of_chain(mention: int, merges: dict[int, int]) -> int:
    """Follow merge judgements from mention to mention; a circle meets at its first row."""
    seen = {mention}
    while mention in merges:
        mention = merges[mention]
        if mention in seen:
            return min(seen)
        seen.add(mention)
    return mention
