"""One change of a filter to the finished figures of a page: our own code, without Streamlit.

.venv/bin/python -m bench.filtering [--mentions 100000 1000000]
"""

import argparse
import sys
import time
from datetime import UTC, datetime

from analysis.codebook import Kind
from analysis.estimates import Estimates, Selection, estimate, select
from analysis.estimates.coverage import articles_per_month
from analysis.estimates.panels import panels
from analysis.estimates.series import now
from analysis.figures.look import Look
from analysis.figures.now import now_figure
from analysis.figures.statements import statements_figure
from analysis.ledger import Ledger
from bench.synthetic import synthetic

ROUNDS = 5
LIMITS = {100_000: 0.1, 1_000_000: 0.5}
CHANGES = {
    "one source": Selection(sources=("nis",)),
    "one claim type": Selection(kinds=("killed",)),
    "one language": Selection(languages=("ko",)),
}


def draw(ledger: Ledger, board: Estimates, selection: Selection) -> dict[str, float]:
    """Select, then draw the latest claims and the statements over time of those killed."""
    names = ledger.claimants.set_index("claimant")["short_name"].to_dict()
    places = ledger.locations.set_index("location")["name"].to_dict()
    months = articles_per_month(ledger.documents)
    times = {"": time.perf_counter()}
    shown = select(board, selection)
    times["select"] = time.perf_counter()
    now_figure(now(shown, Kind.KILLED, names, places), Look())
    times["latest claims"] = time.perf_counter()
    for panel in panels(shown.claims, [Kind.KILLED]):
        statements_figure(
            panel.claims, shown.mentions, months, Look(), as_of=board.as_of, places=places
        )
    times["over time"] = time.perf_counter()
    ends = list(times.values())
    return {
        step: end - begun
        for (step, end), begun in zip(list(times.items())[1:], ends[:-1], strict=True)
    }


def main() -> int:
    """Measure each size and change, and print the milliseconds; 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=list(LIMITS))
    over = False
    print(f"A filter to the finished figures, {datetime.now(UTC):%Y-%m-%d}")
    for number in parser.parse_args().mentions:
        ledger = synthetic(number)
        board = estimate(ledger)
        for name, selection in CHANGES.items():
            runs = [draw(ledger, board, selection) for _ in range(ROUNDS)]
            best = min(runs, key=lambda run: sum(run.values()))
            total = sum(best.values())
            over |= total > LIMITS.get(number, 1)
            steps = ", ".join(f"{step} {1000 * seconds:.0f}" for step, seconds in best.items())
            print(f"  {number:,} mentions, {name}: {1000 * total:.0f} ms ({steps})")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
