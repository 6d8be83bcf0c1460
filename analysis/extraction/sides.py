"""Whose soldiers or arms a number counts: North Korea's, joint ones with Russia's, or another's."""

from itertools import pairwise

from analysis.codebook import Kind, Unit
from analysis.extraction.knowledge.nations import OBLIQUE
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.lexicon import Geography
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.phrases import Hit
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading

NORTH, MIXED, OTHER, UNKNOWN = "north", "mixed", "other", "unknown"

_CASUALTIES = frozenset({"killed", "wounded", "casualties", "captured", "missing", "deserted"})


def side_of(reading: Reading, quantity: Quantity, counted: Counted, topic: str) -> tuple[str, str]:
    """Decide whose a number is, and by which rule.

    In this order: the sides named with the noun; who acts in the sentence; whom the text was
    speaking of (``topic``).
    """
    named = counted.nations
    if "kp" in named:
        return (MIXED if "ru" in named else NORTH), "side: named with the number"
    if named:
        return OTHER, "side: another one named with the number"
    actor = _actor(reading, quantity)
    if _are_joined(reading, quantity) and not (
        counted.noun is not None and counted.noun.unit is not Unit.PEOPLE
    ):
        return MIXED, "side: both named together"
    if counted.noun is None and "other" in reading.nations and "kp" not in reading.nations:
        return OTHER, "side: another one named in the sentence"
    spoken = _speaks_of_the_north(reading)
    if actor is None:
        if spoken:
            return NORTH, "side: named in the sentence"
        return topic, "side: the one spoken of before"
    nation = actor.value.nation
    if nation == "kp":
        return NORTH, "side: who acts in the sentence"
    between = {event.kind for event in reading.events if actor.last <= event.first < quantity.first}
    if nation == "ru":
        if between & {"train", "send", "be", "withdrawn"} and "casualties" not in between:
            return (NORTH if spoken else topic), "side: whom Russia takes in"
        return (NORTH if spoken and not between else OTHER), "side: another one acts"
    if between & _CASUALTIES or _is_loss(counted):
        return (NORTH if spoken else topic), "side: whom another one fights"
    if spoken and nation != "ua":
        return NORTH, "side: named in the sentence"
    return OTHER, "side: another one acts"


def _are_joined(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether the sentence counts both together: "Russian marines and Koreans"."""
    hits = [
        hit
        for hit in reading.geography
        if hit.value.nation in ("kp", "ru") and hit.last <= quantity.first
    ]
    for one, two in pairwise(hits):
        between = reading.words[one.last : two.first]
        joined = bool({"and", "or"}.intersection(between[-1:])) and len(between) <= 3
        if joined and one.value.nation != two.value.nation and one.value.place == "":
            return quantity.first - two.last <= 8
    return False


def _is_loss(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.kind in (
        Kind.KILLED,
        Kind.WOUNDED,
        Kind.CASUALTIES,
        Kind.CAPTURED,
    )


def _speaks_of_the_north(reading: Reading) -> bool:
    """Tell whether the sentence names the North outside of its sources."""
    return any(
        hit.value.nation == "kp" and not _is_source(reading, hit) for hit in reading.geography
    )


def _is_source(reading: Reading, hit: Hit[Geography]) -> bool:
    """Tell whether a name stands in the source of a cue, where it says who speaks, not who acts."""
    return (
        any(cue.source_first <= hit.first < cue.source_last for cue in reading.cues)
        or (reading.lexicon.claimants.at(reading.words, hit.first) or hit).last > hit.last
    )


def _actor(reading: Reading, quantity: Quantity) -> Hit[Geography] | None:
    """Find the side that acts before a number: the last that no preposition leads in."""
    for hit in reversed(reading.geography):
        if (
            hit.last <= quantity.first
            and hit.value.nation in _ACTORS
            and not _is_oblique(reading, hit)
            and not _is_source(reading, hit)
            and _acts(reading, hit)
        ):
            return hit
    return None


def _acts(reading: Reading, hit: Hit[Geography]) -> bool:
    """Tell whether a verb follows a name soon: "Russia has lost", "Ukrainian forces captured"."""
    stop = hit.last + 7
    near = reading.words[hit.last : stop]
    return (
        not _HELPERS.isdisjoint(near)
        or any(hit.last <= event.first < stop for event in reading.events)
        or any(word.endswith("ed") and len(word) > 4 for word in near)
    )


_HELPERS = word_set(
    """
    has have had is are was were will would could may might plans can needs wants keeps holds
    boasts maintains trains recruits
    """
)

# Others speak of soldiers and do not own them, unless their name stands with the number.
_ACTORS = frozenset({"kp", "ru", "ua"})


def _is_oblique(reading: Reading, hit: Hit[Geography]) -> bool:
    before = reading.word(hit.first - 1)
    if before == "the":
        before = reading.word(hit.first - 2)
    if before in OBLIQUE:
        return True
    return reading.word(hit.last) == "'s" and reading.word(hit.last + 1) in _OF_A_COUNTRY


# "Russia's war": what such a noun belongs to acts nowhere in the sentence.
_OF_A_COUNTRY = word_set(
    """
    war kursk invasion aggression far east eastern western belgorod army campaign offensive
    incursion side behalf border region regions
    """
)
