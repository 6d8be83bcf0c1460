"""Stretches of a sentence for rules that need a little grammar: quotes, and who a verb belongs to."""

from analysis.extraction.knowledge.abbreviations import ABBREVIATIONS
from analysis.extraction.knowledge.calendar_words import WEEKDAYS
from analysis.extraction.knowledge.clause_words import (
    BOUNDARIES,
    DETERMINERS,
    PRONOUNS,
    RELATIVES,
)
from analysis.extraction.knowledge.saying import ADVERBS
from analysis.extraction.tokens import Tokens

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
QUOTES = ('"', "''")


def quoted(tokens: Tokens, text: str, opened: bool = False) -> list[bool]:
    """Tell for each token whether it stands inside quotation marks.

    A straight mark opens and closes in turn. ``opened``: the stretch begins inside a quotation.
    """
    inside = opened
    marks: list[bool] = []
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        if word in QUOTES:
            character = text[start]
            if character in OPENING or character == "`":
                inside = True
            elif character in CLOSING:
                inside = False
            else:
                inside = not inside
            marks.append(False)
        else:
            marks.append(inside)
    return marks


def subject_before(tokens: Tokens, text: str, verb: int, floor: int = 0) -> tuple[int, int] | None:
    """Find the noun phrase that a verb belongs to, on its left; None where there is none.

    Auxiliaries and adverbs are stepped over. Of "Lee, a lawmaker, said" both the name and what
    explains it are taken.
    """
    words = tokens.words
    last = verb
    while last > floor and (words[last - 1] in ADVERBS or _is_adverb(words[last - 1])):
        last -= 1
    last = _over_a_day(words, last, floor)
    while last > floor and (words[last - 1] in ADVERBS or _is_adverb(words[last - 1])):
        last -= 1
    last = _over_a_finding(words, last, floor)
    if last <= floor:
        return None
    if words[last - 1] in (",", ")", "-") and last - 1 > floor:
        return _with_apposition(tokens, text, last - 1, floor)
    if words[last - 1] in _PERSONAL:
        return last - 1, last
    first = _phrase_start(tokens, last, floor)
    if first == last or not _is_nominal(tokens, text, first, last):
        return None
    return first, last


# "The 5,000 builders it had promised": a pronoun is a subject by itself.
_PERSONAL = frozenset(["it", "he", "she", "they", "we", "i"])


def _over_a_day(words: list[str], last: int, floor: int) -> int:
    """Step back over a day between a subject and its verb: "Kirby last week said"."""
    if last - floor > 2 and words[last - 1] in WEEKDAYS:
        return last - 2 if words[last - 2] in ("on", "last", "earlier", "late") else last - 1
    if last - floor > 2 and words[last - 2] in ("last", "this", "earlier") and words[last - 1] in (
        "week", "month", "year", "night", "day"
    ):  # fmt: skip
        return last - 2
    return last


def _over_a_finding(words: list[str], last: int, floor: int) -> int:
    """Step back over "was found to have" and its like, as translations write it."""
    if last - floor < 2 or words[last - 1] not in _FOUND or words[last - 2] not in _WAS:
        return last
    last -= 2
    while last > floor and words[last - 1] in ADVERBS:
        last -= 1
    return last


_FOUND = frozenset(["found", "known", "learned", "understood", "confirmed", "said", "reported"])
_WAS = frozenset(["was", "were", "is", "are", "been"])


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and word not in ("july", "italy", "family", "ally")


def _phrase_start(tokens: Tokens, last: int, floor: int) -> int:
    words = tokens.words
    first = last
    while first > floor and (
        words[first - 1] not in BOUNDARIES
        or (words[first - 1] == "-" and tokens.touches(first - 1) and tokens.touches(first))
        or (words[first - 1] == "." and first > 1 and words[first - 2] in ABBREVIATIONS)
    ):
        first -= 1
    return first


def _with_apposition(tokens: Tokens, text: str, comma: int, floor: int) -> tuple[int, int] | None:
    """Take "Lee, a lawmaker," from its end: the phrase between the marks and the one before it."""
    words = tokens.words
    opener = "(" if words[comma] == ")" else words[comma]
    place = comma - 1
    while (
        place > floor
        and words[place] != opener
        and (words[place] not in (".", ";", '"', "!", "?") or words[place - 1] in ABBREVIATIONS)
    ):
        place -= 1
    if place <= floor or words[place] != opener or comma - place > 25:
        return None
    if _VERBS.intersection(words[place + 1 : comma]) and words[place + 1] not in (
        *RELATIVES,
        "whose",
        "where",
    ):
        return None
    first = _phrase_start(tokens, place, floor)
    if first == place or not _is_nominal(tokens, text, first, place):
        return None
    return first, comma


# With one of these a stretch between commas is a clause, and explains no name.
_VERBS = frozenset(["was", "were", "is", "are", "has", "have", "had", "will", "would"])


def _is_nominal(tokens: Tokens, text: str, first: int, last: int) -> bool:
    """Tell whether a stretch can be a subject: a name, a pronoun, or a noun with its article."""
    words = tokens.words
    head = words[last - 1]
    if head in PRONOUNS or head in RELATIVES or words[first] in DETERMINERS:
        return True
    if any(text[tokens.starts[place]].isupper() for place in range(first, last)):
        return True
    return last - first <= 5 and head[0].isalpha() and (head.endswith("s") or last - first == 1)


def opening_phrase(tokens: Tokens, text: str) -> tuple[int, int]:
    """Find the phrase that a sentence begins with, which is most often its subject."""
    words = tokens.words
    first = 1 if words[0] in QUOTES and len(words) > 1 else 0
    last = first + 1
    while last < len(words) and last - first < 6 and words[last] not in BOUNDARIES:
        if text[tokens.starts[last]].islower() and last - first > 1:
            break
        last += 1
    return first, last


def phrase_after(tokens: Tokens, first: int, stops: frozenset[str]) -> int:
    """Number the token behind the noun phrase that begins here."""
    words = tokens.words
    last = first
    while last < len(words) and last - first < 16:
        inner_hyphen = words[last] == "-" and tokens.touches(last) and tokens.touches(last + 1)
        shortened = words[last] == "." and last > first and words[last - 1] in ABBREVIATIONS
        if words[last] in stops and not inner_hyphen and not shortened:
            break
        last += 1
    return last
