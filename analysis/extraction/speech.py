"""A text as paragraphs of speech: its sentences with their cues, and who speaks in quotations.

A quotation without a cue in its sentence is the paragraph's; without one in its paragraph it goes
on from the paragraph before, or is introduced by a colon there, or is claimed in the one behind.
"""

from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from analysis.extraction.attribution import Cue, cue_for, find_cues
from analysis.extraction.clauses import OPENING, QUOTES, quoted
from analysis.extraction.sentences import Sentence
from analysis.extraction.tokens import Tokens, tokenise

# Within so many sentences on each side a quotation's speaker is looked for in its paragraph.
_NEAR = 12


class Said(NamedTuple):
    """A source: its place in the text, its words' tokens, and the rule that found it."""

    start: int
    end: int
    rule: str


class Line:
    """A sentence with its tokens; quotes and cues are worked out when they are asked for."""

    def __init__(self, sentence: Sentence, folded: str, text: str, before: "Line | None") -> None:
        """Take the sentence, and the one before it in the paragraph."""
        self.sentence = sentence
        self._folded = folded
        self._text = text
        self._before = before

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the sentence."""
        return tokenise(self._folded, self.sentence.start, self.sentence.end)

    @cached_property
    def inside(self) -> list[bool]:
        """For each token, whether it stands in quotation marks."""
        return quoted(self.tokens, self._text, self._before is not None and self._before.left_open)

    @cached_property
    def left_open(self) -> bool:
        """Whether the sentence ends inside a quotation."""
        words, inside = self.tokens.words, self.inside
        if not words:
            return False
        if words[-1] not in QUOTES:
            return inside[-1]
        return self._text[self.tokens.starts[-1]] in OPENING

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues of saying in the sentence."""
        return find_cues(self.tokens, self._text, self.inside)

    def outer(self) -> Cue | None:
        """Give the first cue outside of quotation marks."""
        return next((cue for cue in self.cues if not cue.in_quotes and cue.strong), None)

    def said(self, cue: Cue) -> Said:
        """Give the source of one of the sentence's cues, as a place in the text."""
        tokens = self.tokens
        return Said(tokens.starts[cue.source_first], tokens.ends[cue.source_last - 1], cue.rule)


class Speech:
    """The sentences of a text, by paragraph, and who is named for each of its words."""

    def __init__(self, text: str, folded: str, sentences: list[Sentence]) -> None:
        """Take a text, the same folded, and its sentences in order."""
        self._text = text
        self.paragraphs: list[list[Line]] = []
        self.lines: list[Line] = []
        self._paragraph_of: list[int] = []
        # The number of each paragraph's first line.
        self._first_of: list[int] = []
        for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
            lines: list[Line] = []
            self._first_of.append(len(self._paragraph_of))
            for sentence in group:
                lines.append(Line(sentence, folded, text, lines[-1] if lines else None))
                self._paragraph_of.append(len(self.paragraphs))
            self.paragraphs.append(lines)
            self.lines += lines

    def source(self, index: int, place: int) -> Said | None:
        """Find who is named for the word at a place of sentence ``index``; None for nobody."""
        line = self.lines[index]
        token = max(0, line.tokens.first_at(place + 1) - 1)
        in_quotes = token < len(line.inside) and line.inside[token]
        cue = cue_for(line.cues, line.tokens, token)
        if cue is not None:
            return line.said(cue)
        paragraph = self._paragraph_of[index]
        label = self._label(paragraph)
        if label is not None:
            return label
        return self._speaker(paragraph, index - self._first_of[paragraph]) if in_quotes else None

    def last_of_paragraph(self, index: int) -> int:
        """Number the last sentence of the paragraph that sentence ``index`` stands in."""
        paragraph = self._paragraph_of[index]
        return self._first_of[paragraph] + len(self.paragraphs[paragraph]) - 1

    def _label(self, paragraph: int) -> Said | None:
        """Read the name before a transcript's turn: "WALLACE: Well …"."""
        first = self.paragraphs[paragraph][0]
        tokens = first.tokens
        start = 1 if tokens.words[0] in QUOTES else 0
        for place in range(start, min(start + 4, len(tokens.words))):
            word = tokens.words[place]
            name = self._text[tokens.starts[place] : tokens.ends[place]]
            if word == ":" and place > start:
                return Said(tokens.starts[start], tokens.ends[place - 1], "speaker's label")
            if not name.isupper() or not name[0].isalpha():
                return None
        return None

    def _speaker(self, paragraph: int, at: int) -> Said | None:
        """Find who speaks in a quotation whose own sentence, the paragraph's ``at``, has no cue."""
        lines = self.paragraphs[paragraph]
        behind, before = lines[at + 1 : at + 1 + _NEAR], lines[max(0, at - _NEAR) : at]
        for other in [*behind, *reversed(before)]:
            cue = other.outer()
            if cue is not None:
                return other.said(cue)._replace(rule="quotation: cue of the paragraph")
        return self._continued(paragraph) or self._claimed_later(paragraph)

    def _continued(self, paragraph: int) -> Said | None:
        """Go back over paragraphs that are all quotation, to the one that introduces them."""
        for earlier in range(paragraph - 1, max(-1, paragraph - 8), -1):
            lines = self.paragraphs[earlier]
            words = lines[-1].tokens.words
            cue = lines[-1].outer()
            if words and words[-1] == ":":
                if cue is not None:
                    return lines[-1].said(cue)._replace(rule="quotation: introduced by a colon")
                return None
            starts_quoted = lines[0].tokens.words[0] in QUOTES
            for line in reversed(lines[-_NEAR:]):
                cue = line.outer()
                if cue is not None and starts_quoted:
                    return line.said(cue)._replace(rule="quotation: continued")
            if not starts_quoted:
                return None
        return None

    def _claimed_later(self, paragraph: int) -> Said | None:
        if paragraph + 1 >= len(self.paragraphs):
            return None
        first = self.paragraphs[paragraph + 1][0]
        cue = first.outer()
        if cue is None or first.tokens.words[0] not in QUOTES:
            return None
        return first.said(cue)._replace(rule="quotation: cue of the next paragraph")
