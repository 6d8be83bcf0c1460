"""Who says what now: a row for each source, with its latest figure and the age of it."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.figures.blank import blank_figure
from analysis.figures.hover import hover_texts, records
from analysis.figures.look import Look
from analysis.figures.now_rows import MOST_ROWS, thinned_rows
from analysis.figures.reach import reach, room_below, runs_beyond, value_scale
from analysis.figures.row_layout import fitted_scale
from analysis.figures.rows import rows_figure
from analysis.figures.shapes import shapes
from analysis.figures.wording import value_label

STALE_DAYS = 180
# What the label of a row needs of its claim.
LABELLED = (
    *("bound", "low", "high", "unit", "said_on", "said_on_basis", "said_inferred", "articles"),
)


class Now(Protocol):
    """What the chart is drawn from; ``analysis.estimates.series.Now`` is one."""

    @property
    def rows(self) -> pd.DataFrame:
        """One claim a row, in the order of drawing, with ``row``, ``stale`` and ``also``."""

    @property
    def earlier(self) -> pd.DataFrame:
        """Claims that the same sources made besides, with the ``row`` that they belong to."""


def now_figure(
    now: Now,
    look: Look,
    title: str = "",
    subtitle: str = "",
    unit: str = "people",
    chosen: str = "",
    places: Mapping[str, str] | None = None,
    most: int = MOST_ROWS,
) -> go.Figure:
    """Draw who says what now: dot and range on a scale from 0, labelled at the mark.

    Fresh figures stand on top; those last said more than STALE_DAYS before the day of the board
    are a group of their own, paler. Pale ticks are what the same source said before. ``chosen`` is
    the claim id that gets a ring. ``places``: names of places by id, for hover.
    ``most``: how many rows are drawn at most.

    ``layout.meta["notes"]`` says in sentences what was left out or cut, if anything was.
    """
    rows, earlier, notes = thinned_rows(
        now.rows.reset_index(drop=True), now.earlier.reset_index(drop=True), most
    )
    rows, earlier = rows.reset_index(drop=True), earlier.reset_index(drop=True)
    if rows.empty:
        return blank_figure(look)
    drawn = shapes(rows, look).assign(
        hover=hover_texts(rows, places),
        bloc=rows["bloc"],
        name=rows["row"],
        under=rows["also"],
        label="",
        heading=_headings(rows),
    )
    before = (
        shapes(earlier, look).assign(hover=hover_texts(earlier, places))
        if len(earlier)
        else earlier
    )
    if len(earlier):
        numbers = pd.Series(np.arange(len(rows)), index=rows["row"])
        before = before.assign(row=earlier["row"].map(numbers), tick=_tick_colours(earlier, look))
        before = before.astype({"row": "int64"})
    extent = pd.concat([drawn, before]) if len(before) else drawn
    claims = records(rows[list(LABELLED)])
    # The longest that the labels can get decides on the scale, and the scale on the labels.
    drawn["label"] = [
        value_label(claim, look, cut)
        for claim, cut in zip(claims, runs_beyond(drawn, reach(extent)), strict=True)
    ]
    value = fitted_scale(
        drawn,
        before,
        look,
        lambda length: value_scale(extent, length, before=room_below(drawn, length)),
    )
    runs_out = runs_beyond(drawn, value.last)
    drawn["label"] = [
        value_label(claim, look, cut) for claim, cut in zip(claims, runs_out, strict=True)
    ]
    cut_note = "A bar whose label ends in an arrow runs on beyond the edge of the chart."
    return rows_figure(
        drawn,
        before,
        look,
        value,
        title=title,
        subtitle=subtitle,
        foot=f"Number of {unit}, as claimed",
        chosen=chosen,
        notes=[*notes, cut_note] if runs_out.any() else notes,
    )


def _headings(rows: pd.DataFrame) -> list[str]:
    """Name the two groups, each at its first row; no heading where all figures are fresh."""
    stale = rows["stale"].astype(bool)
    first = ~stale.duplicated()
    if not stale.any():
        return [""] * len(rows)
    fresh, old = f"Said within the last {STALE_DAYS} days", f"Older than {STALE_DAYS} days"
    return [
        "" if not is_first else old if is_stale else fresh
        for is_stale, is_first in zip(stale, first, strict=True)
    ]


def _tick_colours(earlier: pd.DataFrame, look: Look) -> list[str]:
    colours = look.palette
    return [colours.pale(colours.bloc(bloc), 0.5) for bloc in earlier["bloc"]]
