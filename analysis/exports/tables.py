"""Tables as CSV, Excel and JSON: the rows shown, numbers as numbers, open ends empty.

Dates stay the partial text that they are: a spreadsheet that reads "2025-02" as the first of the
month would say more than anybody knows.
"""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter  # type: ignore[import-untyped]

from analysis.exports.citation import cite_view, view_bibtex
from analysis.exports.formulas import FORMULA_SIGNS, escaped_text
from analysis.exports.notes import Notes

WHOLE = "{:.15g}".format

# Excel's own limits; a text or a sheet beyond them would make a file that it refuses.
MOST_LETTERS = 32_767
MOST_ROWS = 1_048_575
SHEET_NAME = 31

WIDTHS = (8, 44)
# Rows looked at for a column's width: wide enough for what one sees first.
LOOKED_AT = 200

# What the columns mean: by table, then by column.
Meanings = Mapping[str, Mapping[str, str]]


def escaped(table: pd.DataFrame) -> pd.DataFrame:
    """Escape every text cell and every heading that a spreadsheet would run."""
    safe = pd.DataFrame(
        {
            name: column.map(_safe)
            if pd.api.types.is_string_dtype(column) or column.dtype == object
            else column
            for name, column in table.items()
        },
        index=table.index,
    )
    return safe.rename(columns=_safe)


def _safe(cell: Any) -> Any:
    return escaped_text(cell) if isinstance(cell, str) else cell


def csv_text(table: pd.DataFrame) -> str:
    """Write the rows shown, and nothing else, as CSV; an end that is open is an empty cell."""
    # Only the signs that end a line get quoted in a cell: both have to, or a carriage return in a
    # text would start a row of its own, formula and all.
    return escaped(table).to_csv(index=False, float_format=WHOLE, lineterminator="\r\n")


def json_text(tables: Mapping[str, pd.DataFrame], notes: Notes, meanings: Meanings) -> str:
    """Write tables by name as JSON, with the notes, the citation and what the columns mean.

    An open end is null, an empty text stays "".
    """
    document: dict[str, Any] = {
        "notes": {**notes.lines(), "Cite as": cite_view(notes)},
        "columns": {name: dict(meanings.get(name, {})) for name in tables},
        **{name: _records(table) for name, table in tables.items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    rows = table.to_dict("records")
    return [{str(name): _plain(cell) for name, cell in row.items()} for row in rows]


def _plain(cell: Any) -> str | int | float | bool | None:
    """Give a cell as JSON has it: nothing for an open end, and 300 rather than 300.0."""
    if isinstance(cell, str | bool):
        return cell
    if pd.isna(cell):
        return None
    number = float(cell)
    return int(number) if number.is_integer() else number


def workbook(tables: Mapping[str, pd.DataFrame], notes: Notes, meanings: Meanings) -> bytes:
    """Write tables as sheets of an Excel file, after a sheet of notes.

    Texts are written as texts whatever they look like, and stay so when a reader edits them; a
    table longer than a sheet is cut there, and the notes say so.
    """
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        # The file is the same whenever it is made: no clock.
        book.set_properties({"title": notes.title, "author": "Muster", "created": _stamp(notes)})
        _write_notes(book, tables, notes, meanings)
        for name, table in tables.items():
            _write_table(book, name, table)
    return target.getvalue()


def _stamp(notes: Notes) -> datetime:
    return datetime.fromisoformat(notes.edition.data_day)


def _write_notes(
    book: xlsxwriter.Workbook,
    tables: Mapping[str, pd.DataFrame],
    notes: Notes,
    meanings: Meanings,
) -> None:
    sheet = book.add_worksheet("Notes")
    bold = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    lines = list(notes.lines().items())
    lines += [("Cite as", cite_view(notes)), ("BibTeX", view_bibtex(notes))]
    cut = [name for name, table in tables.items() if len(table) > MOST_ROWS]
    if cut:
        lines.append(("Cut", f"{', '.join(cut)}: only the first {MOST_ROWS:,} rows fit a sheet."))
    row = 0
    for name, line in lines:
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, line, text)
        row += 1
    for name in tables:
        row += 1
        sheet.write_string(row, 0, f"Columns of {name}", bold)
        for column, meaning in meanings.get(name, {}).items():
            row += 1
            sheet.write_string(row, 0, column)
            sheet.write_string(row, 1, meaning, text)
        row += 1


def _write_table(book: xlsxwriter.Workbook, name: str, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet(name[:SHEET_NAME])
    heading = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"quote_prefix": True})
    number = book.add_format({"num_format": "#,##0.########"})
    whole = book.add_format({"num_format": "#,##0"})
    for at, (column, cells) in enumerate(table.items()):
        sheet.write_string(0, at, str(column), heading)
        sheet.set_column(at, at, _width(str(column), cells))
        for row, cell in enumerate(cells.iloc[:MOST_ROWS].tolist(), 1):
            plain = _plain(cell)
            if isinstance(plain, str):
                if plain:
                    form = text if plain.startswith(FORMULA_SIGNS) else None
                    sheet.write_string(row, at, plain[:MOST_LETTERS], form)
            elif isinstance(plain, bool):
                sheet.write_boolean(row, at, plain)
            elif plain is not None:
                sheet.write_number(row, at, plain, whole if isinstance(plain, int) else number)
    sheet.freeze_panes(1, 1)
    if len(table.columns):
        sheet.autofilter(0, 0, min(len(table), MOST_ROWS), len(table.columns) - 1)


def _width(heading: str, cells: pd.Series) -> int:
    narrowest, widest = WIDTHS
    longest = max((len(str(cell)) for cell in cells.iloc[:LOOKED_AT]), default=0)
    return min(max(len(heading) + 2, longest + 1, narrowest), widest)
