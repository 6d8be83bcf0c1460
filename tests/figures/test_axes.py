"""Scales, ticks and days: values to pixels and back, round numbers, months that do not crowd."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.panel import Scale, log_ticks, ticks_from_zero
from analysis.figures.text_width import text_width, wrapped
from analysis.figures.time_axis import DAY, milliseconds, month_ticks, time_scale


@given(st.floats(1, 1e6), st.booleans(), st.booleans())
def test_pixels_lead_back_to_their_values(value: float, log: bool, flipped: bool) -> None:
    scale = Scale(1, 1e6, 500, log, flipped)
    assert scale.value(scale.px(value)) == pytest.approx(value)


def test_an_upright_axis_counts_pixels_from_its_top() -> None:
    scale = Scale(0, 100, 200, flipped=True)
    assert scale.px([0, 50, 100]).tolist() == [200, 100, 0]


@pytest.mark.parametrize(
    ("reach", "ticks"),
    [(6360, [0, 2000, 4000, 6000]), (15900, [0, 5000, 10000, 15000]), (3, [0, 1, 2, 3])],
)
def test_ticks_are_round_and_begin_at_zero(reach: float, ticks: list[float]) -> None:
    assert ticks_from_zero(reach, 4) == ticks


def test_ticks_of_a_logarithmic_axis() -> None:
    assert log_ticks(100, 12000) == [100, 200, 500, 1000, 2000, 5000, 10000]
    assert log_ticks(1, 120000) == [1, 10, 100, 1000, 10000, 100000]


def test_days_are_counted_in_milliseconds() -> None:
    days = pd.Series(pd.to_datetime(["1970-01-02", "2025-02-27"]))
    assert milliseconds(days).tolist() == [DAY, 1740614400000]


@pytest.mark.parametrize("length", [220, 320, 700, 1000])
def test_months_do_not_crowd(length: float) -> None:
    scale = time_scale(pd.Timestamp("2024-10-01"), pd.Timestamp("2026-02-27"), length, 10)
    ticks, texts = month_ticks(scale)
    places = scale.px(ticks)
    for i in range(len(ticks) - 1):
        needed = (text_width(texts[i], 11) + text_width(texts[i + 1], 11)) / 2
        assert places[i + 1] - places[i] > needed
    assert texts[0].split("<br>")[-1] in {"2024", "2025"}


def test_a_single_day_gets_two_weeks() -> None:
    day = pd.Timestamp("2025-02-27")
    scale = time_scale(day, day, 500, 0)
    assert scale.last - scale.first == pytest.approx(14 * DAY)
    assert scale.first < day.timestamp() * 1000 < scale.last


def test_lines_are_broken_between_words() -> None:
    assert wrapped("US officials + ROK officials", 13, 100) == ["US officials +", "ROK officials"]
    assert wrapped("Unbreakable", 13, 10) == ["Unbreakable"]
    assert wrapped("", 13, 100) == []
