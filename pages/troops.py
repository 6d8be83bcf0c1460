"""Troops: how many are said to have been sent, to be there, to be planned, over time by source."""

from analysis.codebook import Kind
from pages.parts.frame import open_claims_page
from pages.parts.others import show_others
from pages.parts.over_time import show_kinds

KINDS = (
    Kind.SENT_TOTAL,
    Kind.SENT_ADDITIONAL,
    Kind.PRESENT,
    Kind.IN_TRAINING,
    Kind.PLANNED,
    Kind.WITHDRAWN,
    Kind.UNITS,
    Kind.SITES,
)

view, options = open_claims_page()
show_kinds(view, options, KINDS, "troops")
show_others(view, KINDS, "troops")
