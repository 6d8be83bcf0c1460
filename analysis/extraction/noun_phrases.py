"""The noun phrase behind a number: what it counts, and whose."""

from typing import NamedTuple

from analysis.codebook import Population, Unit
from analysis.extraction.knowledge.counted_nouns import (
    AFTER_A_BARE_NUMBER,
    BEFORE_A_NOUN,
    CALIBRE,
    Noun,
)
from analysis.extraction.knowledge.range_words import PERCENT
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading


class Counted(NamedTuple):
    """What is counted, as tokens from the hedge to the noun's end.

    ``noun`` is None for a bare number that its sentence does not explain. ``nations`` are the
    sides named with the noun; ``bare`` says that the number has no noun of its own.
    """

    first: int
    last: int
    noun: Noun | None
    nations: frozenset[str]
    bare: bool
    rule: str


# How many tokens a noun phrase may run behind its number, and how many of them may be unknown.
_REACH = 14
_UNKNOWN = 3


def noun_behind(reading: Reading, quantity: Quantity) -> Counted | None:
    """Read the noun phrase behind a number, with the sides named in it."""
    words, lexicon = reading.words, reading.lexicon
    nations: set[str] = set()
    noun: Noun | None = None
    at, last, unknown = quantity.last, quantity.last, 0
    if quantity.is_share:
        at = _behind_a_share(reading, at)
    stop = min(len(words), at + _REACH)
    while at < stop:
        hit = lexicon.nouns.at(words, at)
        short = hit is None or hit.last - hit.first < _WHOLE_PHRASE
        if words[at] in ("units", "pieces") and short and _is_a_piece_of(words, at):
            at += 2
            continue
        if words[at : at + 3] in _THE_NORTHERN:
            at += 1
            continue
        if hit is not None and _is_noun_here(reading, hit.first, hit.last, noun):
            joined = noun is not None and words[hit.first - 1] in ("and", "or", "&")
            noun = _both(noun, hit.value) if joined and noun else _sharper(noun, hit.value)
            at = last = hit.last
            if hit.value.unit is not Unit.PEOPLE and hit.value.population is not Population.UNITS:
                break
            continue
        if noun is not None and words[at] not in ("-", "and", "&", "/", "military", "or"):
            break
        side = lexicon.geography.at(words, at)
        if side is not None and side.value.nation and noun is None:
            nations.add(side.value.nation)
            at = side.last
            continue
        word = words[at]
        if word in ("and", "or", "&") and at == quantity.last:
            break
        if (
            word in CALIBRE
            or word in BEFORE_A_NOUN
            or word in ("-", "'s", '"', "/", "'")
            or (word[0].isdecimal() and _is_calibre(words, at))
            or (word == "," and noun is None and _adjective_follows(words, at))
        ):
            at += 1
        elif word == "(" and noun is None and ")" in words[at : at + 4]:
            at += words[at : at + 4].index(")") + 1
        elif (
            noun is None and word[0].isalpha() and word not in _NO_ADJECTIVE and unknown < _UNKNOWN
        ):
            unknown += 1
            at += 1
        else:
            break
    if noun is None and "kp" in nations and words[at - 1] == "military":
        noun, last = _MILITARY, at
    if noun is None:
        return None
    nations |= _owners(reading, quantity.first) | _origins(reading, last)
    return Counted(
        quantity.first, last, noun, frozenset(nations), False, "counted: the noun behind the number"
    )


def _is_a_piece_of(words: list[str], at: int) -> bool:
    """Tell "units of equipment" from units that are counted: "five units of about 3,000 each"."""
    if words[at + 1 : at + 2] != ["of"]:
        return False
    return not any(
        word[0].isdecimal() and not _is_calibre(words, at + 2 + step)
        for step, word in enumerate(words[at + 2 : at + 5])
    )


# "Pieces of equipment" is counted as it stands.
_WHOLE_PHRASE = 3
# Here the article belongs to the noun: "1,000 of the North Korean soldiers".
_THE_NORTHERN = (["the", "north", "korean"], ["the", "north", "koreans"])


# No adjective, though it could stand between a number and a noun: here the noun phrase is over.
_NO_ADJECTIVE = (
    AFTER_A_BARE_NUMBER
    | PERCENT
    | word_set(
        """
    the a an his her this that these those km kilometers kilometres miles years year months days
    weeks hours minutes metres meters times countries percent pages dollars euros won rubles
    people's kilometer mile points degrees civilians children residents sorties votes seats
    o'clock am pm billion million cities villages points square hectares ships voyages vessels
    guards flags aircraft flights trains homes houses buildings words lawmakers lawmaker january
    february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday
    """
    )
) - frozenset({"killed", "wounded", "injured", "captured", "deployed", "missing", "dead"})
# "Thirty North Korean military", as translations have it.
_MILITARY = Noun(Population.SOLDIERS, Unit.PEOPLE)


def _is_noun_here(reading: Reading, first: int, last: int, noun: Noun | None) -> bool:
    """Tell a noun from the same word in another part: "11,000 killed soldiers", "men were killed"."""
    if noun is None:
        return True
    words = reading.words
    if last - first == 1 and words[first] in ("military", "strong"):
        return True
    return (
        first == 0
        or words[first - 1] not in ("and", "or", "&")
        or last - first > 1
        or (reading.lexicon.nouns.at(words, first) is not None and words[first] not in _EVENT_NOUNS)
    )


_EVENT_NOUNS = frozenset({"killed", "wounded", "injured", "captured", "missing", "dead"})


def _sharper(one: Noun | None, two: Noun) -> Noun:
    """Put two nouns of one phrase together: "special forces" and "personnel" are special forces.

    What happened ("killed", "casualties") and who it was are kept from whichever says it.
    """
    if one is None:
        return two
    if one.shown:
        return one
    if one.population is Population.UNITS or one.unit is not Unit.PEOPLE:
        return two if two.unit is Unit.PEOPLE and one.population is Population.UNITS else one
    who = one if one.population is not Population.SOLDIERS else two
    if who.unit is not Unit.PEOPLE:
        who = one
    return who._replace(kind=one.kind or two.kind, weak=one.weak and two.weak)


def _both(one: Noun, two: Noun) -> Noun:
    """Put two counted together: builders and sappers together are soldiers."""
    if one.unit is Unit.PEOPLE and two.unit is Unit.PEOPLE and one.population != two.population:
        return one._replace(population=Population.SOLDIERS, kind=one.kind or two.kind)
    return _sharper(one, two)


_TO_THE_WHOLE = word_set("- cent of the that this its their those these all his our")


def _behind_a_share(reading: Reading, at: int) -> int:
    """Step over "percent" and "of the" to the noun of a share."""
    words, nouns = reading.words, reading.lexicon.nouns
    while (
        at < len(words)
        and nouns.at(words, at) is None
        and (words[at] in PERCENT or words[at] in _TO_THE_WHOLE)
    ):
        at += 1
    return at


def _is_calibre(words: list[str], at: int) -> bool:
    """Tell whether digits inside a noun phrase are a calibre: 122-mm, 240 mm, 152mm."""
    following = words[at + 1 : at + 3]
    return bool(CALIBRE.intersection(following[:1])) or (
        following[:1] == ["-"] and bool(CALIBRE.intersection(following[1:]))
    )


def _adjective_follows(words: list[str], at: int) -> bool:
    return words[at + 1 : at + 2] not in ([], ["of"]) and words[at + 1] in BEFORE_A_NOUN


def _owners(reading: Reading, first: int) -> set[str]:
    """Find the side that owns what is counted, before the number: "Pyongyang's 12,000 soldiers"."""
    for hit in reading.geography:
        owner = hit.value.nation and hit.last < len(reading.words)
        if owner and reading.words[hit.last] in ("'s", "'") and hit.last + 1 == first:
            return {hit.value.nation}
        if owner and hit.last == first and reading.words[hit.last - 1].endswith(("an", "ean")):
            return {hit.value.nation}
    return set()


def _origins(reading: Reading, last: int) -> set[str]:
    """Find the sides named behind the noun: "from North Korea", "both Russian and North Korean"."""
    words = reading.words
    found: set[str] = set()
    for hit in reading.geography:
        if not hit.value.nation or not last <= hit.first <= last + 7:
            continue
        before = words[last : hit.first]
        if not before or any(word in _CLAUSE or word[0].isdecimal() for word in before):
            continue
        if reading.lexicon.claimants.at(words, hit.first) is not None and (
            "including" in before and reading.word(hit.last) == "'s"
        ):
            continue
        if (
            before[0] in ("from", "of")
            or before[:2] == [",", "both"]
            or "including" in before[-3:-1] + before[-1:]
            or (found and before[-1] in ("and", "or"))
        ):
            found.add(hit.value.nation)
    return found


_CLAUSE = word_set("were was are is had have has who which that to in at . ;")
