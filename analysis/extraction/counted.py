"""What a number counts: the noun behind it, or the one that the sentence named before."""

from analysis.codebook import Unit
from analysis.extraction.knowledge.counted_nouns import (
    AFTER_A_BARE_NUMBER,
    CALIBRE,
)
from analysis.extraction.knowledge.label_words import NUMBERED
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.labels import is_pronoun
from analysis.extraction.noun_phrases import Counted, noun_behind
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading

# How far back a bare number looks for what it counts.
_BACK = 32


def what_is_counted(reading: Reading, quantity: Quantity) -> Counted | None:
    """Find what a number counts; None where it counts something of no concern."""
    if quantity.unit == "money" or quantity.form == "few" or _names_something(reading, quantity):
        return None
    counted = noun_behind(reading, quantity)
    if counted is not None:
        return _told_before(reading, quantity, counted)
    if not _may_be_bare(reading, quantity):
        return None
    whole = _whole(reading, quantity)
    counted = _noun_of_the_whole(reading, quantity, whole) if whole is not None else None
    if counted is not None:
        return counted
    if whole is not None and not _is_of_concern(reading, whole):
        return None
    counted = _noun_before(reading, quantity)
    if counted is not None:
        return counted
    if whole is None and (reading.word(quantity.last) == "of" or quantity.unit == "percent"):
        return None
    rule = "counted: nothing named"
    return Counted(quantity.first, quantity.last, None, frozenset(), True, rule)


def _is_of_concern(reading: Reading, whole: Quantity) -> bool:
    """Tell whether a whole without a noun may be one of people: not money, not a label."""
    if whole.unit == "money" or whole.form == "few" or _names_something(reading, whole):
        return False
    return _may_be_bare(reading, whole)


def _names_something(reading: Reading, quantity: Quantity) -> bool:
    """Leave out calibres, times of day, footnotes, and what is numbered instead of counted."""
    words = reading.words
    before = words[quantity.number_first - 1] if quantity.number_first else ""
    after = words[quantity.last : quantity.last + 2]
    if CALIBRE.intersection(after[:1]) or (after[:1] == ["-"] and CALIBRE.intersection(after[1:])):
        return True
    if before == "[" or (before == ":" and reading.tokens.touches(quantity.number_first)):
        return True
    if (
        after[:1] == [":"]
        and quantity.last + 1 < len(words)
        and words[quantity.last + 1].isdecimal()
    ):
        return True
    if quantity.form == "words" and is_pronoun(
        reading.tokens, quantity.number_first, quantity.last
    ):
        return True
    small = quantity.low is not None and quantity.low == quantity.high and quantity.low < 10_000
    return small and before in NUMBERED and quantity.form == "digits"


def _aside_before(reading: Reading, quantity: Quantity) -> tuple[int, int]:
    """Bound what stands between two dashes before a number, for it is said of something else."""
    tokens = reading.tokens
    dashes = [
        at
        for at in range(1, quantity.first)
        if tokens.words[at] in ("-", "—") and not tokens.touches(at) and not tokens.touches(at + 1)
    ]
    if len(dashes) < 2 or quantity.first - dashes[-1] > 4:
        return (0, 0)
    return dashes[-2], dashes[-1]


def _is_handed_over(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a bare number counts things: "in addition to the 148 already supplied"."""
    return not _HANDED_OVER.isdisjoint(reading.words[quantity.last : quantity.last + 3])


_HANDED_OVER = frozenset(
    ["supplied", "delivered", "shipped", "transferred", "provided", "fired", "launched", "used"]
)


def _is_told_behind(reading: Reading, last: int) -> bool:
    """Tell whether a word of what happened follows soon: "4,000 others have been injured"."""
    return any(last <= event.first <= last + 3 for event in reading.events)


def _told_before(reading: Reading, quantity: Quantity, counted: Counted) -> Counted:
    """Read what happened to "persons" from the noun before: the number of dead is 2,000 persons."""
    noun = counted.noun
    if noun is None or not noun.weak or noun.kind is not None:
        return counted
    if _is_told_behind(reading, counted.last):
        return counted
    before = _noun_before(reading, quantity)
    if before is None or before.noun is None or before.noun.kind is None:
        return counted
    return counted._replace(noun=noun._replace(kind=before.noun.kind, weak=False))


# Below this a number without a noun is an age, a score or the number of a page.
_SMALLEST_BARE = 100


def _may_be_bare(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether nothing is counted behind a number, so that it may count what was named."""
    following = reading.word(quantity.last)
    if quantity.is_share:
        return True
    if quantity.size < _SMALLEST_BARE and following != "of":
        return False
    if not following or following in AFTER_A_BARE_NUMBER or following.endswith("ed"):
        return True
    if reading.lexicon.events.at(reading.words, quantity.last) is not None:
        return True
    return not following[0].isalnum() and following not in ("-", "/", "%", "$", "°", "'", "+", "€")


def _whole(reading: Reading, quantity: Quantity) -> Quantity | None:
    """Find the number that "of" leads to: 1,000 of 6,000."""
    whole = next((other for other in reading.quantities if other.first >= quantity.last), None)
    if whole is None or not is_part_of(reading, quantity.last, whole.first):
        return None
    return whole


def _noun_of_the_whole(reading: Reading, quantity: Quantity, whole: Quantity) -> Counted | None:
    """Of "1,000 of 6,000 additional troops" the first number counts what the second does."""
    counted = noun_behind(reading, whole)
    if counted is None:
        return None
    return counted._replace(
        first=quantity.first,
        last=quantity.last,
        bare=True,
        rule="counted: the noun of the whole that it is part of",
    )


def is_part_of(reading: Reading, last: int, whole: int) -> bool:
    """Tell whether "of" leads from a number to the next as to its whole."""
    between = reading.words[last:whole]
    return "of" in between and len(between) <= 6 and set(between) <= _PARTITIVE


_PARTITIVE = word_set(
    """
    , out of the its their those these a total some estimated all an approximately -
    """
)

# What may stand between a noun and a number that is said of it: "casualties hit 3,000".
_LINKS = word_set(
    """
    is was were are at to by of as with than hit hits reached reach reaches exceeded exceeds
    exceed exceeding topped surpassed surpass totaled totalled totals number numbered numbers
    numbering stands stood rose risen rise rises climb climbed climbing grown grew grow
    estimated put puts from nearer about around : = - ( now had has have been total totaling
    amounted amount amounts ranged ranging come came comes more over passed crossed approaching
    neared toll counted
    """
)


def _noun_before(reading: Reading, quantity: Quantity) -> Counted | None:
    """Find what a bare number counts before it: "casualties hit 3,000", "troops rose by 2,000"."""
    words, lexicon = reading.words, reading.lexicon
    floor = max(0, quantity.first - _BACK)
    aside = _aside_before(reading, quantity)
    for hit in reversed(lexicon.nouns.find(reading.tokens, floor, quantity.first)):
        if {".", ";", "!", "?"}.intersection(words[hit.last : quantity.first]):
            return None
        if aside[0] <= hit.first < aside[1]:
            continue
        if hit.value.unit is not Unit.PEOPLE and not _is_handed_over(reading, quantity):
            continue
        between = words[hit.last : quantity.first]
        if (
            hit.value.unit is Unit.PEOPLE
            and between
            and not _LINKS.intersection(between)
            and words[quantity.first] not in _LINKS
        ):
            return None
        nations = frozenset(
            side.value.nation
            for side in reading.geography
            if side.value.nation and hit.first - 5 <= side.first and side.last <= hit.first
        )
        rule = f"counted: {' '.join(words[hit.first : hit.last])!r} before the number"
        return Counted(quantity.first, quantity.last, hit.value, nations, True, rule)
    return None
