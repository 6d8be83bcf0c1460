"""Where: the place that a number is tied to, and in which role."""

from typing import NamedTuple

from analysis.codebook import Kind
from analysis.extraction.found import NOTHING, Field
from analysis.extraction.knowledge.place_names import (
    FAR_EAST,
    FINENESS,
    NOT_A_PLACE_BEFORE,
    ROLES,
)
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.lexicon import Geography
from analysis.extraction.phrases import Hit
from analysis.extraction.reading import Reading


class Tied(NamedTuple):
    """A place and its role; both empty where none is given."""

    location: Field
    role: Field


# A finer place may stand so many tokens behind a vaguer one: "in Russia's western Kursk region".
_BESIDE = 4
# "Soldiers sent to Russia were killed" does not say where.
_WHERE_IT_HAPPENED = frozenset(
    {Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES, Kind.CAPTURED, Kind.MISSING}
)
NOWHERE = Tied(NOTHING, NOTHING)
# Countries are places only behind a preposition; as subjects they act.
_WARS = frozenset(["war", "wars", "invasion", "conflict", "aggression", "campaign", "offensive"])
_COUNTRIES = frozenset({"russia", "ukraine", "north_korea", "pyongyang"})
_BETWEEN = word_set(
    """
    the russia 's russian western eastern southern city of region its port frontline front-line
    front - area battlefield oblast country far border southwestern occupied neighboring
    battlegrounds line and ukraine town village district parts ukrainian -held held '
    """
)


def place_of(reading: Reading, span: tuple[int, int], number: int, kind: Kind) -> Tied:
    """Find the finest place in a number's clause, behind the number first, then before it."""
    hits = [
        (hit, role)
        for hit in reading.geography
        if hit.value.place
        and span[0] <= hit.first < span[1]
        and not any(cue.source_first <= hit.first < cue.source_last for cue in reading.cues)
        for role in [_role(reading, hit)]
        if role
    ]
    behind = [pair for pair in hits if pair[0].first >= number]
    near = behind[:1] + [
        pair
        for pair in behind[1:]
        if pair[0].first - behind[0][0].last <= _BESIDE or pair[0].value.place in FAR_EAST
    ]
    for group in (near, behind, hits):
        tied = _finest(reading, group, kind)
        if tied is not None:
            return tied
    return NOWHERE


def _role(reading: Reading, hit: Hit[Geography]) -> str:
    """Read the preposition before a place; empty where the name is none there."""
    words = reading.words
    place = hit.value.place
    following = reading.word(hit.last)
    if following == "-" and place in _COUNTRIES:
        return ""
    if following in NOT_A_PLACE_BEFORE:
        return ""
    if following == "'s" and (place in _COUNTRIES) and not _place_follows(reading, hit):
        return ""
    if place == "russia" and _GIVEN.intersection(words[hit.first - 1 : hit.first]):
        return "to"
    if place == "russia" and _RECEIVES.intersection(words[hit.last : hit.last + 3]):
        return "to"
    at = hit.first - 1
    while at >= 0 and hit.first - at <= 5 and words[at] in _BETWEEN and words[at] not in ROLES:
        at -= 1
    preposition = words[at] if at >= 0 else ""
    if preposition == "of":
        preposition = words[at - 1] if words[at - 1] in ROLES else "in"
    if (
        words[at : at + 1]
        and reading.lexicon.events.at(words, at) is not None
        and place in _COUNTRIES
    ):
        return "to" if following == "with" else ""
    if preposition in ROLES:
        if words[at - 1] in _WARS and place in _COUNTRIES and at:
            return ""
        return ROLES[preposition]
    return "" if place in _COUNTRIES else "at"


# "Has given Russia over 100 missiles", "Russia had received 50 howitzers".
_GIVEN = frozenset(["given", "gave", "sent", "handed", "supplied", "sold", "gives", "lent"])
_RECEIVES = frozenset(["received", "receives", "obtained", "got"])


def _place_follows(reading: Reading, hit: Hit[Geography]) -> bool:
    """Tell whether an owner leads on to its own place: Russia's Kursk region."""
    return any(other.value.place and other.first == hit.last + 1 for other in reading.geography)


def _finest(reading: Reading, hits: list[tuple[Hit[Geography], str]], kind: Kind) -> Tied | None:
    usable = [
        (hit, "to" if kind is Kind.PLANNED and role == "at" else role)
        for hit, role in hits
        if not (kind in _WHERE_IT_HAPPENED and role == "to")
        and not (hit.value.place in ("north_korea", "pyongyang") and kind is not Kind.WITHDRAWN)
    ]
    if not usable:
        return None
    several = {hit.value.place for hit, _ in usable} & FAR_EAST
    if len(several) > 1:
        role = next(role for hit, role in usable if hit.value.place in FAR_EAST)
        rule = "place: the region that holds the cities named"
        return Tied(Field("russian_far_east", rule), Field(role, rule))
    ranks = {place: rank for rank, place in enumerate(FINENESS)}
    hit, role = min(usable, key=lambda pair: ranks.get(pair[0].value.place, -1))
    rule = f"place: {' '.join(reading.words[hit.first : hit.last])!r}"
    return Tied(Field(hit.value.place, rule), Field(role, rule))
