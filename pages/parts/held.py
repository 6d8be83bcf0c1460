"""Choices that the address keeps, whether or not the page has a control for them.

A bound control that is not drawn in every run loses its value, and leaves half a view in the
address: one that was changed is drawn out of sight where a page has no use for it. One that stands as
it does at first has nothing to lose, and takes the browser its time; it is left out.
"""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

T = TypeVar("T")

# Which texts had their control in the run before, by key.
DRAWN = "texts_held"


def is_held(key: str, at_first: object = "") -> bool:
    """Tell whether a control holds anything else than at first, by the visit or by its address."""
    if key in st.query_params:
        return True
    return key in st.session_state and (st.session_state[key] or "") != (at_first or "")


def read(shown: bool, key: str, at_first: T, draw: Callable[[], T]) -> T:
    """Draw a control where it is shown or holds something, and read it."""
    return draw() if shown or is_held(key, at_first) else at_first


def read_text(key: str) -> str:
    """Read a text that the page puts into the address itself; its control is never shown."""
    drawn: set[str] = st.session_state.setdefault(DRAWN, set())
    if not is_held(key):
        drawn.discard(key)
        return ""
    # Streamlit writes a choice into the address only for a control that it knows already.
    if key not in drawn and key not in st.query_params:
        st.query_params[key] = st.session_state[key]
    drawn.add(key)
    label = key.replace("_", " ").capitalize()
    return (st.text_input(label, key=key, bind="query-params", max_chars=200) or "").strip()
