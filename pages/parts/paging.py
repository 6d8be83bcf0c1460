"""Long tables page by page: which rows are sent to the browser, and the buttons to turn to others."""

from dataclasses import dataclass

import streamlit as st

# What a browser takes without delay, and a select box too.
PAGE_ROWS = 500


@dataclass(frozen=True)
class Rows:
    """The rows of a list that are shown: the page ``number``, counted from 0, of ``found`` rows.

    ``table`` names the list on its page; ``token`` tells one content and order of it from another.
    """

    table: str
    token: str
    number: int
    found: int

    @property
    def cut(self) -> slice:
        """The rows of this page."""
        return slice(self.number * PAGE_ROWS, (self.number + 1) * PAGE_ROWS)

    @property
    def last(self) -> int:
        """The number of the last row shown, counted from 1."""
        return min((self.number + 1) * PAGE_ROWS, self.found)


def rows_of(table: str, token: str, found: int) -> Rows:
    """Give the page that the reader turned to; the first one of a list with another token."""
    turned_to, number = st.session_state.get(_key(table), ("", 0))
    last = max(found - 1, 0) // PAGE_ROWS
    return Rows(table, token, min(number, last) if turned_to == token else 0, found)


def offer_pages(rows: Rows, order: str) -> None:
    """Offer the pages before and after, and say which rows these are; nothing for a single page.

    ``order`` says in which order the rows come.
    """
    if rows.found <= PAGE_ROWS:
        return
    table, token, number = rows.table, rows.token, rows.number
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "Earlier rows",
            key=f"{table}_earlier",
            disabled=number == 0,
            on_click=_turn,
            args=(table, token, number - 1),
        )
        st.button(
            "Later rows",
            key=f"{table}_later",
            disabled=rows.last == rows.found,
            on_click=_turn,
            args=(table, token, number + 1),
        )
        first = number * PAGE_ROWS + 1
        st.markdown(f"Rows {first:,} to {rows.last:,} of {rows.found:,}, {order}.")


def _key(table: str) -> str:
    return f"{table}_page"


def _turn(table: str, token: str, number: int) -> None:
    st.session_state[_key(table)] = (token, number)
