"""``extract``: the mentions in articles, found by rules, as rows of mentions.csv."""

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.corpus.inputs import Articles, articles_of, table
from analysis.corpus.job import COLUMNS, BrokenArticle, rows
from analysis.exports.formulas import escaped_text
from analysis.extraction import Row, compiled

if TYPE_CHECKING:
    from analysis.corpus.batches import Alias

ALIAS_COLUMNS = ("table", "value", "phrase")
TIME_LIMIT_SECONDS = 30.0


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "extract",
        description="Find numeric claims in articles by rules. Exit code: 0; 1 when an article was"
        " skipped or not read to its end; 2 when nothing could be read; 130 when it was broken off.",
    )
    command.add_argument(
        "articles",
        type=Path,
        help="documents.csv, a folder of .txt files, one .txt file, or a .parquet of articles",
    )
    command.add_argument("--texts", type=Path, help="the folder that a table's files lie in")
    command.add_argument("--published-on", default="", help="the day of a file or a folder")
    command.add_argument("--outlet", default="", help="who printed a file or a folder")
    command.add_argument("--aliases", type=Path, help="own names: a CSV of table, value, phrase")
    where = command.add_mutually_exclusive_group()
    where.add_argument(
        "--processes",
        type=_number_of_processes,
        default=None,
        help="read on so many processes (default: one for each core)",
    )
    where.add_argument("--scheduler", default="", help="read on the Dask cluster at this address")
    command.add_argument(
        "--time-limit",
        type=_seconds,
        default=TIME_LIMIT_SECONDS,
        help=f"skip an article that takes longer, in seconds (default: {TIME_LIMIT_SECONDS:g})",
    )
    command.add_argument(
        "-o", "--output", type=Path, help="write here (.csv, .parquet), not to the screen"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the articles, write their mentions, and report those that were skipped."""
    aliases = _aliases(args.aliases)
    articles = articles_of(args.articles, args.texts, args.published_on, args.outlet)
    if args.output is None and args.articles.is_file() and args.articles.suffix == ".txt":
        return _print_one(articles, aliases)
    # Loaded here alone: one file is to be read without it.
    from analysis.commands.extract_many import extract_many

    return extract_many(args, articles, aliases)


def _print_one(articles: Articles, aliases: "tuple[Alias, ...]") -> int:
    """Read one article in this process and print its mentions."""
    knowledge = compiled((name, Row(phrase, value, "own names")) for name, value, phrase in aliases)
    out = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    out.writeheader()
    for job in articles.jobs():
        try:
            found, unread = rows(job, knowledge)
        except BrokenArticle as error:
            print(f"skipped: {job.path}: {error}", file=sys.stderr)
            return 1
        for row in found:
            out.writerow({name: escaped_text(cell) for name, cell in row.items()})
        if unread is not None:
            print(f"read in part: {job.path}: {unread.reason}", file=sys.stderr)
            return 1
    return 0


def _aliases(path: Path | None) -> "tuple[Alias, ...]":
    """Read a user's own names. Raises MusterError."""
    if path is None:
        return ()
    own = table(path, ALIAS_COLUMNS)
    return tuple((row["table"], row["value"], row["phrase"]) for row in own)


def _number_of_processes(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError
    return number


def _seconds(word: str) -> float:
    seconds = float(word)
    if not 0 < seconds < float("inf"):
        raise ValueError
    return seconds
