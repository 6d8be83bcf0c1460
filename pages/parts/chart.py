"""A chart with what belongs to it: its sentence, its marks explained, the table behind it, evidence."""

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.figures.hover import AS_CLAIMED
from analysis.figures.legend import bound_legend
from analysis.figures.look import Look
from pages.parts import tables
from pages.parts.chosen import choose_mark, choose_option, opens_here
from pages.parts.evidence import show_evidence
from pages.parts.sentences import claim_phrase
from pages.parts.view import View
from pages.parts.wording import counted, plain

# Streamlit's own buttons over a chart would zoom without a way back and save without a source.
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
# Draws a figure for a surface, with a ring around the claim of an id ("": none).
Draw = Callable[[Look, str], go.Figure]

# Room for a chart that waits for the browser to tell its width.
WAITING_HEIGHT = 320


def explain_marks(claims: pd.DataFrame, upright: bool = False) -> None:
    """Explain the marks that these claims are drawn with. ``upright``: on charts over time."""
    if len(claims):
        with st.expander("How to read the marks"), st.container(key="prose_marks"):
            entries = plain(bound_legend(claims, upright)).split(" · ")
            st.markdown("\n".join(f"- {entry}" for entry in entries))


def show_chart(
    view: View,
    place: str,
    title: str,
    draw: Draw,
    claims: pd.DataFrame,
    sentence: str,
    variant: str = "",
) -> None:
    """Show a figure over the claims that it draws, under its title.

    ``place`` names the spot: the page, a blank, and the chart; the evidence of a claim that is
    chosen here opens here. ``sentence`` says what the chart shows.
    ``variant`` is whatever else than the view and the place decides how it is drawn.
    """
    with st.container(key=f"prose_{key_of(place)}"):
        st.subheader(title, anchor=False)
        st.markdown(plain(_beneath_title(sentence, title)))
    if view.look is None:
        st.skeleton(height=WAITING_HEIGHT)
    else:
        chosen = view.claim if view.claim in set(claims["claim_id"]) else ""
        figure = _figure(view.token, place, variant, view.look, chosen, draw)
        _show_figure(figure, key_of(place), place, sentence)
    choose_from(view, place, claims)
    with st.expander(f"The table behind this chart: {counted(len(claims), 'claim')}"):
        tables.show(
            _table(view.token, place, variant, claims, view.names, view.places),
            alt=f"The claims drawn above: {title}",
            key=f"{key_of(place)}_table",
        )


# A click on a mark runs the page again; only the chart that was clicked has changed.
@st.cache_resource(max_entries=200, show_spinner=False)
def _figure(
    token: str, place: str, variant: str, look: Look, chosen: str, _draw: Draw
) -> go.Figure:
    return _draw(look, chosen)


@st.cache_resource(max_entries=200, show_spinner=False)
def _table(
    token: str,
    place: str,
    variant: str,
    _claims: pd.DataFrame,
    _names: Mapping[str, str],
    _places: Mapping[str, str],
) -> pd.DataFrame:
    return tables.claim_table(_claims, _names, _places)


def _show_figure(figure: go.Figure, key: str, place: str, sentence: str) -> None:
    # The figure is laid out for a width, and drawn at exactly that.
    st.plotly_chart(
        figure,
        width="content",
        theme=None,
        key=f"{key}_chart",
        on_select=lambda: choose_mark(f"{key}_chart", place),
        selection_mode="points",
        config=CONFIG,
        alt=sentence,
    )
    notes = (figure.layout.meta or {}).get("notes", [])
    if notes:
        with st.container(key=f"prose_{key}_notes"):
            st.caption(plain(" ".join(notes)))


def choose_from(view: View, place: str, claims: pd.DataFrame) -> None:
    """Offer the claims in a select box, the keyboard's way to the marks, and open the chosen one."""
    key = f"{key_of(place)}_pick"
    latest_first = claims.sort_values("said_last", ascending=False, kind="stable")
    phrases = {
        claim["claim_id"]: claim_phrase(claim)
        for claim in latest_first.drop_duplicates("claim_id").to_dict("records")
    }
    here = opens_here(view, claims, place)
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


def key_of(place: str) -> str:
    """Turn a place into a key for controls."""
    return place.replace(" ", "_")


def _beneath_title(sentence: str, title: str) -> str:
    """Cut from a sentence what the page says already: the title above it, and that these are claims."""
    text = sentence.removeprefix(f"{title}: ").removesuffix(f" {AS_CLAIMED.capitalize()}.")
    return text[:1].upper() + text[1:]
