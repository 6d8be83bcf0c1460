"""Shipped and accepted rows as a data package, and such a package taken in elsewhere."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.errors import MusterError
from analysis.ledger import Ledger, load
from analysis.ledger.package_files import write_package
from analysis.ledger.store.accepted import accepted_tables, with_accepted
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import decide
from analysis.ledger.store.imports import CannotImport, Imported, import_package
from analysis.ledger.store.people import NotAllowed, Person
from analysis.ledger.store.records import Action, Article
from tests.ledger.store.desk import ANNA, NOON, VERSIONS, signed

DATA = Path("data")
SHIPPED = load(DATA)


def ledger_of(store: Store) -> Ledger:
    ledger, problems = with_accepted(SHIPPED, accepted_tables(store, SHIPPED))
    assert problems == ()
    return ledger


@pytest.fixture
def exported(store: Store, added: Article, tmp_path: Path) -> Path:
    decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)
    write_package(ledger_of(store), DATA / "datapackage.json", tmp_path / "package")
    return tmp_path / "package"


def taken_in(store: Store, folder: Path, person: Person = ANNA) -> Imported:
    return import_package(
        store, person, ledger_of(store), load(folder), "package 1", NOON, VERSIONS
    )


def test_the_shipped_tables_are_written_as_they_were_read(tmp_path: Path) -> None:
    write_package(SHIPPED, DATA / "datapackage.json", tmp_path / "package")
    again = load(tmp_path / "package")
    assert again.problems == ()
    for name, table in SHIPPED.tables.items():
        assert_frame_equal(again.table(name), table)


def test_what_was_accepted_is_in_the_package(exported: Path, added: Article) -> None:
    ledger = load(exported)
    assert ledger.problems == ()
    last = ledger.mentions.iloc[-1]
    assert last["mention_id"] == f"m-{added.document_id.removeprefix('added-')}-1"
    assert (last["bound"], last["low"], last["stated_on"]) == ("about", 2100, "2026-02-27")


def test_a_package_is_never_written_over_another_one(exported: Path) -> None:
    with pytest.raises(MusterError, match="there already"):
        write_package(SHIPPED, DATA / "datapackage.json", exported)


def test_new_articles_are_taken_in_and_exported_again_the_same(
    exported: Path, elsewhere: Store
) -> None:
    assert taken_in(elsewhere, exported) == Imported(1, 1, ())
    there = load(exported)
    here = ledger_of(elsewhere)
    assert_frame_equal(here.mentions, there.mentions)
    assert_frame_equal(here.documents, there.documents)
    assert taken_in(elsewhere, exported) == Imported(0, 0, ())


def test_what_differs_is_told_and_left_as_it_is_here(
    exported: Path, elsewhere: Store, tmp_path: Path
) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(exported, changed)
    mentions = pd.read_csv(changed / "mentions.csv", dtype=str, keep_default_na=False)
    mentions.loc[0, "note"] = "another note"
    mentions.to_csv(changed / "mentions.csv", index=False)
    assert taken_in(elsewhere, changed).differing == ("m0001",)
    assert ledger_of(elsewhere).mentions["note"].iloc[0] == SHIPPED.mentions["note"].iloc[0]


def test_a_package_that_names_somebody_unknown_here_is_refused_whole(
    exported: Path, elsewhere: Store
) -> None:
    for table in ("claimants", "mentions"):
        file = exported / f"{table}.csv"
        rows = pd.read_csv(file, dtype=str, keep_default_na=False)
        added = rows.iloc[-1].copy()
        if table == "claimants":
            added["claimant"], added["name"], added["short_name"] = "new_one", "New", "New"
            rows = pd.concat([rows, added.to_frame().T])
        else:
            rows.loc[rows.index[-1], "claimant"] = "new_one"
        rows.to_csv(file, index=False)
    assert load(exported).problems == ()
    with pytest.raises(CannotImport, match="claimant: no such row"):
        taken_in(elsewhere, exported)
    assert len(ledger_of(elsewhere).mentions) == len(SHIPPED.mentions)


def test_whoever_may_only_read_imports_nothing(exported: Path, elsewhere: Store) -> None:
    with pytest.raises(NotAllowed):
        taken_in(elsewhere, exported, Person("visitor", "Sign in."))
