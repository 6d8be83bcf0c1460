"""How far a number reaches in its sentence: where its days and its places are looked for."""

from analysis.codebook import Population
from analysis.extraction.counted import is_part_of, what_is_counted
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.reading import Reading


def reach(reading: Reading, counted: Counted) -> tuple[int, int]:
    """Bound where a number's days and places are looked for.

    From the sentence's beginning to the next number, or to a relative clause behind a comma; over
    sites that are counted in passing ("at five facilities in the east").
    """
    words = reading.words
    last = len(words)
    for other in reading.quantities:
        if other.first < counted.last or is_part_of(reading, counted.last, other.first):
            continue
        whole = what_is_counted(reading, other)
        if whole is None or (whole.noun is not None and whole.noun.population is Population.SITES):
            continue
        last = other.first
        break
    for at in range(counted.last, last):
        if words[at] != ",":
            continue
        if words[at + 1 : at + 2] in _ASIDE or words[at + 1 : at + 3] in _NEXT_CLAUSE:
            return 0, at
        if words[at + 1 : at + 2] == ["the"] and _RELATIVE.intersection(words[at + 3 : at + 5]):
            return 0, at
    return 0, last


_ASIDE = (["where"], ["which"], ["who"], ["with"], ["while"], ["but"], ["whose"])


_RELATIVE = frozenset(["that", "which", "where", "who"])


_NEXT_CLAUSE = (["and", "the"], ["and", "that"])
