"""An article taken apart: its sentences, which of them are headlines, and each one read once."""

from collections import deque
from datetime import date

from analysis.codebook import Part
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.limits import most_sentences
from analysis.extraction.page import parts
from analysis.extraction.reading import Reading
from analysis.extraction.sentences import split
from analysis.extraction.speech import Speech

# Nobody looks back over more sentences than this; what was found in those further back is let go.
_KEPT = 40


class Article:
    """The sentences of one article, with its day and the tables that it is read by."""

    def __init__(self, text: str, folded: str, day: date, lexicon: Lexicon) -> None:
        """Take the text as it is, the same text folded, and the day that dates are told from."""
        self.text = text
        self.folded = folded
        self.day = day
        self.lexicon = lexicon
        self.speech = Speech(text, folded, split(text, most_sentences(text)))
        self.lines = self.speech.lines
        self.parts = parts(self.speech, text, lexicon.furniture)
        self._readings: dict[int, Reading] = {}
        self._latest: deque[Reading] = deque()

    def reading(self, index: int) -> Reading:
        """Read one sentence of the article, once."""
        reading = self._readings.get(index)
        if reading is None:
            reading = Reading(self.lines[index], index, self.text, self.day, self.lexicon)
            reading.is_headline = self.parts[index] is Part.HEADLINE
            self._readings[index] = reading
            self._latest.append(reading)
            if len(self._latest) > _KEPT:
                self._latest.popleft().forget()
        return reading

    def paragraph(self, index: int) -> int:
        """Number the paragraph of a sentence."""
        return self.lines[index].sentence.paragraph
