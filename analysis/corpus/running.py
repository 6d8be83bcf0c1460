"""Batches read on a pool of processes, whatever happens to those: nothing but the culprit is lost.

A batch whose process died, or that took too long, waits until nothing else is under way. Then it
is tried again, alone. If it fails again, its articles are read one by one, and only those that
fail alone are skipped.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from analysis.corpus.batches import Batch
from analysis.corpus.job import skipped
from analysis.corpus.part import Part, joined, part_of

# Failed batches keep their texts in memory; so many at most, for each process.
MOST_FAILED = 4

Work = Callable[[Batch], Part]


@dataclass(frozen=True)
class Failure:
    """A batch was not read; the reason is written so that it can stand in a report."""

    reason: str


class Pool(Protocol):
    """Processes that read batches, here or elsewhere."""

    @property
    def width(self) -> int:
        """How many batches are read at a time."""

    @property
    def under_way(self) -> int:
        """How many batches were begun and have not ended."""

    def begin(self, batch: Batch) -> None:
        """Hand over a batch."""

    def ended(self) -> list[tuple[Batch, Part | Failure]]:
        """Wait until a batch ends, and give those that did."""


def read_all(waiting: Iterator[Batch], pool: Pool) -> Iterator[tuple[Batch, Part]]:
    """Read batches and give their parts as they come, in no certain order."""
    failed: list[Batch] = []
    while True:
        for batch in _next(waiting, pool, len(failed)):
            pool.begin(batch)
        if pool.under_way:
            for batch, outcome in pool.ended():
                if isinstance(outcome, Failure):
                    failed.append(batch)
                else:
                    yield batch, outcome
        elif failed:
            yield from ((batch, _settled(batch, pool)) for batch in failed)
            failed = []
        else:
            return


def _next(waiting: Iterator[Batch], pool: Pool, failed: int) -> Iterable[Batch]:
    """Give as many batches as keep every process busy, with one more for each to go on with."""
    while failed < MOST_FAILED * pool.width and pool.under_way < 2 * pool.width:
        batch = next(waiting, None)
        if batch is None:
            return
        yield batch


def _settled(batch: Batch, pool: Pool) -> Part:
    """Read a batch that failed once: as it is, and if that fails, article by article."""
    outcome = _alone(batch, pool)
    if isinstance(outcome, Part):
        return outcome
    return joined(batch, [_single(one, pool) for one in batch.singles()])


def _single(batch: Batch, pool: Pool) -> Part:
    outcome = _alone(batch, pool)
    if isinstance(outcome, Part):
        return outcome
    return part_of(batch, [], [skipped(job, outcome.reason) for job in batch.jobs])


def _alone(batch: Batch, pool: Pool) -> Part | Failure:
    """Read one batch while nothing else is under way."""
    pool.begin(batch)
    ((_, outcome),) = pool.ended()
    return outcome
