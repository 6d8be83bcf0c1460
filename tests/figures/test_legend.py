"""The legend: exactly the marks in use, as a caption and as drawn for exports."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analysis.figures.drawn import drawn_claims
from analysis.figures.legend import bloc_lines, blocs_in_use, bound_legend, draw_legend
from analysis.figures.look import Look
from analysis.figures.statements import statements_figure
from analysis.figures.text_width import text_width
from tests.figures.reading import strict_json
from tests.figures.test_marks import NO_ARTICLES, NO_MENTIONS

MakeClaims = Callable[..., pd.DataFrame]


@pytest.mark.parametrize(
    ("bound", "low", "high", "said"),
    [
        ("exact", 1, 1, "dot: exact"),
        ("about", 1, 1, "dot: about (≈)"),
        ("at_least", 1, np.nan, "base and arrow: at least (≥): no upper limit given"),
        ("more_than", 1, np.nan, "base and arrow: more than (>): no upper limit given"),
        ("up_to", np.nan, 1, "base and arrow: up to (≤): no lower limit given"),
        ("less_than", np.nan, 1, "base and arrow: less than (<): no lower limit given"),
        ("range", 1, 2, "bar: range, as given"),
        ("vague", 3, 9, "faint bar: a word of number, as wide as the codebook reads it"),
    ],
)
def test_one_bound_is_explained_alone(
    make_claims: MakeClaims, bound: str, low: float, high: float, said: str
) -> None:
    legend = bound_legend(make_claims({"bound": bound, "low": low, "high": high}))
    assert legend.startswith(said)
    assert "·" not in legend


def test_it_says_that_the_length_of_an_arrow_means_nothing(make_claims: MakeClaims) -> None:
    claims = make_claims({"bound": "at_least", "low": 1, "high": np.nan})
    assert "the arrow’s length means nothing" in bound_legend(claims)


def test_all_ways_to_draw_a_mark_are_explained_over_time(every_bound: pd.DataFrame) -> None:
    legend = bound_legend(every_bound, upright=True)
    for part in (
        "exact or about",
        "at least (≥) or more than (>)",
        "up to (≤) or less than (<)",
        "hollow: planned",
        "struck through: denied",
        "pale: revised since",
        "asterisk: the number stands elsewhere under another kind",
        "question mark: nobody is named",
        "dash before a mark: dated by its printing",
        "broken dash before a mark: dated by a printing that is itself inferred",
        "pale band: the days between which it was said",
        "thin line: to the claim that revised it",
        "one dot a mention",
    ):
        assert part in legend


@pytest.mark.parametrize("width", [390, 1100])
def test_drawn_it_lengthens_the_figure_and_changes_no_mark(
    every_bound: pd.DataFrame, width: int
) -> None:
    look = Look(width=width)
    figure = statements_figure(every_bound, NO_MENTIONS, NO_ARTICLES, look)
    grown = draw_legend(figure, every_bound, look, upright=True)
    assert grown.layout.height > figure.layout.height
    assert drawn_claims(grown) == drawn_claims(figure)
    plot = [axis.layout.yaxis.domain for axis in (figure, grown)]
    lengths = [
        (high - low) * figure_.layout.height
        for (low, high), figure_ in zip(plot, (figure, grown), strict=True)
    ]
    assert lengths[0] == pytest.approx(lengths[1], abs=1)
    strict_json(grown)


def test_the_colour_key_names_the_blocs_in_use(every_bound: pd.DataFrame) -> None:
    assert blocs_in_use(every_bound) == [("seoul", "Seoul"), ("unattributed", "Unattributed")]


def test_the_three_grey_ones_stand_together(make_claims: MakeClaims) -> None:
    claims = make_claims({"bloc": "media"}, {"bloc": "experts"}, {"bloc": "kyiv"})
    assert blocs_in_use(claims) == [("kyiv", "Kyiv"), ("media", "Media, experts")]


@pytest.mark.parametrize("width", [200, 390, 1100])
def test_the_colour_key_is_broken_into_lines_that_fit(make_claims: MakeClaims, width: int) -> None:
    blocs = ("seoul", "kyiv", "washington", "western", "moscow_pyongyang", "media", "unattributed")
    claims = make_claims(*({"bloc": bloc} for bloc in blocs))
    lines = bloc_lines(claims, Look(width=width), width)
    assert all(text_width(line, 11) <= width for line in lines)
