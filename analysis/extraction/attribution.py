"""Who is named for what a sentence says: cues of saying, and the source that each of them names.

The order is that of reported speech in news: "according to X" for the whole sentence; "X said
that …" for what follows; "…, X said" for what goes before as well; quotations to whoever the
sentence or the paragraph lets speak.
"""

from typing import NamedTuple

from analysis.extraction.clauses import opening_phrase, phrase_after, subject_before
from analysis.extraction.knowledge.clause_words import DETERMINERS, PRONOUNS, SOURCE_STOPS
from analysis.extraction.knowledge.saying import (
    BE,
    HOLD,
    NOUNS_TOO,
    PAPERS_OF,
    PARTICIPLE_ENDINGS,
    PARTICIPLES,
    SAID_NEXT,
    SAY,
    SOURCE_FOLLOWS,
    STATEMENTS,
    VERBS,
    WITH_A_WORD,
)
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.numbers import STARTERS
from analysis.extraction.phrases import Phrases
from analysis.extraction.tokens import Tokens


class Cue(NamedTuple):
    """A word of saying and its source, both as tokens.

    ``reach``: ``after`` for what follows the cue, ``all`` for the whole sentence.
    """

    first: int
    last: int
    source_first: int
    source_last: int
    reach: str
    rule: str
    in_quotes: bool

    @property
    def strong(self) -> bool:
        """Tell whether something is said here, not only thought or wanted."""
        return self.rule.rsplit(" ", 1)[-1] not in HOLD


SOURCE_RULES = frozenset(f"{phrase} X" for phrase in SOURCE_FOLLOWS)
_SOURCE_FOLLOWS = Phrases((phrase, phrase) for phrase in (*SOURCE_FOLLOWS, *PAPERS_OF))

_CUE_WORDS = _SOURCE_FOLLOWS.first_words | VERBS | frozenset(WITH_A_WORD) | STATEMENTS


def find_cues(tokens: Tokens, text: str, inside: list[bool]) -> list[Cue]:
    """Find the cues of one sentence, in the order in which they stand."""
    cues: list[Cue] = []
    words = tokens.words
    behind = 0
    for at in [at for at, word in enumerate(words) if word in _CUE_WORDS]:
        if at < behind:
            continue
        word = words[at]
        hit = _SOURCE_FOLLOWS.at(words, at)
        cue = None
        if hit is not None:
            cue = _source_behind(tokens, hit.first, hit.last, inside)
        elif word in VERBS or (word in WITH_A_WORD and _has_its_word(words, at)):
            cue = _verb(tokens, text, at, cues, inside)
        elif word in STATEMENTS:
            cue = _statement(tokens, at, inside)
        if cue is not None:
            cues.append(cue)
            behind = cue.last
    return cues


def _source_behind(tokens: Tokens, first: int, last: int, inside: list[bool]) -> Cue | None:
    end = phrase_after(tokens, last, SOURCE_STOPS)
    if end == last:
        return None
    phrase = " ".join(tokens.words[first:last])
    reach = "after" if phrase in PAPERS_OF else "all"
    return Cue(first, last, last, end, reach, f"{phrase} X", inside[first])


# How far "put the number still fit to fight at 8,000" may run.
_TO_ITS_WORD = 9


def _has_its_word(words: list[str], at: int) -> bool:
    """Tell whether a verb that needs a word has it: "spoke of" at once, "put … at" a number."""
    wanted = WITH_A_WORD[words[at]]
    if wanted == "of":
        return words[at + 1 : at + 2] == ["of"]
    near = words[at + 1 : at + _TO_ITS_WORD]
    if wanted not in near:
        return False
    behind = near[near.index(wanted) + 1 :]
    return any(word[0].isdecimal() or word in STARTERS for word in behind[:4])


def _verb(tokens: Tokens, text: str, at: int, cues: list[Cue], inside: list[bool]) -> Cue | None:
    """Read "X said", "said X" and a participle that shares the sentence's subject."""
    words = tokens.words
    word = words[at]
    if at > 0 and (_is_passive(words, at) or words[at - 1] == "to"):
        return None
    if word in NOUNS_TOO and not _is_verb_here(tokens, text, at):
        return None
    if word in PARTICIPLES:
        first, last = (
            (cues[-1].source_first, cues[-1].source_last) if cues else opening_phrase(tokens, text)
        )
        return Cue(at, at + 1, first, last, "after", f"X …, {word}", inside[at])
    subject = subject_before(tokens, text, at)
    if subject is not None:
        first, last = subject
        trailing = first > 0 and words[first - 1] in (",", '"', "''", "—", "-") and word in SAY
        return Cue(at, at + 1, first, last, "all" if trailing else "after", f"X {word}", inside[at])
    inverted = (
        word in SAY
        and at + 1 < len(words)
        and (at == 0 or words[at - 1] in ('"', ",", "—"))
        and (
            text[tokens.starts[at + 1]].isupper()
            or words[at + 1] in DETERMINERS
            or words[at + 1] in PRONOUNS
        )
    )
    if inverted:
        end = phrase_after(tokens, at + 1, SOURCE_STOPS)
        return Cue(at, at + 1, at + 1, end, "all", f"{word} X", inside[at])
    return None


def _is_verb_here(tokens: Tokens, text: str, at: int) -> bool:
    """Tell a verb of saying from the noun of the same form, by its neighbours."""
    words = tokens.words
    following = words[at + 1] if at + 1 < len(words) else "."
    before = words[at - 1] if at else ""
    if before in DETERMINERS or before in ("'s", "'", "of", "to", "united", "in", "by", "with"):
        return False
    if following in (".", ",") and before and text[tokens.starts[at - 1]].isupper():
        return True
    return following in SAID_NEXT or following[0].isdecimal() or following in STARTERS


def _is_passive(words: list[str], at: int) -> bool:
    """Tell whether a participle stands behind a form of "be": nobody is named as saying it."""
    if not words[at].endswith(PARTICIPLE_ENDINGS):
        return False
    place = at - 1
    while place >= 0 and (words[place].endswith("ly") or words[place] in ("also", "not", "been")):
        if words[place] == "been":
            return True
        place -= 1
    return place >= 0 and words[place] in BE


def _statement(tokens: Tokens, at: int, inside: list[bool]) -> Cue | None:
    """Read the noun of a statement with its owner: "the ministry's estimate of 300"."""
    words = tokens.words
    place = at
    while place > 0 and words[place - 1][0].isalpha() and words[place - 1] not in ("of", "the"):
        place -= 1
        if at - place > 3:
            return None
    if place < 2 or (words[place - 1] != "'s" and words[place - 1] != "'"):
        if at > 0 and "'s" in words[max(0, at - 4) : at]:
            place = max(0, at - 4) + words[max(0, at - 4) : at].index("'s") + 1
        else:
            return None
    first = place - 1
    while first > 0 and words[first - 1][0].isalpha() and words[first - 1] not in _BEFORE_AN_OWNER:
        first -= 1
        if place - first > 7:
            break
    if at + 1 >= len(words) or words[at + 1] not in ("of", "that", "about", "on", "for", "showed"):
        return None
    return Cue(at, at + 1, first, place, "after", "X's statement", inside[at])


_BEFORE_AN_OWNER = word_set("of in on by from to with and that about for at but as")


def cue_for(cues: list[Cue], tokens: Tokens, token: int) -> Cue | None:
    """Choose the cue that a word of the sentence belongs to; None where it stands by itself.

    A source behind "according to" goes first; then the nearest verb before the word, a verb of
    saying before one of thinking or wanting that depends on it; then the first one behind it that
    reaches back. A quotation belongs to a cue outside of it.
    """
    chosen: Cue | None = None
    behind: Cue | None = None
    for cue in cues:
        if cue.in_quotes or cue.source_first <= token < cue.source_last:
            continue
        if cue.rule in SOURCE_RULES and ";" not in tokens.words[token : cue.first]:
            return cue
        if cue.last <= token:
            if chosen is None or cue.strong or not chosen.strong:
                chosen = cue
        elif cue.reach == "all" and behind is None:
            behind = cue
    return chosen or behind
