"""What the rules find in an article, as proposals: place, cells of a mention, rule of each cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from analysis.extraction.extractor import extract
from analysis.extraction.found import FIELDS, Found
from analysis.partial_dates import span

# What relative words ("on Monday", "last month") are counted from the day of printing for.
DAYS = ("stated_on", "event_from", "event_to")
DAY_NOT_KNOWN = "left empty: the article's own day is not known"


class Proposable(NamedTuple):
    """One proposal: the letters from ``start`` to ``end``, its cells, and the rule of each cell."""

    start: int
    end: int
    fields: Mapping[str, str]
    rules: Mapping[str, str]


@dataclass(frozen=True)
class Proposals:
    """All proposals for a text; ``unread_from`` as in Extraction."""

    all: tuple[Proposable, ...] = ()
    unread_from: int | None = None


def proposals_of(text: str, published_on: str, outlet: str) -> Proposals:
    """Read a text whose day of printing may be known only in part (YYYY, YYYY-MM, YYYY-MM-DD).

    Without the very day, days that the text tells in relative words cannot be counted: all days
    are left empty then. Raises BadDate for a day that is none, DayOutOfReach for one out of reach.
    """
    printed = span(published_on)
    exact = printed.first == printed.last
    read = extract(text, printed.first, outlet)
    return Proposals(tuple(_proposable(found, exact) for found in read.mentions), read.unread_from)


def _proposable(found: Found, exact: bool) -> Proposable:
    cells = {"wording": found.wording, "occurrence": str(found.occurrence)}
    rules: dict[str, str] = {}
    for name in FIELDS:
        value, rule = getattr(found, name)
        if name in DAYS and value and not exact:
            value, rule = "", DAY_NOT_KNOWN
        cells[name] = value
        if rule:
            rules[name] = rule
    return Proposable(found.start, found.end, cells, rules)
