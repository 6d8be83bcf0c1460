"""The chart of who says what now, for one kind of claim."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates.series import FORCE, Now, now
from analysis.exports.titles import TICKS, now_name, now_title
from analysis.figures.alt import now_sentence
from analysis.figures.now import now_figure
from analysis.figures.now_rows import MOST_ROWS
from pages.parts.chart import show_chart
from pages.parts.chosen import key_of
from pages.parts.empty import show_nothing
from pages.parts.view import View


def latest(view: View, kind: Kind) -> Now:
    """Give the latest figure of each source, of one kind."""
    populations = view.selection.populations or FORCE
    return view.remember(
        f"now {kind} {populations}",
        lambda: now(view.shown, kind, view.names, view.places, populations),
    )


def show(view: View, kind: Kind, page: str) -> None:
    """Show the latest figure of each source, of one kind, and what it said before."""
    rows = latest(view, kind)
    title = KIND_TERMS[kind].title
    place = f"{page} now_{kind.value}"
    if rows.rows.empty:
        st.subheader(title, anchor=False)
        show_nothing(
            view,
            f"figure in force of this kind ({KIND_TERMS[kind].label})",
            lambda claims: _standing(claims, kind, view.selection.populations or FORCE),
            key_of(place),
        )
        return
    show_now(view, place, rows, kind)


def drawn_now(view: View, kinds: Sequence[Kind]) -> pd.DataFrame:
    """Give every claim that the charts of some kinds draw, at least one."""
    return pd.concat([drawn(latest(view, kind)) for kind in kinds], ignore_index=True)


def show_now(view: View, place: str, rows: Now, kind: Kind, most: int = MOST_ROWS) -> None:
    """Show such rows as a chart, and offer it under a title that says what they are.

    ``most``: how many rows are drawn at most.
    """
    title = KIND_TERMS[kind].title
    claims = view.remember(f"{place} drawn", lambda: drawn(rows))
    show_chart(
        view,
        place,
        title,
        lambda look, chosen: now_figure(rows, look, chosen=chosen, places=view.places, most=most),
        claims,
        view.remember(f"{place} sentence", lambda: now_sentence(rows, kind)),
        printed=now_title(kind),
        marked=rows.rows,
        remarks=[TICKS] if len(rows.earlier) else [],
        name=now_name(kind),
    )


def drawn(rows: Now) -> pd.DataFrame:
    """Give every claim that such a chart draws, marks first, then the pale ticks."""
    return pd.concat(
        [rows.rows.assign(drawn="mark"), rows.earlier.assign(drawn="earlier")], ignore_index=True
    )


def _standing(claims: pd.DataFrame, kind: Kind, populations: tuple[str, ...]) -> pd.DataFrame:
    return claims[
        (claims["kind"] == kind) & claims["population"].isin(populations) & claims["in_force"]
    ]
