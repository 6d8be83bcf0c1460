"""One panel of statements: marks on their days, dodged, joined to what revised them, labelled."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.figures.dodge import FURTHEST, Marks, dodge
from analysis.figures.hover import hover_texts, records
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL, SMALL, Sizes
from analysis.figures.marks import add_marks
from analysis.figures.panel import Panel
from analysis.figures.pen import Pen
from analysis.figures.shapes import Shape, shapes
from analysis.figures.sheet import Sheet
from analysis.figures.statement_labels import draw_label, placed_labels
from analysis.figures.statement_lines import draw_bands, draw_connectors, draw_steps
from analysis.figures.time_axis import DAY, milliseconds
from analysis.figures.wording import figure_label

# In pixels of the axis of days.
SMALL_BELOW = 560
DODGED_DAYS = 14


def panel_rows(
    claims: pd.DataFrame, panel: Panel, look: Look, places: Mapping[str, str]
) -> pd.DataFrame:
    """Say how each claim is drawn in this panel, and where after dodging.

    ``places``: names of places by id, for hover.
    Returns the columns of ``shapes`` and hover, cut, source, bloc, superseded_by, in_force,
    articles, first and last (the days it may have been said, in milliseconds), ``at`` (dodged)
    and ``left``, ``top``, ``right``, ``bottom`` (the mark's box in pixels).
    """
    rows = shapes(claims, look).assign(
        hover=hover_texts(claims, places),
        source=claims["source"],
        bloc=claims["bloc"],
        superseded_by=claims["superseded_by"],
        in_force=claims["in_force"],
        status=claims["status"],
        articles=claims["articles"],
        first=milliseconds(claims["said_first"]),
        last=milliseconds(claims["said_last"]),
        text=[figure_label(claim) for claim in records(claims[["bound", "low", "high", "unit"]])],
    )
    rows["cut"] = rows["shape"].eq(Shape.INTERVAL) & (rows["high"] > panel.y.last)
    return _dodged(rows, panel, sizes_for(panel))


def sizes_for(panel: Panel) -> Sizes:
    """Choose the marks' sizes: small ones where the axis of days is short."""
    return SMALL if panel.x.length < SMALL_BELOW else FULL


def _dodged(rows: pd.DataFrame, panel: Panel, sizes: Sizes) -> pd.DataFrame:
    """Add each mark's place and box, in pixels, after dodging."""
    point, interval = rows["shape"].eq(Shape.POINT), rows["shape"].eq(Shape.INTERVAL)
    anchor = panel.y.px(rows["anchor"])
    end = np.maximum(panel.y.px(np.where(interval, rows["high"], rows["anchor"])), 0)
    half_height = np.where(point, sizes.dot / 2 + 1, sizes.stroke / 2)
    top = end - half_height - np.where(rows["shape"].eq(Shape.FLOOR), sizes.arrow, 0)
    bottom = anchor + half_height + np.where(rows["shape"].eq(Shape.CEILING), sizes.arrow, 0)
    half = np.select(
        [point, interval],
        [sizes.dot / 2 + np.where(rows["unnamed"], 2, 0.5), sizes.bar / 2 + 1],
        sizes.base / 2 + 0.5,
    )
    before = np.where(rows["undated"], np.maximum(half, sizes.dot / 2 + 1 + sizes.dash), half)
    marks = Marks(
        first=panel.x.px(rows["first"] + DAY / 2),
        last=panel.x.px(rows["last"] + DAY / 2),
        before=before,
        after=half,
        top=top,
        bottom=bottom,
    )
    # On a narrow figure few pixels are many days.
    furthest = min(FURTHEST, max(DODGED_DAYS * DAY / panel.x.per_pixel(), sizes.dot * 1.5))
    px = dodge(marks, panel.x.length, furthest)
    return rows.assign(
        at=panel.x.value(px), left=px - before, right=px + half, top=top, bottom=bottom
    )


def draw_panel(
    sheet: Sheet,
    rows: pd.DataFrame,
    panel: Panel,
    look: Look,
    steps: bool = False,
    each: bool = False,
    chosen: str = "",
) -> None:
    """Draw the rows of ``panel_rows`` with all that belongs to them, from back to front.

    ``each``: label every mark that can be (a panel of one source), not one mark a source.
    """
    draw_bands(sheet, rows, panel, look)
    if steps:
        draw_steps(sheet, rows, panel, look)
    else:
        draw_connectors(sheet, rows, panel, look)
    add_marks(Pen(sheet, panel, look, sizes_for(panel), chosen=chosen), rows)
    for placed in placed_labels(rows, panel, look, each):
        draw_label(sheet, placed, panel, look)
