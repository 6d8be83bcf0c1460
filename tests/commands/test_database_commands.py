"""backup, restore, export, import and doctor, run as the README has them."""

from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.ledger import load
from analysis.ledger.store.articles import add_article
from analysis.ledger.store.database import open_store, sqlite_url
from analysis.ledger.store.decisions import decide
from analysis.ledger.store.records import Action
from tests.ledger.store.desk import ANNA, ARTICLE, FIELDS, NOON, TEXT, signed


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with one article and one accepted mention, named by the setting."""
    url = sqlite_url(tmp_path / "muster.sqlite3")
    store = open_store(url)
    start = TEXT.rindex("about 2,100")
    place = (start, start + len("about 2,100"))
    article = add_article(store, ANNA, ARTICLE, [(*place, FIELDS, {})], "extractor 1", NOON)
    decide(store, signed(), f"{article.document_id}.1.1", Action.ACCEPT)
    store.close()
    monkeypatch.setenv("MUSTER_DATABASE_URL", url)
    return url


def test_a_backup_is_restored_into_an_empty_database_alone(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "backup.zip"
    assert main(["backup", str(file)]) == 0
    told = "article 1, draft 0, pasted 0, coding 1, proposal 1, decision 1, unsaved 0"
    assert told in capsys.readouterr().out
    assert main(["restore", str(file)]) == 2
    assert "the database holds rows" in capsys.readouterr().err
    empty = sqlite_url(tmp_path / "empty.sqlite3")
    assert main(["restore", str(file), "--database", empty]) == 0
    capsys.readouterr()
    assert main(["doctor", "--database", empty]) == 0
    assert "nothing wrong" in capsys.readouterr().out


def test_a_cut_backup_is_refused(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "backup.zip"
    main(["backup", str(file)])
    file.write_bytes(file.read_bytes()[:-40])
    empty = sqlite_url(tmp_path / "empty.sqlite3")
    assert main(["restore", str(file), "--database", empty]) == 2
    assert "no whole backup" in capsys.readouterr().err


def test_what_was_accepted_goes_to_another_muster(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "package"
    assert main(["export", str(package)]) == 0
    assert "mentions: 551" in capsys.readouterr().out
    assert load(package).problems == ()
    elsewhere = sqlite_url(tmp_path / "elsewhere.sqlite3")
    assert main(["import", str(package), "--database", elsewhere]) == 0
    assert "1 articles and 1 mentions are new" in capsys.readouterr().out
    assert main(["import", str(package), "--database", elsewhere]) == 0
    assert "0 articles and 0 mentions are new" in capsys.readouterr().out


def test_the_doctor_names_what_is_wrong_and_how_to_mend_it(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(database)
    with store.writing() as connection:
        connection.exec_driver_sql('UPDATE proposal SET "end" = 9999')
    store.close()
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "lies outside its article's text. Restore the last backup" in told
    assert told.endswith("1 wrong\n")


def test_a_database_that_is_none_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "muster.sqlite3"
    file.write_bytes(b"no database" * 500)
    assert main(["doctor", "--database", sqlite_url(file)]) == 2
    assert "Restore the last backup" in capsys.readouterr().err
    assert main(["doctor", "--database", "mysql://host/muster"]) == 2
    assert "SQLite or PostgreSQL" in capsys.readouterr().err
