"""The thin lines of a panel: the days between which a claim was said, and what revised it."""

from collections.abc import Iterable

import pandas as pd

from analysis.figures.hover import Claim, records
from analysis.figures.look import Look
from analysis.figures.panel import Panel
from analysis.figures.pen import BEHIND
from analysis.figures.shapes import Shape
from analysis.figures.sheet import Sheet
from analysis.figures.time_axis import DAY

BAND = 6
# What a band needs of the marks.
BAND_READ = ("bloc", "first", "last", "shape", "cut", "anchor", "low", "high")
# What a line needs of the marks that it joins.
READ = ("claim_id", "superseded_by", "bloc", "at", "shape", "cut", "anchor", "low", "high")


def draw_bands(sheet: Sheet, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Draw a pale band from the first to the last day on which a claim may have been said."""
    long = rows.loc[rows["first"] < rows["last"], list(BAND_READ)]
    by_bloc: dict[str, list[tuple[float, float, float, float]]] = {}
    for row in records(long):
        for end in _ends(row):
            of_bloc = by_bloc.setdefault(row["bloc"], [])
            of_bloc.append((row["first"], end, row["last"] + DAY, end))
    for bloc in sorted(by_bloc):
        colour = look.palette.pale(look.palette.bloc(bloc), 0.16)
        _lines(sheet, by_bloc[bloc], panel, {"color": colour, "width": BAND})


def connections(rows: pd.DataFrame) -> list[tuple[str, float, float, float, float]]:
    """List bloc, x0, y0, x1 and y1 of the lines from revised claims to those that revised them.

    They run between stated ends, the nearest two of both.
    """
    by_id = {row["claim_id"]: row for row in records(rows[list(READ)])}
    lines = []
    for row in by_id.values():
        successor = by_id.get(row["superseded_by"])
        if successor:
            y0, y1 = _nearest_ends(_ends(row), _ends(successor))
            lines.append((row["bloc"], row["at"], y0, successor["at"], y1))
    return lines


def draw_connectors(sheet: Sheet, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Join each revised claim to the one that revised it, so that a source can be followed."""
    lines = connections(rows)
    for bloc in sorted({line[0] for line in lines}):
        colour = look.palette.pale(look.palette.bloc(bloc))
        segments = [line[1:] for line in lines if line[0] == bloc]
        _lines(sheet, segments, panel, {"color": colour, "width": 1})


def _ends(row: Claim) -> tuple[float, ...]:
    """Give the numbers that were stated: one, or the two ends of a bar as far as it is drawn."""
    if row["shape"] != Shape.INTERVAL or row["cut"]:
        return (float(row["anchor"]),)
    return float(row["low"]), float(row["high"])


def _nearest_ends(ones: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, float]:
    pairs = [(one, other) for one in ones for other in others]
    return min(pairs, key=lambda pair: abs(pair[0] - pair[1]))


def draw_steps(sheet: Sheet, rows: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Draw the lines of ``connections`` as dotted steps: a figure holds until it is revised.

    Steps end at a source's last statement. A range has two lines, an open bound one.
    """
    by_id = {row["claim_id"]: row for row in records(rows)}
    for bloc in sorted(set(rows["bloc"])):
        segments = []
        for row in by_id.values():
            after = by_id.get(row["superseded_by"])
            if row["bloc"] != bloc or after is None:
                continue
            for end in _ends(row):
                _, nearest = _nearest_ends((end,), _ends(after))
                segments.append((row["at"], end, after["at"], end))
                segments.append((after["at"], end, after["at"], nearest))
        line = {"color": look.palette.bloc(bloc), "width": 1.2, "dash": "dot"}
        _lines(sheet, segments, panel, line)


def _lines(
    sheet: Sheet,
    segments: Iterable[tuple[float, float, float, float]],
    panel: Panel,
    line: dict[str, object],
) -> None:
    """Draw segments (x0, y0, x1, y1) as one trace that neither hover nor clicks find."""
    x: list[float | None] = []
    y: list[float | None] = []
    for x0, y0, x1, y1 in segments:
        x += [x0, x1, None]
        y += [y0, y1, None]
    if x:
        sheet.traces.append(
            {
                "type": "scatter",
                "x": x,
                "y": y,
                "mode": "lines",
                "line": line,
                "hoverinfo": "skip",
                "zorder": BEHIND,
                **panel.axes,
            }
        )
