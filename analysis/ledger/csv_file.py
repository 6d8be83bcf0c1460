"""One CSV file as a table of text, or the reasons why it is none.

A byte order mark and Windows line ends are accepted, since a spreadsheet program writes both and
neither leaves a doubt about any cell. Everything else that CSV readers quietly repair (short and
long rows, other encodings, headers out of order) is reported: it would put values under the wrong
name.
"""

import csv
import io
from codecs import getincrementaldecoder
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.csv as pa_csv  # type: ignore[import-untyped]

from analysis.ledger.package import TableSchema
from analysis.ledger.problem import Problem

TEXT = pd.StringDtype(na_value=float("nan"))

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# Bytes that are read as text at a time.
BLOCK = 2**22


@dataclass(frozen=True)
class CsvFile:
    """A file's cells as text, and what was wrong in reading them.

    ``frame`` holds the rows that could be read, with the header's own column names; None where the
    file cannot be read at all. ``problems`` concern the file, its header and rows of a wrong length.
    """

    frame: pd.DataFrame | None
    problems: tuple[Problem, ...]
    data: bytes = field(default=b"", repr=False)

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """Give the line in the file on which each row of the frame begins.

        Read again from the bytes, and only when a problem asks for it: quoted cells may run over
        several lines, so that a row's number does not tell its line.
        """
        width = 0 if self.frame is None else self.frame.shape[1]
        return tuple(line for line, cells in _records(self.data) if len(cells) == width)[1:]


def read_csv_file(path: Path, schema: TableSchema) -> CsvFile:
    """Read the file of a table as text, with every problem of encoding, header and row length."""

    def unusable(reason: str, remedy: str, line: int = 0) -> CsvFile:
        return CsvFile(None, (Problem(schema.name, line, "", "", "", reason, remedy),))

    try:
        data = path.read_bytes().removeprefix(BYTE_ORDER_MARK)
    except FileNotFoundError:
        return unusable(f"the file {path.name} is missing", "Put it back beside datapackage.json.")
    except OSError as error:
        return unusable(f"the file {path.name} cannot be read: {error.strerror}", "Mend its path.")
    wrong = _first_undecodable(data)
    if wrong is not None:
        line = data.count(b"\n", 0, wrong) + 1
        return unusable("the file is not UTF-8", "Save it as CSV UTF-8.", line)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return unusable("the file holds a NUL byte", "Save it as CSV UTF-8.", line)
    if not data[:BLOCK].strip() and not data.strip():
        return unusable("the file is empty", "It needs at least its header.")
    # Readers take an unclosed quotation mark for a cell that runs to the end of the file, and the
    # rows in it would vanish without a word.
    if data.count(b'"') % 2:
        remedy = "Close it; inside a quoted cell, write each mark twice."
        return unusable("a quotation mark is never closed", remedy)
    try:
        frame, has_ragged = _parse(data)
        ragged = _ragged_rows(data, schema.name, frame.shape[1]) if has_ragged else ()
    except (pa.ArrowInvalid, csv.Error) as error:
        return unusable(f"no CSV: {error}", "Save it as CSV UTF-8 with commas.")
    return CsvFile(frame, (*_header_problems(frame, schema), *ragged), data)


def _first_undecodable(data: bytes) -> int | None:
    """Find the first byte that is not UTF-8, block by block: a file as text takes several times its size."""
    decoder = getincrementaldecoder("utf-8")()
    for start in range(0, len(data), BLOCK):
        kept = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + BLOCK], final=start + BLOCK >= len(data))
        except UnicodeDecodeError as error:
            return start - kept + error.start
    return None


def _lines(data: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")


def _parse(data: bytes) -> tuple[pd.DataFrame, bool]:
    """Cut the bytes into cells; tell too whether rows of a wrong length were left out."""
    records = csv.reader(_lines(data))
    header = next(cells for cells in records if cells)
    has_ragged = False

    def leave_out(_row: pa_csv.InvalidRow) -> str:
        nonlocal has_ragged
        has_ragged = True
        return "skip"

    numbered = [str(number) for number in range(len(header))]
    table = pa_csv.read_csv(
        # Arrow takes a header for too short a file where no line end follows it.
        pa.BufferReader(data if data.endswith(b"\n") else data + b"\n"),
        # One block, because a row that straddles two of them is refused.
        read_options=pa_csv.ReadOptions(
            block_size=len(data) + 2,
            use_threads=False,
            column_names=numbered,
            skip_rows=records.line_num,
        ),
        parse_options=pa_csv.ParseOptions(newlines_in_values=True, invalid_row_handler=leave_out),
        convert_options=pa_csv.ConvertOptions(
            column_types={name: pa.string() for name in numbered}, strings_can_be_null=False
        ),
    )
    frame = table.to_pandas(types_mapper={pa.string(): TEXT}.get)
    frame.columns = pd.Index(header)
    return frame, has_ragged


def _records(data: bytes) -> list[tuple[int, list[str]]]:
    reader = csv.reader(_lines(data))
    records, start = [], 1
    for cells in reader:
        if cells:
            records.append((start, cells))
        start = reader.line_num + 1
    return records


def _ragged_rows(data: bytes, table: str, width: int) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            table,
            line,
            cells[0],
            "",
            "",
            f"the row has {len(cells)} cells, the header has {width}",
            "Give every column its cell; put cells that hold a comma into quotation marks.",
        )
        for line, cells in _records(data)
        if len(cells) != width
    )


def _header_problems(frame: pd.DataFrame, schema: TableSchema) -> tuple[Problem, ...]:
    found, wanted = list(frame.columns), list(schema.columns)

    def problem(column: str, reason: str, remedy: str) -> Problem:
        return Problem(schema.name, 1, "", column, "", reason, remedy)

    problems = [
        problem(name, "the column is missing", "Add it; its cells may be empty if it is optional.")
        for name in wanted
        if name not in found
    ]
    problems += [
        problem(name, "no such column is described", "Remove it, or describe it in the package.")
        for name in dict.fromkeys(found)
        if name not in wanted
    ]
    problems += [
        problem(name, "the column stands in the header twice", "Keep one of them.")
        for name in dict.fromkeys(found)
        if found.count(name) > 1
    ]
    if not problems and found != wanted:
        first = next(i for i, name in enumerate(wanted) if found[i] != name)
        reason = f"the columns are out of order: column {first + 1} should be {wanted[first]}"
        problems.append(problem(found[first], reason, "Put them into the order of the package."))
    return tuple(problems)
