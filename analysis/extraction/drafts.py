"""Mentions while their article is read, before they are written down."""

from dataclasses import dataclass

from analysis.codebook import Bound, Kind, Part, Population, Scope, Unit
from analysis.extraction.deeds import Deed
from analysis.extraction.found import NOTHING, UNATTRIBUTED, Field, Found
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.places import NOWHERE, Tied
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading
from analysis.extraction.sides import MIXED
from analysis.extraction.sources import Source
from analysis.extraction.timing import NO_PERIOD, Period

LONGEST_WORDING = 10


@dataclass
class Draft:
    """One number on the subject; a headline's may still be completed from the body."""

    reading: Reading
    quantity: Quantity
    counted: Counted
    side: str
    side_rule: str
    part: Part
    leads: bool
    deed: Deed
    source: Source
    stated_on: Field = NOTHING
    period: Period = NO_PERIOD
    tied: Tied = NOWHERE
    share_of: Field = NOTHING
    is_recalled: bool = False

    @property
    def unit(self) -> Unit:
        """The unit of the number: percent for a share, else that of what is counted."""
        if self.deed.scope is Scope.SHARE:
            return Unit.PERCENT
        return self.counted.noun.unit if self.counted.noun is not None else Unit.PEOPLE

    @property
    def population(self) -> Population:
        """Whom or what is counted; people of both sides together are mixed."""
        noun = self.counted.noun
        if self.side == MIXED and (noun is None or noun.unit is Unit.PEOPLE):
            return Population.MIXED
        return noun.population if noun is not None else Population.SOLDIERS

    def is_losses(self) -> bool:
        """Tell whether it counts the dead, the wounded or both."""
        return self.deed.kind in (Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES)

    def found(self) -> Found:
        """Write the draft as a mention."""
        start, end = self._place()
        source, noun = self.source, self.counted.noun
        bound, low, high = self._bounded()
        first, *others = source.ids or ("",)
        return Found(
            start=start,
            end=end,
            wording=self.reading.text[start:end],
            occurrence=1,
            part=Field(self.part.value, f"part: {self.part.value}"),
            claimant=Field(first, source.rule) if first else UNATTRIBUTED,
            co_claimants=Field(";".join(others), source.rule if others else ""),
            claimant_text=Field(source.text if first else "", source.rule if first else ""),
            relay=Field(source.relay, "relay: passed it on" if source.relay else ""),
            claim_type=Field(self.deed.kind.value, self.deed.kind_rule),
            scope=Field(self.deed.scope.value, self.deed.scope_rule),
            population=Field(self.population.value, f"{self.side_rule}; {self.counted.rule}"),
            bound=bound,
            low=Field(low, self.quantity.rule if low else ""),
            high=Field(high, self.quantity.rule if high else ""),
            unit=Field(self.unit.value, self.counted.rule),
            item=Field(noun.item, self.counted.rule) if noun and noun.item else NOTHING,
            share_of=self.share_of,
            event_from=self.period.start,
            event_to=self.period.end,
            stated_on=self.stated_on,
            location=self.tied.location,
            location_role=self.tied.role,
            modality=Field(self.deed.modality.value, self.deed.modality_rule),
        )

    def _bounded(self) -> tuple[Field, str, str]:
        """Write the bound and the ends as cells; a share is written in percent."""
        quantity, noun = self.quantity, self.counted.noun
        times = 100.0 if self.unit is Unit.PERCENT and quantity.unit != "percent" else 1.0
        low, high = (
            "" if end is None else _number(end * times) for end in (quantity.low, quantity.high)
        )
        if noun is not None and noun.shown and quantity.bound is Bound.EXACT:
            shown = Field(Bound.AT_LEAST.value, "bound: so many of the fallen were shown")
            return shown, low, ""
        return Field(quantity.bound.value, quantity.bound_rule), low, high

    def _place(self) -> tuple[int, int]:
        """Cut the wording: the hedge, the number and what is counted, at most ten words."""
        tokens, quantity = self.reading.tokens, self.quantity
        first = min(self.counted.first, quantity.first)
        last = max(self.counted.last, quantity.last)
        while last > quantity.last and self._is_long(first, last):
            last -= 1
        while first < quantity.number_first and self._is_long(first, last):
            first += 1
        return tokens.starts[first], tokens.ends[last - 1]

    def _is_long(self, first: int, last: int) -> bool:
        return len(self.reading.written(first, last).split()) > LONGEST_WORDING


def _alike(draft: Draft, quantity: Quantity) -> bool:
    """Tell whether two numbers can be one: a vague word is never the number at its edge."""
    one, two = draft.quantity, quantity
    if Bound.VAGUE not in (one.bound, two.bound):
        return True
    return (one.low, one.high) == (two.low, two.high)


def _number(value: float) -> str:
    return str(round(value)) if abs(value - round(value)) < 1e-9 else f"{value:.1f}"


class Drafts:
    """The drafts of an article so far, in order; the latest of a number is found at once."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._of: dict[float, Draft] = {}

    def add(self, draft: Draft) -> None:
        """Put one more at the end."""
        self.all.append(draft)
        for end in (draft.quantity.low, draft.quantity.high):
            if end is not None:
                self._of[end] = draft

    @property
    def last(self) -> Draft | None:
        """The latest one; None before the first."""
        return self.all[-1] if self.all else None

    def in_sentence(self, index: int) -> list[Draft]:
        """Give those of one sentence, the latest first; it has to be the one that is read."""
        found = []
        for draft in reversed(self.all):
            if draft.reading.index != index:
                break
            found.append(draft)
        return found

    def same_number(self, quantity: Quantity) -> Draft | None:
        """Find the last mention of the same number, however it was hedged."""
        found = [self._of.get(end) for end in (quantity.low, quantity.high) if end is not None]
        named = [draft for draft in found if draft is not None and _alike(draft, quantity)]
        return max(named, key=lambda draft: draft.reading.index, default=None)
