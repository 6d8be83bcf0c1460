"""Which figures each source gave in which month: said for the first time, or said again."""

import numpy as np
import pandas as pd

from analysis.codebook import Basis
from analysis.estimates.board import Estimates
from analysis.estimates.grouping import pairs
from analysis.estimates.voices import by_voice

MONTHS_A_YEAR = 12
# What is read of the mentions.
READ = ("statement", "is_stated", "said_first", "said_last")


def said_by_month(estimates: Estimates) -> pd.DataFrame:
    """List each claim under each of its claimants and in each month in which it was said.

    Columns: claim_id, ``voice`` (a claimant), ``month`` ("2025-02"; "" where the days on which it
    can have been said do not lie within one), ``again`` (not the claim's first statement) and
    ``undated`` (no day is stated: the month is that of the first printing).
    """
    claims = estimates.claims
    first = claims[["said_first", "said_last"]].assign(
        place=np.arange(len(claims)),
        again=False,
        undated=claims["said_on_basis"] == Basis.PRINTED,
    )
    said = pd.concat([first, _said_again(estimates)], ignore_index=True)
    # Texts are written once it is known which rows there are.
    told = claims[["claim_id", "claimants"]].take(said["place"].to_numpy()).reset_index(drop=True)
    told = told.assign(
        again=said["again"],
        undated=said["undated"],
        month=month_of(said["said_first"], said["said_last"]),
    )
    return by_voice(told).drop(columns="claimants")


def _said_again(estimates: Estimates) -> pd.DataFrame:
    """Give one row for each later statement of a claim of which the day is stated.

    Columns: said_first, said_last, ``place`` (which of the claims it is), again and undated.
    """
    mentions = estimates.mentions_of(estimates.claims, *READ)
    later = mentions[(mentions["statement"] > 1) & mentions["is_stated"]]
    later = later.assign(place=estimates.claim_places(later))
    statement = pairs(later["place"].to_numpy(), later["statement"].to_numpy())
    earliest = later[["said_first", "said_last", "place"]].groupby(statement, sort=False).min()
    return earliest.assign(again=True, undated=False)


def month_of(first: pd.Series, last: pd.Series) -> pd.Series:
    """Write the month that two days share; "" where they do not."""
    months = [day.dt.year * MONTHS_A_YEAR + day.dt.month - 1 for day in (first, last)]
    number = months[0].where(months[0] == months[1], -1)
    codes, distinct = pd.factorize(number)
    names = np.array([month_text(int(value)) for value in distinct], dtype=object)
    return pd.Series(names.take(codes), index=first.index, dtype="str")


def month_text(number: int) -> str:
    """Write a month, counted from January of the year 0; "" for a negative number.

    >>> month_text(2025 * 12 + 1), month_text(-1)
    ('2025-02', '')
    """
    if number < 0:
        return ""
    year, month = divmod(number, MONTHS_A_YEAR)
    return f"{year:04}-{month + 1:02}"


def months_between(first: str, last: str) -> list[str]:
    """List every month from one to another, both included.

    >>> months_between("2024-11", "2025-01")
    ['2024-11', '2024-12', '2025-01']
    """
    start, end = (int(month[:4]) * MONTHS_A_YEAR + int(month[5:7]) - 1 for month in (first, last))
    return [month_text(number) for number in range(start, end + 1)]


def month_tiles(said: pd.DataFrame) -> pd.DataFrame:
    """Count ``said_by_month``: one row for each claimant and month.

    Columns: voice, month, ``claims`` (different ones), ``again`` (those of them said before) and
    ``undated`` (those whose month is only that of their printing).
    """
    # Numbers are grouped many times faster than texts.
    voice, month, claim = (pd.factorize(said[n])[0] for n in ("voice", "month", "claim_id"))
    tile = pairs(voice, month)
    marked = said[["again", "undated"]].assign(tile=tile)
    each = marked.groupby(pairs(tile, claim), sort=False).min()
    tiles = each.groupby("tile", sort=False).agg(
        claims=("again", "size"), again=("again", "sum"), undated=("undated", "sum")
    )
    names = said.loc[~marked["tile"].duplicated(), ["voice", "month"]]
    return pd.concat([names.reset_index(drop=True), tiles.reset_index(drop=True)], axis=1)
