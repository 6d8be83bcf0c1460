"""Tables, opened again: what is read back is what was shown."""

import csv
import io
import json

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.commands.board import Board, Chart
from analysis.exports.columns import meanings
from analysis.exports.formulas import escaped_text
from analysis.exports.notes import Edition, Notes
from analysis.exports.tables import csv_text, json_text, workbook

NOTES = Notes("A title", "NIS · killed", ("NIS",), "1 claim", Edition("0.1.0", "2026-02-27"))
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
DANGEROUS = "=HYPERLINK(A1)"


def expected(cell: object) -> str:
    """Write a cell as the file has it: nothing for an open end, 300 for 300.0."""
    if isinstance(cell, float):
        return "" if pd.isna(cell) else f"{cell:.15g}"
    return str(cell)


def test_csv_holds_exactly_the_rows_shown(killed: Chart) -> None:
    head, *rows = csv.reader(io.StringIO(csv_text(killed.rows)))
    assert head == list(killed.rows.columns)
    assert rows == [[expected(cell) for cell in row] for row in killed.rows.itertuples(index=False)]


def test_csv_tells_marks_from_what_was_said_before(killed: Chart) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(killed.rows))))
    nis = [(row["low"], row["drawn"]) for row in rows if row["source"] == "NIS"]
    assert sorted(nis) == [
        ("100", "earlier"),
        ("2000", "mark"),
        ("300", "earlier"),
        ("600", "earlier"),
    ]


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    table = pd.DataFrame({text or "x": pd.Series([text], dtype="str"), "n": [-1.5]})
    head, row = csv.reader(io.StringIO(csv_text(table), newline=""))
    assert not head[0].startswith(RUNS)
    assert not row[0].startswith(RUNS)
    assert row[0].removeprefix("'") == text.removeprefix("'")
    # A number below nought is a number, and stays one.
    assert row[1] == "-1.5"


@pytest.mark.parametrize("sign", RUNS)
def test_each_sign_is_escaped(sign: str) -> None:
    assert escaped_text(f"{sign}1") == f"'{sign}1"
    assert escaped_text(f"1{sign}") == f"1{sign}"


@pytest.fixture(scope="module")
def book(board: Board, killed: Chart) -> openpyxl.Workbook:
    tables = {"claims": killed.rows, "mentions": killed.tables["mentions"]}
    told = {name: meanings(table.columns, board.ledger.package) for name, table in tables.items()}
    return openpyxl.load_workbook(io.BytesIO(workbook(tables, killed.notes, told)))


def rows_of(book: openpyxl.Workbook, sheet: str) -> list[dict[str, object]]:
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_excel_keeps_every_cell(book: openpyxl.Workbook, killed: Chart) -> None:
    for read, row in zip(rows_of(book, "claims"), killed.rows.to_dict("records"), strict=True):
        for name, cell in row.items():
            empty = cell == "" or (isinstance(cell, float) and pd.isna(cell))
            assert read[str(name)] == (None if empty else cell), name


def test_excel_keeps_partial_dates_as_text_and_open_ends_empty(book: openpyxl.Workbook) -> None:
    officials = next(r for r in rows_of(book, "claims") if r["source"] == "UA officials")
    assert officials["said_on"] == "2026-02"
    assert (officials["bound"], officials["low"], officials["high"]) == ("at_least", 6000, None)
    nis = next(r for r in rows_of(book, "claims") if (r["source"], r["low"]) == ("NIS", 2000))
    assert nis["said_on"] == "2025-09-02"
    assert isinstance(nis["articles"], int)


def test_excel_says_what_it_holds(book: openpyxl.Workbook) -> None:
    notes = dict(
        row for row in book["Notes"].iter_rows(min_col=1, max_col=2, values_only=True) if row[0]
    )
    assert book.sheetnames == ["Notes", "claims", "mentions"]
    assert notes["Shown"] == "all sources · killed · without incidents and increments"
    assert notes["Standing"] == "As claimed, not verified."
    assert notes["Data"] == "Muster 0.1.0, articles to 27 Feb 2026"
    assert notes["Licence"] == "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
    assert notes["BibTeX"].startswith("@misc{")
    assert notes["wording"].startswith("The short phrase as printed")


def test_excel_runs_no_text() -> None:
    table = pd.DataFrame(
        {"note": pd.Series([DANGEROUS, "https://example.org", "007"], dtype="str")}
    )
    read = openpyxl.load_workbook(io.BytesIO(workbook({"t": table}, NOTES, {})))["t"]
    cells = [read.cell(row, 1) for row in (2, 3, 4)]
    assert [cell.value for cell in cells] == [DANGEROUS, "https://example.org", "007"]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert cells[0].quotePrefix
    assert cells[1].hyperlink is None


def test_the_same_tables_make_the_same_file(killed: Chart) -> None:
    made = [workbook({"claims": killed.rows}, killed.notes, {}) for _ in range(2)]
    assert made[0] == made[1]


def test_json_holds_rows_and_notes(board: Board, killed: Chart) -> None:
    told = {"claims": meanings(killed.rows.columns, board.ledger.package)}
    read = json.loads(json_text({"claims": killed.rows}, killed.notes, told))
    assert len(read["claims"]) == len(killed.rows)
    officials = next(row for row in read["claims"] if row["source"] == "UA officials")
    assert (officials["low"], officials["high"], officials["said_on"]) == (6000, None, "2026-02")
    assert officials["co_claimants"] == ""
    assert read["notes"]["Data"] == "Muster 0.1.0, articles to 27 Feb 2026"
    assert read["notes"]["Sources"].startswith("NIS, UA officials")


def test_every_exported_column_is_explained(board: Board, killed: Chart) -> None:
    mentions = killed.tables["mentions"]
    for table in (killed.rows, mentions):
        told = meanings(table.columns, board.ledger.package)
        assert [name for name, meaning in told.items() if not meaning] == []
