"""One change of a filter to the finished figures of each page: our own code, without Streamlit.

    .venv/bin/python -m bench.filtering [--mentions 100000 1000000]

Each page's path calls what the page's script calls, in its order, from the selection to the figures:
no page can run without Streamlit, whose own time is measured in the browser. Printed are two
times: that of the whole page, and that of its slowest single figure, from the selection on, with
whatever the page makes before it can draw any of its figures. The limit is one for a finished
figure: the slowest single figure is held against it, not the page, of which a reader sees the first
figure while the next is drawn. What the pages make
once for a board, whatever is filtered (the chains of printings, the articles of each month, the
returns to older figures), is made before; nothing else is left over from one change to the next.
The Map's scene is measured where it is drawn: see bench.browser.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from analysis.codebook import Kind
from analysis.estimates import Estimates, Selection, estimate, select
from analysis.estimates.backing import backing
from analysis.estimates.comparisons import differences, revisions
from analysis.estimates.coverage import articles_per_month
from analysis.estimates.in_force import in_force, in_force_cells, returned
from analysis.estimates.panels import DRAWN, claims_of, panels
from analysis.estimates.printings import Chains, chains, copies, counted, printings, relay_names
from analysis.estimates.said_months import month_tiles, months_between, said_by_month
from analysis.estimates.series import now
from analysis.estimates.stances import dated_stances, stances
from analysis.figures.alt import now_sentence, statements_sentence
from analysis.figures.kind_matrix import KindView, kind_matrix_figure
from analysis.figures.legend import READ, bound_legend
from analysis.figures.look import Look
from analysis.figures.now import now_figure
from analysis.figures.printing_matrix import Link, printing_matrix_figure
from analysis.figures.source_months import MonthView, source_months_figure
from analysis.figures.statements import AXES, statements_figure
from analysis.figures.strip import MENTION_COLUMNS
from analysis.ledger import Ledger
from bench.synthetic import synthetic

ROUNDS = 3
# Seconds to one finished figure, by mentions.
LIMITS = {100_000: 0.1, 1_000_000: 0.5}
CHANGES = {
    "nothing chosen": Selection(),
    "one source": Selection(sources=("nis",)),
    "one claim type": Selection(kinds=("killed",)),
    "one language": Selection(languages=("ko",)),
    "from a day on": Selection(date_from="2025-02-01"),
}
OVERVIEW = (Kind.SENT_TOTAL, Kind.CASUALTIES, Kind.KILLED, Kind.WOUNDED)
TROOPS = (
    *(Kind.SENT_TOTAL, Kind.SENT_ADDITIONAL, Kind.PRESENT, Kind.IN_TRAINING),
    *(Kind.PLANNED, Kind.WITHDRAWN, Kind.UNITS, Kind.SITES),
)
CASUALTIES = (
    *(Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES, Kind.CAPTURED, Kind.MISSING, Kind.DESERTED),
)
MATERIEL = (
    *(Kind.CONTAINERS, Kind.SHELLS, Kind.MISSILES, Kind.ARTILLERY, Kind.EQUIPMENT, Kind.MUNITIONS),
)
MAIN = (*(Kind.SENT_TOTAL, Kind.PRESENT, Kind.PLANNED, Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES),)


# A page's path: it stops after each figure and names it, and at SHARED after what serves them all.
SHARED = ""
Path = Callable[["Board", Estimates], Iterator[str]]


@dataclass(frozen=True)
class Board:
    """A board with what its pages make of it once, whatever is filtered."""

    ledger: Ledger
    estimates: Estimates
    names: dict[str, str]
    blocs: dict[str, str]
    places: dict[str, str]
    months: pd.DataFrame
    chains: Chains
    returns: pd.DataFrame
    stances: pd.DataFrame

    @classmethod
    def of(cls, ledger: Ledger) -> "Board":
        """Fold a ledger, and make what does not depend on the filters."""
        estimates = estimate(ledger)
        claimants = ledger.claimants.set_index("claimant")
        for column in ("document_id", "outlet", "language"):
            estimates.coded(column)
        return cls(
            ledger,
            estimates,
            claimants["short_name"].to_dict(),
            claimants["bloc"].to_dict(),
            ledger.locations.set_index("location")["name"].to_dict(),
            articles_per_month(ledger.documents),
            chains(estimates.mentions, relay_names(ledger.relays)),
            returned(estimates, ledger.judgements),
            dated_stances(ledger.stances, ledger.documents),
        )


def overview(board: Board, shown: Estimates) -> Iterator[str]:
    """Draw the latest figures of four kinds; find what is furthest apart, and what was revised."""
    for kind in OVERVIEW:
        latest = now(shown, kind, board.names, board.places)
        if len(latest.rows):
            bound_legend(pd.concat([latest.rows, latest.earlier]))
            now_figure(latest, Look(), places=board.places)
            now_sentence(latest, kind)
        yield kind
    differences(shown.claims, OVERVIEW)
    yield "differences"
    revisions(shown.claims)
    yield "revisions"
    backing(shown, shown.claims)
    for kind in OVERVIEW:
        backing(shown, shown.claims[shown.claims["kind"] == kind])
    yield "counts"


def over_time(kinds: Sequence[Kind]) -> Path:
    """Draw a chart over time for each panel of some kinds."""

    def draw(board: Board, shown: Estimates) -> Iterator[str]:
        drawn = panels(shown.claims, kinds)
        if drawn:
            bound_legend(claims_of(drawn, READ), upright=True)
        yield SHARED
        for panel in drawn:
            statements_figure(
                panel.claims,
                shown.mentions_of(panel.claims, *MENTION_COLUMNS),
                board.months,
                Look(),
                titles={panel.kind: AXES},
                as_of=shown.as_of,
                places=board.places,
            )
            statements_sentence(panel.claims, panel.kind)
            yield panel.name

    return draw


def sources(board: Board, shown: Estimates) -> Iterator[str]:
    """Draw source by kind, source by month, and who prints whom."""
    figures = in_force(shown, board.returns, DRAWN)
    figures = figures[figures["kind"].isin(MAIN)]
    used = set(figures["kind"])
    by_kind = KindView(
        cells=in_force_cells(figures),
        figures=figures,
        kinds=[kind for kind in MAIN if kind in used],
        names=board.names,
        blocs=board.blocs,
        places=board.places,
        as_of=shown.as_of,
    )
    kind_matrix_figure(by_kind, Look())
    yield "by kind"
    _by_month(board, shown)
    yield "by month"
    _printed(board, shown)
    yield "printed"


def _by_month(board: Board, shown: Estimates) -> None:
    said = said_by_month(shown)
    taken = stances(board.stances, Selection())
    tiles = month_tiles(said)
    known = sorted({*tiles["month"], *taken["month"]} - {""})
    by_month = MonthView(
        tiles=tiles,
        stances=taken,
        months=months_between(known[0], max(known[-1], shown.as_of[:7])) if known else [],
        articles=dict(zip(board.months["month"], board.months["articles"].tolist(), strict=True)),
        names=board.names,
        blocs=board.blocs,
        undatable=said.loc[said["month"] == "", "claim_id"].nunique(),
    )
    source_months_figure(by_month, Look())


def _printed(board: Board, shown: Estimates) -> None:
    copies(board.chains, shown.mention_index)
    rows = printings(board.chains, shown.mention_index)
    totals = tuple(counted(rows, link).set_index(link)["articles"] for link in ("outlet", "voice"))
    cells = counted(rows, "outlet", "voice").rename(columns={"outlet": "row", "voice": "column"})
    outlets, voices = Link({}, {}, "outlets"), Link(board.names, board.blocs, "sources")
    if len(cells):
        printing_matrix_figure(cells, (totals[0], totals[1]), outlets, voices, Look())


PAGES: dict[str, Path] = {
    "Overview": overview,
    "Troops": over_time(TROOPS),
    "Casualties": over_time(CASUALTIES),
    "Materiel": over_time(MATERIEL),
    "Sources": sources,
}


@dataclass(frozen=True)
class Times:
    """Seconds from a change of a filter on: to the selection, to each figure alone, to the page."""

    selected: float
    figures: dict[str, float]
    page: float

    @property
    def slowest(self) -> tuple[str, float]:
        """The figure that takes longest, and its seconds; the page's where it draws none."""
        nothing = ("nothing drawn", self.page)
        return max(self.figures.items(), key=lambda figure: figure[1], default=nothing)


def seconds(board: Board, selection: Selection, page: str) -> Times:
    """Time one change of a filter, in seconds of this process's own, the best of some rounds.

    Nothing of it runs on a second core.
    """
    rounds = [_once(board, selection, page) for _ in range(ROUNDS)]
    figures = {name: min(one.figures[name] for one in rounds) for name in rounds[0].figures}
    return Times(min(one.selected for one in rounds), figures, min(one.page for one in rounds))


def _once(board: Board, selection: Selection, page: str) -> Times:
    begun = time.process_time()
    shown = select(board.estimates, selection)
    selected = time.process_time() - begun
    figures: dict[str, float] = {}
    shared = last = selected
    for name in PAGES[page](board, shown):
        now_on = time.process_time() - begun
        if name == SHARED:
            shared += now_on - last
        else:
            figures[name] = shared + now_on - last
        last = now_on
    return Times(selected, figures, last)


def main() -> int:
    """Measure each size, page and change, and print the milliseconds; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=list(LIMITS))
    over = False
    print(f"A filter to the finished figures, {datetime.now(UTC):%Y-%m-%d}, in milliseconds")
    for number in parser.parse_args().mentions:
        board = Board.of(synthetic(number))
        print(f"  {number:,} mentions: {', '.join(CHANGES)}")
        for page in PAGES:
            times = [seconds(board, selection, page) for selection in CHANGES.values()]
            slowest = [one.slowest for one in times]
            over |= max(spent for _, spent in slowest) > LIMITS.get(number, 1)
            print(f"    {page:<12}{_told([one.page for one in times])}  the whole page")
            names = ", ".join(dict.fromkeys(name for name, _ in slowest))
            print(f"    {'':<12}{_told([spent for _, spent in slowest])}  slowest figure: {names}")
        print(f"    {'selecting':<12}{_told([one.selected for one in times])}")
    return int(over)


def _told(spent: Sequence[float]) -> str:
    return " ".join(f"{1000 * one:6.0f}" for one in spent)


if __name__ == "__main__":
    sys.exit(main())
