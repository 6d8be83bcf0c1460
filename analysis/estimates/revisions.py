"""Which claim revises which, and which is in force.

A later claim of the same single claimant about the same thing revises the earlier one. Collective
claimants are several voices and joint statements belong to nobody alone, so neither revises;
increments and incidents are separate events and revise nothing.
"""

from array import array
from enum import StrEnum

import numpy as np
import pandas as pd

from analysis.codebook import Scope
from analysis.estimates.chains import Statement, chains
from analysis.estimates.grouping import NO_ROW, options, text_at
from analysis.estimates.judged import Decisions


class Status(StrEnum):
    """Where a claim stands among its claimant's other claims about the same thing."""

    IN_FORCE = "in_force"
    REVISED = "revised"
    DRIFT_OF_KIND = "drift_of_kind"
    VAGUE_BESIDE = "vague_beside"
    UNSETTLED_FALL = "unsettled_fall"
    ABOUT_EARLIER = "about_earlier"


# The walk along the chains writes down a status by its place here: hashing a name takes longer than
# everything else that it does.
STATUSES = tuple(Status)
IN_FORCE, REVISED, DRIFT_OF_KIND, VAGUE_BESIDE, UNSETTLED_FALL, ABOUT_EARLIER = range(len(STATUSES))


def with_revisions(
    claims: pd.DataFrame, mentions: pd.DataFrame, collective: frozenset[str], decisions: Decisions
) -> pd.DataFrame:
    """Add ``status``, ``in_force`` and ``superseded_by`` (a claim_id, or an empty text).

    ``claims`` is indexed by claim number, from 0 on, and holds ``kind_drift``; ``mentions`` are its
    mentions with ``statement``; ``collective`` names the claimants that are several voices.
    """
    claim_of = mentions["claim"].to_numpy()
    judged = [
        (int(claim_of[new]), int(claim_of[old]))
        for new, old in decisions.supersedes
        # Two mentions of one claim: nothing to supersede.
        if claim_of[new] != claim_of[old]
    ]
    takes_part = (
        ~claims["kind_drift"]
        & (claims["co_claimants"] == "")
        & ~claims["claimant"].isin(collective)
        & ~claims["scope"].isin((Scope.INCREMENT, Scope.INCIDENT))
    )
    # By claim number, which is not the order of the rows.
    status = array("q", [IN_FORCE]) * len(claims)
    successor = array("q", [NO_ROW]) * len(claims)
    for claim in claims.index[claims["kind_drift"]]:
        status[claim] = DRIFT_OF_KIND
    for chain in chains(claims, mentions, takes_part.to_numpy(dtype=bool), judged):
        _follow(chain, status, successor)
    for new, old in judged:
        status[old], successor[old] = REVISED, new
        if successor[new] == NO_ROW:
            status[new] = IN_FORCE
    for mention in decisions.reinstated:
        status[claim_of[mention]], successor[claim_of[mention]] = IN_FORCE, NO_ROW
    known = np.asarray(status)[claims.index]
    row_of = np.empty(len(claims) + 1, dtype=np.int64)
    row_of[claims.index] = np.arange(len(claims))
    # Where there is no successor, the place from the end is asked for.
    row_of[NO_ROW] = NO_ROW
    revised_by = row_of[np.asarray(successor)[claims.index]]
    return claims.assign(
        status=options([name.value for name in STATUSES], known).array,
        in_force=known == IN_FORCE,
        superseded_by=text_at(claims["claim_id"], revised_by).array,
    )


def _follow(chain: list[Statement], status: "array[int]", successor: "array[int]") -> None:
    """Walk the statements about one thing, and write down each claim's status and successor."""
    standing: list[Statement] = []
    for statement in chain:
        # Without a period there is nothing to tell it from the latest; most have none.
        place = _place_of(statement, standing) if statement.dated else len(standing) - 1
        current = standing[place] if place >= 0 else None
        if current is not None and current.claim == statement.claim:
            continue
        if statement.restated:
            # A dated return to an older figure takes back what had revised it; a figure that
            # never stood (vague, unsettled) gains nothing by being said again.
            if current is None or status[statement.claim] != REVISED:
                continue
        elif current is None or statement.vague or statement.undated_single:
            hindrance = _hindrance(statement, current, standing)
            if hindrance is not None:
                status[statement.claim] = hindrance
                continue
        status[statement.claim] = IN_FORCE
        successor[statement.claim] = NO_ROW
        if current is None:
            standing.append(statement)
        else:
            status[current.claim], successor[current.claim] = REVISED, statement.claim
            standing[place] = statement


def _place_of(statement: Statement, standing: list[Statement]) -> int:
    """Find the latest standing statement that this one can be compared with; -1 if none."""
    place = len(standing) - 1
    while place >= 0 and not statement.is_comparable(standing[place]):
        place -= 1
    return place


def _hindrance(
    statement: Statement, current: Statement | None, standing: list[Statement]
) -> int | None:
    """Name the rule that keeps a statement from standing; None if none does."""
    if current is None:
        return ABOUT_EARLIER if standing and not statement.plan else None
    if statement.vague and not current.vague:
        return VAGUE_BESIDE
    if statement.undated_single and statement.falls_below(current):
        return UNSETTLED_FALL
    return None
