"""Who speaks where in an article, and whom a sentence without a cue of saying goes on with."""

import re

from analysis.codebook import Part
from analysis.extraction.article import Article
from analysis.extraction.attribution import Cue
from analysis.extraction.claimants import hear, named, resolve
from analysis.extraction.deeds import Deed
from analysis.extraction.folding import fold
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES
from analysis.extraction.sources import Memory, Source
from analysis.extraction.tokens import tokenise

_BRIEFED = re.compile(r"\bnis\b|intelligence (?:service|agency)|spy agency|\bspies\b")
# A sentence that begins so tells whose the sentence before is.
_TELLS_OF_IT = word_set("this such so these that")
# A sentence with one of these goes on from the paragraph before.
_JOINS = word_set(
    """
    also addition additionally further furthermore moreover total sum those these them others
    another figure altogether regarding meanwhile
    """
)
# A text whose headline calls it so is one body's statement throughout.
_STATEMENT_OF = word_set("update briefing transcript statement digest bulletin")
# How many sentences around a quotation its speaker may be named in.
_BEHIND, _BEFORE = 4, 12
# At most so many sentences on, whoever signs a paragraph stands at its end.
_TO_ITS_END = 30
# More sentences than a text has, per character and in a short one; further on nobody is heard.
_SENTENCES_PER_CHARACTER = 1 / 50
_IN_A_SHORT_TEXT = 500


class Speakers:
    """The speakers of one article, heard sentence by sentence."""

    def __init__(self, article: Article, outlet: str) -> None:
        """Take the article, and who printed it: its own name as a source is its own voice."""
        self._article = article
        self._heard: dict[int, list[tuple[Cue, Source]]] = {}
        self._next_to_hear = 0
        self._most = _IN_A_SHORT_TEXT + len(article.text) * _SENTENCES_PER_CHARACTER
        self.memory = Memory(outlet=self._claimant_of(outlet))
        self.memory.briefed = _BRIEFED.search(article.folded) is not None
        self._voice = self._whole_statement()

    def _claimant_of(self, outlet: str) -> str:
        names = self._article.lexicon.claimants.find(tokenise(fold(outlet)))
        hit = next(iter(names), None)
        return hit.value if hit is not None else ""

    def _whole_statement(self) -> Source | None:
        """Find whose statement the whole text is, if its headline says so."""
        for index, part in enumerate(self._article.parts[:3]):
            reading = self._article.reading(index)
            if part is Part.HEADLINE and reading.mentions(_STATEMENT_OF):
                names = named(reading, 0, len(reading.words))
                if names:
                    text = reading.written(names[0].first, names[0].last)
                    rule = "claimant: the text is its statement"
                    return Source((names[0].value,), text, "", rule)
        return None

    def hear_to(self, index: int) -> list[tuple[Cue, Source]]:
        """Hear the sentences up to this one, in order, and give the sources of this one."""
        while self._next_to_hear <= index:
            at = self._next_to_hear
            if self._article.parts[at] is not None and len(self._heard) < self._most:
                self._heard[at] = hear(self._article.reading(at), self.memory)
            self._next_to_hear += 1
        return self._heard.get(index, [])

    def _known(self, index: int) -> list[Source]:
        """Give the sources of a sentence whose claimants are known."""
        return [source for _, source in self.hear_to(index) if source.ids]

    def beside(self, reading: Reading, deed: Deed) -> Source | None:
        """Find the speaker whom a sentence without a cue goes on with.

        The one before it in its paragraph; one whom the next sentence names for it ("This was
        reported by …"); over a paragraph's end only where the sentence is joined to what went
        before; and for a text that is all one body's statement, that body.
        """
        index = reading.index
        return (
            self._in_the_paragraph(index)
            or self._named_next(index)
            or self._quoted_by_label(reading)
            or self._signed(index)
            or self._in_the_paragraph_before(reading, deed)
            or self._voice
        )

    def _in_the_paragraph(self, index: int) -> Source | None:
        own = self._article.paragraph(index)
        for other in (index - 1, index - 2):
            if other < 0 or self._article.paragraph(other) != own:
                return None
            known = self._known(other)
            if known:
                return known[-1]._replace(rule="claimant: the sentence before")
        return None

    def _named_next(self, index: int) -> Source | None:
        """Read "This was reported by …", and a sentence whose source only points back."""
        lines = self._article.lines
        if index + 1 >= len(lines):
            return None
        apart = self._article.paragraph(index + 1) - self._article.paragraph(index)
        known = self._known(index + 1) if apart <= 1 else []
        words = lines[index + 1].tokens.words
        if not known or not words:
            return None
        told = words[0] in _TELLS_OF_IT or words[:2] == ["about", "this"]
        points_back = any("points back" in source.rule for source in known)
        if told or (apart == 0 and points_back):
            return known[0]._replace(rule="claimant: the next sentence names it")
        return None

    def _quoted_by_label(self, reading: Reading) -> Source | None:
        """Read "Quote: …" as the words of the person who spoke last."""
        person = self.memory.last_of("person") if reading.word(0) == "quote" else None
        return person._replace(rule="claimant: the last speaker is quoted") if person else None

    def _signed(self, index: int) -> Source | None:
        """Find who signs a paragraph of speech without quotation marks: "… - Zelensky said."."""
        last = self._article.speech.last_of_paragraph(index)
        words = self._article.lines[last].tokens.words
        if last == index or last > index + _TO_ITS_END or not {"-", "—"}.intersection(words[-9:]):
            return None
        sources = [(cue, source) for cue, source in self.hear_to(last) if source.ids]
        if sources and sources[-1][0].last >= len(words) - 3:
            return sources[-1][1]._replace(rule="claimant: signs the paragraph")
        return None

    def _in_the_paragraph_before(self, reading: Reading, deed: Deed) -> Source | None:
        index = reading.index
        joined = deed.kind in CASUALTIES or not _JOINS.isdisjoint(reading.words[:12])
        if not joined or not index or self._article.parts[index - 1] is not Part.BODY:
            return None
        known = self._known(index - 1)
        return known[-1]._replace(rule="claimant: the paragraph before") if known else None

    def quoted(self, index: int, place: int) -> Source | None:
        """Find who speaks in the quotation that a place of a sentence stands in."""
        said = self._article.speech.source(index, place)
        if said is None:
            return None
        if said.rule == "speaker's label" and self._voice is not None:
            return self._voice
        lines = self._article.lines
        behind = range(index, min(index + _BEHIND, len(lines)))
        for at in (*behind, *range(index - 1, max(-1, index - _BEFORE), -1)):
            sentence = lines[at].sentence
            if sentence.start <= said.start < sentence.end:
                reading = self._article.reading(at)
                first = reading.tokens.first_at(said.start)
                last = reading.tokens.first_at(said.end)
                cue = Cue(last, last, first, last, "all", said.rule, False)
                return resolve(reading, cue, self.memory)
        return None
