"""Rows under everybody who speaks in them: a joint statement is found under each of its claimants."""

import numpy as np
import pandas as pd


def has_voice(claimants: pd.Series, voice: str) -> pd.Series:
    """Tell in which of the ";"-separated lists a claimant stands; each distinct list is read once."""
    with_it = [who for who in claimants.unique() if voice in who.split(";")]
    return claimants.isin(with_it)


def by_voice(rows: pd.DataFrame) -> pd.DataFrame:
    """Repeat each row for each of its ``claimants`` (";"-separated), and name that one ``voice``.

    Keeps the order of the rows; the index is new.
    """
    # Each distinct list is read once.
    codes, distinct = pd.factorize(rows["claimants"])
    named = [who.split(";") for who in distinct]
    many = np.array([len(names) for names in named], dtype=np.int64)
    names = pd.Series([name for names in named for name in names], dtype=rows["claimants"].dtype)
    first = np.cumsum(many) - many
    times = many[codes]
    place = np.repeat(np.arange(len(rows)), times)
    nth = np.arange(len(place)) - np.repeat(np.cumsum(times) - times, times)
    each = rows.take(place).reset_index(drop=True)
    return each.assign(voice=names.take(first[codes[place]] + nth).array)
