"""``extract``: the mentions in articles, found by rules, as rows of mentions.csv."""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TextIO

from analysis.errors import MusterError
from analysis.exports.formulas import escaped_text
from analysis.extraction import FIELDS, Lexicon, Row, compiled, extract, shipped

COLUMNS = (
    "mention_id", "document_id", "wording", "occurrence", *FIELDS, "start", "end", "rule",
)  # fmt: skip
ALIAS_COLUMNS = ("table", "value", "phrase")
BAR = 30


class Job(NamedTuple):
    """One article to read: ``published_on`` as its table gives it."""

    document_id: str
    outlet: str
    published_on: str
    path: Path


class BrokenArticle(MusterError):
    """An article that cannot be read: says which and why."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "extract",
        description="Find numeric claims in articles by rules. Exit code: 0; 1 when an article was"
        " skipped; 2 when nothing could be read.",
    )
    command.add_argument(
        "articles", type=Path, help="documents.csv, a folder of .txt files, or one .txt file"
    )
    command.add_argument("--texts", type=Path, help="the folder that a table's files lie in")
    command.add_argument("--published-on", default="", help="the day of a file or a folder")
    command.add_argument("--outlet", default="", help="who printed a file or a folder")
    command.add_argument("--aliases", type=Path, help="own names: a CSV of table, value, phrase")
    command.add_argument("-o", "--output", type=Path, help="write here, not to the screen")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the articles, write their mentions, and report those that were skipped."""
    jobs = list(_jobs(args))
    knowledge = _knowledge(args.aliases)
    if args.output is None:
        return _write(jobs, knowledge, sys.stdout)
    try:
        with args.output.open("w", encoding="utf-8", newline="") as out:
            return _write(jobs, knowledge, out)
    except OSError as error:
        raise MusterError(f"{args.output}: cannot be written: {error.strerror}") from error


def _write(jobs: Sequence[Job], knowledge: Lexicon, out: TextIO) -> int:
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    skipped = 0
    for done, job in enumerate(jobs):
        _show(done, len(jobs))
        try:
            for row in rows(job, knowledge):
                table.writerow({name: escaped_text(cell) for name, cell in row.items()})
        except BrokenArticle as error:
            skipped += 1
            print(f"skipped: {error}", file=sys.stderr)
    _show(len(jobs), len(jobs))
    return 1 if skipped else 0


def rows(job: Job, knowledge: Lexicon) -> Iterator[dict[str, str]]:
    """Give the mentions of one article as rows. Raises BrokenArticle."""
    try:
        day = date.fromisoformat(job.published_on)
    except ValueError as error:
        raise BrokenArticle(
            f"{job.document_id}: published_on {job.published_on!r} is no day such as 2025-02-27"
        ) from error
    try:
        with job.path.open(encoding="utf-8", newline="") as file:
            text = file.read()
    except OSError as error:
        raise BrokenArticle(f"{job.path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BrokenArticle(
            f"{job.path}: no UTF-8 at byte {error.start}; save it as UTF-8"
        ) from error
    for number, found in enumerate(extract(text, day, job.outlet, knowledge), 1):
        names = {"mention_id": f"{job.document_id}-{number:03d}", "document_id": job.document_id}
        yield {**names, **found.row()}


def _jobs(args: argparse.Namespace) -> Iterator[Job]:
    """List the articles of a table, a folder or a file. Raises MusterError."""
    source: Path = args.articles
    if source.suffix == ".csv":
        if args.texts is None:
            raise MusterError(f"{source}: name the folder of its files with --texts")
        for row in _table(source, ("document_id", "outlet", "published_on", "file")):
            if row["file"]:
                path = args.texts / row["file"]
                yield Job(row["document_id"], row["outlet"], row["published_on"], path)
        return
    paths = sorted(source.glob("*.txt")) if source.is_dir() else [source]
    if not paths or not paths[0].exists():
        raise MusterError(f"{source}: no article there; give a .txt file, a folder or a table")
    if not args.published_on:
        raise MusterError(f"{source}: relative dates need a day; give it with --published-on")
    for path in paths:
        yield Job(path.stem, args.outlet, args.published_on, path)


def _table(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Read a CSV with these columns. Raises MusterError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise MusterError(f"{path}: no column {missing[0]!r}")
            return list(reader)
    except OSError as error:
        raise MusterError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise MusterError(f"{path}: no UTF-8 at byte {error.start}; save it as UTF-8") from error


def _knowledge(aliases: Path | None) -> Lexicon:
    """Load the shipped tables, with the user's own names before them."""
    if aliases is None:
        return shipped()
    own = _table(aliases, ALIAS_COLUMNS)
    return compiled((row["table"], Row(row["phrase"], row["value"], str(aliases))) for row in own)


def _show(done: int, total: int) -> None:
    """Draw the bar of progress, where somebody sees it."""
    if total < 2 or not sys.stderr.isatty():
        return
    filled = BAR * done // total
    end = "\n" if done == total else ""
    print(f"\r[{'#' * filled}{' ' * (BAR - filled)}] {done}/{total}", end=end, file=sys.stderr)
