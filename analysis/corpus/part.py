"""A part: the mentions of one batch as a Parquet file, which also says what was skipped in it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from analysis.corpus.batches import Batch
from analysis.corpus.job import COLUMNS, Skipped

TYPES = {
    "occurrence": pa.int32(),
    "start": pa.int64(),
    "end": pa.int64(),
    "low": pa.float64(),
    "high": pa.float64(),
}
# All other columns are text, and empty where there is nothing to say, as in mentions.csv. An end
# of a number that its bound leaves open is null.
SCHEMA = pa.schema([(name, TYPES.get(name, pa.string())) for name in COLUMNS])
# Where the facts stand in the file.
FACTS = b"muster"


@dataclass(frozen=True)
class Facts:
    """What is known of a part: its batch, how many articles and mentions, and what was skipped."""

    digest: str
    articles: int
    mentions: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True)
class Part:
    """A part with its file as bytes."""

    facts: Facts
    data: bytes


def part_of(batch: Batch, rows: Sequence[dict[str, str]], skipped: Sequence[Skipped]) -> Part:
    """Write the rows of a batch, as cells by column, into a part."""
    columns = {name: [_cell(name, row[name]) for row in rows] for name in COLUMNS}
    table = pa.table(columns, schema=SCHEMA)
    return _written(batch, table, skipped)


def joined(batch: Batch, parts: Sequence[Part]) -> Part:
    """Put the parts of a batch's articles together to that of the batch."""
    tables = [pq.ParquetFile(BytesIO(part.data)).read(use_threads=False) for part in parts]
    table = pa.concat_tables([SCHEMA.empty_table(), *tables])
    return _written(batch, table, [one for part in parts for one in part.facts.skipped])


def facts_of(path: Path) -> Facts | None:
    """Read what is known of a part; None where the file is not there or not whole."""
    try:
        written = pq.read_metadata(path).metadata
        facts = json.loads(written[FACTS])
    except (OSError, KeyError, pa.ArrowInvalid):
        return None
    skipped = tuple(Skipped(*one) for one in facts["skipped"])
    return Facts(facts["digest"], facts["articles"], facts["mentions"], skipped)


def _written(batch: Batch, table: pa.Table, skipped: Sequence[Skipped]) -> Part:
    facts = Facts(batch.digest, len(batch.jobs), len(table), tuple(skipped))
    written = json.dumps(vars(facts))
    table = table.replace_schema_metadata({FACTS: written})
    data = BytesIO()
    pq.write_table(table, data, compression="zstd")
    return Part(facts, data.getvalue())


def _cell(name: str, cell: str) -> str | int | float | None:
    if name not in TYPES:
        return cell
    if not cell:
        return None
    return float(cell) if pa.types.is_floating(TYPES[name]) else int(cell)
