"""What the tables of a language see in one sentence, where there is no grammar for that language."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.codebook import Bound, Kind, Population, Unit
from analysis.extraction.sentences import Sentence


class Figure(NamedTuple):
    """A hedged number in the text, with what is counted as far as its own words tell.

    ``kind`` and ``period`` are given where the number's own words settle them: "three thousand in
    each" is the strength of a unit, "11,000 last year" the amount of that year.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    bound_rule: str
    unit: Unit
    population: Population
    item: str = ""
    kind: Kind | None = None
    period: tuple[str, str] = ("", "")

    @property
    def size(self) -> float:
        """The largest end that is given."""
        return self.high if self.high is not None else self.low or 0.0


class Near(NamedTuple):
    """A word with a meaning, and its place in the text."""

    start: int
    end: int
    value: str


class Words(NamedTuple):
    """A sentence as a language's tables see it.

    ``events_lead`` says that what happened is named before its number; ``same_day`` that the day of
    the statement is the one given before; ``points_back`` that its speaker is a word for the last
    one; ``recalls`` that an earlier statement is told.
    """

    sentence: Sentence
    figures: Sequence[Figure]
    events: Sequence[Near]
    places: Sequence[Near]
    claimants: Sequence[Near]
    relays: Sequence[Near]
    is_northern: bool
    is_planned: Callable[[Figure], bool]
    points_back: bool
    tells_of_the_one_before: bool
    recalls: bool
    same_day: bool
    stated: str
    period: tuple[str, str]
    events_lead: bool = False

    def around(self, position: int) -> tuple[int, int]:
        """Bound what belongs to a number: from the number before it to the one behind it."""
        figures = self.figures
        first = figures[position - 1].end if position else self.sentence.start
        behind = position + 1
        return first, figures[behind].start if behind < len(figures) else self.sentence.end
