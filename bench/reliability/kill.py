"""Kill a reviewer's process again and again while it decides: is every acknowledged decision there?

.venv/bin/python -m bench.reliability.kill [--decisions 500] [--database postgresql]
"""

import argparse
import random
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.ledger.store.database import open_store
from bench.reliability.database import add_argument, empty_database
from bench.reliability.deciding import article_with
from bench.reliability.kept import kept_in

ROOT = Path(__file__).resolve().parents[2]
# Between two decisions, and in the middle of one, as chance will have it.
LONGEST_LIFE_SECONDS = 0.25


@dataclass(frozen=True)
class Outcome:
    """How often the process was killed, what it acknowledged, and what was found afterwards."""

    kills: int
    acknowledged: int
    kept: int
    lost: int
    doubled: int
    wrong: tuple[str, ...]


def run(url: str, decisions: int, seed: int, shipped: Path) -> Outcome:
    """Have ``decisions`` proposals decided on by processes that are killed at random moments."""
    chance = random.Random(seed)
    store = open_store(url)
    stem = article_with(store, decisions)
    acknowledged: list[str] = []
    kills = 0
    while True:
        said, killed = _one_life(url, stem, decisions, chance)
        acknowledged += said
        kills += killed
        if not killed:
            break
    kept = kept_in(store, shipped)
    store.close()
    return Outcome(
        kills=kills,
        acknowledged=len(acknowledged),
        kept=len(kept.decisions),
        lost=kept.lost(acknowledged),
        doubled=kept.doubled,
        wrong=kept.wrong,
    )


def _one_life(
    url: str, stem: str, decisions: int, chance: random.Random
) -> tuple[Sequence[str], bool]:
    """Run one process until it is done or killed; gives what it acknowledged, and whether it was."""
    command = [sys.executable, "-m", "bench.reliability.deciding", url, "anna", stem]
    with subprocess.Popen(
        [*command, "1", str(decisions)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        # Its life is counted from its first decision: starting takes longer than many decisions.
        timer = threading.Timer(chance.uniform(0, LONGEST_LIFE_SECONDS), process.kill)
        timer.start()
        said += process.stdout.readlines()
        timer.cancel()
    whole = [line.strip() for line in said if line.endswith("\n")]
    return whole, process.returncode != 0


def main() -> int:
    """Run it and print what came of it; 1 where a decision was lost or something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    add_argument(parser)
    args = parser.parse_args()
    with empty_database(args.database) as url:
        outcome = run(url, args.decisions, args.seed, ROOT / "data")
    print(outcome)
    return 1 if outcome.lost or outcome.doubled or outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
