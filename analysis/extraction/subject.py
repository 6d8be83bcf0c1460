"""What is on the subject: whom a bare number can mean, and which counts stay out."""

from analysis.codebook import Kind, Population, Scope, Unit
from analysis.extraction.deeds import Deed
from analysis.extraction.drafts import Drafts
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES

# More people than were ever said to be meant for Russia: the army at home, or the country.
_TOO_MANY_PEOPLE = 500_000
# Guns and tanks that were lost are the other side's count of its successes.
_LOST = frozenset({"killed", "casualties", "captured"})
# Missiles that the North fires are tests.
_TESTED = (["fired"], ["tested"], ["launched"], ["test-fired"], ["fires"])
_LOSSES = CASUALTIES | {Kind.CAPTURED, Kind.MISSING, Kind.DESERTED}
_LEADS_IN = word_set(
    "number numbers total figure strength contingent force toll wave batch group grouping"
)


def is_on_the_subject(reading: Reading, quantity: Quantity, counted: Counted, deed: Deed) -> bool:
    """Leave out single persons to whom nothing happened, lost arms, and armies at home."""
    noun = counted.noun
    is_materiel = noun is not None and noun.population is Population.MATERIEL
    if deed.scope is Scope.SHARE:
        return deed.kind in _LOSSES or is_materiel
    if is_materiel:
        kinds = {event.kind for event in reading.events}
        if reading.words[quantity.first - 1 : quantity.first] in _TESTED:
            return False
        return quantity.size >= 2 and ("send" in kinds or not kinds & _LOST)
    if (noun is None or noun.unit is Unit.PEOPLE) and quantity.size >= _TOO_MANY_PEOPLE:
        return False
    return quantity.size >= 2 or deed.kind in _LOSSES


def is_spoken_of(reading: Reading, before: Drafts) -> bool:
    """Tell whether "persons" or "of them" can mean the North's: just counted, or sent."""
    last = before.last
    if last is not None and last.reading.index >= reading.index - 1:
        return True
    return any(event.kind in ("send", "train") for event in reading.events)


def is_led_in(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a word before a bare number says that it is one of a force: a total of 10,000."""
    return not _LEADS_IN.isdisjoint(reading.words[max(0, quantity.first - 8) : quantity.last])
