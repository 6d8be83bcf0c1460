"""Sources: who says what since when, in which month, who prints whom, and of how many origins."""

import streamlit as st

from pages.parts import source_kinds, source_months, source_one, source_origins, source_printing
from pages.parts.empty import show_nothing
from pages.parts.frame import open_claims_page

view, options = open_claims_page()
choices = options.sources
# Without any article there is no day on which figures could be in force.
if not view.board.as_of:
    show_nothing(view, "claim", lambda table: table, "sources")
    st.stop()
source_kinds.show(view, choices)
source_months.show(view, choices)
source_printing.show(view, choices)
source_one.show(view, choices)
source_origins.show(view)
