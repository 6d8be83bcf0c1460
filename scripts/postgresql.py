"""Find a PostgreSQL server for the tests, install Debian's where there is none, and run one.

    .venv/bin/python scripts/postgresql.py    say which server the tests will use

The tests start a server of their own in a temporary folder, on the loopback address alone, and stop
it when they are done; a server that runs on the machine already is never touched.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.debian import install, is_debian, is_root

# Debian keeps the server's own programs off the PATH, by version.
DEBIAN_PROGRAMS = Path("/usr/lib/postgresql")
PACKAGE = "postgresql"
# The server refuses to run as root; Debian's package brings this user.
SERVER_USER = "postgres"
HOST = "127.0.0.1"
USER = "muster"

ADVICE = """\
No PostgreSQL server is installed; the tests that need one are skipped, those on SQLite are not.
To run them too:  sudo apt install postgresql   (Debian), or put initdb and pg_ctl on the PATH."""


class ServerFailed(Exception):
    """The server did not start; the text is what it said."""


def find(programs: Path = DEBIAN_PROGRAMS) -> Path | None:
    """Find the folder with the server's programs, the newest first; None where there is none."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    installed = [folder for folder in programs.glob("*/bin") if (folder / "initdb").is_file()]
    return max(installed, key=lambda folder: int(folder.parent.name), default=None)


@dataclass(frozen=True)
class Cluster:
    """A server of one's own: its programs, its folder, its port, and the way to start it again."""

    programs: Path
    folder: Path
    port: int

    @property
    def address(self) -> str:
        """The server's address, without a database."""
        return f"postgresql://{USER}@{HOST}:{self.port}"

    def postmaster(self) -> int:
        """Give the process id of the server itself. Raises FileNotFoundError where it is stopped."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        """Start the server and wait until it answers; after a crash, until it has recovered."""
        options = (
            f"-p {self.port} -c listen_addresses={HOST} -c unix_socket_directories={self.folder}"
        )
        log = self.folder / "log"
        self._control("start", "-l", log, "-o", options)

    def stop(self) -> None:
        """Stop the server at once."""
        self._control("stop", "-m", "immediate")

    def _control(self, *command: str | Path) -> None:
        _run(self.programs / "pg_ctl", "-D", self.folder / "data", "-w", *command)


@contextmanager
def cluster(programs: Path) -> Iterator[Cluster]:
    """Make a server in a temporary folder and run it while the block runs."""
    with tempfile.TemporaryDirectory(
        prefix="muster-postgresql-", ignore_cleanup_errors=True
    ) as root:
        own = Cluster(programs, Path(root), _unused_port())
        if is_root():
            shutil.chown(own.folder, SERVER_USER)
        data = own.folder / "data"
        _run(programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
        own.start()
        try:
            yield own
        finally:
            own.stop()


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """Run a server of its own while the block runs; gives its address, without a database."""
    with cluster(programs) as own:
        yield own.address


def _run(*command: str | Path) -> None:
    as_user = ["runuser", "-u", SERVER_USER, "--"] if is_root() else []
    # The server keeps what it inherits open: a pipe to it would never end.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [*as_user, *map(str, command)],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            said.seek(0)
            raise ServerFailed(said.read().decode(errors="replace"))


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def main() -> int:
    """Say which server the tests will use, after installing one where that is allowed."""
    found = find()
    if found is None and is_debian() and is_root() and install([PACKAGE]):
        found = find()
    if found is None:
        print(ADVICE, file=sys.stderr)
        # Where everything has to be tested, skipping is failing.
        return 1 if os.environ.get("CI") else 0
    print(f"PostgreSQL for the tests: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
