"""Work on strangers' texts in a process of its own with limits of time and memory.

Whatever crashes a parser, or keeps it busy, costs that process and nothing else: no process ever
sees a second file.
"""

import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from typing import TypeVar

from pebble import ProcessExpired, concurrent

from analysis.errors import MusterError
from analysis.ledger.intake.draft import MEGABYTE, CannotRead

# Enough for a PDF of 10 MB, and far from what a server has.
MEMORY = 2_048 * MEGABYTE
LARGEST_FILE = 128 * MEGABYTE
# Loaded once in the process that the others are forked from.
LIBRARIES = ("docx", "htmldate", "lxml.html", "pypdf", "trafilatura")

T = TypeVar("T")


class BrokeOff(MusterError):
    """Work on a text came to no end; the text of the error says why, as part of a sentence."""


def run_apart(seconds: int, function: Callable[..., T], *arguments: object) -> T:
    """Call a function of a module in another process, with limits.

    Raises CannotRead as the function does, and BrokeOff for whatever else goes wrong in there.
    """
    _forget_the_script()
    apart = concurrent.process(timeout=seconds, mp_context=_processes())
    future = apart(_limited)(function, *arguments)
    error = future.exception()
    if error is None:
        result: T = future.result()
        return result
    if isinstance(error, CannotRead):
        raise error
    if isinstance(error, TookTooLong):
        raise BrokeOff(f"it took longer than {seconds} s") from error
    if isinstance(error, ProcessExpired | MemoryError | RecursionError):
        raise BrokeOff("it exhausts what one text may use") from error
    # Parsers raise whatever they like about a broken file; nothing else happens in that process.
    raise BrokeOff(f"it is broken ({type(error).__name__})") from error


def _limited(function: Callable[..., T], *arguments: object) -> T:
    limit()
    return function(*arguments)


def limit() -> None:
    """Set the limits of a process that reads, where the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # Libraries unpack their own tables into temporary files; nobody fills the disk with them.
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forget_the_script() -> None:
    """Keep the new process from running the dashboard's script, as Python would have it do."""
    vars(sys.modules["__main__"]).pop("__file__", None)


@cache
def _processes() -> BaseContext:
    """Choose how processes are made: never forked off the dashboard, with its threads and locks."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([*LIBRARIES, "analysis.ledger.intake.formats"])
    return context
