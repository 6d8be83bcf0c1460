"""Batches read on a Dask cluster: the texts go there, the parts come back."""

from collections import defaultdict
from types import TracebackType
from typing import Self

from distributed import Client, Future, KilledWorker, wait

from analysis.corpus.batches import Batch
from analysis.corpus.manifest import rules_version
from analysis.corpus.part import Part
from analysis.corpus.reading import read
from analysis.corpus.running import Failure, Work
from analysis.errors import MusterError

# So long a scheduler may take to answer.
PATIENCE_SECONDS = 30
# So long a worker may take to start, on a machine that is busy.
START_SECONDS = 120


class ClusterTrouble(MusterError):
    """The cluster cannot be used: says why, and what to do."""


class DaskPool:
    """The workers of a cluster; ``seconds`` is the most that an article may take.

    A worker that dies is started anew by its nanny and Dask hands its batches to others; one that
    brings down several is given up. Dask cannot stop a task that runs, so where nothing ends for
    ``seconds``, the workers that are busy are started anew.
    """

    def __init__(self, address: str, seconds: float, work: Work = read) -> None:
        """Join a cluster whose workers have the same rules as this machine. Raises ClusterTrouble."""
        self._seconds = seconds
        self._work = work
        self._running: dict[Future[Part], Batch] = {}
        try:
            self._client = Client(address, timeout=PATIENCE_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterTrouble(
                f"{address}: no Dask scheduler answers there. Start one (python -m dask scheduler),"
                " or mend the address."
            ) from error
        try:
            self._check()
        except ClusterTrouble:
            self._client.close()
            raise
        self.width = self._threads()

    def __enter__(self) -> Self:
        """Use the cluster until the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Take back what was not read, and leave the cluster running."""
        self._client.cancel(list(self._running))
        self._client.close()

    @property
    def under_way(self) -> int:
        """How many batches were begun and have not ended."""
        return len(self._running)

    def begin(self, batch: Batch) -> None:
        """Hand over a batch, with its texts: the workers may be other machines."""
        self._running[self._client.submit(self._work, batch.with_texts(), pure=False)] = batch

    def ended(self) -> list[tuple[Batch, Part | Failure]]:
        """Wait until a batch ends, and give those that did. Raises ClusterTrouble."""
        running = list(self._running)
        while True:
            before = self._at_work()
            try:
                with self._client.as_current():
                    done = wait(running, self._seconds, return_when="FIRST_COMPLETED").done
                break
            except TimeoutError:
                # What a worker has had for all of that time, it has had for too long.
                busy = [
                    worker for worker, tasks in self._at_work().items() if tasks & before[worker]
                ]
                if busy:
                    return self._stop(busy)
                self._wait_for_workers()
        # Workers come and go.
        self.width = self._threads()
        return [(self._running.pop(future), self._outcome(future)) for future in done]

    def _at_work(self) -> defaultdict[str, set[str]]:
        """List the tasks that each worker has."""
        listed = self._client.processing().items()
        return defaultdict(set, {worker: set(map(str, tasks)) for worker, tasks in listed})

    def _wait_for_workers(self) -> None:
        """Wait for a worker, where all were lost. Raises ClusterTrouble."""
        try:
            self._client.wait_for_workers(1, timeout=START_SECONDS)
        except TimeoutError as error:
            raise ClusterTrouble(
                "No worker is there. Start one (python -m dask worker). The same command goes on"
                " where it was."
            ) from error

    def _check(self) -> None:
        """See that there are workers, and that each has the rules of here. Raises ClusterTrouble."""
        self._wait_for_workers()
        versions = self._client.run(rules_version, on_error="return")
        lost = [worker for worker, version in versions.items() if isinstance(version, Exception)]
        if lost:
            raise ClusterTrouble(
                f"{', '.join(lost)}: Muster is not found there. Start workers in its folder, with"
                " python -m dask worker."
            )
        other = [worker for worker, version in versions.items() if version != rules_version()]
        if other:
            raise ClusterTrouble(
                f"{', '.join(other)}: other rules than here. Bring the workers to the same"
                " version of Muster."
            )

    def _threads(self) -> int:
        """Count the threads of the workers; each reads one batch at a time."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def _outcome(self, future: Future[Part]) -> Part | Failure:
        if future.status == "cancelled":
            raise ClusterTrouble("The scheduler is gone. The same command goes on where it was.")
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, KilledWorker):
            return Failure(
                "the processes that read it ended; it may need more memory than there is"
            )
        return Failure(f"reading it failed ({type(error).__name__})")

    def _stop(self, busy: list[str]) -> list[tuple[Batch, Part | Failure]]:
        """Start workers anew that read for too long, and take everything back."""
        stopped = list(self._running.values())
        self._client.cancel(list(self._running), force=True)
        self._running.clear()
        try:
            self._client.restart_workers(busy, timeout=START_SECONDS, raise_for_error=False)
        except ValueError as error:
            raise ClusterTrouble(
                "A worker reads for too long and has no nanny to stop it. Start workers with one,"
                " as python -m dask worker does."
            ) from error
        return [(batch, Failure(f"it took longer than {self._seconds:g} s")) for batch in stopped]
