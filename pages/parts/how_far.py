"""How far an added article is read for figures: nobody shall take what stands behind for empty."""

import streamlit as st

from analysis.extraction.limits import DayOutOfReach, unread
from analysis.extraction.proposals import Proposals, proposals_of

# Longer texts are books; their first part is read for figures, and this is said.
MOST_READ = 200_000


def how_far(text: str, found: Proposals) -> str:
    """Say how far a text was read for what was found in it; empty if to its end."""
    if found.unread_from is not None:
        return unread(found.unread_from)
    if len(text) > MOST_READ:
        return f"Only the first {MOST_READ:,} characters were read for figures."
    return ""


def show_how_far(text: str, published_on: str, outlet: str) -> None:
    """Say it in one line where the proposals of an article are gone through."""
    told = _how_far(text, published_on, outlet)
    if told:
        st.caption(f"{told} What stands behind has no proposals of the extractor.")


# A review is drawn anew with each decision.
@st.cache_data(max_entries=100, show_spinner=False)
def _how_far(text: str, published_on: str, outlet: str) -> str:
    try:
        return how_far(text, proposals_of(text[:MOST_READ], published_on, outlet))
    except DayOutOfReach as error:
        return f"No figures were looked for: {error}."
