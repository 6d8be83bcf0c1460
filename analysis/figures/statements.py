"""Statements over time: every claim on the day it was said, one panel a kind, each from 0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.figures.blank import blank_figure
from analysis.figures.hover import count_text
from analysis.figures.look import Look
from analysis.figures.panel import Panel, Scale, log_ticks, ticks_from_zero
from analysis.figures.reach import room_below, value_scale
from analysis.figures.shapes import outlines
from analysis.figures.sheet import Part, Sheet
from analysis.figures.statement_grid import (
    BARS,
    BARS_GAP,
    EDGE,
    HEAD,
    LEFT,
    MOST_PANELS,
    STRIP,
    STRIP_GAP,
    TITLE,
    Block,
    Grid,
    blocks,
    claims_of,
    grid,
)
from analysis.figures.statement_marks import draw_panel, panel_rows
from analysis.figures.strip import LEVELS, add_articles, add_mentions
from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT, wrapped
from analysis.figures.thinning import MOST_MARKS, most_marks, thinned_claims
from analysis.figures.time_axis import DAY, month_ticks, time_scale
from analysis.partial_dates import in_words, span

# The title of a panel whose kind is named above the figure.
AXES = "Number, by the day on which it was said"

PANEL_TITLE = 14
# In days.
TELLING_SHIFT = 5


@dataclass(frozen=True)
class Wanted:
    """What a reader chose of the chart."""

    log: bool
    steps: bool
    by_source: bool
    chosen: str
    places: Mapping[str, str]
    most: int


def statements_figure(
    claims: pd.DataFrame,
    mentions: pd.DataFrame,
    articles_per_month: pd.DataFrame,
    look: Look,
    kinds: Sequence[str] = (),
    titles: Mapping[str, str] | None = None,
    title: str = "",
    log: bool = False,
    steps: bool = False,
    by_source: bool = False,
    as_of: str = "",
    chosen: str = "",
    places: Mapping[str, str] | None = None,
    most: int = MOST_MARKS,
) -> go.Figure:
    """Draw statements over time.

    ``claims`` as ``Estimates`` holds them, ``mentions``: MENTION_COLUMNS of theirs. ``articles_per_month``: month (``2025-02``) and articles (count). ``kinds``: the panels
    and their order, all that occur if empty; ``titles`` renames panels by kind. ``by_source``
    makes a panel of each source, all of a kind on one scale. ``as_of``: the last day that the data
    know, where the axis ends. ``steps`` draws each source's latest known numbers as dotted steps.
    ``chosen``: the claim id that gets a ring. ``places``: names of places by id, for hover.
    ``most``: how many marks a panel that stands alone shows at most.

    ``layout.meta["notes"]`` says in sentences what was left out or summed up, if anything was.
    """
    present = list(dict.fromkeys(kinds or claims["kind"].unique()))
    claims = claims_of(claims, claims["kind"].isin(present))
    if claims.empty:
        return blank_figure(look)
    wanted = Wanted(log, steps, by_source, chosen, places or {}, most)
    panels = blocks(claims, present, titles or {}, by_source)
    notes = []
    if by_source and (len(panels) > MOST_PANELS or claims["source"].nunique() > len(panels)):
        notes.append(f"{MOST_PANELS} panels are drawn; choose sources to see others.")
        panels = panels[:MOST_PANELS]
    layout = grid(look, claims, len(panels), by_source, title)
    sheet = Sheet(look, layout.height)
    _write_head(sheet, layout, look)
    end = claims["said_last"].max()
    if as_of:
        end = max(end, pd.Timestamp(span(as_of).last))
    days = time_scale(_start(claims), end, layout.plot_width, 10)
    own_mentions = _mentions_of(panels, mentions)
    losses = [
        _draw_block(
            sheet, block, layout, number, days, own, articles_per_month, look, wanted, as_of
        )
        for number, (block, own) in enumerate(zip(panels, own_mentions, strict=True))
    ]
    return sheet.figure(notes + _loss_notes(losses))


def _mentions_of(panels: list[Block], mentions: pd.DataFrame) -> list[pd.DataFrame]:
    """Cut the mentions into those of each panel's claims."""
    if len(panels) == 1:
        return [mentions]
    panel_of = pd.concat(
        [pd.Series(number, index=block.claims["claim_id"]) for number, block in enumerate(panels)]
    )
    groups = dict(iter(mentions.groupby(mentions["claim_id"].map(panel_of))))
    return [groups.get(number, mentions.iloc[:0]) for number in range(len(panels))]


@dataclass(frozen=True)
class Loss:
    """What a panel does not show as it is: claims left out, days shifted, mentions to a dot."""

    claims: int
    drawn: int
    shifted_days: float
    mentions_per_dot: int


def _loss_notes(losses: list[Loss]) -> list[str]:
    """Say in sentences what the panels of a figure left out, moved or summed up."""
    notes = []
    drawn, claims = sum(loss.drawn for loss in losses), sum(loss.claims for loss in losses)
    if drawn < claims:
        notes.append(
            f"{drawn:,} of {claims:,} claims are drawn, the last of each source in a month or a "
            "longer stretch; the table holds all of them."
        )
    shift = max(loss.shifted_days for loss in losses)
    if shift > TELLING_SHIFT:
        notes.append(
            "Marks that would cover each other stand side by side, up to "
            f"{shift:.0f} days off their own; the table gives each day."
        )
    per_dot = max(loss.mentions_per_dot for loss in losses)
    if per_dot > 1:
        notes.append(f"One dot beneath a panel stands for up to {per_dot:,} mentions.")
    return notes


def _start(claims: pd.DataFrame) -> pd.Timestamp:
    """Give the day at which the axis begins: early enough for every month, not for every year.

    The band of a claim of which only the year is known runs out of the panel on the left.
    """
    month = pd.Timedelta(days=31)
    long = claims["said_last"] - claims["said_first"] > month
    starts = claims["said_first"].mask(long, claims["said_last"] - month)
    return pd.Timestamp(starts.min())


def _write_head(sheet: Sheet, layout: Grid, look: Look) -> None:
    y = 4.0
    for line in layout.title_lines:
        sheet.write(f"<b>{escape(line)}</b>", EDGE, y, TITLE)
        y += TITLE * LINE_HEIGHT
    for line in layout.key_lines:
        sheet.write(line, EDGE, y + 4, SMALL_TEXT_SIZE)
        y += SMALL_TEXT_SIZE * 1.5


def _draw_block(
    sheet: Sheet,
    block: Block,
    layout: Grid,
    number: int,
    days: Scale,
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    look: Look,
    wanted: Wanted,
    as_of: str,
) -> Loss:
    """Draw one block: title, panel, strip of mentions, bars of articles."""
    left, top = layout.corner(number)
    first_axes = number * 3 + 1
    shown = thinned_claims(block.claims, most_marks(layout.panels, wanted.most))
    # Panels of sources share a scale, whichever of their marks are drawn.
    scaled = outlines(block.scaled_by if wanted.by_source else shown)
    below = 0.0 if wanted.log else room_below(scaled, layout.plot_height)
    values = value_scale(scaled, layout.plot_height, wanted.log, flipped=True, before=below)
    panel = Panel(days, values, first_axes)
    tick_days, tick_texts = month_ticks(days)
    bare: Part = {"showticklabels": False, "showgrid": True, "tickvals": tick_days}
    ticks = (
        log_ticks(values.first, values.last)
        if wanted.log
        else ticks_from_zero(values.last, 3 if wanted.by_source else 4)
    )
    y_axis: Part = {
        "tickvals": ticks,
        "ticktext": [f"{tick:,.0f}{' %' if block.percent else ''}" for tick in ticks],
        "showgrid": True,
    }
    plot_left, plot_top = left + LEFT, top + HEAD
    sheet.lay(panel, plot_left, plot_top, bare, y_axis)
    _zero_line(sheet, panel, look)
    rows = panel_rows(shown, panel, look, wanted.places)
    draw_panel(sheet, rows, panel, look, wanted.steps, each=wanted.by_source, chosen=wanted.chosen)
    _write_title(sheet, block, layout, left, top, look, as_of)

    strip = Panel(days, Scale(0, LEVELS, STRIP, flipped=True), first_axes + 1)
    strip_top = plot_top + layout.plot_height + STRIP_GAP
    hidden: Part = {"visible": False}
    sheet.lay(strip, plot_left, strip_top, hidden, hidden)
    per_dot = add_mentions(sheet, mentions, strip, look)

    bars = Panel(days, Scale(0, 1, BARS, flipped=True), first_axes + 2)
    bars_top = strip_top + STRIP + BARS_GAP
    dated: Part = {"tickvals": tick_days, "ticktext": tick_texts, "showgrid": False}
    sheet.lay(bars, plot_left, bars_top, dated, hidden)
    add_articles(sheet, articles, bars, look)
    for text, y in (("mentions", strip_top + STRIP - 12), ("articles", bars_top + BARS - 12)):
        sheet.write(text, plot_left - 6, y, 10, look.palette.muted, anchor="right")
    known = rows["first"] == rows["last"]
    shifts = (rows["at"] - rows["first"] - DAY / 2).abs()[known] / DAY
    return Loss(len(block.claims), len(shown), float(shifts.max()) if len(shifts) else 0.0, per_dot)


def _zero_line(sheet: Sheet, panel: Panel, look: Look) -> None:
    """Draw the line at 0, or the foot of a logarithmic panel, which has no 0."""
    at = panel.y.first if panel.y.log else 0
    sheet.shapes.append(
        {
            "type": "line",
            "x0": panel.x.first,
            "x1": panel.x.last,
            "y0": at,
            "y1": at,
            "xref": panel.axes["xaxis"],
            "yref": panel.axes["yaxis"],
            "layer": "below",
            "line": {"color": look.palette.axis, "width": 1},
        }
    )


def _write_title(
    sheet: Sheet, block: Block, layout: Grid, left: float, top: float, look: Look, as_of: str
) -> None:
    room = layout.block_width - 2 * EDGE
    title = wrapped(block.title, PANEL_TITLE, room, bold=True)
    counts = count_text(len(block.claims), "claim")
    if not layout.by_source:
        counts += f" by {count_text(block.claims['source'].nunique(), 'source')}"
    if as_of and not look.narrow and not layout.by_source:
        counts += f", in articles to {in_words(as_of)}"
    sheet.write(f"<b>{escape(title[0])}</b>", left + EDGE, top, PANEL_TITLE)
    second = top + PANEL_TITLE * LINE_HEIGHT
    muted = look.palette.muted
    sheet.write(counts, left + EDGE, second, SMALL_TEXT_SIZE, muted)
