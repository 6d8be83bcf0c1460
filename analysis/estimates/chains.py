"""Which statements are about one thing, and in which order they were said.

One thing is what a claimant counts: its kind, scope, population, unit, item, base of a share and
modality, and for a figure of one moment the place. Each claim is a statement, and so is each later
day on which it was said again.
"""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from math import inf
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.codebook import Bound, Modality, Scope
from analysis.estimates.grouping import NO_ROW, Ints, Mask, numbered, pairs, smallest
from analysis.estimates.statements import days_of
from analysis.partial_dates import spans

SAME_THING = (
    "claimants",
    "kind",
    "scope",
    "population",
    "unit",
    "item",
    "share_of",
    "modality",
)
# What else is read of a claim.
READ = (
    "scope",
    "modality",
    "bound",
    "low",
    "high",
    "articles",
    "first_said",
    "said_last",
    "printed_first",
    "about_from",
    "about_to",
)


class Statement(NamedTuple):
    """One claim said on one day, as the chain of revisions reads it.

    ``about_from`` and ``about_to`` are days since 1970, infinite where an end is not given;
    ``dated``: one of them is given.
    """

    claim: int
    restated: bool
    undated_single: bool
    vague: bool
    plan: bool
    lowest: float
    highest: float
    dated: bool
    about_from: float
    about_to: float

    def falls_below(self, other: "Statement") -> bool:
        """Tell whether every number of this statement lies under every number of the other."""
        return self.highest < other.lowest

    def is_comparable(self, earlier: "Statement") -> bool:
        """Tell whether this statement can revise an earlier one, by the periods they are about.

        Asked only where both periods are given. A plan for other months is another plan; what was
        said later about an earlier time leaves the figure for the later time alone.
        """
        ends_before = self.about_to < earlier.about_from
        starts_after = self.about_from > earlier.about_to
        return not (ends_before or (self.plan and starts_after))


def chains(
    claims: pd.DataFrame, mentions: pd.DataFrame, takes_part: Mask, judged: list[tuple[int, int]]
) -> Iterator[list[Statement]]:
    """Give the statements about each thing that has more than one claim, in the order of saying.

    ``claims`` is indexed by claim number; ``judged`` are pairs of claims, of which the first
    supersedes the second by judgement. Where days overlap, the latest possible day orders, then the
    first printing, then the order in which the claims were first printed.
    """
    rows = np.flatnonzero(takes_part)
    what = claims[[*SAME_THING, "location"]].take(rows)
    place = what["location"].where(what["scope"] == Scope.STOCK, "")
    thing = numbered((*(what[name] for name in SAME_THING), place))
    several = np.bincount(thing, minlength=1)[thing] > 1
    thing, compared = thing[several], claims[list(READ)].take(rows[several])
    said = _in_order(_said(compared, mentions), thing, compared.index.to_numpy(), judged)
    statements = _statements(compared, said)
    thing = thing[said.row]
    begins = np.append(np.flatnonzero(np.diff(thing, prepend=-1)), len(thing))
    for length in np.diff(begins).tolist():
        yield list(islice(statements, length))


class Said(NamedTuple):
    """Statements as columns: the row of the claim, its how manieth statement, days since 1970."""

    row: Ints
    number: Ints
    said_last: Ints
    printed_first: Ints


def _said(claims: pd.DataFrame, mentions: pd.DataFrame) -> Said:
    """List each claim's first statement, and each later one with a stated day."""
    again = np.flatnonzero((mentions["statement"] > 1) & mentions["is_stated"])
    row_of = np.full(int(mentions["claim"].max()) + 1 if len(mentions) else 0, NO_ROW)
    row_of[claims.index] = np.arange(len(claims))
    again = again[row_of[mentions["claim"].to_numpy()[again]] != NO_ROW]
    claim, number = (mentions[name].to_numpy()[again] for name in ("claim", "statement"))
    later, first, group = np.unique(pairs(claim, number), return_index=True, return_inverse=True)
    days = (
        (days_of(claims[name]), smallest(group, days_of(mentions[name].take(again)), len(later)))
        for name in ("said_last", "printed_first")
    )
    return Said(
        np.append(np.arange(len(claims)), row_of[claim[first]]),
        np.append(np.ones(len(claims), dtype=np.int64), number[first]),
        *(np.concatenate(day) for day in days),
    )


def _in_order(said: Said, thing: Ints, claim: Ints, judged: list[tuple[int, int]]) -> Said:
    """Sort the statements of each thing by the days they were said.

    A claim that a judgement calls superseded comes right before the claim that supersedes it.
    """
    said_last = said.said_last.copy()
    supersedes = np.zeros(len(said_last), dtype=bool)
    said_by = claim[said.row]
    concerned = np.flatnonzero(np.isin(said_by, np.unique(judged)))
    rows_of_claim: dict[int, list[int]] = {}
    for row, number in zip(concerned.tolist(), said_by[concerned].tolist(), strict=True):
        rows_of_claim.setdefault(number, []).append(row)
    for new, old in judged:
        if new not in rows_of_claim:
            continue
        # The first statement of a claim is listed before its later ones.
        day = said_last[rows_of_claim[new][0]]
        for row in rows_of_claim.get(old, ()):
            said_last[row] = min(said_last[row], day)
        supersedes[rows_of_claim[new]] = True
    order = np.lexsort((said.number, said.printed_first, supersedes, said_last, thing[said.row]))
    return Said(*(column[order] for column in said))


def _statements(claims: pd.DataFrame, said: Said) -> Iterator[Statement]:
    """Make a statement of each row of ``said``."""
    low, high = claims["low"], claims["high"]
    is_plan = (claims["scope"] == Scope.PLANNED) | (claims["modality"] == Modality.PLANNED)
    start = _days_or(spans(claims["about_from"])["first"], -inf)
    end = _days_or(spans(claims["about_to"])["last"], inf)
    columns = (
        claims.index.to_numpy(),
        (claims["articles"] == 1) & (claims["first_said"] == ""),
        claims["bound"] == Bound.VAGUE,
        is_plan,
        low.fillna(high),
        high.fillna(low),
        (start > -inf) | (end < inf),
        start,
        end,
    )
    numbers, *others = (np.asarray(column)[said.row].tolist() for column in columns)
    rows = zip(numbers, (said.number > 1).tolist(), *others, strict=True)
    # As Statement._make does, without its call in Python: there are as many as claims.
    return map(partial(tuple.__new__, Statement), rows)


def _days_or(times: pd.Series, unknown: float) -> np.ndarray:
    return np.where(times.isna(), unknown, days_of(times))
