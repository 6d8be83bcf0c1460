"""What stands where there is nothing to show: why, and the way back."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.estimates import Estimates, Selection, select
from pages.parts.filters import KNOWN_ON, TITLES, drop, reset
from pages.parts.view import View, current_board
from pages.parts.wording import counted

Keep = Callable[[pd.DataFrame], pd.DataFrame]
# Counts what a selection of a board would leave.
Count = Callable[[Estimates, Selection], int]

EVERYTHING = Selection(incidents=True)


def show_nothing(view: View, what: str, keep: Keep, place: str) -> None:
    """Say that no claim is left, which filters are to blame, and offer to drop each of them.

    ``what`` names what is missing; ``keep`` picks it out of a table of claims.
    """

    def count(board: Estimates, selection: Selection) -> int:
        return len(keep(select(board, selection).claims))

    show_empty(view, what, "claim", count, place, "None of the collected articles has one.")


def show_empty(view: View, what: str, noun: str, count: Count, place: str, nowhere: str) -> None:
    """Say that nothing is left of what ``count`` counts, and offer to drop each filter to blame.

    ``what`` names what is missing, ``noun`` one of the things counted; ``nowhere`` is the sentence
    for a board that has none whatever is filtered.
    """
    ways = ways_back(view, count)
    with st.container(border=True, key=f"nothing_{place}"):
        st.markdown(f"**No {what} in this selection.** That says nothing about what happened.")
        if not ways:
            if count(view.board, EVERYTHING):
                st.markdown("Several filters together leave nothing.")
                st.button(
                    "Reset filters", key=f"reset_{place}", on_click=reset, args=(view.filters,)
                )
            else:
                st.markdown(nowhere)
            return
        st.markdown("With one of these changes there is something to show:")
        for field, number in ways.items():
            st.button(
                _label(field, counted(number, noun)),
                key=f"drop_{field}_{place}",
                on_click=_include if field == "incidents" else drop,
                args=() if field == "incidents" else (view.filters, field),
            )


def ways_back(view: View, count: Count) -> dict[str, int]:
    """Name each single filter without which something would be left, and how much."""
    ways = {
        choice: count(view.board, view.selection.without(choice))
        for choice in view.selection.changed()
    }
    if not view.selection.incidents:
        included = replace(view.selection, incidents=True)
        ways["incidents"] = count(view.board, included)
    if view.board.known_on:
        everything = current_board(view.state, view.ledger, "")
        if everything is not None:
            ways[KNOWN_ON] = count(everything, view.selection)
    return {field: number for field, number in ways.items() if number}


def _include() -> None:
    st.session_state["incidents"] = True


def _label(field: str, found: str) -> str:
    if field == "incidents":
        return f"Include incidents and increments ({found})"
    return f"Drop the filter: {TITLES[field]} ({found})"
