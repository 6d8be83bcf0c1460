"""Kill PostgreSQL itself while somebody decides: is every acknowledged decision there after recovery?

.venv/bin/python -m bench.reliability.kill_server [--decisions 500]

By turns, kill -9 strikes the server's first process, which takes the whole server down, and the
process that serves the reviewer, after which the server recovers by itself. The reviewer must be told
of it in words (StoreError), not by a crash.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from analysis.ledger.store.database import open_store
from bench.reliability.database import own_server
from bench.reliability.deciding import TOLD_OF_TROUBLE, article_with
from bench.reliability.kept import kept_in
from scripts.postgresql import Cluster, ServerFailed

ROOT = Path(__file__).resolve().parents[2]
LONGEST_LIFE_SECONDS = 0.5
RECOVERY_SECONDS = 60


@dataclass(frozen=True)
class Outcome:
    """How often what was killed, how the reviewer took it, and what was found afterwards.

    ``told`` counts the times that the reviewer ended with a StoreError, ``crashed`` those with
    anything else.
    """

    servers_killed: int
    backends_killed: int
    told: int
    crashed: int
    acknowledged: int
    kept: int
    lost: int
    doubled: int
    wrong: tuple[str, ...]


def run(server: Cluster, decisions: int, seed: int, shipped: Path) -> Outcome:
    """Have ``decisions`` proposals decided on while the server is killed at random moments."""
    chance = random.Random(seed)
    url = f"{server.address}/postgres"
    store = open_store(url)
    stem = article_with(store, decisions)
    acknowledged: list[str] = []
    killed = {"server": 0, "backend": 0}
    ends: list[int] = []
    while True:
        whom = "server" if sum(killed.values()) % 2 == 0 else "backend"
        said, code, struck = _one_life(
            server, [url, "anna", stem, "1", str(decisions)], whom, chance
        )
        acknowledged += said
        killed[whom] += struck
        # A blow may fall just after the last decision.
        _recover(server)
        if not code:
            break
        ends.append(code)
    kept = kept_in(store, shipped)
    store.close()
    told = ends.count(TOLD_OF_TROUBLE)
    return Outcome(
        servers_killed=killed["server"],
        backends_killed=killed["backend"],
        told=told,
        crashed=len(ends) - told,
        acknowledged=len(acknowledged),
        kept=len(kept.decisions),
        lost=kept.lost(acknowledged),
        doubled=kept.doubled,
        wrong=kept.wrong,
    )


def _one_life(
    server: Cluster, arguments: list[str], whom: str, chance: random.Random
) -> tuple[Sequence[str], int, bool]:
    """Run a reviewer until it is done or the server is gone.

    Gives what it acknowledged, its exit code, and whether anything was killed.
    """
    struck = threading.Event()

    def strike() -> None:
        target = server.postmaster() if whom == "server" else _backend(server)
        if target:
            os.kill(target, signal.SIGKILL)
            struck.set()

    with subprocess.Popen(
        [sys.executable, "-m", "bench.reliability.deciding", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        timer = threading.Timer(chance.uniform(0, LONGEST_LIFE_SECONDS), strike)
        timer.start()
        said += process.stdout.readlines()
        timer.cancel()
        timer.join()
    whole = [line.strip() for line in said if line.endswith("\n")]
    return whole, process.returncode, struck.is_set()


def _backend(server: Cluster) -> int:
    """Give the process id that serves the reviewer: of those that have written, the last; 0 if none."""
    with psycopg.connect(f"{server.address}/postgres") as asking:
        row = asking.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
            "AND pid <> pg_backend_pid() AND datname = 'postgres' ORDER BY query_start DESC LIMIT 1"
        ).fetchone()
    return int(row[0]) if row else 0


def _recover(server: Cluster) -> None:
    """Wait until the server answers again; one that was killed as a whole is started."""
    deadline = time.monotonic() + RECOVERY_SECONDS
    while True:
        try:
            psycopg.connect(f"{server.address}/postgres", connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
        try:
            os.kill(server.postmaster(), 0)
        except (FileNotFoundError, ProcessLookupError):
            _start(server)
        time.sleep(0.2)


def _start(server: Cluster) -> None:
    """Start a killed server; its orphaned processes may still be letting go of its memory."""
    try:
        server.start()
    except ServerFailed as error:
        if "shared memory" not in str(error) and "could not start" not in str(error):
            raise


def main() -> int:
    """Run it and print what came of it; 1 where a decision was lost or something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with own_server() as server:
        outcome = run(server, args.decisions, args.seed, ROOT / "data")
    print(outcome)
    return 1 if outcome.lost or outcome.doubled or outcome.crashed or outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
