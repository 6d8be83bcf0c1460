"""The keys of the review: one list for the buttons that obey them and for the line that tells them."""

import streamlit as st

ACCEPT, REJECT = "Ctrl+Enter", "Ctrl+Shift+Enter"
NEXT, BACK = "Ctrl+Shift+Down", "Ctrl+Shift+Up"
ACCEPT_ALL, UNDO = "Ctrl+Alt+Enter", "Ctrl+Alt+Backspace"

TOLD = {
    "accept": ACCEPT,
    "reject": REJECT,
    "next": NEXT,
    "back": BACK,
    "accept all": ACCEPT_ALL,
    "undo": UNDO,
}


def show_keys() -> None:
    """List the keys in a line."""
    keys = " · ".join(f"{what} **{key}**" for what, key in TOLD.items())
    st.caption(f"Keys: {keys}. On a Mac, Cmd for Ctrl. Tab reaches everything else.")
