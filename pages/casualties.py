"""Casualties: killed, wounded, casualties, captured, by source over time; shares of whose total."""

from analysis.codebook import Kind
from pages.parts.frame import open_claims_page
from pages.parts.others import show_others
from pages.parts.over_time import show_kinds
from pages.parts.shares import show_shares

KINDS = (
    Kind.KILLED,
    Kind.WOUNDED,
    Kind.CASUALTIES,
    Kind.CAPTURED,
    Kind.MISSING,
    Kind.DESERTED,
)

view, options = open_claims_page()
if options.shares:
    show_shares(view, options)
else:
    show_kinds(view, options, KINDS, "casualties")
    show_others(view, KINDS, "casualties")
