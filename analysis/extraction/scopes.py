"""How far a number reaches: the whole so far, one wave, a state, one incident, a rate, a share."""

from analysis.codebook import Kind, Modality, Population, Scope
from analysis.extraction.knowledge.event_words import ADDITIONAL, INCIDENT, PER_DAY, WAVE
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.phrases import Phrases
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading
from analysis.extraction.timing import stated_moment

CASUALTIES = frozenset({Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES})
SMALL_EVENTS = frozenset({Kind.CAPTURED, Kind.MISSING, Kind.DESERTED})
_PER_DAY = Phrases((phrase, True) for phrase in PER_DAY)


def is_additional(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Tell a wave or a period's amount from the whole force."""
    words = reading.words
    if is_more(reading, quantity, counted):
        return True
    first, last = _own_clause(reading, quantity, counted)
    if WAVE.intersection(words[max(first, quantity.first - 8) : min(last, counted.last + 6)]):
        return True
    if words[quantity.first - 1 : quantity.first] == ["of"] and (
        words[quantity.first - 2] in _ORDER
    ):
        return True
    if _ORDER.intersection(words[max(0, quantity.first - 5) : quantity.first]) and (
        _PARTS_OF_A_FORCE.intersection(words[max(0, quantity.first - 4) : quantity.first])
    ):
        return True
    if (
        counted.noun is not None
        and counted.noun.population in _LATER
        and quantity.size < _FIRST_FORCE
    ):
        return True
    return any(
        words[moment.first - 1 : moment.first] == ["between"]
        for moment in reading.moments
        if counted.last <= moment.first < counted.last + 14
    )


def _between_numbers(reading: Reading, quantity: Quantity) -> tuple[int, int]:
    """Bound the words between the number before a number and the one behind it."""
    first, last = 0, len(reading.words)
    for other in reading.quantities:
        if other.last <= quantity.first:
            first = other.last
        elif other.first >= quantity.last:
            last = other.first
            break
    return first, last


def _own_clause(reading: Reading, quantity: Quantity, counted: Counted) -> tuple[int, int]:
    """Bound the words that belong to a number alone: between the numbers, up to a comma."""
    first, last = _between_numbers(reading, quantity)
    if "," in reading.words[counted.last : last]:
        last = reading.words.index(",", counted.last)
    return first, last


_ORDER = word_set("first second third fourth")
_PARTS_OF_A_FORCE = word_set("group contingent detachment echelon unit deployment part dispatch")
# Builders and sappers went after the soldiers, in waves of their own.
_LATER = frozenset({Population.SAPPERS, Population.WORKERS})
_FIRST_FORCE = 10_000


def is_more(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a word beside the number makes it one more: another, additional, more troops.

    The "more" of "more than" and "or more" is a hedge.
    """
    words = reading.words
    if words[quantity.first - 1 : quantity.first] == ["by"]:
        return True
    for at in range(max(0, quantity.first - 2), min(len(words), counted.last + 1)):
        if quantity.number_first <= at < quantity.number_last or words[at] not in ADDITIONAL:
            continue
        if words[at + 1 : at + 2] == ["than"] or words[at - 1 : at] in (
            ["or"],
            ["no"],
            ["and"],
            [","],
        ):
            continue
        return True
    return False


def scope_of_things(
    reading: Reading, quantity: Quantity, counted: Counted, modality: Modality
) -> tuple[Scope, str]:
    if quantity.is_share:
        return Scope.SHARE, "scope: a share"
    if modality is Modality.PLANNED:
        return Scope.PLANNED, "scope: planned"
    if counted.noun is not None and counted.noun.population in (Population.UNITS, Population.SITES):
        return Scope.STOCK, "scope: formations and sites are there at a time"
    if any(_PER_DAY.find(reading.tokens, counted.last, min(len(reading.words), counted.last + 3))):
        return Scope.RATE, "scope: per day or month"
    if is_more(reading, quantity, counted) or _in_a_year(reading, quantity):
        return Scope.INCREMENT, "scope: more, or within a period"
    return Scope.TOTAL, "scope: so far"


def _in_a_year(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether the number is the amount of one year or less: "in 2024", "last year".

    The time of the statement is not meant, nor one that another number's clause names.
    """
    first, last = _between_numbers(reading, quantity)
    said = [stated_moment(reading, cue, quantity.first) for cue in reading.cues]
    return any(
        (len(moment.value) == 4 and reading.word(moment.first - 1) in ("in", "during"))
        or moment.rule.endswith(("last year", "this year", "last month", "this month"))
        for moment in reading.moments
        if (first <= moment.first < last or moment.first < reading.quantities[0].first)
        and moment not in said
        and reading.word(moment.first - 1) not in ("since", "from", "by", "until")
    )


def scope_of(
    reading: Reading, quantity: Quantity, counted: Counted, kind: Kind
) -> tuple[Scope, str]:
    """Tell a running total from a wave, a state, one incident, a rate and a share."""
    if quantity.is_share:
        return Scope.SHARE, "scope: a share"
    if kind is Kind.SENT_ADDITIONAL:
        return Scope.INCREMENT, "scope: one more wave or a period"
    if kind is Kind.PRESENT:
        more = is_more(reading, quantity, counted) or (
            counted.noun is not None
            and counted.noun.population is Population.SAPPERS
            and reading.mentions(_ARRIVED)
        )
        return (Scope.INCREMENT, "scope: more of them") if more else (Scope.STOCK, "scope: there")
    if kind is Kind.IN_TRAINING:
        return Scope.STOCK, "scope: there at a time"
    if kind in SMALL_EVENTS:
        if kind is Kind.CAPTURED and _are_held(reading, counted):
            return Scope.TOTAL, "scope: prisoners who are held"
        return Scope.INCIDENT, "scope: a single event"
    if kind in CASUALTIES:
        return _scope_of_losses(reading, quantity, counted)
    return Scope.TOTAL, "scope: so far"


_ARRIVED = word_set("arrived arrive arrives arriving arrival reached came landed")


def _are_held(reading: Reading, counted: Counted) -> bool:
    """Tell prisoners who are counted or held from a capture that is told."""
    words = reading.words[counted.first : counted.last]
    near = reading.words[max(0, counted.first - 6) : counted.last + 6]
    return not _PRISONERS.isdisjoint(words) and _TAKEN.isdisjoint(near)


_PRISONERS = word_set("prisoners prisoner pows pow captives")
_TAKEN = word_set("captured capture took taken take surrendered capturing taking")


def _scope_of_losses(reading: Reading, quantity: Quantity, counted: Counted) -> tuple[Scope, str]:
    words = reading.words
    lead = words[max(0, quantity.first - 8) : quantity.first]
    if "daily" in lead or "monthly" in lead or _each_time(words, quantity):
        return Scope.RATE, "scope: per day"
    if any(_PER_DAY.find(reading.tokens, counted.last, min(len(words), counted.last + 4))):
        return Scope.RATE, "scope: per day"
    near = words[max(0, quantity.first - 14) : counted.last + 14]
    if quantity.size < _A_FEW_DEAD or (quantity.size < 1_000 and INCIDENT.intersection(near)):
        return Scope.INCIDENT, "scope: one strike, fight or ceremony"
    if _on_single_days(reading, counted):
        return Scope.INCIDENT, "scope: on a day or in a week"
    return Scope.TOTAL, "scope: so far"


def _each_time(words: list[str], quantity: Quantity) -> bool:
    """Tell whether "every month" stands right before a number."""
    return words[quantity.first - 2 : quantity.first] in (
        [each, time] for each in ("every", "each") for time in ("day", "week", "month")
    )


# So few were never the count of the whole war.
_A_FEW_DEAD = 50


def _on_single_days(reading: Reading, counted: Counted) -> bool:
    """Tell whether the losses are those of some days: "in the past week", "over the weekend"."""
    words = reading.words
    if "so" in words and "far" in words:
        return False
    head = words[:5]
    if "past" in head[:3] and ("week" in head or "days" in head):
        return True
    for at in range(counted.last, min(len(words), counted.last + 12)):
        if words[at] in ("past", "last") and words[at + 1 : at + 2] in (
            ["week"],
            ["day"],
            ["days"],
        ):
            return True
        if words[at] in ("in", "within", "over") and "days" in words[at + 1 : at + 4]:
            return True
        if words[at] == "weekend" or words[at : at + 3] in (
            ["in", "one", "day"],
            ["a", "single", "day"],
        ):
            return True
    return False
