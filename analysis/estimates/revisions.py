"""Which claim revises which, and which is in force.

A later claim of the same single claimant about the same thing revises the earlier one. Collective
claimants are several voices and joint statements belong to nobody alone, so neither revises;
increments and incidents are separate events and revise nothing.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from math import inf
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from analysis.codebook import Bound, Modality, Scope
from analysis.estimates.judged import Decisions
from analysis.partial_dates import spans


class Status(StrEnum):
    """Where a claim stands among its claimant's other claims about the same thing."""

    IN_FORCE = "in_force"
    REVISED = "revised"
    DRIFT_OF_KIND = "drift_of_kind"
    VAGUE_BESIDE = "vague_beside"
    UNSETTLED_FALL = "unsettled_fall"
    ABOUT_EARLIER = "about_earlier"


SECONDS_A_DAY = 86_400

SAME_THING = (
    "claimants",
    "kind",
    "scope",
    "population",
    "unit",
    "item",
    "share_of",
    "modality",
    "stock_place",
)


class Statement(NamedTuple):
    """One claim said on one day, as the chain of revisions reads it.

    ``about_from`` and ``about_to`` are days since 1970, infinite where an end is not given.
    """

    thing: int
    claim: int
    restated: bool
    undated_single: bool
    vague: bool
    plan: bool
    lowest: float
    highest: float
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


def with_revisions(
    claims: pd.DataFrame, mentions: pd.DataFrame, collective: frozenset[str], decisions: Decisions
) -> pd.DataFrame:
    """Add ``status``, ``in_force`` and ``superseded_by`` (a claim_id, or an empty text).

    ``claims`` is indexed by claim number and holds ``kind_drift``; ``mentions`` are its mentions
    with ``statement``; ``collective`` names the claimants that are several voices.
    """
    claim_of = dict(zip(mentions["mention_id"], mentions["claim"], strict=True))
    judged = [
        (claim_of[new], claim_of[old])
        for new, old in decisions.supersedes
        if new in claim_of and old in claim_of
    ]
    takes_part = (
        ~claims["kind_drift"]
        & (claims["co_claimants"] == "")
        & ~claims["claimant"].isin(collective)
        & ~claims["scope"].isin((Scope.INCREMENT, Scope.INCIDENT))
    )
    status = dict.fromkeys(claims.index[claims["kind_drift"]], Status.DRIFT_OF_KIND)
    successor: dict[int, int] = {}
    for chain in _chains(claims[takes_part], mentions, judged):
        _follow(chain, status, successor)
    for new, old in judged:
        status[old], successor[old] = Status.REVISED, new
        if new not in successor:
            status[new] = Status.IN_FORCE
    for mention in decisions.reinstated & claim_of.keys():
        status[claim_of[mention]] = Status.IN_FORCE
        successor.pop(claim_of[mention], None)
    names = [status.get(claim, Status.IN_FORCE).value for claim in claims.index]
    known = pd.Series(names, index=claims.index, dtype="str")
    revised_by = claims["claim_id"].reindex([successor.get(claim, -1) for claim in claims.index])
    return claims.assign(
        status=known,
        in_force=known == Status.IN_FORCE,
        superseded_by=revised_by.fillna("").set_axis(claims.index),
    )


def _chains(
    claims: pd.DataFrame, mentions: pd.DataFrame, judged: list[tuple[int, int]]
) -> Iterator[list[Statement]]:
    """Give the statements about each thing that has more than one, in the order they were said.

    Where days overlap, the latest possible day orders, then the first printing.
    """
    at_one_time = claims["scope"] == Scope.STOCK
    claims = claims.assign(stock_place=claims["location"].where(at_one_time, ""))
    thing = claims.groupby(list(SAME_THING), sort=False, dropna=False).ngroup()
    claims = claims.assign(thing=thing)[thing.duplicated(keep=False)]
    rows = _said_in_order(claims, mentions, judged)
    about_from = spans(rows["about_from"])["first"]
    about_to = spans(rows["about_to"])["last"]
    is_plan = (rows["scope"] == Scope.PLANNED) | (rows["modality"] == Modality.PLANNED)
    statements = map(
        Statement,
        rows["thing"].tolist(),
        rows["claim"].tolist(),
        (rows["statement"] > 1).tolist(),
        ((rows["articles"] == 1) & (rows["first_said"] == "")).tolist(),
        (rows["bound"] == Bound.VAGUE).tolist(),
        is_plan.tolist(),
        rows["low"].fillna(rows["high"]).tolist(),
        rows["high"].fillna(rows["low"]).tolist(),
        _days(about_from, -inf),
        _days(about_to, inf),
    )
    for _, group in groupby(statements, key=attrgetter("thing")):
        yield list(group)


def _said_in_order(
    claims: pd.DataFrame, mentions: pd.DataFrame, judged: list[tuple[int, int]]
) -> pd.DataFrame:
    """Give one row per statement: each claim's first one, and each later one with a stated day."""
    firsts = claims[["said_last", "printed_first"]].assign(statement=1)
    again = mentions[(mentions["statement"] > 1) & mentions["is_stated"]]
    by_statement = again[again["claim"].isin(claims.index)].groupby(["claim", "statement"])
    later = by_statement[["said_last", "printed_first"]].min().reset_index("statement")
    said = pd.concat([firsts, later]).rename_axis("claim")
    described = said.join(claims.drop(columns=["said_last", "printed_first"])).reset_index()
    return _judged_order(described, judged).sort_values(
        ["thing", "said_last", "judged_later", "printed_first", "statement"], kind="stable"
    )


def _days(times: pd.Series, unknown: float) -> list[float]:
    days = times.astype("int64").astype("float64") / SECONDS_A_DAY
    return days.where(times.notna(), unknown).tolist()


def _judged_order(rows: pd.DataFrame, judged: list[tuple[int, int]]) -> pd.DataFrame:
    """Put a claim that a judgement calls superseded right before the claim that supersedes it."""
    rows = rows.assign(judged_later=0)
    for new, old in judged:
        first_new = rows[(rows["claim"] == new) & (rows["statement"] == 1)]
        if len(first_new):
            day = first_new["said_last"].iloc[0]
            too_late = (rows["claim"] == old) & (rows["said_last"] >= day)
            rows.loc[too_late, "said_last"] = day
            rows.loc[rows["claim"] == new, "judged_later"] = 1
    return rows


def _follow(chain: list[Statement], status: dict[int, Status], successor: dict[int, int]) -> None:
    """Walk the statements about one thing, and write down each claim's status and successor."""
    standing: list[Statement] = []
    for statement in chain:
        place = _place_of(statement, standing)
        current = None if place is None else standing[place]
        if current is not None and current.claim == statement.claim:
            continue
        if statement.restated:
            # A dated return to an older figure takes back what had revised it; a figure that
            # never stood (vague, unsettled) gains nothing by being said again.
            if current is None or status[statement.claim] is not Status.REVISED:
                continue
        else:
            hindrance = _hindrance(statement, current, standing)
            if hindrance is not None:
                status[statement.claim] = hindrance
                continue
        status[statement.claim] = Status.IN_FORCE
        successor.pop(statement.claim, None)
        if place is None or current is None:
            standing.append(statement)
        else:
            status[current.claim], successor[current.claim] = Status.REVISED, statement.claim
            standing[place] = statement


def _place_of(statement: Statement, standing: list[Statement]) -> int | None:
    """Find the latest standing statement that this one can be compared with."""
    for place in range(len(standing) - 1, -1, -1):
        if statement.is_comparable(standing[place]):
            return place
    return None


def _hindrance(
    statement: Statement, current: Statement | None, standing: list[Statement]
) -> Status | None:
    """Name the rule that keeps a statement from standing; None if none does."""
    if current is None:
        return Status.ABOUT_EARLIER if standing and not statement.plan else None
    if statement.vague and not current.vague:
        return Status.VAGUE_BESIDE
    if statement.undated_single and statement.falls_below(current):
        return Status.UNSETTLED_FALL
    return None
