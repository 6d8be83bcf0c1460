"""Groups of rows by number: which rows are alike, and one row, count or text for each group.

Text is compared once, when rows get their numbers. From then on a group is a number from 0 on, and
what is asked of it goes over whole columns of numbers without sorting them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

# Codes are packed into one number as long as no product of their counts can overflow it.
ROOM = 2**62

NO_ROW = -1


@dataclass(frozen=True)
class Coded:
    """A column as numbers: ``values[codes]`` gives back what stood there."""

    codes: Ints
    values: Any

    @classmethod
    def of(cls, column: pd.Series | NDArray[Any]) -> "Coded":
        """Number the distinct values of a column; a missing value is a value like any other."""
        if isinstance(column.dtype, pd.CategoricalDtype):
            categories = pd.Categorical(column)
            return cls(categories.codes.astype(np.int64), categories.categories)
        return cls(*pd.factorize(column, use_na_sentinel=False))

    def categories(self, rows: Ints) -> pd.Categorical:
        """Give some rows of a column of text as categories, which steps after this one need not
        compare again; none of the texts may be missing.
        """
        return pd.Categorical.from_codes(self.codes[rows], self.values, validate=False)


def numbered(columns: Iterable[pd.Series | NDArray[Any] | Coded]) -> Ints:
    """Number the distinct rows of some columns, from 0, in the order of their first appearance."""
    packed = np.zeros(1, dtype=np.int64)
    room = 1
    for column in columns:
        coded = column if isinstance(column, Coded) else Coded.of(column)
        size = max(len(coded.values), 1)
        if room * size >= ROOM:
            packed, kept = pd.factorize(packed)
            room = len(kept)
        packed, room = packed * size + coded.codes, room * size
    return np.asarray(pd.factorize(packed)[0], dtype=np.int64)


def distinct_rows(table: pd.DataFrame) -> tuple[Ints, pd.DataFrame]:
    """Number the distinct rows of a table; returns the number of each row, and these rows."""
    number = numbered(table[name] for name in table)
    return number, table.take(first_rows(number, int(number.max(initial=-1)) + 1))


def first_rows(group: Ints, count: int, rows: Ints | None = None) -> Ints:
    """Give the first row of each of ``count`` groups; -1 for a group without rows.

    ``rows``: the places of these rows in a longer table, if they are a part of it.
    """
    result = np.full(count, NO_ROW, dtype=np.int64)
    # Of several values for one place, the last one stays.
    result[group[::-1]] = (np.arange(len(group)) if rows is None else rows)[::-1]
    return result


def last_rows(group: Ints, count: int, rows: Ints | None = None) -> Ints:
    """Give the last row of each group, as ``first_rows`` gives the first."""
    result = np.full(count, NO_ROW, dtype=np.int64)
    result[group] = np.arange(len(group)) if rows is None else rows
    return result


def least_rows(group: Ints, rank: Ints, count: int, rows: Ints | None = None) -> Ints:
    """Give the row of least rank in each group, the first of equals, as ``first_rows`` does."""
    places = np.flatnonzero(rank == smallest(group, rank, count)[group])
    return first_rows(group[places], count, places if rows is None else rows[places])


def greatest_rows(group: Ints, rank: Ints, count: int, rows: Ints | None = None) -> Ints:
    """Give the row of greatest rank in each group, the last of equals, as ``first_rows`` does."""
    places = np.flatnonzero(rank == largest(group, rank, count)[group])
    return last_rows(group[places], count, places if rows is None else rows[places])


def smallest(group: Ints, values: Ints, count: int) -> Ints:
    """Give the smallest value of each group; the largest number there is for one without rows."""
    result = np.full(count, np.iinfo(np.int64).max, dtype=np.int64)
    np.minimum.at(result, group, values)
    return result


def largest(group: Ints, values: Ints, count: int) -> Ints:
    """Give the largest value of each group; the smallest number there is for one without rows."""
    result = np.full(count, np.iinfo(np.int64).min, dtype=np.int64)
    np.maximum.at(result, group, values)
    return result


def pairs(group: Ints, values: Ints) -> Ints:
    """Make one number of a group and a value (not negative), distinct for each such pair."""
    packed: Ints = group.astype(np.int64) * (int(values.max(initial=0)) + 1) + values
    return packed


def distinct_counts(group: Ints, values: Ints, count: int) -> Ints:
    """Count the distinct values (not negative) of each group."""
    sizes = np.bincount(group, minlength=count)
    # Where a group has one row there is nothing to compare, and most have.
    several = sizes[group] > 1
    group, values = group[several], values[several]
    repeated = pd.Series(pairs(group, values)).duplicated().to_numpy()
    return np.asarray(sizes - np.bincount(group[repeated], minlength=count))


def joined_texts(group: Ints, texts: pd.Series, count: int, separator: str) -> pd.Series:
    """Join the texts of each group in the order of the rows; "" for a group without rows."""
    sizes = np.bincount(group, minlength=count)
    # Where a group has one row there is nothing to join, and most have.
    several = np.flatnonzero(sizes > 1)
    rows = np.flatnonzero(sizes[group] > 1)
    rows = rows[np.argsort(group[rows], kind="stable")]
    lists = pa.ListArray.from_arrays(
        pa.array(np.append(0, sizes[several].cumsum()), type=pa.int32()),
        pa.array(texts.array.take(rows), type=pa.string()),
    )
    joined = pc.binary_join(lists, separator).cast(pa.large_string())
    own, nothing = _whole(texts), pa.array([""], type=pa.large_string())
    place = first_rows(group, count)
    place[several] = len(own) + np.arange(len(several))
    place[sizes == 0] = len(own) + len(several)
    return pd.Series(pa.concat_arrays([own, joined, nothing]).take(pa.array(place)), dtype="str")


def _whole(column: pd.Series) -> pa.LargeStringArray:
    """Give a column of text as one array of Arrow; tables that were joined hold it in pieces."""
    texts = pa.array(column.array, type=pa.large_string())
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def options(texts: Iterable[str], places: Ints) -> pd.Series:
    """Make a column of text out of a few texts and the place of each row's own among them."""
    return pd.Series(pd.array(list(texts), dtype="str").take(places))


def texts_of(categories: pd.Series) -> pd.Series:
    """Turn a column of categories back into text, without the objects that pandas makes of them."""
    coded = Coded.of(categories)
    return options(coded.values, coded.codes).set_axis(categories.index)


def text_at(column: pd.Series, rows: Ints) -> pd.Series:
    """Take the texts of some rows; "" where there is no row."""
    missing = rows == NO_ROW
    if not missing.any():
        return pd.Series(_whole(column).take(pa.array(rows)), dtype="str")
    # pandas would write the empty texts in one by one afterwards.
    taken = _whole(column).take(pa.array(rows, mask=missing))
    return pd.Series(pc.fill_null(taken, ""), dtype="str")


def with_texts_at(column: pd.Series, rows: Ints, texts: pd.Series) -> pd.Series:
    """Put other texts into some rows of a column; of several for one row the last one stays."""
    own, others = _whole(column), _whole(texts)
    places = np.arange(len(own))
    places[rows] = len(own) + np.arange(len(others))
    # One pass over the column, where pandas makes several.
    return pd.Series(
        pa.concat_arrays([own, others]).take(pa.array(places)), index=column.index, dtype="str"
    )


def places_among(values: pd.Series, keys: pd.Series) -> Ints:
    """Find the place of each text among the keys of a table; -1 where it is not there."""
    known = pa.array(keys.array, type=pa.large_string())
    found = pc.index_in(pa.array(values.array, type=pa.large_string()), value_set=known)
    return np.asarray(found.fill_null(NO_ROW), dtype=np.int64)


def rows_of(keys: pd.Series, values: pd.Series) -> Ints:
    """Find the row of each key in a column of distinct texts; -1 where it is not there."""
    codes, distinct = pd.factorize(keys)
    place = places_among(values, pd.Series(distinct))
    found = np.flatnonzero(place != NO_ROW)
    rows = np.full(len(distinct), NO_ROW, dtype=np.int64)
    rows[place[found]] = found
    return rows[codes]
