"""Which charts over time there are: one scale each for a kind, its scope, its unit and its item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.codebook import KIND_TERMS, Kind, Population, Scope, Unit
from analysis.estimates.series import FORCE

# Brigades and bases are counted beside the people in them.
DRAWN = (*FORCE, Population.UNITS, Population.SITES, Population.MATERIEL)

# What is no running total; each of them has charts of its own.
SCOPE_TITLES = {
    Scope.INCREMENT: "waves and periods",
    Scope.INCIDENT: "single incidents",
    Scope.RATE: "per day",
}
# What tells the claims of one panel from those of another.
KEY = ("kind", "scope", "unit", "item")


@dataclass(frozen=True)
class Panel:
    """One chart over time: its kind, what sets it apart from others of its kind, and its claims.

    ``name`` tells it from every other panel, ``scope`` is "" for running totals and what stands
    beside them. ``apart`` says in words what else it is. ``places``: which of all ``chosen`` claims
    stand in it, counted from 0; they are cut out when they are first asked for.
    """

    kind: Kind
    name: str
    scope: str
    apart: tuple[str, ...]
    chosen: pd.DataFrame = field(repr=False)
    places: NDArray[np.intp] = field(repr=False)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims that it draws."""
        return self.chosen.take(self.places)

    @property
    def apart_by_scope(self) -> bool:
        """Tell whether it holds what is no running total, of a kind that has such too."""
        return bool(self.scope) and self.kind is not Kind.SENT_ADDITIONAL

    @property
    def title(self) -> str:
        """Its heading where others of its kind stand beside it."""
        apart = f": {', '.join(self.apart)}" if self.apart else ""
        return f"{KIND_TERMS[self.kind].title}{apart}"


def drawn_over_time(
    claims: pd.DataFrame, kinds: Sequence[str], populations: Sequence[str] = DRAWN
) -> pd.DataFrame:
    """Keep what charts over time draw of these kinds; shares are left out, they need a base."""
    return claims[_is_drawn(claims, kinds, populations)]


def _is_drawn(claims: pd.DataFrame, kinds: Sequence[str], populations: Sequence[str]) -> pd.Series:
    return (
        claims["kind"].isin(kinds)
        & claims["population"].isin(populations)
        & (claims["unit"] != Unit.PERCENT)
        & (claims["scope"] != Scope.SHARE)
    )


def panels(
    claims: pd.DataFrame, kinds: Sequence[Kind], populations: Sequence[str] = DRAWN
) -> list[Panel]:
    """Cut claims into charts over time: by kind, by what is no running total, by unit, by item.

    Of one kind and scope, the panel with most claims comes first.
    """
    keys = claims[list(KEY)].reset_index(drop=True)
    keys = keys[_is_drawn(claims, kinds, populations).to_numpy()]
    return [
        panel
        for kind in kinds
        for scope, of_scope in _by_scope(keys[keys["kind"] == kind])
        for panel in _by_unit_and_item(kind, scope, of_scope, claims)
    ]


def _by_scope(keys: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Part what stands beside the running totals from them; "" names these."""
    used = set(keys["scope"].unique())
    if not used <= set(SCOPE_TITLES):
        yield "", keys[~keys["scope"].isin(SCOPE_TITLES)]
    for scope in SCOPE_TITLES:
        if scope in used:
            yield scope, keys[keys["scope"] == scope]


def _by_unit_and_item(
    kind: Kind, scope: str, keys: pd.DataFrame, claims: pd.DataFrame
) -> Iterator[Panel]:
    """Give each unit and item a scale of its own.

    Two brigades are not compared with 6,000 people, nor howitzers with rocket launchers. ``keys``:
    KEY of some of the claims, by their places among these.
    """
    units, items = (list(keys[name].unique()) for name in ("unit", "item"))
    together = list(zip(units, items, strict=False))
    # Most kinds are counted in one unit and as one thing; counting them takes longer than the rest.
    if len(units) > 1 or len(items) > 1:
        units = list(keys["unit"].value_counts().index)
        together = list(keys[["unit", "item"]].value_counts().index)
    for unit, item in together:
        apart, name = [], kind.value
        # A kind that is nothing but waves needs no title that says so.
        if scope and kind is not Kind.SENT_ADDITIONAL:
            apart.append(SCOPE_TITLES[Scope(scope)])
        if scope:
            name += f"_{scope}"
        if item and len(items) > 1:
            apart.append(item)
            name += f"_{item.replace(' ', '_')}"
        if len(units) > 1:
            apart.append(f"counted in {unit}")
        if unit != units[0]:
            name += f"_{unit}"
        of_panel = keys.index[(keys["unit"] == unit) & (keys["item"] == item)]
        yield Panel(kind, name, scope, tuple(apart), claims, of_panel.to_numpy())


def claims_of(drawn: Sequence[Panel], columns: Sequence[str]) -> pd.DataFrame:
    """Give some columns of all claims that some panels draw, at least one."""
    return drawn[0].chosen[list(columns)].take(np.concatenate([one.places for one in drawn]))
