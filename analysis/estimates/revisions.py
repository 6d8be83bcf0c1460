"""Which claim revises which, and which is in force.

A later claim of the same single claimant about the same thing revises the earlier one. Collective
claimants are several voices and joint statements belong to nobody alone, so neither revises;
increments and incidents are separate events and revise nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

import numpy as np
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


@dataclass(frozen=True)
class Statement:
    """One claim said on one day, as the chain of revisions reads it."""

    claim: int
    restated: bool
    undated_single: bool
    vague: bool
    plan: bool
    lowest: float
    highest: float
    about_from: np.datetime64
    about_to: np.datetime64

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
    status = pd.Series(Status.IN_FORCE.value, index=claims.index, dtype="str")
    status[claims["kind_drift"]] = Status.DRIFT_OF_KIND.value
    successor = pd.Series(-1, index=claims.index)
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
    for chain in _chains(claims[takes_part], mentions, judged):
        for claim, new_status, new_successor in _follow(chain):
            status[claim] = new_status
            successor[claim] = new_successor
    for new, old in judged:
        successor[old], status[old] = new, Status.REVISED.value
        if successor[new] == -1:
            status[new] = Status.IN_FORCE.value
    for mention in decisions.reinstated & claim_of.keys():
        successor[claim_of[mention]], status[claim_of[mention]] = -1, Status.IN_FORCE.value
    revised_by = successor.map(claims["claim_id"]).fillna("").astype("str")
    return claims.assign(
        status=status, in_force=status == Status.IN_FORCE.value, superseded_by=revised_by
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
    dated = mentions[mentions["claim"].isin(claims.index)]
    firsts = dated.sort_values("statement", kind="stable").drop_duplicates(["claim", "statement"])
    firsts = firsts[(firsts["statement"] == 1) | firsts["is_stated"]]
    rows = firsts[["claim", "statement", "printed_first"]].join(
        dated.groupby(["claim", "statement"])["said_last"].min(), on=["claim", "statement"]
    )
    rows = rows.join(claims.drop(columns=["said_last", "printed_first"]), on="claim")
    rows = _judged_order(rows, judged).sort_values(
        ["thing", "said_last", "judged_later", "printed_first", "statement"], kind="stable"
    )
    rows["about_first"] = spans(rows["about_from"])["first"]
    rows["about_last"] = spans(rows["about_to"])["last"]
    lowest = rows["low"].fillna(rows["high"])
    highest = rows["high"].fillna(rows["low"])
    is_plan = (rows["scope"] == Scope.PLANNED) | (rows["modality"] == Modality.PLANNED)
    statements = (
        (
            values[0],
            Statement(*values[1:]),
        )
        for values in zip(
            rows["thing"].to_numpy(),
            rows["claim"].to_numpy(),
            (rows["statement"] > 1).to_numpy(),
            ((rows["articles"] == 1) & (rows["first_said"] == "")).to_numpy(),
            (rows["bound"] == Bound.VAGUE).to_numpy(),
            is_plan.to_numpy(),
            lowest.to_numpy(),
            highest.to_numpy(),
            rows["about_first"].to_numpy(),
            rows["about_last"].to_numpy(),
            strict=True,
        )
    )
    for _, group in groupby(statements, key=lambda pair: pair[0]):
        yield [statement for _, statement in group]


def _judged_order(rows: pd.DataFrame, judged: list[tuple[int, int]]) -> pd.DataFrame:
    """Put a claim that a judgement calls superseded right before the claim that supersedes it."""
    rows = rows.assign(judged_later=0)
    for new, old in judged:
        first_new = rows[(rows["claim"] == new) & (rows["statement"] == 1)]
        if len(first_new):
            day = first_new["said_last"].iloc[0]
            too_late = (rows["claim"] == old) & (rows["said_last"] >= day)
            rows.loc[too_late, "said_last"] = day
            rows.loc[first_new.index, "judged_later"] = 1
    return rows


def _follow(chain: list[Statement]) -> Iterator[tuple[int, str, int]]:
    """Walk the statements about one thing; yields claim, status and successor (-1: none)."""
    standing: list[Statement] = []
    successor: dict[int, int] = {}
    status: dict[int, str] = {}
    for statement in chain:
        place = _place_of(statement, standing)
        current = standing[place] if place is not None else None
        if current is not None and current.claim == statement.claim:
            continue
        if statement.restated:
            # A dated return to an older figure takes back what had revised it; a figure that
            # never stood (vague, unsettled) gains nothing by being said again.
            if current is None or status[statement.claim] != Status.REVISED:
                continue
        elif current is not None:
            hindrance = _hindrance(statement, current)
            if hindrance:
                status[statement.claim], successor[statement.claim] = hindrance, -1
                continue
        elif standing and not statement.plan:
            status[statement.claim], successor[statement.claim] = Status.ABOUT_EARLIER, -1
            continue
        status[statement.claim], successor[statement.claim] = Status.IN_FORCE, -1
        if current is None:
            standing.append(statement)
        else:
            status[current.claim], successor[current.claim] = Status.REVISED, statement.claim
            standing[place] = statement  # type: ignore[index]
    for claim, name in status.items():
        yield claim, str(name), successor[claim]


def _place_of(statement: Statement, standing: list[Statement]) -> int | None:
    """Find the latest standing statement that this one can be compared with."""
    for place in range(len(standing) - 1, -1, -1):
        if statement.is_comparable(standing[place]):
            return place
    return None


def _hindrance(statement: Statement, current: Statement) -> Status | None:
    """Name the rule that keeps a statement from revising the current one; None if none does."""
    if statement.vague and not current.vague:
        return Status.VAGUE_BESIDE
    if statement.undated_single and statement.falls_below(current):
        return Status.UNSETTLED_FALL
    return None
