"""The doctor names what is wrong with a database and how to mend it."""

import sqlite3
from pathlib import Path

import pytest

from analysis.ledger import load
from analysis.ledger.store.articles import add_article
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import decide
from analysis.ledger.store.doctor import counts, findings
from analysis.ledger.store.records import Action, Article
from tests.ledger.store.desk import ANNA, ARTICLE, FIELDS, NOON, signed

SHIPPED = load(Path("data"))


def told(store: Store) -> list[str]:
    return [str(finding) for finding in findings(store, SHIPPED)]


def test_nothing_is_wrong_with_a_sound_database(store: Store, added: Article) -> None:
    decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)
    assert told(store) == []
    found = counts(store)
    assert [found[name] for name in ("article", "coding", "proposal", "decision")] == [1, 1, 1, 1]


def test_an_accepted_row_that_no_longer_fits_is_named(store: Store, added: Article) -> None:
    corrected = {**FIELDS, "claimant": "nobody_known"}
    decide(store, signed(), f"{added.document_id}.1.1", Action.CORRECT, corrected)
    (finding,) = told(store)
    assert "stays out of the ledger" in finding
    assert "claimant" in finding


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("UPDATE proposal SET start = 5000, end = 5010", "outside its article's text"),
        ("DELETE FROM coding", "points to a row of coding"),
        (
            "DROP TRIGGER decision_no_update; UPDATE decision SET number = 3",
            "Decisions on proposal",
        ),
    ],
)
def test_what_somebody_changed_by_hand_is_found(
    sqlite_store: Store, damage: str, expected: str
) -> None:
    store = sqlite_store
    added = add_article(store, ANNA, ARTICLE, [(0, 5, FIELDS, {})], "extractor 1", NOON)
    decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)
    by_hand = sqlite3.connect(str(store.engine.url.database))
    by_hand.executescript(damage)
    by_hand.commit()
    by_hand.close()
    found = told(store)
    assert any(expected in finding for finding in found)
    assert any("restore" in finding for finding in found)
