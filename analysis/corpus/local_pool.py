"""Batches read on the cores of this machine, each process under a limit of time."""

from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from analysis.corpus.batches import Batch
from analysis.corpus.part import Part
from analysis.corpus.reading import read
from analysis.corpus.running import Failure, Work


class LocalPool:
    """Processes of this machine; ``seconds`` is the most that one batch, or one article, may take.

    A batch that takes longer than one article may is read article by article afterwards.
    """

    def __init__(self, processes: int, seconds: float, work: Work = read) -> None:
        """Prepare the pool; the processes start with the first batch."""
        self.width = processes
        self._seconds = seconds
        self._work = work
        self._running: dict[Future[Part], Batch] = {}
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        """Use the pool until the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """End the processes, whatever they are at."""
        self._pool.stop()
        self._pool.join()

    @property
    def under_way(self) -> int:
        """How many batches were begun and have not ended."""
        return len(self._running)

    def begin(self, batch: Batch) -> None:
        """Hand over a batch."""
        future = self._pool.schedule(self._work, args=(batch,), timeout=self._seconds)
        self._running[future] = batch

    def ended(self) -> list[tuple[Batch, Part | Failure]]:
        """Wait until a batch ends, and give those that did."""
        done = wait(self._running, return_when=FIRST_COMPLETED).done
        ended = [(self._running.pop(future), self._outcome(future)) for future in done]
        if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
            ended += self._begin_anew()
        return ended

    def _outcome(self, future: Future[Part]) -> Part | Failure:
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, TookTooLong):
            return Failure(f"it took longer than {self._seconds:g} s")
        if isinstance(error, ProcessExpired):
            return Failure(
                f"the process that read it ended with {error.exitcode}; it may need more memory"
                " than there is"
            )
        return Failure(f"reading it failed ({type(error).__name__})")

    def _begin_anew(self) -> list[tuple[Batch, Part | Failure]]:
        """Replace a pool that is beyond use; what was under way has failed."""
        lost: list[tuple[Batch, Part | Failure]] = [
            (batch, Failure("the processes that read it ended")) for batch in self._running.values()
        ]
        self._running.clear()
        self._pool.stop()
        self._pool.join()
        self._pool = self._new_pool()
        return lost

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(max_workers=self.width, context=_processes())


def _processes() -> BaseContext:
    """Choose how processes are made: not forked off this one, in which Arrow has threads."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["analysis.corpus.reading"])
    return context
