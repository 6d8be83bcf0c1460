"""Files that are no tables, or not quite: told clearly, or read where nothing is in doubt."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis.ledger import Ledger, load
from analysis.ledger.package import TABLES

HEADER = "claimant_a,claimant_b,reason"


def only_problem(folder: Path, table: str) -> tuple[int, str, str]:
    problems = [p for p in load(folder).problems if p.table == table]
    assert len(problems) == 1, [str(p) for p in problems]
    return problems[0].line, problems[0].column, problems[0].reason


def edit(folder: Path, table: str, change: Callable[[bytes], bytes]) -> None:
    path = folder / f"{table}.csv"
    path.write_bytes(change(path.read_bytes()))


def same_mentions(one: Ledger, other: Ledger) -> bool:
    pd.testing.assert_frame_equal(one.mentions, other.mentions)
    return not one.problems


def test_a_byte_order_mark_is_accepted(folder: Path, shipped: Ledger) -> None:
    edit(folder, "mentions", lambda data: b"\xef\xbb\xbf" + data)
    assert same_mentions(load(folder), shipped)


def test_windows_line_ends_are_accepted(folder: Path, shipped: Ledger) -> None:
    edit(folder, "mentions", lambda data: data.replace(b"\n", b"\r\n"))
    assert same_mentions(load(folder), shipped)


def test_blank_lines_are_accepted_and_counted(folder: Path, change) -> None:
    change("mentions", "m0003", low="six")
    edit(folder, "mentions", lambda data: data.replace(b"\nm0002", b"\n\nm0002", 1) + b"\n\n")
    assert only_problem(folder, "mentions") == (5, "low", "no number")


def test_a_missing_last_line_end_is_accepted(folder: Path, shipped: Ledger) -> None:
    edit(folder, "mentions", bytes.rstrip)
    assert same_mentions(load(folder), shipped)


def test_a_missing_file(folder: Path) -> None:
    (folder / "mentions.csv").unlink()
    ledger = load(folder)
    assert [(p.table, p.row) for p in ledger.problems] == [("mentions", "whole file")]
    assert "missing" in ledger.problems[0].reason
    assert len(ledger.documents) == 129


def test_a_folder_in_place_of_a_file(folder: Path) -> None:
    (folder / "stances.csv").unlink()
    (folder / "stances.csv").mkdir()
    assert "cannot be read" in only_problem(folder, "stances")[2]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding(encoding: str, folder: Path) -> None:
    text = f"{HEADER}\nnis,rok_mnd,one\nnis,rok_jcs,d\u00e9j\u00e0 vu\n"
    edit(folder, "shared_intelligence", lambda _: text.encode(encoding))
    line, column, reason = only_problem(folder, "shared_intelligence")
    assert (line, column) == (3 if encoding == "cp1252" else 1, "")
    assert reason == "the file is not UTF-8"


@pytest.mark.parametrize(
    ("content", "line", "column", "reason"),
    [
        ("", 0, "", "the file is empty"),
        ("\n \n", 0, "", "the file is empty"),
        (f"{HEADER}\nnis,rok_mnd\n", 2, "", "the row has 2 cells, the header has 3"),
        (f"{HEADER}\nnis,rok_mnd,a,b\n", 2, "", "the row has 4 cells, the header has 3"),
        (f"{HEADER}\nnis,rok_mnd,one\n\0", 3, "", "the file holds a NUL byte"),
        (f'{HEADER}\nnis,rok_mnd,"one\n', 0, "", "a quotation mark is never closed"),
        ("claimant_a,reason\nnis,one\n", 1, "claimant_b", "the column is missing"),
        (f"{HEADER},more\nnis,rok_mnd,one,x\n", 1, "more", "no such column is described"),
        (
            f"{HEADER},reason\nnis,rok_mnd,one,x\n",
            1,
            "reason",
            "the column stands in the header twice",
        ),
        (
            "claimant_b,claimant_a,reason\nnis,rok_mnd,one\n",
            1,
            "claimant_b",
            "the columns are out of order: column 1 should be claimant_a",
        ),
    ],
)
def test_files_that_are_not_quite_tables(
    content: str, line: int, column: str, reason: str, folder: Path
) -> None:
    edit(folder, "shared_intelligence", lambda _: content.encode())
    assert only_problem(folder, "shared_intelligence") == (line, column, reason)


def test_a_table_with_its_header_alone_is_empty_and_sound(folder: Path) -> None:
    edit(folder, "shared_intelligence", lambda _: HEADER.encode())
    ledger = load(folder)
    assert ledger.problems == ()
    assert ledger.shared_intelligence.columns.tolist() == HEADER.split(",")
    assert ledger.shared_intelligence.empty


def test_every_table_may_have_its_header_alone(folder: Path) -> None:
    for name in TABLES:
        edit(folder, name, lambda data: data.splitlines(keepends=True)[0])
    ledger = load(folder)
    assert ledger.problems == ()
    assert ledger.data_day == ""
    assert str(ledger.mentions.dtypes["low"]) == "float64"
    assert str(ledger.mentions.dtypes["wording"]) == "str"


def test_rows_of_a_wrong_length_are_told_beside_wrong_cells(folder: Path, change) -> None:
    change("mentions", "m0005", low="six")
    edit(folder, "mentions", lambda data: data.replace(b"\nm0003,", b"\nm0003;", 1))
    found = [(p.line, p.key[:5], p.column) for p in load(folder).problems if p.table == "mentions"]
    assert found == [(4, "m0003", ""), (6, "m0005", "low")]


def test_a_missing_column_does_not_hide_wrong_cells(folder: Path) -> None:
    content = "claimant_a,reason\nsomebody,one\n"
    edit(folder, "shared_intelligence", lambda _: content.encode())
    columns = [p.column for p in load(folder).problems]
    assert columns == ["claimant_b", "claimant_a"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "the file is missing"),
        (b"{", "no JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "not the description of a data package"),
        (b'{"resources": [{"name": "mentions"}]}', "not the description of a data package"),
    ],
)
def test_a_package_without_its_description(
    content: bytes | None, reason: str, folder: Path
) -> None:
    path = folder / "datapackage.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    ledger = load(folder)
    assert ledger.broken == frozenset(TABLES)
    assert all(reason in problem.reason for problem in ledger.problems)
    assert len(ledger.problems) == len(TABLES)


def test_a_description_that_lacks_a_table(folder: Path) -> None:
    (folder / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    ledger = load(folder)
    assert ledger.broken == frozenset(TABLES)
    assert all("does not describe" in problem.reason for problem in ledger.problems)
