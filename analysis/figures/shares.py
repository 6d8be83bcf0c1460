"""Shares with their bounds kept: killed of casualties, casualties of the force, and the like."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import KIND_TERMS, Basis, Bound, Kind, Modality, label
from analysis.estimates.comparisons import COMPARED_DAYS
from analysis.figures.blank import blank_figure
from analysis.figures.hover import Claim, figure_words, said
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.panel import Scale
from analysis.figures.reach import CLEAR, ROOM, room_below, runs_beyond
from analysis.figures.row_layout import fitted_scale
from analysis.figures.rows import rows_figure
from analysis.figures.shapes import Shape, shapes

NO_SHARE = "No source in this selection gives both numbers of such a share."
WHOLE = 100.0
# What the axis counts.
FOOT = "Per cent"


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
    drawn = shapes(_as_claims(rows), look).assign(
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


def share_texts(rows: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Add to shares what a row says besides the share: of whose number, of what day.

    ``rows`` as ``share_rows`` gives them, ``claims`` those that they are made of, with the name of
    each row in ``row``. Adds ``under`` (the whole) and ``detail`` (the part).
    """
    by_id = claims.set_index("claim_id").to_dict("index")
    under = [
        f"of {by_id[whole]['row']}, {_short(by_id[whole])}"
        + (f"; said {days:,} days apart" if days > COMPARED_DAYS else "")
        for whole, days in zip(rows["whole_id"], rows["days_apart"], strict=True)
    ]
    return rows.assign(under=under, detail=[_short(by_id[part]) for part in rows["share_id"]])


def share_marks(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the rows whose marks a legend has to explain, with the columns that it reads.

    A row without a bound has no mark. The faint bar of an "about" with two ends is no word of
    number, which is all that the legend would call it.
    """
    marked = rows[~rows["bound"].isin(("", Bound.VAGUE))]
    return _as_claims(marked)


def _as_claims(rows: pd.DataFrame) -> pd.DataFrame:
    """Give shares the columns of claims that marks are drawn from."""
    return rows.assign(
        claim_id=rows["share_id"],
        claimant="",
        modality=Modality.ACTUAL.value,
        status="",
        said_on_basis=Basis.STATED.value,
        said_inferred=False,
    )


def stated_rows(claims: pd.DataFrame) -> pd.DataFrame:
    """Turn percentages that sources stated into rows of ``shares_figure``, in the given order."""
    records = claims.to_dict("records")
    return pd.DataFrame(
        {
            "share_id": claims["claim_id"].to_numpy(),
            "source": claims["source"].to_numpy(),
            "bloc": claims["bloc"].to_numpy(),
            "under": [
                f"{KIND_TERMS[Kind(claim['kind'])].label}, of {claim['share_of']}"
                for claim in records
            ],
            "text": [figure_words(claim) for claim in records],
            "detail": [said(claim, short=True) for claim in records],
            **{name: claims[name].to_numpy() for name in ("bound", "low", "high")},
        }
    )


def _short(claim: Claim) -> str:
    figure = label(claim["bound"], claim["low"], claim["high"], claim["unit"])
    return f"{figure} ({said(claim, short=True)})"


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
