"""Readers of files that do what broken and hostile files make readers do, and two that tell of themselves.

Small enough to be loaded at once in the processes that they break.
"""

import logging
import os
import signal
import sys
import time
from pathlib import Path

from analysis.ledger.intake.apart import LOADED_ONCE
from analysis.ledger.intake.draft import MEGABYTE, Draft


class Odd(Exception):
    """An error that cannot be carried to another process."""

    def __init__(self, one: object, two: object) -> None:
        super().__init__()
        self.thread = lambda: (one, two)


def hang(name: str, content: bytes) -> Draft:
    while True:
        pass


def sleep_on(name: str, content: bytes) -> Draft:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(100)
    return Draft("awake")


def fill_memory(name: str, content: bytes) -> Draft:
    return Draft("x" * 10**11)


def fill_the_disk(name: str, content: bytes) -> Draft:
    path = Path(f"/proc/self/cwd/../{os.getpid()}.muster-test")
    try:
        with path.open("wb") as file:
            for _ in range(200):
                file.write(b"0" * MEGABYTE)
    finally:
        path.unlink()
    return Draft("full")


def divide_by_zero(name: str, content: bytes) -> Draft:
    raise ZeroDivisionError("<b>what the file says</b>")


def break_oddly(name: str, content: bytes) -> Draft:
    raise Odd(1, 2)


def go_too_deep(name: str, content: bytes) -> Draft:
    return go_too_deep(name, content)


def leave(name: str, content: bytes) -> Draft:
    sys.exit(0)


def crash(name: str, content: bytes) -> Draft:
    os.abort()


def give_no_text(name: str, content: bytes) -> Draft:
    return Draft(lambda: None)  # type: ignore[arg-type]


def whence() -> tuple[int, list[str], bool]:
    return (
        os.getppid(),
        [name for name in LOADED_ONCE if name in sys.modules],
        logging.root.isEnabledFor(50),
    )


def limits() -> dict[str, tuple[int, int]]:
    import resource

    names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_CORE")
    return {name: resource.getrlimit(getattr(resource, name)) for name in names}
