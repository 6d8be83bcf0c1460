"""A backup holds everything, comes back as it was, and is refused when it is not whole."""

import json
import zipfile
from pathlib import Path

import pytest

from analysis.errors import MusterError
from analysis.ledger.store.articles import article_of
from analysis.ledger.store.backup import BadBackup, NotEmpty, restore_backup, write_backup
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import decide, history
from analysis.ledger.store.records import Action, Article
from tests.ledger.store.desk import signed


@pytest.fixture
def saved(store: Store, added: Article, tmp_path: Path) -> Path:
    decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)
    file = tmp_path / "muster.zip"
    counts = write_backup(store, file)
    assert counts == {
        "article": 1,
        "draft": 0,
        "pasted": 0,
        "coding": 1,
        "proposal": 1,
        "decision": 1,
        "unsaved": 0,
    }
    return file


def test_everything_comes_back(store: Store, added: Article, saved: Path, elsewhere: Store) -> None:
    restore_backup(elsewhere, saved)
    assert article_of(elsewhere, added.document_id) == added
    proposal_id = f"{added.document_id}.1.1"
    assert history(elsewhere, proposal_id) == history(store, proposal_id)
    after = decide(elsewhere, signed(seen=1, reason="old"), proposal_id, Action.REJECT)
    assert (after.number, after.decision_id) == (2, 2)


def test_a_database_that_holds_rows_is_never_overwritten(store: Store, saved: Path) -> None:
    with pytest.raises(NotEmpty, match="nothing was changed"):
        restore_backup(store, saved)


def test_a_cut_file_is_refused_before_anything_is_written(saved: Path, elsewhere: Store) -> None:
    saved.write_bytes(saved.read_bytes()[:-200])
    with pytest.raises(BadBackup, match=r"muster\.zip"):
        restore_backup(elsewhere, saved)


def test_a_changed_table_is_refused(saved: Path, elsewhere: Store, tmp_path: Path) -> None:
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"2100", b"9100"))
    with pytest.raises(BadBackup, match="proposal in it is cut or was changed"):
        restore_backup(elsewhere, changed)


def test_a_backup_of_another_form_is_refused(saved: Path, elsewhere: Store, tmp_path: Path) -> None:
    newer = tmp_path / "newer.zip"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(newer, "w") as new:
        manifest = json.loads(old.read("manifest.json")) | {"form": "9999"}
        new.writestr("manifest.json", json.dumps(manifest))
    with pytest.raises(BadBackup, match="form 9999"):
        restore_backup(elsewhere, newer)


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_a_file_that_is_no_backup_is_refused(
    content: bytes, elsewhere: Store, tmp_path: Path
) -> None:
    file = tmp_path / "no.zip"
    file.write_bytes(content)
    with pytest.raises(BadBackup):
        restore_backup(elsewhere, file)


def test_a_missing_file_is_named(elsewhere: Store, tmp_path: Path) -> None:
    with pytest.raises(BadBackup, match="no such file"):
        restore_backup(elsewhere, tmp_path / "gone.zip")


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(MusterError, match="cannot be written"):
        write_backup(store, tmp_path / "no folder" / "muster.zip")
    assert not (tmp_path / "no folder").exists()
