"""Where the articles come from: a table with a folder of texts, a folder, one file, or Parquet."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.corpus.job import Job
from analysis.errors import MusterError

TABLE_COLUMNS = ("document_id", "outlet", "published_on", "file")


@dataclass(frozen=True)
class Articles:
    """A stock of articles: how many there are, and a way to go through them in their order."""

    total: int
    jobs: Callable[[], Iterator[Job]]


def articles_of(source: Path, texts: Path | None, published_on: str, outlet: str) -> Articles:
    """Open a stock of articles by the kind of its path; none is read yet. Raises MusterError.

    ``texts`` is the folder of a table's files. ``published_on`` and ``outlet`` hold for all files
    of a folder; tables have their own.
    """
    if source.suffix == ".csv":
        if texts is None:
            raise MusterError(f"{source}: name the folder of its files with --texts")
        return _tabled(source, texts)
    if source.suffix == ".parquet":
        # Loaded here alone: the command line is to start without it.
        from analysis.corpus.parquet_articles import parquet_articles

        return parquet_articles(source)
    names = sorted(path.name for path in source.glob("*.txt")) if source.is_dir() else [""]
    if not names or not source.exists():
        raise MusterError(
            f"{source}: no article there; give a .txt file, a folder of them, or a table"
            " (.csv, .parquet)"
        )
    if not published_on:
        raise MusterError(f"{source}: relative dates need a day; give it with --published-on")

    def jobs() -> Iterator[Job]:
        for name in names:
            path = source / name
            yield Job(path.stem, outlet, published_on, str(path))

    return Articles(len(names), jobs)


def _tabled(source: Path, texts: Path) -> Articles:
    """Go through the rows of a table that name a file."""

    def jobs() -> Iterator[Job]:
        for row in table(source, TABLE_COLUMNS):
            if row["file"]:
                path = str(texts / row["file"])
                yield Job(row["document_id"], row["outlet"], row["published_on"], path)

    return Articles(sum(1 for _ in jobs()), jobs)


def table(path: Path, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Go through the rows of a CSV that has these columns. Raises MusterError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            check_columns(path, columns, reader.fieldnames or ())
            yield from reader
    except OSError as error:
        raise MusterError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise MusterError(f"{path}: no UTF-8 at byte {error.start}; save it as UTF-8") from error
    except csv.Error as error:
        raise MusterError(f"{path}: no CSV: {error}") from error


def check_columns(path: Path, needed: Sequence[str], there: Sequence[str]) -> None:
    """Refuse a table that lacks columns, and name all that it lacks. Raises MusterError."""
    missing = [name for name in needed if name not in there]
    if missing:
        raise MusterError(
            f"{path}: no column {', '.join(map(repr, missing))}. It needs {', '.join(needed)};"
            f" it has {', '.join(there) or 'none'}."
        )
