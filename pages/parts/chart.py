"""A chart with what belongs to it: its sentence, its marks explained, the table behind it, evidence."""

from collections.abc import Callable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.figures.hover import AS_CLAIMED
from analysis.figures.legend import bound_legend
from pages.parts import tables
from pages.parts.chosen import choose_mark, choose_option, key_of, opens_here
from pages.parts.evidence import show_evidence
from pages.parts.export import Draw, offer_chart
from pages.parts.paging import offer_pages, rows_of
from pages.parts.sentences import PHRASE_COLUMNS, claim_phrase
from pages.parts.view import View
from pages.parts.wording import counted, plain

# Streamlit's own buttons over a chart would zoom without a way back and save without a source.
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
# Beyond this a select box is no way to find anything, and a page has many of them.
MOST_OPTIONS = 200
# The longest table that a page carries along unopened.
SENT_CLOSED = 100

# Room for what is still to come.
WAITING_HEIGHT = 320


def explain_marks(
    view: View, page: str, claims: Callable[[], pd.DataFrame], upright: bool = False
) -> None:
    """Explain the marks that the claims of a page are drawn with. ``upright``: on charts over time.

    ``claims`` gives those of all its charts, as ``bound_legend`` reads them.
    """
    legend = view.remember(f"legend of {page}", lambda: bound_legend(claims(), upright))
    if legend:
        with st.expander("How to read the marks"), st.container(key="prose_marks"):
            st.markdown("\n".join(f"- {entry}" for entry in plain(legend).split(" · ")))


def show_chart(
    view: View,
    place: str,
    title: str,
    draw: Draw,
    claims: pd.DataFrame,
    sentence: str,
    variant: str = "",
    *,
    printed: str = "",
    marked: pd.DataFrame | None = None,
    rows: pd.DataFrame | None = None,
    upright: bool = False,
    remarks: Sequence[str] = (),
    name: str = "",
) -> None:
    """Show a figure over the claims that it draws, under its title.

    ``place`` names the spot: the page, a blank, and the chart; the evidence of a claim that is
    chosen here opens here. ``sentence`` says what the chart shows.
    ``variant`` is whatever else than the view and the place decides how it is drawn.

    When it is saved: ``printed`` is the title that stands in the picture (default: ``title``),
    ``marked`` the claims whose marks its legend explains (default: ``claims``); the others are those
    of ``offer_chart``.
    """
    show_title(place, title, sentence)
    chosen = view.claim if view.claim and claims["claim_id"].eq(view.claim).any() else ""
    look = view.look
    # A click on a mark runs the page again; only the chart that was clicked has changed.
    figure = view.remember(f"{place} figure {variant} {look} {chosen}", lambda: draw(look, chosen))
    key = f"{key_of(place)}_chart"
    show_figure(view, figure, key, sentence, lambda: choose_mark(key, place))
    choose_from(view, place, claims)
    _show_table(view, place, title, claims, variant)
    offer_chart(
        view,
        place,
        printed or title,
        draw,
        claims if marked is None else marked,
        about=claims,
        rows=rows,
        upright=upright,
        remarks=remarks,
        name=name,
    )


def _show_table(view: View, place: str, title: str, claims: pd.DataFrame, variant: str) -> None:
    """Show the claims as a table; a long one is sent when it is opened, and not before."""
    long = len(claims) > SENT_CLOSED
    box = st.expander(
        f"The table behind this chart: {counted(len(claims), 'claim')}",
        key=f"{key_of(place)}_behind",
        on_change="rerun" if long else "ignore",
    )
    if long and not box.open:
        return
    with box:
        key = f"{key_of(place)}_table"
        page = rows_of(key, repr((view.token, variant)), len(claims))
        listed = claims.iloc[page.cut]
        table = view.remember(
            f"{place} table {variant} {page.number}",
            lambda: tables.claim_table(listed, view.names, view.places),
        )
        tables.show(table, alt=f"The claims drawn above: {title}", key=key)
        offer_pages(page, "which the saved table has all")


def show_title(place: str, title: str, sentence: str) -> None:
    """Write a chart's title, and under it what the chart shows."""
    with st.container(key=f"prose_{key_of(place)}"):
        st.subheader(title, anchor=False)
        st.markdown(plain(_beneath_title(sentence, title)))


def show_figure(
    view: View, figure: go.Figure, key: str, sentence: str, on_select: Callable[[], None]
) -> None:
    """Draw a figure, and write under it what it does not show as it is.

    In a visit's first run the page ends with its first figure, so that a browser has little to
    draw before it; what follows comes in the next run, which the browser begins at once by telling
    its width.
    """
    # The figure is laid out for a width, and drawn at exactly that.
    st.plotly_chart(
        figure,
        width="content",
        theme=None,
        key=key,
        on_select=on_select,
        selection_mode="points",
        config=CONFIG,
        alt=sentence,
    )
    notes = (figure.layout.meta or {}).get("notes", [])
    if notes:
        with st.container(key=f"prose_{key}_notes"):
            st.caption(plain(" ".join(notes)))
    if not view.sure:
        st.skeleton(height=WAITING_HEIGHT)
        st.stop()


def choose_from(view: View, place: str, claims: pd.DataFrame) -> None:
    """Offer the claims in a select box, the keyboard's way to the marks, and open the chosen one."""
    key = f"{key_of(place)}_pick"
    here = opens_here(view, claims, place)
    phrases = _phrases(claims, view.claim if here else "")
    st.session_state[key] = view.claim if here else None
    st.selectbox(
        "Claim",
        list(phrases),
        format_func=phrases.__getitem__,
        index=None,
        key=key,
        placeholder="Evidence: choose a mark, or a claim here",
        on_change=choose_option,
        args=(key, place),
        label_visibility="collapsed",
    )
    if here:
        show_evidence(view, view.claim, place)


def _phrases(claims: pd.DataFrame, chosen: str) -> dict[str, str]:
    """Name the claims to choose from by their ids: the latest said, and the one that is chosen."""
    days = claims[["claim_id", "said_last"]].reset_index(drop=True)
    latest_first = days.sort_values("said_last", ascending=False, kind="stable")
    rows = latest_first.drop_duplicates("claim_id").index[:MOST_OPTIONS]
    named = claims[list(PHRASE_COLUMNS)]
    offered = named.iloc[rows].to_dict("records")
    if chosen:
        offered += named[named["claim_id"] == chosen].to_dict("records")
    return {claim["claim_id"]: claim_phrase(claim) for claim in offered}


def _beneath_title(sentence: str, title: str) -> str:
    """Cut from a sentence what the page says already: the title above it, and that these are claims."""
    text = sentence.removeprefix(f"{title}: ").removesuffix(f" {AS_CLAIMED.capitalize()}.")
    return text[:1].upper() + text[1:]
