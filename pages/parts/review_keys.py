"""The keys of the review: one list for the buttons that obey them and for the line that tells them."""

import streamlit as st

ACCEPT, REJECT = "Ctrl+Enter", "Ctrl+Shift+Enter"
NEXT, BACK = "Ctrl+Shift+Down", "Ctrl+Shift+Up"
ACCEPT_ALL, UNDO = "Ctrl+Alt+Enter", "Ctrl+Alt+Backspace"
# No button of Streamlit's: what is selected is known in the browser alone (marked_text.py).
PROPOSE = "Ctrl+Alt+P"

# Which buttons obey, by the beginning of their keys.
OBEYED_BY = {
    ACCEPT: "accept_card",
    REJECT: "reject_card",
    NEXT: "step_Next",
    BACK: "step_Back",
    ACCEPT_ALL: "accept_all",
    UNDO: "undo_last",
}
TOLD = {
    "accept": ACCEPT,
    "reject": REJECT,
    "next": NEXT,
    "back": BACK,
    "accept all": ACCEPT_ALL,
    "undo": UNDO,
    "propose a missed phrase": PROPOSE,
}


def show_keys() -> None:
    """List the keys in a line."""
    keys = " · ".join(f"{what} **{key}**" for what, key in TOLD.items())
    st.caption(f"Keys: {keys}. On a Mac, Cmd for Ctrl. Tab reaches everything else.")
