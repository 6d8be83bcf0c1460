"""Which word of what happened a number belongs to: its predicate, its verb, or the nearest one."""

from analysis.codebook import Unit
from analysis.extraction.counted import is_part_of
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Event, Reading

_AUXILIARIES = word_set(
    """
    were was are is have has had been being be will would could may might can should did 've 're
    """
)
# A verb that governs a number stands at most so many tokens before it.
_GOVERNS = 4
# "Deployed in Kursk" is being there, "deployed to Kursk" is being sent.
THERE = word_set("in at near along on across inside within around throughout")
_BE = frozenset(["were", "was", "are", "is", "remain", "remained"])


def event_of(reading: Reading, quantity: Quantity, counted: Counted) -> tuple[Event | None, str]:
    """Choose the event word that a number belongs to.

    In this order: the predicate of the noun phrase; a verb right before the number; a participle
    right behind its noun; the nearest before; the nearest behind.
    """
    first = _clause_start(reading, quantity)
    end, skip = _right_end(reading, quantity, counted)
    behind = [
        event
        for event in reading.events
        if counted.last <= event.first < end and not skip[0] <= event.first < skip[1]
    ]
    before = [
        event for event in reading.events if first <= event.first and event.last <= quantity.first
    ]
    at = counted.last
    lead = reading.words[max(0, quantity.first - 2) : quantity.first]
    if lead[:1] == ["there"] and _BE.intersection(lead[1:]):
        return Event(quantity.first - 1, quantity.first, "be"), "type: there are"
    if reading.word(at) in _BE and _stands_in_a_place(reading.words, at + 1):
        return Event(at, at + 1, "be"), "type: are in a place"
    if _is_force(reading, counted, at):
        return Event(at, at + 1, "send"), "type: 'came' behind the number"
    if _is_whole(reading, quantity):
        there = _is_there(reading, counted, at_once=True)
        if there is not None:
            return there, "type: in a place"
        if behind and behind[0].first - counted.last <= 6 and behind[0].kind in _OF_A_WHOLE:
            return behind[0], f"type: {_phrase(reading, behind[0])!r} behind the number"
        return Event(
            counted.first, counted.first, "send"
        ), "type: the whole of which a part is told"
    if before and before[-1].last == quantity.first and _is_link(reading, before[-1]):
        before = before[:-1] or before
    predicate = _predicate(reading, counted, behind, skip)
    if predicate is not None:
        return predicate, f"type: {_phrase(reading, predicate)!r} behind the number"
    if not (before and _governs(reading, before[-1], quantity)):
        there = _is_there(reading, counted)
        if there is not None:
            return there, "type: in a place"
    if before and before[-1].kind == "be" and behind and _is_relative(reading, counted, behind[0]):
        return behind[0], f"type: {_phrase(reading, behind[0])!r} behind the number"
    if before and _governs(reading, before[-1], quantity):
        return before[-1], f"type: {_phrase(reading, before[-1])!r} before the number"
    close = behind and behind[0].first - counted.last <= 2
    if close and not _RELATIVES.intersection(reading.words[counted.last : behind[0].first]):
        return behind[0], f"type: {_phrase(reading, behind[0])!r} behind the number"
    inner = [event for event in reading.events if quantity.last <= event.first < counted.last]
    if inner and inner[0].kind != "send":
        return inner[0], f"type: {_phrase(reading, inner[0])!r} beside the number"
    if before:
        return before[-1], f"type: {_phrase(reading, before[-1])!r} in the sentence"
    if behind:
        return behind[0], f"type: {_phrase(reading, behind[0])!r} in the sentence"
    return None, ""


def _is_force(reading: Reading, counted: Counted, at: int) -> bool:
    """Tell whether people came or followed: "3,000 troops followed", "1,000 soldiers had gone"."""
    if counted.noun is not None and counted.noun.unit is not Unit.PEOPLE:
        return False
    while reading.word(at) in ("had", "have", "has", "then", "later", "also"):
        at += 1
    return reading.word(at) in _CAME and reading.word(at + 1) != "by"


_CAME = frozenset(["came", "followed", "gone", "left"])


def _stands_in_a_place(words: list[str], at: int) -> bool:
    """Tell whether "are" says where somebody is: are now in, are believed to be in."""
    while at < len(words) and (words[at] in _SO_FAR or words[at].endswith("ly")):
        at += 1
    return at < len(words) and words[at] in THERE


_SO_FAR = word_set(
    """
    already now currently still right there believed thought said estimated reported known to
    be been understood also left
    """
)


_OF_A_WHOLE = frozenset(["send", "be", "train"])


def _is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether another number is a part of this one: 4,000 of the 11,000."""
    return any(is_part_of(reading, other.last, quantity.first) for other in reading.quantities)


def _is_there(reading: Reading, counted: Counted, at_once: bool = False) -> Event | None:
    """Read a place right behind the noun: "about 1,000 engineers already in Russia".

    Without such an adverb the place may belong to what happened there, so ``at_once`` has to
    allow it.
    """
    at = counted.last
    while reading.word(at) in ("already", "now", "currently", "still", "right"):
        at += 1
    if (at == counted.last and not at_once) or reading.word(at) not in THERE:
        return None
    places = {hit.first for hit in reading.geography if hit.value.place}
    return Event(at, at + 1, "be") if places & set(range(at, at + 4)) else None


def _is_link(reading: Reading, event: Event) -> bool:
    """Tell whether a verb only leads to a number: "the soldiers sent have reached 3,000"."""
    return reading.words[event.first] in _REACHING


_REACHING = word_set("reached reach risen rose exceeded stands surpassed")
_RELATIVES = frozenset(["who", "which", "that", "whose"])


def _is_relative(reading: Reading, counted: Counted, event: Event) -> bool:
    """Tell whether a clause of its own says what the counted did: "joined the 11,000 sent"."""
    between = reading.words[counted.last : event.first]
    return not between or (between[0] in _RELATIVES and len(between) <= 4)


def _phrase(reading: Reading, event: Event) -> str:
    return " ".join(reading.words[event.first : event.last])


def _clause_start(reading: Reading, quantity: Quantity) -> int:
    """Number the token that a number's clause begins with: from the number before it, or the last clause mark."""
    first = 0
    for other in reading.quantities:
        if other.last <= quantity.first:
            first = other.last
    for at in range(quantity.first - 1, first - 1, -1):
        if reading.words[at] in (";", "while", "whereas", "—") or (
            reading.words[at] == "but" and reading.word(at - 1) == ","
        ):
            return at
    return first


def _right_end(
    reading: Reading, quantity: Quantity, counted: Counted
) -> tuple[int, tuple[int, int]]:
    """Bound what belongs to a number on its right, over a whole that it is a part of.

    Of "4,000 soldiers, out of 12,000 deployed, have been killed" the second number is stepped over.
    """
    words = reading.words
    later = [other for other in reading.quantities if other.first >= quantity.last]
    skip = (0, 0)
    if later and quantity.is_share:
        skip = _apposition(words, later[0])
        if skip != (0, 0):
            later.pop(0)
    if later and is_part_of(
        reading, counted.last if not counted.bare else quantity.last, later[0].first
    ):
        whole = later.pop(0)
        stop = whole.last
        while (
            stop < len(words) and words[stop] not in _AUXILIARIES and words[stop] not in (".", ";")
        ):
            stop += 1
        skip = (whole.first, stop)
    later = [other for other in later if other.first >= skip[1]]
    if later and (
        words[counted.last : later[0].first] == ["and"]
        or "among" in words[counted.last : counted.last + 3]
    ):
        later.pop(0)  # "10,000 troops and 1,000 engineers remain": one verb for both
    end = later[0].first if later else len(words)
    for at in range(max(counted.last, skip[1]), end):
        if words[at] in (";", "while", "whereas", "—", "although") or (
            words[at] in ("but", "and") and words[at - 1] == ","
        ):
            return at, skip
    return end, skip


def _apposition(words: list[str], other: Quantity) -> tuple[int, int]:
    """Bound a number between commas that tells the same in heads: "a third, some 4,000 men,"."""
    if words[other.first - 1] != ",":
        return 0, 0
    near = words[other.last : other.last + 8]
    return (other.first - 1, other.last + near.index(",") + 1) if "," in near else (0, 0)


def _predicate(
    reading: Reading, counted: Counted, behind: list[Event], skip: tuple[int, int]
) -> Event | None:
    """Find the event that an auxiliary ties to the noun: "soldiers … have been killed"."""
    if not behind:
        return None
    words = reading.words
    stop = behind[-1].first
    for at in range(counted.last, stop):
        if skip[0] <= at < skip[1]:
            continue
        word = words[at]
        if word in _AUXILIARIES:
            if words[at - 1] == "and" and behind[0].first < at:
                return behind[0]
            following = next((event for event in behind if at < event.first <= at + 7), None)
            if following is not None and "," not in words[at : following.first]:
                return following
            return None
        if word in ("who", "which", "that"):
            # The first verb is the relative clause's; the noun's own comes behind it.
            own = [event for event in behind if event.first > at][1:]
            return next((event for event in own if words[event.first - 1] in _AUXILIARIES), None)
        if word in (".", ";", "said"):
            return None
        if word == "," and at >= counted.last and skip == (0, 0):
            return None
    return None


def _governs(reading: Reading, event: Event, quantity: Quantity) -> bool:
    """Tell whether a verb before a number has it as its object."""
    between = reading.words[event.last : quantity.first]
    return len(between) <= _GOVERNS and not set(between) & {
        ",",
        ".",
        ";",
        ":",
        "and",
        "that",
        "(",
        ")",
    }
