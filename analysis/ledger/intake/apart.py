"""Work on strangers' texts in a process of its own with limits of time and memory.

Whatever crashes a parser, or keeps it busy, costs that process and nothing else: no process ever
sees a second file. Nothing but a result or a word on why there is none comes back from it.
"""

import logging
import signal
import sys
from collections.abc import Callable
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from threading import BoundedSemaphore, Event, Timer
from types import TracebackType
from typing import Generic, TypeVar

from analysis.errors import MusterError
from analysis.ledger.intake.draft import MEGABYTE, CannotRead

# Enough for a PDF of 10 MB, and far from what a server has.
MEMORY = 2_048 * MEGABYTE
LARGEST_FILE = 128 * MEGABYTE
# Whoever comes fifth waits: so many times the memory above is what a server needs at the worst.
AT_ONCE = 4
# Loaded once in the process that the others are forked from. Where that process does not find the
# project's own modules (started from another folder), the libraries are loaded all the same.
LOADED_ONCE = (
    *("docx", "htmldate", "lxml.html", "pypdf", "trafilatura", "urllib3"),
    *("analysis.ledger.intake.warmed", "analysis.ledger.intake.fetching"),
)

EXHAUSTED = "it exhausts what one text may use"
CRASHED = "it ended the process that read it"

T = TypeVar("T")

_free = BoundedSemaphore(AT_ONCE)


class BrokeOff(MusterError):
    """Work on a text came to no end; the text of the error says why, as part of a sentence."""


class _Result(Generic[T]):
    """What a function gave, told from the other words of its process."""

    def __init__(self, value: T) -> None:
        self.value = value


def run_apart(seconds: int, function: Callable[..., T], *arguments: object) -> T:
    """Call a function of a module in another process, with limits.

    Raises CannotRead as the function does, and BrokeOff for whatever else goes wrong in there.
    """
    with _free:
        told = _told_by(seconds, function, arguments)
    if isinstance(told, _Result):
        value: T = told.value
        return value
    if isinstance(told, CannotRead):
        raise told
    raise BrokeOff(told)


def _told_by(
    seconds: int, function: Callable[..., T], arguments: tuple[object, ...]
) -> _Result[T] | CannotRead | str:
    """Have a process call the function; give what it sends, or say why it sends nothing."""
    reader, writer = _processes().Pipe(duplex=False)
    process = _processes().Process(
        target=_work, args=(writer, seconds, function, arguments), daemon=True
    )
    _forget_the_script()
    try:
        process.start()
    except (OSError, EOFError):
        reader.close()
        return "no process could be started for it; try again"
    finally:
        writer.close()
    over = Event()
    # Kills, for a parser that is busy in C hears nothing else.
    end = Timer(seconds, _end, (process, over))
    end.start()
    try:
        told: _Result[T] | CannotRead | str = reader.recv()
    except (EOFError, OSError):
        return f"it took longer than {seconds} s" if over.is_set() else CRASHED
    finally:
        end.cancel()
        reader.close()
        process.join(1)
        if process.is_alive():
            process.kill()
            process.join()
    return told


def _end(process: BaseProcess, over: Event) -> None:
    over.set()
    process.kill()


def _work(
    writer: Connection, seconds: int, function: Callable[..., T], arguments: tuple[object, ...]
) -> None:
    """Call the function in the new process, and send what it gives."""
    # An interrupt from the terminal is for the dashboard, which ends this process with itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit(seconds)
    # Libraries quote broken files to the log, line after line; the reason is told by the error.
    logging.disable()
    with _Telling(writer):
        writer.send(_Result(function(*arguments)))


class _Telling:
    """Sends why there is no result. Parsers raise whatever they like about a broken file."""

    def __init__(self, writer: Connection) -> None:
        self.writer = writer

    def __enter__(self) -> None:
        """Begin to listen for errors."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _: TracebackType | None,
    ) -> bool:
        """Send the error, as a word: what a stranger's file may put into it is not taken over."""
        if kind is None:
            return False
        if isinstance(error, CannotRead):
            self.writer.send(CannotRead(str(error)))
        elif issubclass(kind, MemoryError | RecursionError):
            self.writer.send(EXHAUSTED)
        else:
            self.writer.send(f"it is broken ({kind.__name__})")
        return True


def make_ready() -> None:
    """Begin to load what readers need, while somebody still looks for the file to be read."""
    if _processes().get_start_method() == "forkserver":
        from multiprocessing import forkserver

        forkserver.ensure_running()


def limit(seconds: int) -> None:
    """Set the limits of a process that reads, where the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # Libraries unpack their own tables into temporary files; nobody fills the disk with them.
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ends what is left behind, computing, when the dashboard is killed and counts no seconds more.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 5, seconds + 5))


def _forget_the_script() -> None:
    """Keep the new process from running the dashboard's script, as Python would have it do."""
    script = vars(sys.modules["__main__"])
    script.pop("__file__", None)
    script["__spec__"] = None


@cache
def _processes() -> ForkServerContext | SpawnContext:
    """Choose how processes are made: never forked off the dashboard, with its threads and locks."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([*LOADED_ONCE])
    return context
