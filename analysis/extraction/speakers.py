"""Who speaks where in an article, and whom a sentence without a cue of saying goes on with."""

import re
from functools import cached_property

from analysis.codebook import Part
from analysis.extraction.article import Article
from analysis.extraction.attribution import Cue
from analysis.extraction.claimants import hear, resolve
from analysis.extraction.deeds import Deed
from analysis.extraction.folding import fold
from analysis.extraction.knowledge.claimant_names import COUNTRIES, MEDIA
from analysis.extraction.knowledge.page_furniture import ITEMS
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.named import named
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES
from analysis.extraction.sources import NOBODY_NAMED, Memory, Source
from analysis.extraction.tokens import tokenise

_BRIEFED = re.compile(r"\bnis\b|intelligence (?:service|agency)|spy agency|\bspies\b")
_CHIEFS = re.compile(r"joint chiefs|\bjcs\b")
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
# The names of turns in questions and answers.
_ASKING = word_set("q question interviewer host moderator reporter journalist")
_ANSWERING = word_set("a answer")
_LONGEST_LABEL = 6
_LONGEST_LIST = 12
# So many sentences at most has one turn, or a list.
_LONGEST_TURN = 40
# A text whose headline names one of these tells what it says.
_REPORT_OF = word_set("report reports study findings monitors dossier")
_LEAD = 6
# How many sentences around a quotation its speaker may be named in.
_BEHIND, _BEFORE = 4, 12
# At most so many sentences on, whoever signs a paragraph stands at its end.
_TO_ITS_END = 30


class Speakers:
    """The speakers of one article, heard sentence by sentence."""

    def __init__(self, article: Article, outlet: str) -> None:
        """Take the article, and who printed it: its own name as a source is its own voice."""
        self._article = article
        self._heard: dict[int, list[tuple[Cue, Source]]] = {}
        self._next_to_hear = 0
        self.memory = Memory(outlet=self._claimant_of(outlet))
        self.memory.briefed = _BRIEFED.search(article.folded) is not None
        self.memory.chiefs = _CHIEFS.search(article.folded) is not None
        self._voice = self._whole_statement()

    @property
    def last(self) -> int:
        """Number the last sentence."""
        return len(self._article.lines) - 1

    def _claimant_of(self, outlet: str) -> str:
        names = self._article.lexicon.claimants.find(tokenise(fold(outlet)))
        hit = next(iter(names), None)
        return hit.value if hit is not None and hit.value in MEDIA else ""

    def _whole_statement(self) -> Source | None:
        """Find whose statement the whole text is, if its headline says so.

        A text about one report is its authors': "7 things the new sanctions report says".
        """
        for index, part in enumerate(self._article.parts[:3]):
            reading = self._article.reading(index)
            if part is Part.HEADLINE and reading.mentions(_STATEMENT_OF):
                names = named(reading, 0, len(reading.words))
                if names:
                    text = reading.written(names[0].first, names[0].last)
                    rule = "claimant: the text is its statement"
                    return Source((names[0].value,), text, "", rule)
            if part is Part.HEADLINE and reading.mentions(_REPORT_OF):
                return self._authors(index)
        return None

    def _authors(self, headline: int) -> Source | None:
        """Find who wrote the report that a headline speaks of: the first named as its authors."""
        for index in range(headline, min(headline + _LEAD, len(self._article.lines))):
            reading = self._article.reading(index)
            for hit in named(reading, 0, len(reading.words)):
                text = reading.written(hit.first, hit.last)
                if hit.value not in MEDIA and text.lower() not in COUNTRIES:
                    return Source((hit.value,), text, "", "claimant: the text is about its report")
        return None

    def hear_to(self, index: int) -> list[tuple[Cue, Source]]:
        """Hear the sentences up to this one, in order, and give the sources of this one."""
        while self._next_to_hear <= index:
            at = self._next_to_hear
            if self._article.parts[at] is not None:
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
            self._labelled(index)
            or self._in_the_paragraph(index)
            or self._named_next(index)
            or self._quoted_by_label(reading)
            or self._signed(index)
            or self._introduced(index)
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

    def _labelled(self, index: int) -> Source | None:
        """Read who speaks in a turn: "A: …" is the guest, "Q: …" nobody, "Name: …" that person."""
        lines = self._article.lines
        first = index
        while (
            first
            and index - first < _LONGEST_TURN
            and self._article.paragraph(first - 1) == self._article.paragraph(index)
        ):
            first -= 1
        words = lines[first].tokens.words
        if ":" not in words[1:_LONGEST_LABEL]:
            return None
        label = words[: words.index(":", 1)]
        if len(label) == 1 and label[0] in _ASKING:
            return NOBODY_NAMED
        if len(label) == 1 and label[0] in _ANSWERING:
            return self._guest
        known = self.memory.names.get(label[-1])
        names = named(self._article.reading(first), 0, len(label))
        claimant = names[0].value if names else known
        if claimant is None or not all(word[0].isalpha() or word in ".-" for word in label):
            return None
        text = self._article.reading(first).written(0, len(label))
        return Source((claimant,), text, "", "claimant: the label of the turn")

    @cached_property
    def _guest(self) -> Source | None:
        """Find who is interviewed: the first person named above the first answer."""
        bodies: list[Source] = []
        for index, line in enumerate(self._article.lines):
            if line.tokens.words[:1] and line.tokens.words[0] in _ANSWERING:
                break
            reading = self._article.reading(index)
            for hit in named(reading, 0, len(reading.words)):
                text = reading.written(hit.first, hit.last)
                source = Source((hit.value,), text, "", "claimant: who is interviewed")
                if hit.value not in MEDIA and text.lower() not in COUNTRIES:
                    if not source.is_body:
                        return source
                    bodies.append(source)
        return bodies[0] if bodies else None

    def _introduced(self, index: int) -> Source | None:
        """Find who introduces a list: the paragraph before its first item."""
        own = self._article.paragraph(index)
        at = index
        while at >= 0 and index - at < _LONGEST_TURN and self._is_item(at):
            at -= 1
        if at == index or at < 0 or own - self._article.paragraph(at) > _LONGEST_LIST:
            return None
        known = self._known(at)
        return known[-1]._replace(rule="claimant: who introduces the list") if known else None

    def _is_item(self, index: int) -> bool:
        line = self._article.lines[index]
        start = line.sentence.start
        return self._article.text[start] in ITEMS or not (
            self._article.text[start].isascii() or self._article.text[start].isalpha()
        )

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
        joined = (
            deed.kind in CASUALTIES
            or not _JOINS.isdisjoint(reading.words[:12])
            or reading.word(0) in ("it", "they")
        )
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
