"""Partial dates: what they can be, and how they compare as spans of days."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.partial_dates import BadDate, in_words, period, span, spans

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def cut(day: date, parts: int) -> str:
    """Write a day with its year alone, with its month, or whole."""
    return "-".join(day.isoformat().split("-")[:parts])


PARTIAL = st.builds(cut, DAYS, st.integers(1, 3))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2025-02-27", date(2025, 2, 27), date(2025, 2, 27)),
    ],
)
def test_a_partial_date_is_a_span(text: str, first: date, last: date) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "25", "2025-2", "2025-13", "2025-00", "2025-02-30", "2025-02-00", "2025/02", "02-2025",
     "2025-02-27T10:00", " 2025", "٢٠٢٥", "0000", "2025-", "next May"],
)  # fmt: skip
def test_other_texts_are_no_dates(text: str) -> None:
    with pytest.raises(BadDate) as raised:
        span(text)
    assert repr(text) in str(raised.value)


@pytest.mark.parametrize(
    ("one", "other", "before", "may_agree"),
    [
        ("2025-02", "2025-03-01", True, False),
        ("2025-02", "2025-02-14", False, True),
        ("2025-02-14", "2025-02", False, True),
        ("2025", "2025-02-14", False, True),
        ("2024", "2025", True, False),
        ("2024-12-31", "2025", True, False),
        ("2025-02-14", "2025-02-14", False, True),
        ("2025-03-01", "2025-02", False, False),
        # As text, the first would come before the second, though it may be later.
        ("2025", "2025-01-01", False, True),
        ("2025-01", "2025-01-05", False, True),
    ],
)
def test_dates_compare_as_spans(one: str, other: str, before: bool, may_agree: bool) -> None:
    assert span(one).certainly_before(span(other)) is before
    assert span(one).may_be_same_day(span(other)) is may_agree


@given(PARTIAL, PARTIAL)
def test_exactly_one_of_before_after_and_undecided_holds(one: str, other: str) -> None:
    a, b = span(one), span(other)
    assert [a.certainly_before(b), b.certainly_before(a), a.may_be_same_day(b)].count(True) == 1
    assert a.may_be_same_day(b) is b.may_be_same_day(a)


@given(PARTIAL, PARTIAL, PARTIAL)
def test_certainly_before_carries_over(one: str, two: str, three: str) -> None:
    a, b, c = span(one), span(two), span(three)
    if a.certainly_before(b) and b.certainly_before(c):
        assert a.certainly_before(c)


@given(DAYS, DAYS, st.integers(1, 3), st.integers(1, 3))
def test_knowing_less_never_decides_more(
    day: date, other: date, parts: int, other_parts: int
) -> None:
    vague, certain = span(cut(day, parts)), span(day.isoformat())
    assert vague.first <= day <= vague.last
    against = span(cut(other, other_parts))
    if vague.certainly_before(against):
        assert certain.certainly_before(against)
        assert day < other


@given(DAYS, st.integers(1, 3))
def test_a_span_is_the_days_that_share_its_text(day: date, parts: int) -> None:
    text = cut(day, parts)
    whole = span(text)
    assert cut(whole.first, parts) == cut(whole.last, parts) == text
    if whole.first > date.min:
        assert cut(whole.first - timedelta(days=1), parts) != text
    assert cut(whole.last + timedelta(days=1), parts) != text


@given(st.lists(PARTIAL | st.just(""), max_size=30))
def test_columns_read_as_single_dates_do(texts: list[str]) -> None:
    column = pd.Series(texts, index=range(5, 5 + len(texts)), dtype="str")
    table = spans(column)
    assert table.index.equals(column.index)
    for text, first, last in zip(texts, table["first"], table["last"], strict=True):
        if text:
            assert (first.date(), last.date()) == span(text)
        else:
            assert pd.isna(first)
            assert pd.isna(last)


def test_a_column_with_one_bad_date_says_which() -> None:
    with pytest.raises(BadDate, match="2025-13"):
        spans(pd.Series(["2025-12", "2025-13"]))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("", "", None),
        ("2025-01", "2025-02", (date(2025, 1, 1), date(2025, 2, 28))),
        ("2024-08", "", (date(2024, 8, 1), date(2024, 8, 31))),
        ("", "2024-12", (date(2024, 12, 1), date(2024, 12, 31))),
        ("2025", "2025-02-27", (date(2025, 1, 1), date(2025, 2, 27))),
    ],
)
def test_periods(start: str, end: str, expected: tuple[date, date] | None) -> None:
    assert period(start, end) == expected


@given(PARTIAL)
def test_words_are_as_precise_as_the_date(text: str) -> None:
    words = in_words(text)
    assert text[:4] in words
    assert len(words.split()) == len(text.split("-"))
