"""Materiel: containers, shells, missiles, guns by item, by source over time."""

from analysis.codebook import Kind
from pages.parts.frame import open_claims_page
from pages.parts.over_time import show_kinds

KINDS = (
    Kind.CONTAINERS,
    Kind.SHELLS,
    Kind.MISSILES,
    Kind.ARTILLERY,
    Kind.EQUIPMENT,
    Kind.MUNITIONS,
)

view, options = open_claims_page()
show_kinds(view, options, KINDS, "materiel")
