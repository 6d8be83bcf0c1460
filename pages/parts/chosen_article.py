"""The article that is open and the mention marked in its text: ids in the address, as for claims."""

import streamlit as st

from pages.parts.options import ARTICLE, MENTION


def choose_article(document_id: str) -> None:
    """Open an article, with no mention marked; for callbacks. "" closes it."""
    st.session_state[ARTICLE] = document_id
    st.session_state[MENTION] = ""


def choose_article_row(grid_key: str, ids: tuple[str, ...]) -> None:
    """Open the article of the row that was chosen in a grid."""
    rows = st.session_state[grid_key]["selection"]["rows"]
    if rows:
        choose_article(ids[rows[0]])


def choose_article_option(box_key: str) -> None:
    """Open the article that was chosen in a select box, or close it."""
    choose_article(st.session_state.get(box_key) or "")


def choose_mention(mention_id: str) -> None:
    """Mark a mention in the text of the open article, or take the mark off one that has it."""
    marked = st.session_state.get(MENTION)
    st.session_state[MENTION] = "" if marked == mention_id else mention_id


def choose_mention_option(box_key: str) -> None:
    """Mark the mention that was chosen in a select box, or none."""
    st.session_state[MENTION] = st.session_state.get(box_key) or ""
