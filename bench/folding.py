"""Mentions to claims, against a bare groupby on the same mentions; and how it grows.

    .venv/bin/python -m bench.folding [--mentions 100000 1000000]

The bare groupby is what somebody would write first: it groups by the columns of the fold key as the
mentions have them, and counts. It knows no judgements, hedges, statements, revisions or origins.
The limit is held against it as pandas does it, with its groups sorted; one that leaves the sorting
out takes three quarters of that, and is printed beside it.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from math import log2
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pandas as pd

from analysis.estimates import estimate
from analysis.ledger import Ledger, load
from bench.synthetic import synthetic, write

KEY = [
    *("claimant", "co_claimants", "claim_type", "scope", "population", "unit", "item", "share_of"),
    *("modality", "low", "high", "location", "event_from", "event_to"),
]
ROUNDS = 5
# Times the groupby that counts, and bytes.
LIMIT = 10
MEMORY = 2 * 2**30

T = TypeVar("T")


def sizes(mentions: pd.DataFrame) -> pd.Series:
    """Count the mentions of each group, and nothing else; an open end belongs to the key."""
    return mentions.groupby(KEY, dropna=False).size()


def unsorted_sizes(mentions: pd.DataFrame) -> pd.Series:
    """Count them in the order of their first rows."""
    return mentions.groupby(KEY, dropna=False, sort=False).size()


def summed(mentions: pd.DataFrame) -> pd.DataFrame:
    """Sum each group up as a table of claims needs it at the least."""
    return mentions.groupby(KEY, dropna=False, sort=False, observed=True).agg(
        articles=("document_id", "nunique"),
        mentions=("mention_id", "size"),
        first_printed=("printed_on", "min"),
        last_printed=("printed_on", "max"),
        lowest=("low", "min"),
        highest=("high", "max"),
    )


def seconds(work: Callable[[], object]) -> float:
    """Time some work, in seconds of this process's own; the least of several rounds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def printed(ledger: Ledger) -> pd.DataFrame:
    """Join the day of printing, which the bare summary needs as well."""
    days = ledger.documents.set_index("document_id")["published_on"]
    return ledger.mentions.assign(printed_on=ledger.mentions["document_id"].map(days))


@dataclass(frozen=True)
class Measured:
    """What was measured of one size: seconds of four ways, and the ``peak`` of memory in bytes."""

    mentions: int
    claims: int
    folded: float
    counted: float
    unsorted: float
    summed: float
    peak: int

    @property
    def steps(self) -> float:
        """n log n."""
        return self.mentions * log2(self.mentions)


def times(number: int) -> tuple[int, float, float, float, float]:
    """Count the claims of so many mentions, and time the folding and the groupbys."""
    ledger = synthetic(number)
    mentions = printed(ledger)
    return (
        len(estimate(ledger).claims),
        seconds(lambda: estimate(ledger)),
        seconds(lambda: sizes(mentions)),
        seconds(lambda: unsorted_sizes(mentions)),
        seconds(lambda: summed(mentions)),
    )


def write_files(number: int, folder: Path) -> None:
    """Write a data package of so many mentions."""
    write(synthetic(number), folder)


def peak(folder: Path) -> int:
    """Load a data package and fold it, as a server does; returns the most memory held, in bytes."""
    estimate(load(folder))
    # Linux counts kibibytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def alone(work: Callable[..., T], *given: object) -> T:
    """Do some work in a process of its own, whose memory and caches nothing else has touched."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def measure(number: int) -> Measured:
    """Measure one size."""
    claims, *spent = alone(times, number)
    with TemporaryDirectory() as folder:
        alone(write_files, number, Path(folder))
        held = alone(peak, Path(folder))
    return Measured(number, claims, *spent, held)


def main() -> int:
    """Measure each size and print a table; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=[100_000, 1_000_000])
    found = [measure(number) for number in parser.parse_args().mentions]
    print(f"Mentions to claims, {datetime.now(UTC):%Y-%m-%d}")
    for one in found:
        print(
            f"  {one.mentions:,} mentions, {one.claims:,} claims: {one.folded / one.counted:.1f} "
            f"times a groupby that counts, {one.folded / one.unsorted:.1f} times one that does not "
            f"sort, {one.folded / one.summed:.1f} times one that sums up "
            f"({one.folded:.2f} s); at most {one.peak / 2**30:.2f} GiB, reading included"
        )
    over = any(one.folded / one.counted > LIMIT or one.peak > MEMORY for one in found)
    if len(found) > 1:
        first, last = found[0], found[-1]
        growth = (last.folded / first.folded) / (last.steps / first.steps)
        print(f"  growth from the first to the last: {growth:.2f} times that of n log n")
        over |= growth > 1
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
