"""A sentence on the subject, read: its numbers, dates, sides, places and events as tokens."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from analysis.extraction.attribution import Cue
from analysis.extraction.dates import find_moments
from analysis.extraction.lexicon import Geography, Lexicon
from analysis.extraction.moments import Moment
from analysis.extraction.phrases import Hit
from analysis.extraction.quantities import Quantity, find_quantities
from analysis.extraction.speech import Line
from analysis.extraction.tokens import Tokens


class Event(NamedTuple):
    """A word of what happened: its tokens and its kind."""

    first: int
    last: int
    kind: str


class Reading:
    """What the tables find in one sentence; each part is worked out when it is asked for."""

    def __init__(self, line: Line, index: int, text: str, day: date, lexicon: Lexicon) -> None:
        """Take a sentence with its number in the text, the article's day and the tables."""
        self.line = line
        self.index = index
        self.text = text
        self.day = day
        self.lexicon = lexicon
        self.tokens: Tokens = line.tokens
        self.words: list[str] = line.tokens.words
        # Filled when the sentence is heard: the cues of grammar and those that need a name.
        self.cues: list[Cue] = []
        self.is_headline = False

    def forget(self) -> None:
        """Let go of what was worked out; asked for again, it is worked out again."""
        for name in _WORKED_OUT:
            self.__dict__.pop(name, None)

    @cached_property
    def moments(self) -> list[Moment]:
        """The expressions of time in the sentence."""
        found = find_moments(self.tokens, self.text, self.day)
        dateline = self._dateline
        return [moment for moment in found if moment.first >= dateline]

    @cached_property
    def dated(self) -> set[int]:
        """The numbers of the tokens that belong to an expression of time."""
        return {at for moment in self.moments for at in range(moment.first, moment.last)}

    @property
    def _dateline(self) -> int:
        """Number the token behind a dateline: "SEOUL, April 30 (Agency) -"; 0 without one."""
        words = self.words
        for at, word in enumerate(words[:18]):
            if word in ("-", "—") and at > 1 and not self.tokens.touches(at + 1):
                place = self.text[self.tokens.starts[0] : self.tokens.ends[0]]
                return at + 1 if words[at - 1] == ")" or place.isupper() else 0
        return 0

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The hedged numbers in the sentence that are no dates."""
        return find_quantities(self.tokens, self.dated)

    @cached_property
    def geography(self) -> list[Hit[Geography]]:
        """The names of sides and places in the sentence."""
        tokens, text = self.tokens, self.text
        hits = []
        for hit in self.lexicon.geography.find(tokens):
            phrase = " ".join(tokens.words[hit.first : hit.last])
            if phrase in self.lexicon.cased_nations and not _capital(tokens, text, hit):
                continue
            hits.append(hit)
        return hits

    @cached_property
    def events(self) -> list[Event]:
        """The words of what happened in the sentence."""
        return [Event(*hit) for hit in self.lexicon.events.find(self.tokens)]

    @cached_property
    def names(self) -> list[Hit[str]]:
        """The names of claimants in the sentence."""
        return self.lexicon.claimants.find(self.tokens)

    def names_within(self, first: int, last: int) -> list[Hit[str]]:
        """Give the names of claimants that stand wholly among the tokens from first to last.

        A longer name over an edge hides a shorter one inside: there the tokens are looked up anew.
        """
        near = [hit for hit in self.names if hit.first < last and first < hit.last]
        if any(hit.first < first or last < hit.last for hit in near):
            return self.lexicon.claimants.find(self.tokens, first, last)
        return near

    @cached_property
    def nations(self) -> frozenset[str]:
        """The sides that the sentence names."""
        return frozenset(hit.value.nation for hit in self.geography if hit.value.nation)

    def word(self, at: int) -> str:
        """Give the word at a token, or an empty text outside of the sentence."""
        words = self.words
        return words[at] if 0 <= at < len(words) else ""

    def written(self, first: int, last: int) -> str:
        """Give the text of the tokens from first to last, as it is."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    def mentions(self, words: frozenset[str]) -> bool:
        """Tell whether one of these words stands in the sentence."""
        return not words.isdisjoint(self.words)

    def has(self, words: frozenset[str], first: int, last: int) -> bool:
        """Tell whether one of these words stands among the tokens from first to last."""
        return not words.isdisjoint(self.words[max(0, first) : last])


_WORKED_OUT = ("moments", "dated", "quantities", "geography", "events", "names", "nations")


def _capital(tokens: Tokens, text: str, hit: Hit[Geography]) -> bool:
    """Tell whether a name is written with capitals where a common word would not be."""
    if hit.last - hit.first == 1:
        return text[tokens.starts[hit.first] : tokens.ends[hit.first]].isupper()
    place = tokens.starts[hit.first + 1]
    return text[place].isupper()
