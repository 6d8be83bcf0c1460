"""A fresh dashboard server for one test or one file of tests."""

import os
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import serve


@dataclass(frozen=True)
class Served:
    """A running dashboard: where it answers, and what it has written to its log so far."""

    port: int
    log_file: Path

    @property
    def address(self) -> str:
        """The address of the default page, without a slash at its end."""
        return serve.address(self.port)

    @property
    def log(self) -> str:
        """Everything that the server has printed."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")


def unused_port() -> int:
    """Have the system choose a free port."""
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    log_file: Path,
    environment: Mapping[str, str] | None = None,
    port: int = 0,
    options: Sequence[str] = (),
) -> Iterator[Served]:
    """Serve the dashboard while the block runs; ``environment`` adds to this process's own.

    Without a ``port``, on any that is free. ``options`` are Streamlit's, after the starter's own.

    A page that raised leaves a traceback in the log, also where the reader sees only a message:
    that fails the test that used the server.
    """
    port = port or unused_port()
    with log_file.open("wb") as log:
        server = subprocess.Popen(
            [*serve.command(port), *options],
            cwd=serve.ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        running = Served(port, log_file)
        try:
            serve.wait_until_it_answers(server, port)
            yield running
        finally:
            serve.stop(server)
    assert "Traceback" not in running.log, running.log
