"""Who says what now: of each origin the latest figure in force, and what stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import POPULATION_LABELS, Population, Scope, Unit, label
from analysis.estimates.board import Estimates
from analysis.estimates.grouping import numbered
from analysis.estimates.revisions import Status
from analysis.partial_dates import in_words, span

STALE_DAYS = 180

FORCE = (Population.SOLDIERS, Population.SPECIAL_FORCES)
STANDING_SCOPES = (Scope.TOTAL, Scope.STOCK, Scope.PLANNED)
ROW_KEY = ("origin", "population", "unit", "item", "row_place")
# An origin's own figure before one that repeats it, then by day.
LATEST_BY = ("own", "said_last", "said_first", "printed_first")


@dataclass(frozen=True)
class Now:
    """Who says what now, of one kind: a row per origin, and the origin's other figures.

    ``rows``: claims in force, with ``row`` (its name on the chart), ``age_days`` (from the last day
    on which it can have been said to the day of the board), ``stale`` (older than STALE_DAYS) and
    ``also`` (figures of other claimants that are this origin's, in words). Fresh rows come first;
    each group falls from the highest stated number.

    ``earlier``: what the same origin said before, and the other voices of a collective claimant,
    with the ``row`` that they belong to.
    """

    rows: pd.DataFrame
    earlier: pd.DataFrame


def stated_number(claims: pd.DataFrame) -> pd.Series:
    """Give the number that orders claims: the one stated, or a range's lower end; no midpoint."""
    return claims["low"].fillna(claims["high"])


def now(
    estimates: Estimates,
    kind: str,
    short_names: Mapping[str, str],
    place_names: Mapping[str, str],
    populations: tuple[str, ...] = FORCE,
) -> Now:
    """Choose, for each origin, its latest claim of a kind that is in force.

    Of a collective claimant, whose voices do not revise each other, the latest one makes the row
    and the others stand beside it. A claim that repeats another origin's figure joins that origin's
    row; it makes a row of its own where the origin's own figure is not among the claims.
    """
    claims = _standing_figures(estimates.claims, kind, populations)
    in_force = claims[claims["in_force"]]
    latest = in_force[["row_key", *LATEST_BY]].sort_values(list(LATEST_BY))
    rows = in_force.loc[latest.drop_duplicates("row_key", keep="last").index]
    # A day known to its month may lie ahead of the board's day; nothing is younger than today.
    age = (pd.Timestamp(span(estimates.as_of).last) - rows["said_last"]).dt.days.clip(lower=0)
    repeats = in_force[~in_force["own"] & ~in_force.index.isin(rows.index)]
    rows = rows.assign(
        row=_row_names(rows, short_names, place_names),
        age_days=age,
        stale=age > STALE_DAYS,
        also=_repeats_in_words(rows, repeats),
        number=stated_number(rows),
    ).sort_values(["stale", "number", "said_last"], ascending=[True, False, False], kind="stable")
    behind = claims[
        claims["own"]
        & claims["status"].isin((Status.IN_FORCE, Status.REVISED))
        & ~claims.index.isin(rows.index)
    ]
    earlier = behind.merge(rows[["row_key", "row"]], on="row_key")
    working = ["own", "row_place", "row_key"]
    return Now(rows.drop(columns=[*working, "number"]), earlier.drop(columns=working))


def _standing_figures(
    claims: pd.DataFrame, kind: str, populations: tuple[str, ...]
) -> pd.DataFrame:
    """Give a kind's running totals, stocks and plans, whether they are their origin's own, and the row.

    Figures of one row have the same ``row_key``, a number.
    """
    figures = claims[
        (claims["kind"] == kind)
        & claims["scope"].isin(STANDING_SCOPES)
        & claims["population"].isin(populations)
        & (claims["unit"] != Unit.PERCENT)
    ]
    figures = figures.assign(
        own=figures["origin"] == figures["claimants"],
        row_place=figures["location"].where(figures["scope"] == Scope.STOCK, ""),
    )
    return figures.assign(row_key=numbered(figures[name] for name in ROW_KEY))


def _row_names(
    rows: pd.DataFrame, short_names: Mapping[str, str], place_names: Mapping[str, str]
) -> pd.Series:
    """Name each row by its source, and by whose figure, who or what and where, if need be."""
    names = rows["source"].copy()
    passed_on = ~rows["own"]
    names[passed_on] += ", after " + rows.loc[passed_on, "origin"].map(short_names)
    special = ~rows["population"].isin((Population.SOLDIERS, Population.MATERIEL))
    names[special] += ", " + rows.loc[special, "population"].map(POPULATION_LABELS)
    itemised = rows["item"] != ""
    names[itemised] += ", " + rows.loc[itemised, "item"]
    placed = rows["row_place"] != ""
    names[placed] += ", " + rows.loc[placed, "row_place"].map(place_names)
    return names


def _repeats_in_words(rows: pd.DataFrame, repeats: pd.DataFrame) -> pd.Series:
    """Say under which other names, with which figure and day, a row's origin was printed."""
    latest = repeats.sort_values("said_last").drop_duplicates(["row_key", "claimant"], keep="last")
    phrases: dict[int, list[str]] = {}
    for key, source, bound, low, high, unit, said_on in zip(
        latest["row_key"],
        *(latest[n] for n in ("source", "bound", "low", "high", "unit", "said_on")),
        strict=True,
    ):
        phrase = f"{source} {label(bound, low, high, unit)} ({in_words(said_on)})"
        phrases.setdefault(key, []).append(phrase)
    words = [
        f"also printed as {', '.join(phrases[key])}" if key in phrases else ""
        for key in rows["row_key"]
    ]
    return pd.Series(words, index=rows.index, dtype="str")
