"""Eight reviewers decide on the same proposals at once: is anything lost, is anything doubled?

.venv/bin/python -m bench.reliability.together [--decisions 500] [--database postgresql]
"""

import argparse
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from analysis.ledger.store.database import open_store
from bench.reliability.database import add_argument, empty_database
from bench.reliability.deciding import article_with
from bench.reliability.kept import kept_in

ROOT = Path(__file__).resolve().parents[2]
REVIEWERS = 8


@dataclass(frozen=True)
class Outcome:
    """What the reviewers were told, and what the database holds afterwards."""

    decisions: int
    acknowledged: int
    told_they_were_second: int
    kept: int
    lost: int
    doubled: int
    wrong: tuple[str, ...]


def run(url: str, decisions: int, shipped: Path) -> Outcome:
    """Have eight processes decide on all of the same proposals, each from the first to the last."""
    store = open_store(url)
    stem = article_with(store, decisions)
    reviewers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "bench.reliability.deciding",
                url,
                f"reviewer {n}",
                stem,
                "1",
                str(decisions),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(REVIEWERS)
    ]
    said = [line for reviewer in reviewers for line in reviewer.communicate()[0].splitlines()]
    failed = [f"a reviewer ended with {one.returncode}" for one in reviewers if one.returncode]
    acknowledged = [line for line in said if not line.startswith("told ")]
    kept = kept_in(store, shipped)
    store.close()
    return Outcome(
        decisions=decisions,
        acknowledged=len(acknowledged),
        told_they_were_second=len(said) - len(acknowledged),
        kept=len(kept.decisions),
        lost=kept.lost(acknowledged),
        doubled=kept.doubled,
        wrong=(*failed, *kept.wrong),
    )


def main() -> int:
    """Run it and print what came of it; 1 where a decision was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=500)
    add_argument(parser)
    args = parser.parse_args()
    with empty_database(args.database) as url:
        outcome = run(url, args.decisions, ROOT / "data")
    print(outcome)
    return 1 if outcome.lost or outcome.doubled or outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
