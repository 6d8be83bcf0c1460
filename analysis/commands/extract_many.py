"""``extract`` over many articles: on all cores or a cluster, kept part by part, with a report."""

import argparse
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis.corpus import output as outputs
from analysis.corpus.batches import MOST_ARTICLES, Alias
from analysis.corpus.inputs import Articles
from analysis.corpus.job import Skipped
from analysis.corpus.manifest import manifest
from analysis.corpus.parts_folder import PartsFolder
from analysis.corpus.reading import knowledge
from analysis.corpus.run import Outcome, Progress, run
from analysis.corpus.running import Pool
from analysis.errors import MusterError

BAR = 30
# A report on the screen names so many; the list beside the output has all.
MOST_NAMED = 20
BROKEN_OFF = 130


def extract_many(args: argparse.Namespace, articles: Articles, aliases: tuple[Alias, ...]) -> int:
    """Read the articles, write or print their mentions; 1 where one was skipped or read in part."""
    # A row that cannot be used is told before anything is begun.
    knowledge(aliases)
    if args.output is None:
        with TemporaryDirectory() as folder:
            outcome, parts = _read(args, articles, aliases, Path(folder) / "parts")
            outputs.write_csv(sys.stdout, (path for path, _ in parts.all(outcome.batches)))
        _name(outcome.skipped, len(outcome.skipped))
        return 1 if outcome.skipped else 0
    target: Path = args.output
    folder_of_parts = target.with_name(f"{target.name}.parts")
    try:
        outcome, parts = _read(args, articles, aliases, folder_of_parts)
    except KeyboardInterrupt:
        print(
            f"\nBroken off. {folder_of_parts} holds what was read; the same command goes on there.",
            file=sys.stderr,
        )
        return BROKEN_OFF
    outputs.write(target, (path for path, _ in parts.all(outcome.batches)))
    report = outputs.write_skipped(target, outcome.skipped)
    parts.remove()
    _name(outcome.skipped, MOST_NAMED)
    print(_summary(outcome, target, report), file=sys.stderr)
    return 1 if outcome.skipped else 0


def _read(
    args: argparse.Namespace, articles: Articles, aliases: tuple[Alias, ...], path: Path
) -> tuple[Outcome, PartsFolder]:
    known_by = manifest(args.articles, args.texts, args.published_on, args.outlet, aliases)
    folder = PartsFolder(path, known_by)
    if folder.resumed:
        print(f"Going on with {path}.", file=sys.stderr)
    last = Progress()

    def show(progress: Progress) -> None:
        nonlocal last
        last = progress
        _show(progress.articles, articles.total)

    outcome = run(articles, aliases, folder, _pool(args, articles.total), show)
    if last.found_read:
        print(f"{last.found_read:,} articles had been read before.", file=sys.stderr)
    if last.found_changed:
        print(
            f"{last.found_changed:,} articles were read again: their batches have changed since.",
            file=sys.stderr,
        )
    return outcome, folder


def _pool(args: argparse.Namespace, articles: int) -> AbstractContextManager[Pool]:
    """Choose where to read. Raises MusterError."""
    if not args.scheduler:
        from analysis.corpus.local_pool import LocalPool

        # More processes than batches would have nothing to do.
        most = max(1, -(-articles // MOST_ARTICLES))
        return LocalPool(min(args.processes or os.cpu_count() or 1, most), args.time_limit)
    try:
        from analysis.corpus.dask_pool import DaskPool
    except ModuleNotFoundError as error:
        raise MusterError(
            "--scheduler needs the package distributed, which is not installed:"
            " .venv/bin/python -m pip install distributed"
        ) from error
    return DaskPool(args.scheduler, args.time_limit)


def _name(skipped: list[Skipped], most: int) -> None:
    for one in skipped[:most]:
        what = "skipped" if one.unread_from is None else "read in part"
        print(f"{what}: {one}", file=sys.stderr)
    if len(skipped) > most:
        print(f"… and {len(skipped) - most:,} more.", file=sys.stderr)


def _summary(outcome: Outcome, target: Path, report: Path | None) -> str:
    in_part = sum(one.unread_from is not None for one in outcome.skipped)
    whole = len(outcome.skipped) - in_part
    read = outcome.articles - whole
    told = f"{read:,} articles read, {outcome.mentions:,} mentions found: {target}."
    if report is None:
        return f"{told} Nothing was skipped."
    partly = f", {in_part:,} not read to the end" if in_part else ""
    return f"{told} {whole:,} skipped{partly}: {report}."


def _show(done: int, total: int) -> None:
    """Draw the bar of progress, where somebody sees it."""
    if total < 2 or not sys.stderr.isatty():
        return
    filled = BAR * done // total
    end = "\n" if done == total else ""
    print(f"\r[{'#' * filled}{' ' * (BAR - filled)}] {done}/{total}", end=end, file=sys.stderr)
