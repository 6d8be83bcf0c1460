"""Mentions to claims: folding, bounds, revisions, origins, and arithmetic that keeps the hedges."""

from analysis.estimates.board import Estimates, estimate
from analysis.estimates.claims import CLAIM_COLUMNS
from analysis.estimates.selection import Selection, emptying_choices, select, selection_words

__all__ = [
    "CLAIM_COLUMNS",
    "Estimates",
    "Selection",
    "emptying_choices",
    "estimate",
    "select",
    "selection_words",
]
