"""A page told apart: headlines, body, and the furniture of the site that is not the article."""

import re

from analysis.codebook import Part
from analysis.extraction.knowledge.page_furniture import BULLETS, ITEMS
from analysis.extraction.speech import Line, Speech

# A line with an end mark or longer than this is no headline.
_LONGEST_HEADLINE = 220
# "Read next" in the first part of a page is a menu; behind it, other stories follow.
_MENU_PART = 0.25
# A teaser list inside an article goes on while its lines are at most so long.
_LONGEST_TEASER = 160
# A phrase longer than this tells furniture by a line's beginning or end, in a line this short.
_TELLING = 11
_SHORT = 90


# A single sentence without a number may stand above a headline; the body begins with more.
_DIGIT = re.compile(r"\d")


def parts(speech: Speech, text: str, furniture: dict[str, str]) -> list[Part | None]:
    """Say for each sentence whether it is headline or body; None for the page's furniture."""
    found: list[Part | None] = []
    telling = tuple(phrase for phrase in furniture if len(phrase) > _TELLING)
    skipping = ""
    seen_body = False
    for number, paragraph in enumerate(speech.paragraphs):
        start, end = paragraph[0].sentence.start, paragraph[-1].sentence.end
        line = text[start:end]
        kind = _furniture(line, furniture, telling)
        if kind == "end" and (start > _MENU_PART * len(text) or seen_body):
            skipping = "end" if _is_alone(line) else skipping
        elif kind == "end":
            kind = "line"
        if skipping == "list" and len(line) > _LONGEST_TEASER:
            skipping = ""
        part: Part | None
        if skipping or kind:
            part = None
        elif _is_headline(line, paragraph, speech, number, seen_body):
            part = Part.HEADLINE
        else:
            part = Part.BODY
            seen_body = seen_body or len(paragraph) > 1 or _DIGIT.search(line) is not None
        found += [part] * len(paragraph)
    return found


def _furniture(line: str, furniture: dict[str, str], telling: tuple[str, ...]) -> str:
    """Name the kind of furniture that a line is; empty for the article's own text."""
    folded = line.lower().strip(" \t:.|-–—*#")
    if folded in furniture:
        return furniture[folded]
    if line[:1] in BULLETS:
        return "line"
    for mark in (":", " - ", " | "):
        head, found, _ = folded.partition(mark)
        if found and furniture.get(head.strip()):
            return "line"
    edged = len(folded) < _SHORT and (folded.startswith(telling) or folded.endswith(telling))
    if not edged:
        return ""
    return next(
        furniture[phrase]
        for phrase in telling
        if folded.startswith(phrase) or folded.endswith(phrase)
    )


def _is_alone(line: str) -> bool:
    """Tell whether a marker stands by itself, so that a list follows it."""
    return len(line) < 60


def _is_headline(
    line: str, paragraph: list[Line], speech: Speech, number: int, seen_body: bool
) -> bool:
    """Tell a headline: one line without an end mark, at the top, or short above a paragraph."""
    if len(line) > _LONGEST_HEADLINE or (seen_body and len(paragraph) > 1):
        return False
    closed = line.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…", ":", ";", ",", "。")
    if closed:
        return False
    if not seen_body:
        return len(speech.paragraphs) > 1
    if line[0] in ITEMS or not (line[0].isascii() or line[0].isalpha()):
        return False
    return len(line) < 120 and number + 1 < len(speech.paragraphs)
