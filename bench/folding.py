"""Mentions to claims, against a bare groupby on the same mentions; and how it grows.

    .venv/bin/python -m bench.folding [--mentions 100000 1000000]

The bare groupby is what somebody would write first: it groups by the columns of the fold key as the
mentions have them, and counts. It knows no judgements, hedges, statements, revisions or origins.
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd

from analysis.estimates import estimate
from analysis.ledger import Ledger
from bench.synthetic import synthetic

KEY = [
    *("claimant", "co_claimants", "claim_type", "scope", "population", "unit", "item", "share_of"),
    *("modality", "low", "high", "location", "event_from", "event_to"),
]
ROUNDS = 3


def sizes(mentions: pd.DataFrame) -> pd.Series:
    """Count the mentions of each group, and nothing else."""
    return mentions.groupby(KEY, dropna=False, sort=False, observed=True).size()


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


def main() -> int:
    """Measure each size and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=[100_000, 1_000_000])
    print(f"Mentions to claims, {datetime.now(UTC):%Y-%m-%d}")
    for number in parser.parse_args().mentions:
        ledger = synthetic(number)
        mentions = printed(ledger)
        folded = seconds(lambda of=ledger: estimate(of))
        bare, counted = (
            seconds(lambda of=mentions: summed(of)),
            seconds(lambda of=mentions: sizes(of)),
        )
        claims = len(estimate(ledger).claims)
        print(
            f"  {number:,} mentions, {claims:,} claims: {folded / bare:.1f} times a groupby that sums "
            f"up, {folded / counted:.1f} times one that only counts ({folded:.2f} s)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
