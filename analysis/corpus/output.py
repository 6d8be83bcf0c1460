"""The results of a run in one file, Parquet or CSV, and the list of what was skipped beside it."""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from analysis.corpus.job import COLUMNS, Skipped
from analysis.corpus.part import SCHEMA, TYPES
from analysis.errors import MusterError
from analysis.exports.formulas import escaped_text

# A row group of about so many mentions: parts hold a few each.
GROUP = 10_000


def write(output: Path, parts: Iterable[Path]) -> None:
    """Write the parts to a Parquet file (.parquet) or CSV, whole or not at all.

    Raises MusterError.
    """
    with _whole(output) as begun:
        if output.suffix == ".parquet":
            _write_parquet(begun, parts)
        else:
            with begun.open("w", encoding="utf-8", newline="") as file:
                write_csv(file, parts)


def write_csv(out: TextIO, parts: Iterable[Path]) -> None:
    """Write the parts as rows of mentions.csv; what a spreadsheet would run is disarmed."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for part in parts:
        columns = pq.ParquetFile(part).read(use_threads=False).to_pydict()
        cells = ([_written(name, cell) for cell in columns[name]] for name in COLUMNS)
        rows.writerows(zip(*cells, strict=True))


def write_skipped(output: Path, skipped: Sequence[Skipped]) -> Path | None:
    """Write what was skipped beside the output; nothing, and no old list, where nothing was."""
    path = output.with_name(f"{output.stem}.skipped.csv")
    if not skipped:
        path.unlink(missing_ok=True)
        return None

    with _whole(path) as begun, begun.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(Skipped._fields)
        rows.writerows(
            [*map(escaped_text, one[:-1]), "" if one.unread_from is None else one.unread_from]
            for one in skipped
        )
    return path


def _write_parquet(path: Path, parts: Iterable[Path]) -> None:
    """Put the rows of parts together to groups of a size that readers like."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for table in _groups(parts):
            writer.write_table(table)


def _groups(parts: Iterable[Path]) -> Iterator[pa.Table]:
    taken, rows = [], 0
    for part in parts:
        taken.append(pq.ParquetFile(part).read(use_threads=False).replace_schema_metadata(None))
        rows += len(taken[-1])
        if rows >= GROUP:
            yield pa.concat_tables(taken).combine_chunks()
            taken, rows = [], 0
    if taken:
        yield pa.concat_tables(taken).combine_chunks()


def _written(name: str, cell: str | float | None) -> str:
    if cell is None:
        return ""
    if name in TYPES:
        return f"{cell:.15g}"
    return escaped_text(str(cell))


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Have a file written under another name first, so that no half is ever taken for the whole."""
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield begun
        begun.replace(path)
    except OSError as error:
        raise MusterError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        begun.unlink(missing_ok=True)
