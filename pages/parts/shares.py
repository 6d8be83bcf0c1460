"""Shares: killed of casualties, casualties of the force sent, whose of whose as the reader chooses."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.codebook import Kind
from analysis.estimates.shares import (
    collective_claimants,
    share_claims,
    share_figures,
    share_rows,
    stated_shares,
)
from analysis.exports.columns import share_table
from analysis.exports.titles import (
    STATED,
    shares_name,
    shares_remarks,
    shares_title,
    stated_name,
    stated_title,
)
from analysis.figures.alt import shares_sentence
from analysis.figures.look import Look
from analysis.figures.shares import FOOT, share_marks, share_texts, shares_figure, stated_rows
from pages.parts.chart import show_chart
from pages.parts.empty import show_nothing
from pages.parts.export import Draw
from pages.parts.options import Options, Side
from pages.parts.view import View, current_board
from pages.parts.wording import plain


def show_shares(view: View, options: Options) -> None:
    """Show the shares that follow from two figures, and beside them those that sources stated."""
    part, whole = options.part, options.whole
    if part.kind == whole.kind and part.source == whole.source:
        st.markdown("Part and whole are the same figure. Choose another kind for one of them.")
    else:
        _show_divided(view, part, whole)
    _show_stated(view)


def _show_divided(view: View, part: Side, whole: Side) -> None:
    parts, wholes = _figures(view, part), _figures(view, whole, of_any_source=True)
    if part.source:
        parts = parts[parts["origin"] == part.source]
    several = collective_claimants(view.ledger.claimants)
    rows, lacking = share_rows(parts, wholes, whole.source, several)
    remarks = shares_remarks(lacking, same_source=not whole.source)
    title = shares_title(Kind(part.kind), Kind(whole.kind))
    if rows.empty:
        st.subheader(title, anchor=False)
        st.markdown("No source in this selection gives both numbers of such a share.")
    else:
        claims = share_claims(rows, parts, wholes)
        show_chart(
            view,
            "casualties shares",
            title,
            _drawing(share_texts(rows, claims)),
            claims,
            shares_sentence(rows),
            variant=repr((part, whole)),
            marked=share_marks(rows),
            rows=share_table(share_texts(rows, claims)),
            remarks=remarks,
            name=shares_name(Kind(part.kind), Kind(whole.kind)),
        )
    with st.container(key="prose_shares"):
        st.caption(plain(" ".join(remarks)))


def _figures(view: View, side: Side, of_any_source: bool = False) -> pd.DataFrame:
    """Give the latest figures of one side, as known on its day; its kind is the reader's choice."""
    board = view.board
    if side.known_on:
        board = current_board(view.state, view.ledger, side.known_on) or board
    return share_figures(board, view.selection, side.kind, view.names, view.places, of_any_source)


def _drawing(rows: pd.DataFrame) -> Draw:
    def draw(look: Look, chosen: str) -> go.Figure:
        return shares_figure(rows, look, foot=FOOT, chosen=chosen)

    return draw


def _show_stated(view: View) -> None:
    """Show the percentages that sources gave themselves, each of the base that they named."""
    st.header(STATED, anchor=False)
    claims = stated_shares(view.shown.claims)
    if claims.empty:
        show_nothing(view, "percentage stated by a source", stated_shares, "casualties_stated")
        return
    rows = stated_rows(claims)
    show_chart(
        view,
        "casualties stated",
        "Percentages in the articles",
        _drawing(rows),
        claims,
        shares_sentence(rows),
        printed=stated_title(),
        marked=share_marks(rows),
        name=stated_name(),
    )
