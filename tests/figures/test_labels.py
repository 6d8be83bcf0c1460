"""Labels: never on each other, never on a mark, never outside the panel; on real claims too."""

from collections.abc import Callable, Sequence
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.labels import Box, Option, Placed, place
from analysis.figures.look import Look
from analysis.figures.panel import Panel, Scale
from analysis.figures.reach import value_scale
from analysis.figures.shapes import shapes
from analysis.figures.statement_labels import placed_labels
from analysis.figures.statement_marks import panel_rows
from analysis.figures.time_axis import time_scale

WIDTH, HEIGHT = 500.0, 200.0


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def assert_clear(
    placed: Sequence[Placed], marks: Sequence[Box], width: float, height: float
) -> None:
    for label in placed:
        assert label.box.left >= 0
        assert label.box.right <= width
        assert label.box.top >= 0
        assert label.box.bottom <= height
        assert not any(overlap(label.box, mark) for mark in marks)
    for one, other in combinations(placed, 2):
        assert not overlap(one.box, other.box)


def mark_at(x: float, y: float) -> Box:
    return Box(x - 5, y - 5, x + 5, y + 5)


def test_a_label_stands_to_the_right_of_its_mark_where_there_is_room() -> None:
    mark = mark_at(100, 100)
    (label,) = place([[Option("NIS", 40, 14, mark)]], [mark], WIDTH, HEIGHT)
    assert label.box == Box(109, 93, 149, 107)
    assert label.leader is None


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    mark = mark_at(490, 100)
    (label,) = place([[Option("NIS", 40, 14, mark)]], [mark], WIDTH, HEIGHT)
    assert label.box.right == mark.left - 4


def test_amid_a_crowd_a_line_leads_to_it() -> None:
    crowd = [mark_at(100 + 11 * i, 100 + 11 * j) for i in range(-5, 6) for j in range(-4, 5)]
    (label,) = place([[Option("NIS", 40, 14, mark_at(100, 100))]], crowd, WIDTH, HEIGHT) or [None]
    assert label is None, "no line may run over other marks"
    beside = [mark for mark in crowd if mark.top >= 95]
    (label,) = place([[Option("NIS", 30, 14, mark_at(100, 100))]], beside, WIDTH, HEIGHT)
    assert label.box.bottom < 95


def test_a_connector_is_covered_only_where_there_is_no_other_place() -> None:
    mark = mark_at(100, 100)
    line = (105.0, 100.0, 300.0, 100.0)
    (label,) = place([[Option("NIS", 40, 14, mark)]], [mark], WIDTH, HEIGHT, [line])
    assert label.box.right < 100


def test_a_wish_without_room_is_left_out() -> None:
    mark = mark_at(100, 100)
    assert place([[Option("too long", 2 * WIDTH, 14, mark)]], [mark], WIDTH, HEIGHT) == []


spots = st.tuples(st.floats(5, WIDTH - 5), st.floats(5, HEIGHT - 5))
sizes = st.tuples(st.floats(10, 180), st.floats(10, 45))


@given(st.lists(st.tuples(spots, sizes), max_size=25), st.lists(spots, max_size=30))
def test_labels_never_touch(
    wanted: list[tuple[tuple[float, float], tuple[float, float]]],
    others: list[tuple[float, float]],
) -> None:
    wishes = [[Option("", *size, mark_at(*spot))] for spot, size in wanted]
    marks = [mark_at(*spot) for spot, _ in wanted] + [mark_at(*spot) for spot in others]
    assert_clear(place(wishes, marks, WIDTH, HEIGHT), marks, WIDTH, HEIGHT)


@pytest.mark.parametrize("width", [300, 460, 1000])
@pytest.mark.parametrize("log", [False, True], ids=["linear", "log"])
@pytest.mark.parametrize("each", [False, True], ids=["one a source", "one a mark"])
@pytest.mark.parametrize("kind", ["sent_total", "present", "planned", "killed", "casualties"])
def test_labels_of_the_shipped_claims_never_touch(
    standing: Callable[..., pd.DataFrame], kind: str, width: int, log: bool, each: bool
) -> None:
    look, claims = Look(width=width), standing(kind)
    days = time_scale(claims["said_last"].min(), claims["said_last"].max(), width, 10)
    values: Scale = value_scale(shapes(claims, look), 250, log, flipped=True)
    panel = Panel(days, values)
    rows = panel_rows(claims, panel, look, {})
    marks = [Box(*box) for box in rows[["left", "top", "right", "bottom"]].itertuples(index=False)]
    placed = placed_labels(rows, panel, look, each)
    assert placed
    assert_clear(placed, marks, width, 250)


def test_a_source_is_labelled_with_what_is_in_force(standing: Callable[..., pd.DataFrame]) -> None:
    look, claims = Look(), standing("casualties")
    days = time_scale(claims["said_last"].min(), claims["said_last"].max(), 1000, 10)
    panel = Panel(days, value_scale(shapes(claims, look), 250, flipped=True))
    rows = panel_rows(claims, panel, look, {})
    texts = [label.option.text for label in placed_labels(rows, panel, look)]
    assert any("Zelenskyy" in text and "4,000" in text for text in texts)
    assert not any("3,800" in text for text in texts)
