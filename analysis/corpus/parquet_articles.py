"""Articles out of a Parquet file, a few at a time, so that no file is too large to be read."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from analysis.corpus.inputs import Articles, check_columns
from analysis.corpus.job import Job
from analysis.errors import MusterError

COLUMNS = ("document_id", "outlet", "published_on", "text")
# So many rows are in memory at a time.
ROWS = 64
# Without a buffer, Arrow reads the whole column of a row group at once.
BUFFER = 1 << 20


def parquet_articles(source: Path) -> Articles:
    """Open a Parquet file with the columns of documents.csv and ``text``. Raises MusterError.

    Other columns than COLUMNS may be there and are not looked at; days may be dates or text.
    """
    with _opened(source) as file:
        check_columns(source, COLUMNS, file.schema_arrow.names)
        for name in COLUMNS:
            _check_type(source, file.schema_arrow.field(name))
        total = file.metadata.num_rows

    def jobs() -> Iterator[Job]:
        with _opened(source) as file:
            try:
                for batch in file.iter_batches(ROWS, columns=list(COLUMNS), use_threads=False):
                    yield from map(_job, *(_words(batch.column(name)) for name in COLUMNS))
            except (pa.ArrowInvalid, OSError) as error:
                raise MusterError(f"{source}: broken Parquet: {error}") from error

    return Articles(total, jobs)


def _opened(source: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(source, buffer_size=BUFFER, pre_buffer=False)
    except FileNotFoundError as error:
        raise MusterError(f"{source}: no such file") from error
    except (pa.ArrowInvalid, OSError) as error:
        raise MusterError(f"{source}: no Parquet file: {error}") from error


def _check_type(source: Path, field: pa.Field) -> None:
    """Refuse a column that cannot be read as text. Raises MusterError."""
    kind = field.type
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    text = pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_null(kind)
    number = field.name == "document_id" and pa.types.is_integer(kind)
    day = field.name == "published_on" and (pa.types.is_date(kind) or pa.types.is_timestamp(kind))
    if not (text or number or day):
        raise MusterError(
            f"{source}: column {field.name!r} is of type {field.type}; it has to be text."
        )


def _words(column: pa.Array) -> list[str | None]:
    """Write a column as text; a moment becomes its day."""
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        column = pc.cast(column, pa.date32(), safe=False)
    words: list[str | None] = pc.cast(column, pa.large_string()).to_pylist()
    return words


def _job(name: str | None, outlet: str | None, day: str | None, text: str | None) -> Job:
    trouble = "" if text is not None else "the cell of its text is empty"
    return Job(name or "", outlet or "", day or "", "", text, trouble)
