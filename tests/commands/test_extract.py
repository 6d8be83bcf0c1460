"""The command extract: tables, folders and files in, rows of mentions.csv out."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.commands.extract import COLUMNS

TEXT = "The NIS said on Wednesday that some 600 North Korean soldiers were killed.\n"


def table(path: Path, names: list[str]) -> Path:
    lines = ["document_id,outlet,published_on,language,file"]
    lines += [f"{name},Somewhere,2025-02-27,en,{name}.txt" for name in names]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_table_of_articles_becomes_rows(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "found.csv"
    documents = table(tmp_path / "documents.csv", ["one"])
    assert main(["extract", str(documents), "--texts", str(tmp_path), "-o", str(out)]) == 0
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert tuple(row) == COLUMNS
    assert row["document_id"] == "one"
    assert TEXT[int(row["start"]) : int(row["end"])] == row["wording"]


def test_a_broken_file_is_reported_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_bytes(b"\xff\xfe")
    documents = table(tmp_path / "documents.csv", ["two", "missing", "one"])
    assert main(["extract", str(documents), "--texts", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.err.count("skipped:") == 2
    assert "one-001" in printed.out


def test_a_single_file_needs_its_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "one.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(article)]) == 2
    assert "--published-on" in capsys.readouterr().err
    assert main(["extract", str(article), "--published-on", "2025-02-27"]) == 0


def test_a_text_that_is_not_read_to_its_end_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "long.txt"
    article.write_text(TEXT + "a\n" * 20_000, encoding="utf-8")
    assert main(["extract", str(article), "--published-on", "2025-02-27"]) == 1
    printed = capsys.readouterr()
    assert "long-001" in printed.out
    # The limit is 10,000 sentences and one more for each 200 characters.
    most = 10_000 + (len(TEXT) + 40_000) // 200
    place = len(TEXT) + 2 * (most - 1)
    assert f"read in part: {article}: Read for figures up to character {place:,}:" in printed.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_article_is_from_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    article = tmp_path / "one.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(article), "--published-on", day]) == 1
    told = f"published_on '{day}': no article is from the year {int(day[:4])}: give a day from 1900"
    assert told in capsys.readouterr().err


def test_own_names_come_from_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, names = tmp_path / "one.txt", tmp_path / "names.csv"
    article.write_text(TEXT.replace("The NIS", "Lantern Desk"), encoding="utf-8")
    names.write_text("table,value,phrase\nclaimant,think_tank,Lantern Desk\n", encoding="utf-8")
    arguments = ["extract", str(article), "--published-on", "2025-02-27", "--aliases", str(names)]
    assert main(arguments) == 0
    assert ",think_tank," in capsys.readouterr().out


def test_it_starts_without_the_libraries_of_tables_and_charts(project: Path) -> None:
    code = "import sys; import analysis.commands.extract; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=project, check=False).returncode == 0
