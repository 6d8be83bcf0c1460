"""The texts of the map: what a place says when pointed at, its figure of one kind, and the caption."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.codebook import (
    KIND_TERMS,
    POPULATION_LABELS,
    Kind,
    Modality,
    Population,
    label,
)
from analysis.figures.hover import AS_CLAIMED, LOCATION_WORDS, count_text, said
from analysis.figures.places import SIGHTING

POINT_OF_VIEW = (
    "Crimea is shown as part of Ukraine (United Nations General Assembly resolution 68/262), "
    "hatched as occupied. Other occupied territory and the front are not drawn: they moved."
)
MEASURE = "Size is the number of claims, not of troops."
VAGUENESS = (
    "A place is as fine as the texts: pale discs and tints are areas, and those without a boundary "
    "fade out."
)
LINES = (
    "Lines are reported movements, not routes, one line for all reports of the same two ends; dashed "
    "when planned; a question mark where one end is not said."
)
FIGURES = (
    "Under a name: the latest figure of the kind in force there, as claimed; where there is no room "
    "for it, the list has it."
)
OUTLINES = "Outlines: Natural Earth."

# So many sources of a place, or places of a map, are named.
MOST_SOURCES = 4

_MODALITY = {Modality.PLANNED: ", planned", Modality.DENIED: ", denied"}


def caption(has_lines: bool, has_figures: bool) -> list[str]:
    """Give the sentences that go with a map, one point each; the point of view is always there."""
    lines, figures = [LINES] if has_lines else [], [FIGURES] if has_figures else []
    return [MEASURE, *figures, VAGUENESS, *lines, POINT_OF_VIEW, OUTLINES]


def map_sentence(listed: pd.DataFrame, movements: int) -> str:
    """Say in one sentence what a map shows, for whoever cannot see it.

    ``listed``: a scene's list of places, the most reported first.
    """
    most = listed[listed["claims"] > 0].head(MOST_SOURCES)
    named = [f"{row['name']} ({row['claims']:,})" for row in most.to_dict("records")]
    claims = f"Claims by place: most for {', '.join(named)}" if named else "No claim has a place"
    return f"{claims}. {count_text(movements, 'reported movement')}. {AS_CLAIMED.capitalize()}."


def report_words(row: Mapping[Any, Any]) -> str:
    """Say one row of ``places`` in words.

    >>> report_words({"evidence": "claim", "role": "to", "modality": "planned", "claims": 18,
    ...               "mentions": 35, "articles": 12})
    'to: 18 claims, planned (35 mentions in 12 articles)'
    """
    modality = _MODALITY.get(row["modality"], "")
    articles = count_text(int(row["articles"]), "article")
    role = LOCATION_WORDS[row["role"]]
    if row["evidence"] == SIGHTING:
        named = count_text(int(row["sightings"]), "time")
        return f"{role}: named {named} without a number{modality} (in {articles})"
    mentions = count_text(int(row["mentions"]), "mention")
    claims = count_text(int(row["claims"]), "claim")
    return f"{role}: {claims}{modality} ({mentions} in {articles})"


def mark_tip(name: str, row: Mapping[Any, Any]) -> str:
    """Write what one mark of a place says when pointed at, as plain text."""
    return f"{name}\n{report_words(row)}\n{AS_CLAIMED}"


def place_tip(place: Mapping[Any, Any], rows: pd.DataFrame, sources: pd.Series) -> str:
    """Write what a place says when pointed at, as plain text.

    ``place``: its row of the ledger. ``rows``: its rows of ``places``. ``sources``: the number of
    its claims by the short name of their source, the most first.
    """
    lines = [str(place["name"])]
    if place["note"]:
        lines.append(str(place["note"]))
    lines += [report_words(row) for row in rows.to_dict("records")]
    if rows.empty:
        lines.append("nothing in this selection names it")
    if len(sources):
        named = [f"{name} ({count:,})" for name, count in sources.head(MOST_SOURCES).items()]
        more = len(sources) - len(named)
        lines.append(f"by {', '.join(named)}{f' and {more:,} more' if more else ''}")
    return "\n".join([*lines, AS_CLAIMED])


def area_counts(claims: int, sightings: int) -> str:
    """Count the reports on an area, which has no marks, as short as its name's second line.

    >>> area_counts(76, 11), area_counts(0, 1)
    ('76 claims · named 11×', 'named 1×')
    """
    parts = [count_text(claims, "claim")] if claims else []
    parts += [f"named {sightings:,}×"] if sightings else []
    return " · ".join(parts)


def place_figure(claims: pd.DataFrame, kind: str) -> tuple[str, ...]:
    """Write the latest figure of one kind at a place, bound, source and day with it.

    ``claims``: those tied to the place. Nothing is added up: the others are only counted. Empty
    where no claim of the kind is in force there.
    """
    own = claims[(claims["kind"] == kind) & claims["in_force"]]
    if own.empty:
        return ()
    latest = own.sort_values(["said_last", "said_first"], kind="stable").to_dict("records")[-1]
    number = label(latest["bound"], latest["low"], latest["high"], latest["unit"])
    population = Population(latest["population"])
    what = "" if population is Population.SOLDIERS else f"{POPULATION_LABELS[population]} "
    what += KIND_TERMS[Kind(kind)].label
    if kind != Kind.PLANNED:
        what += _MODALITY.get(latest["modality"], "")
    more = f", {len(own) - 1} more" if len(own) > 1 else ""
    by = f"{latest['source']}, {said(latest, short=True)}{more}"
    return f"{number} {what}", by
