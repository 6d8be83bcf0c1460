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
    Ints,
    Mask,
    first_rows,
    numbered,
    options,
    rows_of,
)
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
PLACE_AND_PERIOD = ("key_place", "key_from", "key_to")
FOLD_KEY = (*WHAT_IS_COUNTED, *PLACE_AND_PERIOD, "split_label")

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
    is_joint = (mentions["co_claimants"] != "").to_numpy(dtype=bool)
    codes, names = pd.factorize(mentions["claimant"])
    joint = mentions.loc[is_joint, ["claimant", "co_claimants"]]
    together = [
        ";".join(sorted({lead, *others.split(";")}))
        for lead, others in joint.itertuples(index=False, name=None)
    ]
    joint_codes, joint_names = pd.factorize(pd.Series(together, dtype="str"))
    codes[is_joint] = len(names) + joint_codes
    return mentions.assign(claimants=options([*names, *joint_names], codes).array)


def with_place_and_period(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``key_place``, ``key_from`` and ``key_to``, the place and period that a claim is tied to,
    and ``key_figure``, which numbers what is counted.

    Place and period stay empty where the scope does not ask for them. Where a mention leaves its
    place or period out, it means the one that its own article gives with the same figure, if it
    gives one. Periods are compared as days: "2025-01 to 2025-02" is 1 January to 28 February.
    """
    what = numbered(mentions[name] for name in WHAT_IS_COUNTED)
    by_place = mentions["scope"].isin(PLACE_SCOPES).to_numpy(dtype=bool)
    by_period = mentions["scope"].isin(PERIOD_SCOPES).to_numpy(dtype=bool)
    place, names = pd.factorize(mentions["location"])
    first = np.where(by_period, spans(mentions["event_from"])["first"].to_numpy(), NO_DAY)
    last = np.where(by_period, spans(mentions["event_to"])["last"].to_numpy(), NO_DAY)

    tied = np.flatnonzero(by_place)
    figure = numbered((what[tied], mentions["article"].to_numpy()[tied]))
    place_given = (mentions["location"] != "").to_numpy(dtype=bool)[tied]
    place[tied] = place[tied[_givers(place[tied], place_given, figure)]]
    period = numbered((first[tied], last[tied]))
    period_given = ~(np.isnat(first) & np.isnat(last))[tied]
    giver = tied[_givers(period, period_given, figure)]
    first[tied], last[tied] = first[giver], last[giver]
    return mentions.assign(
        key_figure=what,
        key_place=options([*names, ""], np.where(by_place, place, len(names))).array,
        key_from=first,
        key_to=last,
    )


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


def with_claims(mentions: pd.DataFrame, merges: dict[str, str]) -> pd.DataFrame:
    """Add ``claim_id``, ``claim`` (its number, for fast grouping) and ``joined``, by FOLD_KEY.

    ``merges`` leads from a mention to the mention whose claim it joins by judgement; ``joined``
    marks such mentions, which count for the claim and do not say what it is about. The id is made
    from the fold key, not from a row's place in the table or from the mentions that happen to be
    there, so it stays the same when mentions are added or hidden. Claims are numbered in the order
    of their first mentions.
    """
    key = numbered(mentions[name] for name in ("key_figure", *PLACE_AND_PERIOD, "split_label"))
    keys = mentions[list(FOLD_KEY)].take(first_rows(key, int(key.max(initial=-1)) + 1))
    of_key, ids = pd.factorize(claim_ids(keys))
    own = of_key[key]
    claim = own.copy()
    if merges:
        ends = [_end_of_chain(mention, merges) for mention in merges]
        moved, home = (rows_of(ids_of, mentions["mention_id"]) for ids_of in (merges, ends))
        here = (moved != NO_ROW) & (home != NO_ROW)
        claim[moved[here]] = own[home[here]]
    number, kept = pd.factorize(claim)
    return mentions.assign(
        claim_id=id_texts(ids[kept]).array.take(number), claim=number, joined=claim != own
    )


def _end_of_chain(mention: str, merges: dict[str, str]) -> str:
    """Follow merge judgements from mention to mention; a circle meets at its first id."""
    seen = {mention}
    while mention in merges:
        mention = merges[mention]
        if mention in seen:
            return min(seen)
        seen.add(mention)
    return mention
