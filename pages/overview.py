"""Overview: who says what now, where sources differ most, what was revised last, what is behind."""

import streamlit as st

from analysis.codebook import KIND_TERMS, Kind
from pages.parts import behind, comparing, now_charts
from pages.parts.chart import explain_marks
from pages.parts.empty import show_nothing
from pages.parts.frame import open_claims_page

KINDS = (Kind.SENT_TOTAL, Kind.CASUALTIES, Kind.KILLED, Kind.WOUNDED)

view, _ = open_claims_page()
kinds = [kind for kind in KINDS if not view.selection.kinds or kind in view.selection.kinds]
claims = view.shown.claims
if claims.empty:
    show_nothing(view, "claim", lambda table: table, "overview")
    st.stop()

behind.say_what_stands_behind(view)
st.header("Who says what now", anchor=False)
if kinds:
    explain_marks(view, "overview", lambda: now_charts.drawn_now(view, kinds))
for kind in kinds:
    now_charts.show(view, kind, "overview")
if not kinds:
    labels = ", ".join(KIND_TERMS[kind].label for kind in KINDS)
    st.markdown(f"The chosen claim types are none of those compared here: {labels}.")
comparing.show_differences(view, kinds or list(KINDS))
comparing.show_revisions(view)
behind.show_table(view, kinds or list(KINDS))
