"""Muster: who said how many North Korean troops are in Russia, when, and who printed it.

Streamlit runs this file before every page: it registers the pages, draws the filters that all of
them share and the head of the page, and leaves for the page what it is to show.
"""

import streamlit as st

from pages.parts import desk, filters, frame, options, surface, view
from pages.parts.style import STYLE

page = frame.navigation()
st.set_page_config(
    page_title=f"{page.title} · {frame.NAME}", layout="wide", initial_sidebar_state=340
)
st.html(STYLE)
look, sure = surface.watched_look()
at_desk = desk.open_desk()
tables = view.current_tables(at_desk)
state, ledger = tables.state, tables.ledger
board = view.current_board(state, ledger, filters.known_on())
if board is None:
    frame.draw_head(page.title, tables)
    frame.leave(frame.Visit(ledger, look))
else:
    controls, counts = view.controls(state, ledger, board)
    with st.sidebar, st.container(key="filters"):
        frame.draw_name()
        filters.draw(controls, counts)
    # In the first run of a visit, a control learns its value from the address when it is drawn.
    board = view.current_board(state, ledger, filters.known_on()) or board
    selection = filters.chosen_selection(controls)
    shown = view.View(
        ledger, board, state, selection, controls, look, sure, at_desk, filters.chosen_claim()
    )
    frame.draw_head(page.title, tables, shown)
    chosen = options.draw(controls, ledger, page.title, at_desk.person.may_write)
    frame.leave(frame.Visit(ledger, look, shown, chosen))
page.run()
