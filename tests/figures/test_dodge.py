"""Marks of the same days side by side: none hides another, none strays, always the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.dodge import FURTHEST, Marks, dodge

WIDTH = 600.0


def marks_at(*places: tuple[float, float], half: float = 5.0, level: float = 100.0) -> Marks:
    """Make marks of one level, each known to lie between two pixels."""
    first, last = np.array(places, dtype=float).T
    same = np.full(len(places), half)
    return Marks(
        first, last, same, same, np.full(len(places), level - 5), np.full(len(places), level + 5)
    )


def test_a_mark_alone_stands_on_its_day() -> None:
    assert dodge(marks_at((200, 200)), WIDTH).tolist() == [200]


def test_two_marks_of_a_day_touch_and_do_not_overlap() -> None:
    assert dodge(marks_at((200, 200), (200, 200)), WIDTH).tolist() == [200, 210]


def test_the_third_goes_to_the_other_side() -> None:
    assert dodge(marks_at(*[(200, 200)] * 3), WIDTH).tolist() == [200, 210, 190]


def test_marks_on_other_levels_do_not_matter() -> None:
    low, high = marks_at((200, 200)), marks_at((200, 200), level=300)
    both = Marks(
        *(
            np.concatenate(pair)
            for pair in zip(vars(low).values(), vars(high).values(), strict=True)
        )
    )
    assert dodge(both, WIDTH).tolist() == [200, 200]


def test_a_mark_known_to_a_month_makes_room_within_it() -> None:
    assert dodge(marks_at((100, 160), (160, 160)), WIDTH).tolist() == [150, 160]


def test_a_mark_at_the_edge_moves_inwards() -> None:
    assert dodge(marks_at((WIDTH, WIDTH)), WIDTH).tolist() == [WIDTH - 5]
    assert dodge(marks_at((WIDTH - 5, WIDTH - 5), (WIDTH - 5, WIDTH - 5)), WIDTH).tolist() == [
        WIDTH - 5,
        WIDTH - 15,
    ]


days = st.floats(0, WIDTH).map(round)


@given(st.lists(days, min_size=1, max_size=40))
def test_no_mark_of_a_known_day_strays(places: list[int]) -> None:
    found = dodge(marks_at(*((p, p) for p in places)), WIDTH)
    inside = [min(max(p, 5), WIDTH - 5) for p in places]
    assert (np.abs(found - inside) <= FURTHEST + 5).all()


@given(st.lists(days, min_size=1, max_size=40))
def test_no_two_marks_fall_together(places: list[int]) -> None:
    """Even forty marks of one day, for which there is no room, keep places of their own."""
    found = dodge(marks_at(*((p, p) for p in places)), WIDTH)
    assert len(set(found.tolist())) == len(found)


@given(st.lists(st.integers(60, 540), min_size=1, max_size=5))
def test_a_few_marks_never_overlap(places: list[int]) -> None:
    found = np.sort(dodge(marks_at(*((p, p) for p in places)), WIDTH))
    assert (np.diff(found) >= 10 - 1e-9).all()


@pytest.mark.parametrize("furthest", [12.0, 26.0])
def test_the_same_rows_give_the_same_places(furthest: float) -> None:
    marks = marks_at(*[(200, 200)] * 12, (180, 240), (100, 500))
    assert dodge(marks, WIDTH, furthest).tolist() == dodge(marks, WIDTH, furthest).tolist()
