"""What a number takes over from the numbers before it: what is counted, what happened, of what a share."""

from analysis.codebook import Kind, Modality, Scope, Unit
from analysis.extraction.counted import what_is_counted
from analysis.extraction.deeds import Deed, deed_of, default_deed
from analysis.extraction.drafts import Draft, Drafts
from analysis.extraction.found import NOTHING, Field
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.places import place_of
from analysis.extraction.quantities import Quantity
from analysis.extraction.reach import reach
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES, is_more, scope_of


def carried(reading: Reading, quantity: Quantity, counted: Counted, before: Drafts) -> Counted:
    """Let a bare number count the things that the number before it counted.

    "13,000 containers; by February the count stood at 28,000", "148 missiles and another 150".
    """
    last = before.last
    if last is None or last.counted.noun is None:
        return counted
    if counted.noun is not None and counted.noun.weak and quantity.is_share:
        if last.reading.index < reading.index - 1 or last.unit is Unit.PEOPLE:
            return counted
        return counted._replace(noun=last.counted.noun, rule="counted: what the number before did")
    if counted.noun is not None:
        return counted
    if last.reading.index < reading.index - 1 or last.counted.noun.unit is Unit.PEOPLE:
        return counted
    near = reading.words[max(0, quantity.first - 6) : quantity.first]
    again = last.reading.index == reading.index and is_more(reading, quantity, counted)
    if not again and _THE_COUNT.isdisjoint(near):
        return counted
    return counted._replace(noun=last.counted.noun, rule="counted: what the number before did")


_THE_COUNT = word_set("count number figure total tally sum it estimate estimates")


def deed_from_elsewhere(
    reading: Reading, quantity: Quantity, counted: Counted, same: Draft | None, before: Drafts
) -> Deed | None:
    """Take over what happened: from the same figure before, from the whole, or by default."""
    beside = [draft for draft in before.in_sentence(reading.index) if _fits(draft, quantity)]
    same = same if same is not None and _fits(same, quantity) else None
    if beside and _is_joined(reading, beside[0], quantity):
        return _taken_over(reading, quantity, counted, beside[0].deed)
    if same is not None:
        return same.deed._replace(kind_rule="type: that of the same figure before")
    if beside and not counted.bare:
        return beside[0].deed._replace(kind_rule="type: that of the number before")
    whole = _whole_of_the_dead(reading, quantity, counted)
    if whole is not None:
        return whole
    last = before.last
    span = reach(reading, counted)
    tied = place_of(reading, span, counted.last, Kind.PRESENT)
    if (
        counted.noun is None
        and last is not None
        and _fits(last, quantity)
        and _goes_on(reading, last)
        and (last.is_losses() or tied.role.value != "at")
    ):
        return _taken_over(reading, quantity, counted, last.deed._replace(event=None))
    return default_deed(reading, quantity, counted, tied.role.value == "at")


def is_the_same(reading: Reading, quantity: Quantity, counted: Counted, same: Draft) -> bool:
    """Tell whether "the 4,000" is the number told before."""
    before = reading.word(quantity.number_first - 1)
    return counted.bare and before in ("the", "those", "these") and _fits(same, quantity)


def _taken_over(reading: Reading, quantity: Quantity, counted: Counted, deed: Deed) -> Deed:
    """Take what happened from the number before; how far the number reaches is its own."""
    rule = "type: that of the number before"
    if deed.kind is Kind.SENT_TOTAL and is_more(reading, quantity, counted):
        return deed._replace(
            kind=Kind.SENT_ADDITIONAL,
            scope=Scope.INCREMENT,
            kind_rule=rule,
            scope_rule="scope: one more wave",
        )
    if deed.kind not in CASUALTIES or deed.modality is not Modality.ACTUAL:
        return deed._replace(kind_rule=rule)
    scope, scope_rule = scope_of(reading, quantity, counted, deed.kind)
    return deed._replace(kind_rule=rule, scope=scope, scope_rule=scope_rule)


def _fits(draft: Draft, quantity: Quantity) -> bool:
    """Tell whether what is said of a draft may be said of a number: never of heads what of shares."""
    return (draft.deed.scope is Scope.SHARE) == quantity.is_share


def _is_joined(reading: Reading, last: Draft, quantity: Quantity) -> bool:
    """Tell whether "and" joins a number to the one before: 5,000 builders and a thousand sappers."""
    between = reading.words[last.counted.last : quantity.first]
    return bool(between) and len(between) <= 3 and between[-1] in ("and", ",", "plus")


def _whole_of_the_dead(reading: Reading, quantity: Quantity, counted: Counted) -> Deed | None:
    """Read a number of which a part died as that of the losses: "4,000, two-thirds of them dead"."""
    if not counted.bare or quantity.is_share:
        return None
    later = next((other for other in reading.quantities if other.first >= quantity.last), None)
    if later is None or later.first - quantity.last > 3:
        return None
    part = what_is_counted(reading, later)
    if part is None or _THEM.isdisjoint(reading.words[later.first : part.last + 1]):
        return None
    deed = deed_of(reading, later, part)
    if deed is None or deed.kind is not Kind.KILLED:
        return None
    rule = "type: a part of them died"
    return deed._replace(kind=Kind.CASUALTIES, scope=Scope.TOTAL, kind_rule=rule)


def _goes_on(reading: Reading, last: Draft) -> bool:
    """Tell whether a number that nothing is said of can mean the same as the one before it."""
    same = last.reading.line.sentence.paragraph == reading.line.sentence.paragraph
    return last.reading.index >= reading.index - 1 - same and last.unit is Unit.PEOPLE


def as_a_share(
    reading: Reading, quantity: Quantity, deed: Deed | None, before: Drafts
) -> Deed | None:
    """Take a share of losses from the number before: "that is more than half of those sent"."""
    last = before.last
    if not quantity.is_share:
        return deed
    if deed is not None and (deed.kind in CASUALTIES or last is None):
        return deed._replace(scope=Scope.SHARE, scope_rule="scope: a share")
    if last is None or not last.is_losses() or last.reading.index < reading.index - 2:
        return deed
    rule = "type: that of the number before"
    return last.deed._replace(scope=Scope.SHARE, kind_rule=rule, scope_rule="scope: a share")


def share_of(reading: Reading, quantity: Quantity, deed: Deed, before: Drafts) -> Field:
    """Name the whole of a share: the casualties, or else the force sent."""
    if deed.scope is not Scope.SHARE:
        return NOTHING
    near = reading.words[quantity.last : quantity.last + 5]
    of_them = before.last is not None and before.last.deed.kind is Kind.CASUALTIES
    of_losses = not _LOSSES.isdisjoint(near) or (of_them and not _THEM.isdisjoint(near))
    if of_losses and deed.kind is not Kind.CASUALTIES:
        return Field("casualties", "share: of the casualties")
    return Field("force sent", "share: of the force")


_LOSSES = word_set("casualties losses")


_THEM = word_set("them whom those which")
