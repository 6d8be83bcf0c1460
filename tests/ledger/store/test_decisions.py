"""Decisions are added, never overwritten, and never made on a state that changed meanwhile."""

import pytest
import sqlalchemy as sa

from analysis.ledger.store.articles import add_proposal
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import (
    DecidedMeanwhile,
    NoSuchProposal,
    ReasonMissing,
    decide,
    history,
    standings,
    undo,
)
from analysis.ledger.store.people import NotAllowed, Person
from analysis.ledger.store.records import Action, Article, State
from analysis.ledger.store.schema import decision
from tests.ledger.store.desk import ANNA, FIELDS, NOON, signed

BEN = Person("ben")
VISITOR = Person("visitor", why_not="Sign in as a reviewer.")


@pytest.fixture
def proposal_id(added: Article) -> str:
    return f"{added.document_id}.1.1"


def coding(proposal_id: str) -> str:
    return proposal_id.rpartition(".")[0]


def test_a_proposal_is_open_until_somebody_decides(store: Store, proposal_id: str) -> None:
    (standing,) = standings(store, coding(proposal_id))
    assert (standing.state, standing.fields, standing.last) == (State.OPEN, FIELDS, None)


def test_what_is_accepted_keeps_who_when_and_by_which_codebook(
    store: Store, proposal_id: str
) -> None:
    kept = decide(store, signed(), proposal_id, Action.ACCEPT)
    (standing,) = standings(store, coding(proposal_id))
    assert standing.state is State.ACCEPTED
    assert standing.last == kept
    assert (kept.decided_by, kept.decided_at) == ("anna", "2026-03-01T12:00:00.000000+00:00")
    assert (kept.codebook_version, kept.extractor_version) == ("0.1.0", "1")


def test_a_correction_keeps_what_stood_before(store: Store, proposal_id: str) -> None:
    corrected = {**FIELDS, "bound": "at_least", "high": ""}
    kept = decide(store, signed(reason="the briefing"), proposal_id, Action.CORRECT, corrected)
    assert (kept.before, kept.after) == (FIELDS, corrected)
    assert standings(store, coding(proposal_id))[0].fields == corrected


def test_a_rejection_needs_a_reason(store: Store, proposal_id: str) -> None:
    with pytest.raises(ReasonMissing):
        decide(store, signed(reason="  "), proposal_id, Action.REJECT)
    assert history(store, proposal_id) == ()


def test_the_second_of_two_people_is_told_and_nothing_is_lost(
    store: Store, proposal_id: str
) -> None:
    first = decide(store, signed(), proposal_id, Action.ACCEPT)
    with pytest.raises(DecidedMeanwhile, match="anna has decided") as told:
        decide(store, signed(person=BEN, reason="a slip"), proposal_id, Action.REJECT)
    assert told.value.last == first
    assert history(store, proposal_id) == (first,)
    answer = decide(store, signed(seen=1, person=BEN, reason="a slip"), proposal_id, Action.REJECT)
    assert history(store, proposal_id) == (first, answer)


def test_any_decision_can_be_taken_back_and_stays_on_record(store: Store, proposal_id: str) -> None:
    corrected = {**FIELDS, "low": "2200", "high": "2200"}
    decide(store, signed(), proposal_id, Action.CORRECT, corrected)
    decide(store, signed(seen=1, person=BEN, reason="not in scope"), proposal_id, Action.REJECT)
    undo(store, signed(seen=2), proposal_id, 2)
    (standing,) = standings(store, coding(proposal_id))
    assert (standing.state, standing.fields) == (State.ACCEPTED, corrected)
    undo(store, signed(seen=3), proposal_id, 1)
    (standing,) = standings(store, coding(proposal_id))
    assert (standing.state, standing.fields) == (State.OPEN, FIELDS)
    assert [one.action for one in history(store, proposal_id)] == [
        Action.CORRECT,
        Action.REJECT,
        Action.UNDO,
        Action.UNDO,
    ]


def test_a_decision_that_was_never_made_cannot_be_taken_back(
    store: Store, proposal_id: str
) -> None:
    with pytest.raises(NoSuchProposal):
        undo(store, signed(), proposal_id, 1)


def test_the_database_itself_refuses_to_change_a_decision(store: Store, proposal_id: str) -> None:
    kept = decide(store, signed(), proposal_id, Action.ACCEPT)
    for change in (sa.delete(decision), sa.update(decision).values(state="rejected")):
        with pytest.raises(sa.exc.DatabaseError, match="only ever added"), store.writing() as c:
            c.execute(change)
    assert history(store, proposal_id) == (kept,)


def test_whoever_may_only_read_writes_nothing(store: Store, proposal_id: str) -> None:
    with pytest.raises(NotAllowed, match="Sign in as a reviewer"):
        decide(store, signed(person=VISITOR), proposal_id, Action.ACCEPT)
    with pytest.raises(NotAllowed):
        undo(store, signed(person=VISITOR), proposal_id, 1)
    with pytest.raises(NotAllowed):
        add_proposal(store, VISITOR, coding(proposal_id), (0, 5), FIELDS, NOON)
    assert history(store, proposal_id) == ()


def test_a_phrase_that_the_extractor_missed_stands_in_its_place(
    store: Store, proposal_id: str
) -> None:
    missed = add_proposal(store, ANNA, coding(proposal_id), (13, 24), FIELDS, NOON)
    ids = [standing.proposal.proposal_id for standing in standings(store, coding(proposal_id))]
    assert ids == [missed.proposal_id, proposal_id]
