"""The queue's counts and the log, on both databases."""

from dataclasses import replace

from analysis.ledger.store.articles import (
    add_article,
    add_proposal,
    begin_blind_coding,
    document_id_of,
)
from analysis.ledger.store.checking import check_document, check_mentions
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import decide, undo
from analysis.ledger.store.people import Person
from analysis.ledger.store.queue import log, queue
from analysis.ledger.store.records import Action, Article
from tests.ledger.store.desk import ANNA, ARTICLE, FIELDS, NOON, retold, signed
from tests.ledger.store.test_packages import SHIPPED

BEN = Person("ben")


def test_every_coding_is_counted_by_where_its_proposals_stand(store: Store, added: Article) -> None:
    shared = f"{added.document_id}.1"
    for start in (0, 5):
        add_proposal(store, ANNA, shared, (start, start + 5), FIELDS, NOON)
    decide(store, signed(), f"{shared}.1", Action.ACCEPT)
    decide(store, signed(person=BEN, reason="no figure"), f"{shared}.2", Action.REJECT)
    decide(store, signed(reason="no figure"), f"{shared}.3", Action.REJECT)
    undo(store, signed(seen=1), f"{shared}.3", 1)
    other = add_article(store, BEN, retold("Another text."), [], "extractor 1", NOON)
    begin_blind_coding(store, BEN, added.document_id, NOON)
    found = {one.coding_id: one for one in queue(store)}
    first = found[shared]
    assert (first.open, first.accepted, first.rejected, first.proposals) == (1, 1, 1, 3)
    assert first.deciders == ("anna", "ben")
    assert found[f"{added.document_id}.2"].coder == "ben"
    assert found[f"{other.document_id}.1"].proposals == 0
    assert {one.coding_id for one in queue(store, other.document_id)} == {f"{other.document_id}.1"}


def test_the_log_has_the_latest_decision_first(store: Store, added: Article) -> None:
    proposal = f"{added.document_id}.1.1"
    decide(store, signed(), proposal, Action.ACCEPT)
    undo(store, signed(seen=1, person=BEN), proposal, 1)
    found = log(store, 10)
    assert [(one.decision.action.value, one.is_last) for one in found] == [
        ("undo", True),
        ("accept", False),
    ]
    assert [one.decision.decided_by for one in log(store, 1)] == ["ben"]
    assert log(store, 10, "added-aaaaaaaaaaaa") == ()


def test_proposals_are_checked_as_the_tables_are() -> None:
    of = replace(retold("A text."), document_id=document_id_of("A text."))
    wrong = {**FIELDS, "occurrence": "1", "claimant": "nobody_at_all", "high": "9"}
    found = check_mentions(SHIPPED, of, {"sound": FIELDS, "wrong": wrong})
    assert {problem.column for problem in found["wrong"]} == {"claimant", "high"}
    assert "sound" not in found
    twice = check_mentions(SHIPPED, of, {"one": FIELDS, "other": FIELDS})
    assert {problem.column for problem in twice["other"]} == {"occurrence"}
    assert check_document(SHIPPED, ARTICLE)[0].column == "document_id"
