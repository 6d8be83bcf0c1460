"""What stands where there is nothing to show: why, and the way back."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.estimates import select
from pages.parts.filters import KNOWN_ON, TITLES, drop, reset
from pages.parts.view import View, current_board
from pages.parts.wording import counted

Keep = Callable[[pd.DataFrame], pd.DataFrame]


def show_nothing(view: View, what: str, keep: Keep, place: str) -> None:
    """Say that no claim is left, which filters are to blame, and offer to drop each of them.

    ``what`` names what is missing; ``keep`` picks it out of a table of claims.
    """
    ways = ways_back(view, keep)
    with st.container(border=True, key=f"nothing_{place}"):
        st.markdown(f"**No {what} in this selection.** That says nothing about what happened.")
        if not ways:
            if not keep(view.board.claims).empty:
                st.markdown("Several filters together leave nothing.")
                st.button(
                    "Reset filters", key=f"reset_{place}", on_click=reset, args=(view.filters,)
                )
            else:
                st.markdown("None of the collected articles has one.")
            return
        st.markdown("With one of these changes there is something to show:")
        for field, number in ways.items():
            st.button(
                _label(field, number),
                key=f"drop_{field}_{place}",
                on_click=_include if field == "incidents" else drop,
                args=() if field == "incidents" else (view.filters, field),
            )


def ways_back(view: View, keep: Keep) -> dict[str, int]:
    """Name each single filter without which something would be left, and how many claims."""
    ways = {
        choice: len(keep(select(view.board, view.selection.without(choice)).claims))
        for choice in view.selection.changed()
    }
    if not view.selection.incidents:
        included = replace(view.selection, incidents=True)
        ways["incidents"] = len(keep(select(view.board, included).claims))
    if view.board.known_on:
        everything = current_board(view.ledger, "")
        if everything is not None:
            ways[KNOWN_ON] = len(keep(select(everything, view.selection).claims))
    return {field: number for field, number in ways.items() if number}


def _include() -> None:
    st.session_state["incidents"] = True


def _label(field: str, number: int) -> str:
    found = counted(number, "claim")
    if field == "incidents":
        return f"Include incidents and increments ({found})"
    return f"Drop the filter: {TITLES[field]} ({found})"
