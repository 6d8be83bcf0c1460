"""The id of a claim, made from its fold key: the same in every process and on every machine.

Ids stand in links and citations, so they must outlive versions of the libraries. Each distinct text
is hashed with BLAKE2b; numbers and days are taken by their bits; and the columns are mixed with the
arithmetic below, all of it on whole columns.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from numpy.typing import NDArray

from analysis.estimates.grouping import Coded, Ints

Hashes = NDArray[np.uint64]

# 50 bits in letters of five: a million claims stay apart.
LETTERS = np.frombuffer(b"abcdefghijklmnopqrstuvwxyz234567", dtype=np.uint8)
LENGTH = 10
MARK = ord("c")

# The finaliser of SplitMix64 (Steele, Lea and Flood 2014), and its increment.
STEP = np.uint64(0x9E3779B97F4A7C15)
ROUNDS = (
    (np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
    (np.uint64(27), np.uint64(0x94D049BB133111EB)),
)
LAST_SHIFT = np.uint64(31)


def claim_ids(columns: Iterable[Coded], rows: Ints) -> Ints:
    """Give the ids of some rows of a fold key as numbers; ``id_texts`` writes them.

    ``columns`` are the key's, in their order: each row's id depends on the values there alone.
    """
    mixed = np.zeros(len(rows), dtype=np.uint64)
    for column in columns:
        mixed = _mixed((mixed + STEP) ^ _hashes(column.values)[column.codes[rows]])
    return np.asarray(mixed >> np.uint64(64 - 5 * LENGTH), dtype=np.int64)


def id_texts(ids: Ints) -> pd.Series:
    """Write ids as text: "c" and ten letters or digits."""
    letters = np.empty((len(ids), LENGTH + 1), dtype=np.uint8)
    letters[:, 0] = MARK
    for place in range(LENGTH):
        letters[:, place + 1] = LETTERS[(ids >> (5 * (LENGTH - 1 - place))) & 31]
    ends = np.arange(len(ids) + 1, dtype=np.int64) * (LENGTH + 1)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(letters)]
    return pd.Series(pa.Array.from_buffers(pa.large_string(), len(ids), buffers), dtype="str")


def _mixed(values: Hashes) -> Hashes:
    """Spread every bit over all bits; arithmetic modulo 2 to the 64th."""
    for shift, factor in ROUNDS:
        values = (values ^ (values >> shift)) * factor
    return np.asarray(values ^ (values >> LAST_SHIFT), dtype=np.uint64)


def _hashes(values: Sequence[str] | Sequence[float]) -> Hashes:
    """Turn the values of a column into numbers of 64 bits that tell them apart.

    Whole numbers and days are taken as they are, other numbers by their bits.
    """
    column = np.asarray(values)
    if column.dtype.kind in "iu":
        return column.astype(np.int64).view(np.uint64)
    if column.dtype.kind == "f":
        # Nought has two signs and a missing number many forms.
        return np.where(np.isnan(column), np.nan, column + 0.0).astype(np.float64).view(np.uint64)
    digests = [blake2b(text.encode(), digest_size=8).digest() for text in column.tolist()]
    return np.frombuffer(b"".join(digests), dtype="<u8").astype(np.uint64)
