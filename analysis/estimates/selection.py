"""Which claims are shown: one frozen set of choices, and the words that say what was chosen.

Filters choose claims; they never change a claim's bound, its counts or the mentions behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.codebook import (
    BLOC_LABELS,
    KIND_TERMS,
    LANGUAGE_LABELS,
    MODALITY_LABELS,
    POPULATION_LABELS,
    SCOPE_LABELS,
    Bloc,
    Scope,
)
from analysis.estimates.board import Estimates
from analysis.partial_dates import in_words, span, spans

# One event or wave each: they stay out of the running totals until a reader asks for them.
SEPARATE_EVENTS = (Scope.INCREMENT, Scope.INCIDENT)

CLOCKS = ("said", "about", "printed")

KIND_LABELS = {kind: terms.label for kind, terms in KIND_TERMS.items()}


@dataclass(frozen=True)
class Selection:
    """What a reader chose to see; an empty choice leaves nothing out.

    Choices are ids of the codebook and the tables; dates are partial. ``clock`` names the day that
    the dates bound: "said", "about" (the day the number is about) or "printed".
    """

    sources: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    date_from: str = ""
    date_to: str = ""
    clock: str = "said"
    unattributed: bool = True
    incidents: bool = False

    def without(self, choice: str) -> "Selection":
        """Give the same selection with one choice back at its default."""
        return replace(self, **{choice: getattr(Selection(), choice)})

    def changed(self) -> tuple[str, ...]:
        """Name the choices that differ from the default."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != f.default)


def select(estimates: Estimates, selection: Selection) -> Estimates:
    """Keep the claims that a selection shows, each with all of its mentions.

    A joint claim is found under each of its claimants. Outlet, language and place choose claims
    that were printed there, in it or with it at least once. A partly known day matches a period
    that it can lie in.
    """
    claims = estimates.claims
    keep = pd.Series(True, index=claims.index)
    if selection.sources:
        keep &= _shares_a_name(claims["claimants"], selection.sources)
    for column, chosen in (
        ("bloc", selection.blocs),
        ("kind", selection.kinds),
        ("population", selection.populations),
        ("scope", selection.scopes),
        ("modality", selection.modalities),
    ):
        if chosen:
            keep &= claims[column].isin(chosen)
    for column, chosen in (
        ("outlet", selection.outlets),
        ("language", selection.languages),
        ("location", selection.places),
    ):
        if chosen:
            coded = estimates.coded(column)
            keep &= _printed_in(estimates, np.isin(coded.values, chosen)[coded.codes])
    if not selection.incidents and not selection.scopes:
        keep &= ~claims["scope"].isin(SEPARATE_EVENTS)
    if not selection.unattributed:
        keep &= claims["bloc"] != Bloc.UNATTRIBUTED
    if selection.date_from or selection.date_to:
        keep &= _in_period(estimates, selection)
    return estimates.keep(claims[keep])


def emptying_choices(estimates: Estimates, selection: Selection) -> tuple[str, ...]:
    """Name the choices of which dropping any single one would show something again."""
    return tuple(
        choice
        for choice in selection.changed()
        if len(select(estimates, selection.without(choice)).claims)
    )


def _printed_in(estimates: Estimates, chosen: NDArray[np.bool_]) -> pd.Series:
    """Tell which claims have one of the mentions here that are chosen among all."""
    rows = np.flatnonzero(chosen)
    if estimates.rows is not None:
        rows = np.intersect1d(rows, estimates.rows, assume_unique=True)
    found = np.zeros(int(estimates.claim_of.max(initial=-1)) + 1, dtype=bool)
    found[estimates.claim_of[rows]] = True
    index = estimates.claims.index
    return pd.Series(found[index], index=index)


def _shares_a_name(joined: pd.Series, names: tuple[str, ...]) -> pd.Series:
    """Tell which of the ";"-separated lists holds at least one of the names."""
    codes, distinct = pd.factorize(joined)
    wanted = [not set(names).isdisjoint(text.split(";")) for text in distinct]
    return pd.Series(pd.array(wanted, dtype="bool").take(codes), index=joined.index)


def _in_period(estimates: Estimates, selection: Selection) -> pd.Series:
    """Tell which claims have a day of the chosen clock that can lie in the chosen period."""
    claims = estimates.claims
    if selection.clock == "printed":
        printed = estimates.all_mentions
        inside = overlaps(printed["printed_first"], printed["printed_last"], selection)
        return _printed_in(estimates, inside.to_numpy(dtype=bool))
    if selection.clock == "about":
        first = spans(claims["about_from"])["first"]
        last = spans(claims["about_to"])["last"]
        given = first.notna() | last.notna()
        return given & overlaps(first, last, selection)
    return overlaps(claims["said_first"], claims["said_last"], selection)


def overlaps(first: pd.Series, last: pd.Series, selection: Selection) -> pd.Series:
    """Tell which spans of days reach into the chosen period; a missing end is open."""
    inside = pd.Series(True, index=first.index)
    if selection.date_from:
        inside &= ~(last < pd.Timestamp(span(selection.date_from).first))
    if selection.date_to:
        inside &= ~(first > pd.Timestamp(span(selection.date_to).last))
    return inside


def selection_words(
    selection: Selection,
    short_names: Mapping[str, str],
    place_names: Mapping[str, str],
    known_on: str = "",
) -> str:
    """Say in words what a selection shows, so that every view and export can state it."""
    events = "with" if selection.incidents else "without"
    everybody = "" if selection.blocs else "all sources"
    parts = [
        _listed(selection.blocs, BLOC_LABELS),
        _listed(selection.sources, short_names) or everybody,
        _listed(selection.kinds, KIND_LABELS) or "all claim types",
        _listed(selection.populations, POPULATION_LABELS),
        _listed(selection.scopes, SCOPE_LABELS) or f"{events} incidents and increments",
        _listed(selection.modalities, MODALITY_LABELS),
        _prefixed("printed by ", _listed(selection.outlets, {})),
        _prefixed("printed in ", _listed(selection.languages, LANGUAGE_LABELS)),
        _prefixed("tied to ", _listed(selection.places, place_names)),
        _period_words(selection),
        "" if selection.unattributed else "without unattributed figures",
        f"as known on {in_words(known_on)}" if known_on else "",
    ]
    return " · ".join(part for part in parts if part)


def _listed(chosen: tuple[str, ...], names: Mapping[Any, str]) -> str:
    # Enumerations of the codebook are text, so plain ids from a URL find their labels.
    return ", ".join(names.get(name, name) for name in chosen)


def _prefixed(prefix: str, text: str) -> str:
    return prefix + text if text else ""


def _period_words(selection: Selection) -> str:
    if not selection.date_from and not selection.date_to:
        return ""
    start = f"from {in_words(selection.date_from)}" if selection.date_from else ""
    end = f"to {in_words(selection.date_to)}" if selection.date_to else ""
    return " ".join(part for part in (selection.clock, start, end) if part)
