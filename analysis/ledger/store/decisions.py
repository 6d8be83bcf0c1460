"""Decisions on proposals: only ever added, and never on a state that somebody else has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from analysis.errors import MusterError
from analysis.ledger.store.database import Store
from analysis.ledger.store.people import Person, require_writer
from analysis.ledger.store.records import (
    Action,
    Decision,
    Fields,
    Proposal,
    Standing,
    State,
    Versions,
    moment,
)
from analysis.ledger.store.schema import coding, decision, proposal

STATE_AFTER = {
    Action.ACCEPT: State.ACCEPTED,
    Action.CORRECT: State.ACCEPTED,
    Action.REJECT: State.REJECTED,
}


@dataclass(frozen=True)
class Signed:
    """Who decides, when, why, by which codebook, and in answer to which state.

    ``seen`` is the number of the last decision on the proposal that the person saw (0: none).
    """

    person: Person
    at: datetime
    versions: Versions = field(repr=False)
    seen: int
    reason: str = ""


class NoSuchProposal(MusterError):
    """A decision names a proposal or a decision that the database does not hold."""


class DecidedMeanwhile(MusterError):
    """Somebody else decided on the same proposal first; ``last`` is their decision."""

    def __init__(self, last: Decision) -> None:
        self.last = last
        super().__init__(
            f"{last.decided_by} has decided on this proposal meanwhile ({last.action.value}). Your "
            "decision was not saved. Look at theirs, then decide again if you differ."
        )


class ReasonMissing(MusterError):
    """A rejection needs its reason."""


def decide(
    store: Store, signed: Signed, proposal_id: str, action: Action, fields: Fields | None = None
) -> Decision:
    """Accept a proposal as it is, correct and accept it, or reject it; give the decision as kept.

    ``fields`` are those of the corrected mention; whoever calls has them checked before. Raises
    NotAllowed, NoSuchProposal, ReasonMissing, DecidedMeanwhile, and StoreError where nothing could
    be written. When it returns, the decision is on the disk.
    """
    require_writer(signed.person)
    if action not in STATE_AFTER or (action is Action.CORRECT) != (fields is not None):
        raise ValueError("a correction, and nothing else, comes with fields; undo() takes back")
    if action is Action.REJECT and not signed.reason.strip():
        raise ReasonMissing("Say in a few words why it is rejected. Nothing was saved.")
    with store.writing() as connection:
        standing = _locked(connection, proposal_id)
        after = standing.fields if fields is None else fields
        return _append(connection, standing, signed, action, STATE_AFTER[action], after)


def undo(store: Store, signed: Signed, proposal_id: str, number: int) -> Decision:
    """Take back a decision: the proposal stands again as it stood before it.

    Later decisions on the same proposal fall with it; all of them stay on record. Raises as
    ``decide`` does.
    """
    require_writer(signed.person)
    with store.writing() as connection:
        standing = _locked(connection, proposal_id)
        made = _history(connection, proposal_id)
        if not 1 <= number <= len(made):
            raise NoSuchProposal(f"Proposal {proposal_id} has no decision {number}.")
        state = made[number - 2].state if number > 1 else State.OPEN
        before = made[number - 1].before
        return _append(connection, standing, signed, Action.UNDO, state, before, undoes=number)


def standings(store: Store, coding_id: str) -> tuple[Standing, ...]:
    """Tell where each proposal of a coding stands, in the order of the text."""
    with store.reading() as connection:
        return _standings(connection, proposal.c.coding_id == coding_id)


def history(store: Store, proposal_id: str) -> tuple[Decision, ...]:
    """List every decision on a proposal, the first one first."""
    with store.reading() as connection:
        return _history(connection, proposal_id)


def accepted(connection: sa.Connection, coder: str) -> tuple[Standing, ...]:
    """List what was accepted in everybody's coding (``coder`` "") or in one person's own."""
    codings = sa.select(coding.c.coding_id).where(coding.c.coder == coder)
    found = _standings(connection, proposal.c.coding_id.in_(codings))
    return tuple(standing for standing in found if standing.state is State.ACCEPTED)


def _locked(connection: sa.Connection, proposal_id: str) -> Standing:
    """Find a proposal and keep others from deciding on it until this transaction ends.

    SQLite needs no such lock: there, whoever writes is alone.
    """
    own = proposal.c.proposal_id == proposal_id
    if connection.execute(sa.select(proposal.c.proposal_id).where(own).with_for_update()).first():
        return _standings(connection, own)[0]
    raise NoSuchProposal(f"There is no proposal {proposal_id}. Open the article anew.")


def _append(
    connection: sa.Connection,
    standing: Standing,
    signed: Signed,
    action: Action,
    state: State,
    after: Fields,
    undoes: int = 0,
) -> Decision:
    if standing.last and standing.last.number != signed.seen:
        raise DecidedMeanwhile(standing.last)
    row = {
        "proposal_id": standing.proposal.proposal_id,
        "number": standing.seen + 1,
        "action": action.value,
        "state": state.value,
        "before": dict(standing.fields),
        "after": dict(after),
        "reason": signed.reason.strip(),
        "undoes": undoes,
        "decided_by": signed.person.name,
        "decided_at": moment(signed.at),
        "codebook_version": signed.versions.codebook,
        "extractor_version": signed.versions.extractor,
    }
    kept = connection.execute(sa.insert(decision).returning(decision.c.decision_id), row)
    return decision_of({**row, "decision_id": kept.scalar_one()})


def _standings(connection: sa.Connection, which: sa.ColumnElement[bool]) -> tuple[Standing, ...]:
    newest = (
        sa.select(decision.c.proposal_id, sa.func.max(decision.c.number).label("number"))
        .group_by(decision.c.proposal_id)
        .subquery()
    )
    decided = sa.join(
        decision,
        newest,
        (decision.c.proposal_id == newest.c.proposal_id) & (decision.c.number == newest.c.number),
    )
    proposals = connection.execute(
        sa.select(proposal)
        .where(which)
        .order_by(proposal.c.start, proposal.c.end, proposal.c.proposal_id)
    ).mappings()
    last = {
        row["proposal_id"]: decision_of(row)
        for row in connection.execute(
            sa.select(decision)
            .select_from(decided)
            .where(decision.c.proposal_id.in_(sa.select(proposal.c.proposal_id).where(which)))
        ).mappings()
    }
    return tuple(_standing(Proposal(**row), last.get(row["proposal_id"])) for row in proposals)


def _standing(of: Proposal, last: Decision | None) -> Standing:
    if last is None:
        return Standing(of, State.OPEN, of.fields, None)
    return Standing(of, last.state, last.after, last)


def _history(connection: sa.Connection, proposal_id: str) -> tuple[Decision, ...]:
    rows = connection.execute(
        sa.select(decision).where(decision.c.proposal_id == proposal_id).order_by(decision.c.number)
    ).mappings()
    return tuple(decision_of(row) for row in rows)


def decision_of(row: Mapping[Any, Any]) -> Decision:
    """Make the record of a row of the table of decisions."""
    return Decision(**{**row, "action": Action(row["action"]), "state": State(row["state"])})
