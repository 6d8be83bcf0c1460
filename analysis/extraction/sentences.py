"""Sentences and paragraphs of a text, as places in it.

A line break ends both. A full stop ends a sentence unless it belongs to an abbreviation, an
initial or a number, or the text goes on in lower case.
"""

import re
from typing import NamedTuple

from analysis.extraction.knowledge.abbreviations import ABBREVIATIONS, BEFORE_A_CAPITAL


class Sentence(NamedTuple):
    """A sentence: its place in the text, and the number of the paragraph that it stands in."""

    start: int
    end: int
    paragraph: int


# A mark that may end a sentence with the quotes behind it, then a space and what may begin one.
# Pages that lost their spaces glue sentences together: "military.Senior members".
_END = re.compile(
    r"(?<![.!?…。])[.!?…。]++[\"'”’»)\]]*+(?=(\s+)([\"'“‘«(\[—–-]*)(\w?))"
    r"|(?<=[a-z]{4})\.(?=()()([A-Z])[a-z])"
)
_LINE = re.compile(r"[^\n\r]+")
_LAST_WORD = re.compile(r"[\w.'’-]*$")
# The longest abbreviation is shorter than this.
_LOOK_BACK = 14
# A stretch without an end mark that is longer than any sentence is cut at a space, so that no text
# can make the rules that look across a sentence slow.
_LONGEST = 1_500


def split(text: str, most: int | None = None) -> list[Sentence]:
    """Split a text into sentences; what lies between them is space.

    ``most`` ends it behind so many of them.

    >>> [(s.start, s.end) for s in split("Lt. Gen. Budanov spoke. He left.")]
    [(0, 23), (24, 32)]
    """
    found: list[Sentence] = []
    for paragraph, line in enumerate(_LINE.finditer(text)):
        start, stop = line.span()
        for end in _END.finditer(text, start, stop):
            if _ends(text, end):
                _add(found, text, start, end.end(), paragraph)
                start = end.end()
                if most is not None and len(found) >= most:
                    return found[:most]
        _add(found, text, start, stop, paragraph)
        if most is not None and len(found) >= most:
            return found[:most]
    return found


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        found.append(Sentence(start, cut, paragraph))
        start = cut + (text[cut] == " ")
    if end > start:
        found.append(Sentence(start, end, paragraph))


def _ends(text: str, end: "re.Match[str]") -> bool:
    """Decide whether a mark ends its sentence."""
    first = end[3] or end[6] or ""
    if first.islower():
        return False
    mark = end[0]
    if mark[0] != "." or len(mark) > 1:
        return True
    place = end.start()
    before = _LAST_WORD.search(text, max(0, place - _LOOK_BACK), place)
    word = before[0] if before is not None else ""
    folded = word.lower()
    if folded in ABBREVIATIONS:
        return folded in BEFORE_A_CAPITAL and not first.isdecimal() and _opens(text, end)
    if len(word) == 1 and word.isupper():
        return False
    if "." in word and len(word) <= 4:  # U.S, a.m, p.m
        return _opens(text, end)
    return True


# Words that begin sentences far more often than they follow "U.S." or "Inc.".
_OPENERS = re.compile(
    r"\s+[\"'“‘]?(?:The|He|She|It|They|We|I|In|On|At|But|And|This|That|There|A|An|If|When|While"
    r"|His|Her|Its|Their|For|As|Also|However|After|Before|Some|Many|Most|Both|No|To|With|Mr)\b"
)


def _opens(text: str, end: "re.Match[str]") -> bool:
    return _OPENERS.match(text, end.end()) is not None
