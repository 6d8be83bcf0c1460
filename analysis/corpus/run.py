"""A corpus read from beginning to end: what is there already is left, the rest is read and kept."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from analysis.corpus.batches import Alias, Batch, batches
from analysis.corpus.inputs import Articles
from analysis.corpus.job import Skipped
from analysis.corpus.parts_folder import PartsFolder
from analysis.corpus.running import Pool, read_all


@dataclass
class Progress:
    """How far a run is: in articles, with those found read and those found changed at its begin."""

    articles: int = 0
    batches: int = 0
    found_read: int = 0
    found_changed: int = 0


@dataclass(frozen=True)
class Outcome:
    """What came of a run."""

    articles: int
    mentions: int
    batches: int
    skipped: list[Skipped] = field(default_factory=list)


def run(
    articles: Articles,
    aliases: tuple[Alias, ...],
    folder: PartsFolder,
    pool: AbstractContextManager[Pool],
    show: Callable[[Progress], None],
) -> Outcome:
    """Read what is not in the folder yet. Raises MusterError; the folder then keeps what was read.

    ``show`` is told after each batch how far the run is.
    """
    progress = Progress()
    show(progress)
    with pool as processes:
        unread = _unread(batches(articles.jobs(), aliases), folder, progress, show)
        for batch, part in read_all(unread, processes):
            folder.keep(batch, part)
            progress.articles += len(batch.jobs)
            show(progress)
    return _outcome(folder, progress.batches)


def _unread(
    all_batches: Iterator[Batch],
    folder: PartsFolder,
    progress: Progress,
    show: Callable[[Progress], None],
) -> Iterator[Batch]:
    """Pass over the batches whose parts are there."""
    for batch in all_batches:
        progress.batches += 1
        there = folder.has(batch)
        if there:
            progress.articles += len(batch.jobs)
            progress.found_read += len(batch.jobs)
            show(progress)
            continue
        if there is None:
            progress.found_changed += len(batch.jobs)
        yield batch


def _outcome(folder: PartsFolder, number: int) -> Outcome:
    articles, mentions = 0, 0
    skipped: list[Skipped] = []
    for _, facts in folder.all(number):
        articles += facts.articles
        mentions += facts.mentions
        skipped += facts.skipped
    return Outcome(articles, mentions, number, skipped)
