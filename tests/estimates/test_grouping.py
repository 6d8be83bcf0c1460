"""What is asked of groups by number, against the plain way to ask it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates.grouping import (
    Coded,
    distinct_counts,
    first_rows,
    greatest_rows,
    joined_texts,
    last_rows,
    least_rows,
    numbered,
    rows_of,
    text_at,
)

# A group from 0 to 4 (5 has no rows) and a value, row by row.
ROWS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=30)
COUNT = 6


def columns(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def of_group(rows: list[tuple[int, int]], group: int) -> list[tuple[int, int]]:
    """Pair the value and the row of each row of a group."""
    return [(value, row) for row, (own, value) in enumerate(rows) if own == group]


@given(rows=ROWS)
def test_one_row_of_each_group(rows: list[tuple[int, int]]) -> None:
    group, value = columns(rows)
    first, last = first_rows(group, COUNT), last_rows(group, COUNT)
    least, greatest = least_rows(group, value, COUNT), greatest_rows(group, value, COUNT)
    for number in range(COUNT):
        own = of_group(rows, number)
        if not own:
            assert {first[number], last[number], least[number], greatest[number]} == {-1}
            continue
        assert first[number] == min(row for _, row in own)
        assert last[number] == max(row for _, row in own)
        assert least[number] == min(own)[1], "the first of equals"
        assert greatest[number] == max(own)[1], "the last of equals"


@given(rows=ROWS)
def test_distinct_values_are_counted(rows: list[tuple[int, int]]) -> None:
    group, value = columns(rows)
    expected = [len({value for value, _ in of_group(rows, number)}) for number in range(COUNT)]
    assert distinct_counts(group, value, COUNT).tolist() == expected


@given(rows=ROWS)
def test_texts_are_joined_in_the_order_of_the_rows(rows: list[tuple[int, int]]) -> None:
    group, value = columns(rows)
    texts = pd.Series([f"“{number}”" for number in value], dtype="str")
    joined = joined_texts(group, texts, COUNT, "; ")
    for number in range(COUNT):
        assert joined[number] == "; ".join(f"“{value}”" for value, _ in of_group(rows, number))


def test_rows_are_alike_where_all_their_cells_are() -> None:
    names = pd.Series(["nis", "ua_gur", "nis", "nis", "nis"], dtype="str")
    numbers = pd.Series([4000.0, 4000.0, np.nan, 4000.0, np.nan])
    assert numbered((names, numbers)).tolist() == [0, 1, 2, 0, 2]
    assert numbered((Coded.of(names), Coded.of(numbers))).tolist() == [0, 1, 2, 0, 2]


def test_many_columns_of_many_values_do_not_run_into_one_another() -> None:
    """Sixteen columns of 40 values: 40 to the 16th would overflow 64 bits."""
    rng = np.random.default_rng(1)
    table = pd.DataFrame(rng.integers(0, 40, size=(500, 16)))
    table = pd.concat([table, table.iloc[:50]], ignore_index=True)
    numbers = numbered(table[name] for name in table)
    assert numbers[:500].tolist() == list(range(500))
    assert numbers[500:].tolist() == list(range(50))


def test_rows_are_found_by_their_ids() -> None:
    ids = pd.Series(["m0001", "m0002", "m0003"], dtype="str")
    asked = pd.Series(["m0003", "m9999", "m0001", "m0003", ""], dtype="str")
    assert rows_of(asked, ids).tolist() == [2, -1, 0, 2, -1]


@pytest.mark.parametrize("rows", [[], [1, -1, 0]])
def test_no_row_gives_an_empty_text(rows: list[int]) -> None:
    texts = text_at(pd.Series(["a", "b"], dtype="str"), np.array(rows, dtype=np.int64))
    assert texts.tolist() == ["b", "", "a"][: len(rows)]
    assert texts.dtype == "str"
