"""What a mark says when it is pointed at: who, what with its hedge, when, and who printed it."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd

from analysis.codebook import (
    KIND_TERMS,
    POPULATION_LABELS,
    SCOPE_LABELS,
    Basis,
    Kind,
    Modality,
    Population,
    Scope,
    Unit,
    words,
)
from analysis.partial_dates import in_words

# One row of a table of claims, by column.
Claim = Mapping[Hashable, Any]

STATUS_WORDS = {
    "revised": "revised since by the same source",
    "drift_of_kind": "the same number stands elsewhere under another kind",
    "vague_beside": "a word of number beside this source's figure",
    "unsettled_fall": "lower than before on one undated mention; revises nothing so far",
}
LOCATION_WORDS = {"at": "at", "to": "to", "from": "from", "via": "by way of"}
AS_CLAIMED = "as claimed, not verified"

# What a hover text needs of a claim.
READ = (
    *("source", "kind", "scope", "population", "unit", "item", "share_of", "modality"),
    *("bound", "low", "high", "said_on", "said_on_basis", "said_inferred"),
    *("location", "location_role", "articles", "mentions", "outlets", "status"),
)


def records(table: pd.DataFrame) -> list[Claim]:
    """Give each row of a table by column, as ``to_dict`` does, which takes four times as long."""
    names = list(table)
    columns = (table[name].tolist() for name in names)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def hover_texts(claims: pd.DataFrame, places: Mapping[str, str] | None = None) -> list[str]:
    """Write the hover text of each claim, as Plotly's small HTML.

    ``claims`` has the claim columns of the estimates, source and status among them. ``places``:
    names of places by id; a place that it lacks is left out.
    """
    read = claims[[name for name in READ if name in claims]]
    return [_hover(claim, places or {}) for claim in records(read)]


def said(claim: Claim, short: bool = False) -> str:
    """Write the day of a claim and where it comes from.

    >>> said({"said_on": "2025-02", "said_on_basis": "stated", "said_inferred": False})
    'said Feb 2025'
    """
    day = in_words(claim["said_on"])
    if claim["said_on_basis"] != Basis.PRINTED:
        return day if short else f"said {day}"
    if not claim["said_inferred"]:
        return f"printed {day}" if short else f"printed {day}; the day it was said is not given"
    return (
        f"printed about {day}"
        if short
        else f"printed about {day} (inferred); the day it was said is not given"
    )


def count_text(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun.

    >>> count_text(1, "article"), count_text(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def subject(claim: Claim) -> str:
    """Name what the number counts, with its scope where that is not the plain running total."""
    kind = KIND_TERMS[Kind(claim["kind"])].label
    population, unit = claim["population"], claim["unit"]
    counted = (
        claim["item"]
        or (unit if population == Population.MATERIEL and unit != kind else "")
        or ("" if population == Population.MATERIEL else POPULATION_LABELS[Population(population)])
    )
    parts = [f"{counted} {kind}".strip() if unit != Unit.PERCENT else f"of {claim['share_of']}"]
    if claim["scope"] not in {Scope.TOTAL, Scope.PLANNED}:
        parts.append(SCOPE_LABELS[Scope(claim["scope"])])
    if claim["modality"] != Modality.ACTUAL and kind != "planned":
        parts.append(claim["modality"])
    return " · ".join(parts)


def figure_words(claim: Claim) -> str:
    """Write a claim's number in words, hedge kept."""
    return words(
        claim["bound"],
        claim["low"],
        claim["high"],
        claim["unit"],
    )


def _hover(claim: Claim, places: Mapping[str, str]) -> str:
    counts = (
        f"{count_text(int(str(claim['articles'])), 'article')} · "
        f"{count_text(int(str(claim['mentions'])), 'mention')} · "
        f"{count_text(int(str(claim['outlets'])), 'outlet')}"
    )
    name = places.get(claim["location"], "")
    place = f" · {LOCATION_WORDS.get(claim['location_role'], '')} {name}" if name else ""
    lines = [
        f"<b>{escape(str(claim['source']))}</b>",
        f"<b>{escape(figure_words(claim))}</b> · {escape(subject(claim))}{escape(place)}",
        said(claim),
        counts,
    ]
    status = STATUS_WORDS.get(claim["status"])
    if status:
        lines.append(status)
    lines.append(f"<i>{AS_CLAIMED}</i>")
    return "<br>".join(lines)
