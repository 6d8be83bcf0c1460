"""Numbers with their hedges, ranges and vague words, read from short phrases."""

import pytest

from analysis.extraction.folding import fold
from analysis.extraction.quantities import find_quantities
from analysis.extraction.tokens import tokenise

CASES = [
    ("11,000 soldiers", "exact", 11_000, 11_000),
    ("some 11 000 soldiers", "about", 11_000, 11_000),
    ("at least 600 soldiers", "at_least", 600, None),
    ("1,000 or more soldiers", "at_least", 1_000, None),
    ("more than 6,000 casualties", "more_than", 6_000, None),
    ("up to 12,000 troops", "up_to", None, 12_000),
    ("as many as 10,000 soldiers", "up_to", None, 10_000),
    ("fewer than 8,000 troops", "less_than", None, 8_000),
    ("no fewer than 500 officers", "at_least", 500, None),
    ("between 1,000 and 3,000 troops", "range", 1_000, 3_000),
    ("from 10,000 to 12,000 troops", "range", 10_000, 12_000),
    ("20-25 thousand shells", "range", 20_000, 25_000),
    ("1.5 million rounds", "exact", 1_500_000, 1_500_000),
    ("fifteen thousand men", "exact", 15_000, 15_000),
    ("one hundred and seventy men", "exact", 170, 170),
    ("thousands of soldiers", "vague", 2_000, 9_999),
]


@pytest.mark.parametrize(("text", "bound", "low", "high"), CASES)
def test_a_number_keeps_its_hedge(
    text: str, bound: str, low: float | None, high: float | None
) -> None:
    found = find_quantities(tokenise(fold(text)))
    assert [(one.bound.value, one.low, one.high) for one in found] == [(bound, low, high)]
