"""Shares with their bounds kept: killed of casualties, casualties of the force, and the like."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import Basis, Modality
from analysis.figures.blank import blank_figure
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.panel import Scale
from analysis.figures.reach import CLEAR, ROOM, room_below, runs_beyond
from analysis.figures.row_layout import fitted_scale
from analysis.figures.rows import rows_figure
from analysis.figures.shapes import Shape, shapes

NO_SHARE = "No source in this selection gives both numbers of such a share."
WHOLE = 100.0


def shares_figure(
    rows: pd.DataFrame,
    look: Look,
    title: str = "",
    subtitle: str = "",
    foot: str = "",
    chosen: str = "",
) -> go.Figure:
    """Draw a row for each share on a scale from 0 to 100 %.

    ``rows``: share_id (what a click gives), source and bloc (whose it is), under (small text below
    the name: whose base, of what day), text (the share in words, hedge kept), detail (muted text
    after it), bound (of codebook.Bound; empty where both ends are open: a row without a mark), low
    and high (per cent, NaN where open). A lower end above 100 lengthens the scale; an upper end
    beyond it runs out of the panel, cut.
    """
    if rows.empty:
        return blank_figure(look, NO_SHARE)
    rows = rows.reset_index(drop=True)
    muted = look.palette.muted
    texts = [
        f'<b>{escape(text)}</b><span style="color:{muted}">{escape(f" · {detail}" if detail else "")}</span>'
        for text, detail in zip(rows["text"], rows["detail"], strict=True)
    ]
    as_claims = rows.assign(
        claim_id=rows["share_id"],
        claimant="",
        modality=Modality.ACTUAL.value,
        status="",
        said_on_basis=Basis.STATED.value,
        said_inferred=False,
    )
    drawn = shapes(as_claims, look).assign(
        symbol="circle",
        bloc=rows["bloc"],
        name=rows["source"],
        under=rows["under"],
        label=texts,
        heading="",
        hover=[
            f"<b>{escape(source)}</b><br>{text}<br>{escape(under)}"
            for source, text, under in zip(rows["source"], texts, rows["under"], strict=True)
        ],
    )
    nothing_before = drawn.iloc[:0]
    value = fitted_scale(drawn, nothing_before, look, lambda length: _percent_scale(drawn, length))
    cut_note = "A bar with a cut at its end runs on beyond the edge of the chart."
    return rows_figure(
        drawn,
        nothing_before,
        look,
        value,
        title=title,
        subtitle=subtitle,
        foot=foot,
        percent=True,
        chosen=chosen,
        notes=[cut_note] if runs_beyond(drawn, value.last).any() else [],
    )


def _percent_scale(rows: pd.DataFrame, length: float) -> Scale:
    """Make the axis from 0 to 100 %, longer only for a share that is certainly more."""
    settled = pd.concat(
        [rows["low"], rows.loc[rows["shape"].ne(Shape.INTERVAL), "high"], pd.Series([WHOLE])]
    ).max()
    # An arrow from near the end points out of the scale, and is still seen whole.
    room = max(ROOM, length / (length - FULL.arrow - CLEAR))
    last = float(settled) * room
    below = room_below(rows, length, last)
    return Scale(-last * below / (length - below), last, length)
