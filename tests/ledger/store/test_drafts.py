"""Unfinished work: drafts and changed cells wait for their own person, and for nobody else."""

import pytest
import sqlalchemy as sa

from analysis.ledger.intake.draft import Draft
from analysis.ledger.store.database import Store, open_store
from analysis.ledger.store.decisions import standings
from analysis.ledger.store.drafts import drafts_of, drop_draft, fill_draft, keep_drafts, waiting
from analysis.ledger.store.pasted import keep_pasted, pasted_by
from analysis.ledger.store.people import NotAllowed, Person
from analysis.ledger.store.records import Article
from analysis.ledger.store.unsaved import keep_unsaved, unsaved_of
from tests.ledger.store.desk import ANNA, NOON, TEXT

BEN = Person("ben")
OUTSIDER = Person("anna", "This server is read-only.")
FIRST = waiting(Draft(TEXT, title="Seoul counts", published_on="2026-02-28", language="en"))
SECOND = waiting(Draft("Another text, uploaded with it."))


def test_drafts_come_back_in_their_order_after_a_restart(store: Store) -> None:
    keep_drafts(store, ANNA, [FIRST, SECOND], NOON)
    again = open_store(store.engine.url.render_as_string(hide_password=False))
    assert drafts_of(again, ANNA) == (FIRST, SECOND)
    again.close()


def test_what_was_filled_in_is_kept(store: Store) -> None:
    keep_drafts(store, ANNA, [FIRST], NOON)
    filled = FIRST.with_filled({"outlet": "Harbour Gazette"})
    fill_draft(store, ANNA, filled)
    assert drafts_of(store, ANNA) == (filled,)


def test_a_draft_is_nobody_elses(store: Store) -> None:
    keep_drafts(store, ANNA, [FIRST], NOON)
    fill_draft(store, BEN, FIRST.with_filled({"outlet": "mine now"}))
    drop_draft(store, BEN, FIRST.draft_id)
    assert drafts_of(store, BEN) == ()
    assert drafts_of(store, ANNA) == (FIRST,)
    drop_draft(store, ANNA, FIRST.draft_id)
    assert drafts_of(store, ANNA) == ()


def test_changed_cells_wait_by_person_and_are_no_decision(store: Store, added: Article) -> None:
    coding, proposal = f"{added.document_id}.1", f"{added.document_id}.1.1"
    keep_unsaved(store, ANNA, proposal, {"low": "2000"}, NOON)
    keep_unsaved(store, ANNA, proposal, {"low": "2000", "note": "a second count"}, NOON)
    keep_unsaved(store, BEN, proposal, {"low": "3000"}, NOON)
    assert unsaved_of(store, ANNA, coding) == {proposal: {"low": "2000", "note": "a second count"}}
    assert unsaved_of(store, BEN, coding) == {proposal: {"low": "3000"}}
    assert unsaved_of(store, ANNA, f"{added.document_id}.2") == {}
    assert standings(store, coding)[0].fields["low"] == "2100"
    keep_unsaved(store, ANNA, proposal, {}, NOON)
    assert unsaved_of(store, ANNA, coding) == {}


def test_whoever_may_only_read_leaves_nothing_behind(store: Store, added: Article) -> None:
    keep_drafts(store, ANNA, [FIRST], NOON)
    proposal = f"{added.document_id}.1.1"
    for write in (
        lambda: keep_drafts(store, OUTSIDER, [SECOND], NOON),
        lambda: fill_draft(store, OUTSIDER, FIRST.with_filled({"outlet": "x"})),
        lambda: drop_draft(store, OUTSIDER, FIRST.draft_id),
        lambda: keep_unsaved(store, OUTSIDER, proposal, {"low": "1"}, NOON),
        lambda: keep_pasted(store, OUTSIDER, TEXT, NOON),
    ):
        with pytest.raises(NotAllowed):
            write()
    assert drafts_of(store, ANNA) == (FIRST,)
    assert unsaved_of(store, ANNA, f"{added.document_id}.1") == {}
    assert pasted_by(store, ANNA) == ""


def test_a_pasted_text_waits_for_its_own_person_alone(store: Store) -> None:
    keep_pasted(store, ANNA, "Half of a te\0xt", NOON)
    keep_pasted(store, ANNA, TEXT, NOON)
    keep_pasted(store, BEN, "Another text.", NOON)
    assert (pasted_by(store, ANNA), pasted_by(store, BEN)) == (TEXT, "Another text.")
    keep_pasted(store, ANNA, "", NOON)
    assert (pasted_by(store, ANNA), pasted_by(store, BEN)) == ("", "Another text.")


def test_a_database_of_the_first_form_is_brought_up_to_date(store: Store, added: Article) -> None:
    with store.writing() as connection:
        connection.execute(sa.text("DROP TABLE draft"))
        connection.execute(sa.text("DROP TABLE unsaved"))
        connection.execute(sa.text("DROP TABLE pasted"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    again = open_store(store.engine.url.render_as_string(hide_password=False))
    assert len(standings(again, f"{added.document_id}.1")) == 1
    assert drafts_of(again, ANNA) == ()
    again.close()
