"""The tables of words, compiled for matching; a user's own rows may be added to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis.errors import MusterError
from analysis.extraction.knowledge.claimant_names import CASED, CLAIMANTS
from analysis.extraction.knowledge.counted_nouns import FALLEN, NOUNS, Noun
from analysis.extraction.knowledge.event_words import EVENTS
from analysis.extraction.knowledge.nations import CASED_NATIONS, NATIONS
from analysis.extraction.knowledge.page_furniture import FURNITURE
from analysis.extraction.knowledge.place_names import PLACES
from analysis.extraction.knowledge.table import Row
from analysis.extraction.phrases import Phrases


class UnknownWord(MusterError):
    """A row of a user's own table that cannot be used: says which and why."""


@dataclass(frozen=True)
class Geography:
    """What a name of a country or place stands for: a side, a place, or both."""

    nation: str = ""
    place: str = ""


@dataclass(frozen=True)
class Lexicon:
    """All that the rules look up: phrases of claimants, sides and places, events and nouns."""

    claimants: Phrases[str]
    geography: Phrases[Geography]
    events: Phrases[str]
    nouns: Phrases[Noun]
    furniture: dict[str, str]
    cased: frozenset[str]
    cased_nations: frozenset[str]


# Which table of the lexicon a user's row may go into.
OWN_TABLES = ("claimant", "place", "nation", "event", "furniture")


def compiled(own: Iterable[tuple[str, Row]] = ()) -> Lexicon:
    """Compile the shipped tables with rows of the user's own, which go before shipped ones.

    ``own`` holds pairs of a table's name, one of OWN_TABLES, and a row. Raises UnknownWord for a
    row of another table, or with a value that its table does not have.
    """
    added: dict[str, list[Row]] = {table: [] for table in OWN_TABLES}
    known = {
        "claimant": {row.value for row in CLAIMANTS},
        "place": {row.value for row in PLACES},
        "nation": {row.value for row in NATIONS},
        "event": {row.value for row in EVENTS},
        "furniture": {row.value for row in FURNITURE},
    }
    for table, row in own:
        if table not in added:
            raise UnknownWord(
                f"{row.phrase!r}: no table {table!r}; there are {', '.join(OWN_TABLES)}"
            )
        if table in ("nation", "event", "furniture") and row.value not in known[table]:
            allowed = ", ".join(sorted(known[table]))
            raise UnknownWord(f"{row.phrase!r}: no {table} {row.value!r}; there are {allowed}")
        added[table].append(row)
    return Lexicon(
        claimants=Phrases((row.phrase, row.value) for row in (*CLAIMANTS, *added["claimant"])),
        geography=_geography(added["nation"], added["place"]),
        events=Phrases((row.phrase, row.value) for row in (*EVENTS, *added["event"])),
        nouns=Phrases({**NOUNS, **FALLEN}.items()),
        furniture={row.phrase.lower(): row.value for row in (*FURNITURE, *added["furniture"])},
        cased=frozenset(name.lower() for name in CASED),
        cased_nations=CASED_NATIONS,
    )


@cache
def shipped() -> Lexicon:
    """The shipped tables, compiled once."""
    return compiled()


def _geography(nations: list[Row], places: list[Row]) -> Phrases[Geography]:
    nation = {row.phrase.lower(): row.value for row in (*NATIONS, *nations)}
    place = {row.phrase.lower(): row.value for row in (*PLACES, *places)}
    return Phrases(
        (phrase, Geography(nation.get(phrase, ""), place.get(phrase, "")))
        for phrase in {**nation, **place}
    )
