"""What is said to have happened to the counted: the claim type, its scope, and whether it is done."""

from typing import NamedTuple

from analysis.codebook import Kind, Modality, Scope, Unit
from analysis.extraction.events import THERE, event_of
from analysis.extraction.found import Field
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.modality import modality_of
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Event, Reading
from analysis.extraction.scopes import CASUALTIES, is_additional, scope_of, scope_of_things


class Deed(NamedTuple):
    """What happened: type, scope and modality, each with its rule; ``event`` is the word for it."""

    kind: Kind
    scope: Scope
    modality: Modality
    event: Event | None
    kind_rule: str
    scope_rule: str
    modality_rule: str


_KINDS = {
    "killed": Kind.KILLED,
    "wounded": Kind.WOUNDED,
    "casualties": Kind.CASUALTIES,
    "captured": Kind.CAPTURED,
    "missing": Kind.MISSING,
    "deserted": Kind.DESERTED,
    "withdrawn": Kind.WITHDRAWN,
    "train": Kind.IN_TRAINING,
    "be": Kind.PRESENT,
}
_MOVED = frozenset(
    ["moved", "redeployed", "transferred", "relocated", "moving", "redeploy", "transfer"]
)
_ON_THE_WAY = frozenset(["moving", "moved", "move", "headed", "heading", "heads", "bound", "en"])
_ARRIVING = frozenset(["arriving", "moving", "heading", "joining"])
_IN_RUSSIA = frozenset({"russia", "russian_far_east", "eastern_russia", "vladivostok"})
_INSIDE_RUSSIA = frozenset({"kursk", "russia_ukraine_border", "russia_ukraine_front", "donetsk"})


def deed_of(reading: Reading, quantity: Quantity, counted: Counted) -> Deed | None:
    """Read what happened to what a number counts; None where the sentence does not say."""
    event, rule = event_of(reading, quantity, counted)
    modality, modality_rule = modality_of(reading, quantity, counted, event)
    noun = counted.noun
    if noun is not None and noun.unit is Unit.UNITS and _are_formed(reading, counted):
        modality, modality_rule = Modality.PLANNED, "modality: still being formed"
    if noun is not None and noun.kind is not None and noun.unit is not Unit.PEOPLE:
        scope, scope_rule = scope_of_things(reading, quantity, counted, modality)
        rule = "type: what is counted"
        return Deed(noun.kind, scope, modality, event, rule, scope_rule, modality_rule)
    home = _goes_home(reading, counted)
    if home is not None:
        event, rule = home, "type: brought home"
    if noun is not None and noun.kind is not None and not _is_base(reading, counted, event):
        kind, rule = noun.kind, "type: the noun itself"
    elif event is None:
        return None
    else:
        kind, rule = _kind(reading, counted, event, rule)
    if modality is Modality.PLANNED and kind in _MOVES:
        return Deed(
            Kind.PLANNED,
            Scope.PLANNED,
            modality,
            event,
            "type: not there yet",
            "scope: planned",
            modality_rule,
        )
    if kind is Kind.SENT_TOTAL and is_additional(reading, quantity, counted):
        kind, rule = Kind.SENT_ADDITIONAL, "type: sent, one more wave or a period"
    scope, scope_rule = scope_of(reading, quantity, counted, kind)
    return Deed(kind, scope, modality, event, rule, scope_rule, modality_rule)


def _are_formed(reading: Reading, counted: Counted) -> bool:
    """Tell units that are still being formed: no unit of them is there yet."""
    near = reading.words[counted.last : counted.last + 10]
    if ["in", "preparation"] in [near[at : at + 2] for at in range(len(near) - 1)]:
        return True
    return "being" in near and not _FORMED.isdisjoint(near)


_FORMED = frozenset(
    ["preparation", "formed", "prepared", "assembled", "readied", "raised", "trained"]
)


def _goes_home(reading: Reading, counted: Counted) -> Event | None:
    """Read people who were flown, taken or brought to the North as withdrawn."""
    words = reading.words
    if counted.noun is None or counted.noun.unit is not Unit.PEOPLE:
        return None
    if reading.word(counted.last) in ("who", "that", "which"):
        return None
    moved = None
    for at in range(counted.last, min(len(words), counted.last + _TO_HOME)):
        if words[at] in (".", ";", ","):
            return None
        if words[at] in _BROUGHT:
            moved = at
        homeward = words[at] in ("home", "homeland") or (
            words[at - 1] == "to"
            and any(
                hit.first == at and hit.value.nation == "kp" and hit.value.place
                for hit in reading.geography
            )
        )
        if moved is not None and homeward:
            return Event(moved, moved + 1, "withdrawn")
    return None


_TO_HOME = 14
_BROUGHT = word_set(
    "flown taken sent brought returned transported shipped evacuated moved transferred came went"
)


def _is_base(reading: Reading, counted: Counted, event: Event | None) -> bool:
    """Tell whether a noun of losses is only whom the number was taken from.

    "2,000 of the injured were returned" tells of a return, "a third of the casualties died" of
    the dead.
    """
    if event is None:
        return False
    if event.last <= counted.first and event.kind in ("captured", "withdrawn"):
        return True
    if event.first < counted.last:
        return False
    if event.kind in ("withdrawn", "captured", "missing", "deserted"):
        return True
    return "of" in reading.words[counted.first : counted.last] or counted.rule.endswith("part of")


_MOVES = frozenset({Kind.SENT_TOTAL, Kind.PRESENT, Kind.IN_TRAINING, Kind.SENT_ADDITIONAL})


def _kind(reading: Reading, counted: Counted, event: Event, rule: str) -> tuple[Kind, str]:
    """Turn an event word into a claim type; sending and being there depend on what follows."""
    word = reading.words[event.first]
    places = _places_behind(reading, event, counted)
    if event.kind == "send" and "north_korea" in places and word in _MOVED:
        return Kind.SENT_TOTAL, rule + ", from the North"
    if event.kind == "send":
        following = reading.words[event.last : event.last + 3]
        dated = any(moment.first == event.last + 1 for moment in reading.moments)
        there = bool(THERE & set(following[:1])) and not dated
        if event.first >= counted.last and word.endswith("ed") and there:
            return Kind.PRESENT, rule + ", in a place"
        if word in _MOVED and places & _INSIDE_RUSSIA:
            return Kind.PRESENT, rule + ", inside Russia"
        return Kind.SENT_TOTAL, rule
    if event.kind == "be" and word in _ARRIVING and reading.word(event.first - 1) == "been":
        return Kind.SENT_TOTAL, rule + ", one after another"
    if (
        event.kind == "be"
        and word in _ON_THE_WAY
        and places & _IN_RUSSIA
        and ("from" not in reading.words[event.last : event.last + 3])
    ):
        return Kind.SENT_TOTAL, rule + ", to Russia"
    return _KINDS[event.kind], rule


def _places_behind(reading: Reading, event: Event, counted: Counted) -> set[str]:
    last = max(event.last, counted.last)
    return {
        hit.value.place
        for hit in reading.geography
        if hit.value.place and event.last <= hit.first < last + 8
    }


def default_deed(
    reading: Reading, quantity: Quantity, counted: Counted, is_there: bool
) -> Deed | None:
    """Type a large force of which the sentence tells nothing: there at a place, else sent.

    Small numbers are left out: of them a text says what happened, or they are in passing.
    """
    noun = counted.noun
    if quantity.size < _A_FORCE or (
        noun is not None and (noun.weak or noun.unit is not Unit.PEOPLE)
    ):
        return None
    if quantity.is_share:
        return None
    modality, modality_rule = modality_of(reading, quantity, counted, None)
    if modality is Modality.PLANNED:
        return Deed(
            Kind.PLANNED, Scope.PLANNED, modality, None, "type: not there yet", "scope: planned",
            modality_rule,
        )  # fmt: skip
    if _is_promised(reading, quantity, counted):
        rule = "type: not there yet"
        modality_rule = "modality: announced, promised or agreed"
        return Deed(
            Kind.PLANNED, Scope.PLANNED, Modality.PLANNED, None, rule, "scope: planned",
            modality_rule,
        )  # fmt: skip
    if is_there:
        kind, rule = Kind.PRESENT, "type: a force in a place"
    else:
        kind, rule = Kind.SENT_TOTAL, "type: a force, with nothing said of it"
        if is_additional(reading, quantity, counted):
            kind, rule = Kind.SENT_ADDITIONAL, "type: one more wave or a period"
    scope, scope_rule = scope_of(reading, quantity, counted, kind)
    return Deed(kind, scope, modality, None, rule, scope_rule, modality_rule)


def _is_promised(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether nothing but a promise is told of a force: "the thousand that he announced"."""
    words = reading.words
    near = {
        *words[max(0, quantity.first - 8) : quantity.first],
        *words[counted.last : counted.last + 4],
    }
    return not _PROMISED.isdisjoint(near)


_PROMISED = word_set("announced promised pledged vowed offered agreed proposed")
_A_FORCE = 500


def strength_of(reading: Reading, quantity: Quantity, counted: Counted, deed: Deed) -> Deed:
    """Turn a deed into the strength of a unit: "brigades of 6,000 each"."""
    if not _is_strength(reading, quantity, counted):
        return deed
    modality = Modality.PLANNED if _are_formed(reading, counted) else deed.modality
    scope = Scope.PLANNED if modality is Modality.PLANNED else Scope.STOCK
    rule = "type: strength of a unit"
    return deed._replace(kind=Kind.UNITS, scope=scope, modality=modality, kind_rule=rule)


def _is_strength(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    if counted.noun is not None and counted.noun.unit is not Unit.PEOPLE:
        return False
    words = reading.words
    if "each" in words[counted.last : counted.last + 2]:
        return True
    before = words[max(0, quantity.first - 6) : quantity.first]
    if "total" in before or "all" in before:
        return False
    strong = words[quantity.last : quantity.last + 2] == ["-", "strong"]
    leads = before[-1:] != [] and before[-1] in ("of", "comprising", "numbering", "with")
    return not _UNITS.isdisjoint(before) and (leads or strong)


_UNITS = word_set("brigade brigades battalion battalions regiment unit division")


def ahead(deed: Deed) -> Deed:
    """Turn a deed into a plan, where its day lies ahead of the article's."""
    rule = "modality: its day lies ahead"
    planned = deed._replace(modality=Modality.PLANNED, scope=Scope.PLANNED, modality_rule=rule)
    if deed.kind in _MOVES:
        return planned._replace(kind=Kind.PLANNED, kind_rule="type: not there yet")
    return planned


def is_on_days(deed: Deed, quantity: Quantity, start: Field) -> bool:
    """Tell whether losses are those of the days named with them."""
    if start.rule.startswith(("period: of", "period: by")):
        return False
    return deed.kind in CASUALTIES and len(start.value) == 10 and quantity.size < _A_WAR


# So many did not fall on a few days.
_A_WAR = 2_000
