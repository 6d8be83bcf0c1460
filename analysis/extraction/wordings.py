"""Where the wordings of mentions stand in an article's text, and the text cut there for showing.

The text is matched as it is: a wording is an exact part of it, no-break spaces and all, and its
occurrence counts the places where it begins, from the first letter on.

Wordings may overlap, or stand inside one another. Each keeps its whole span; a stretch of text
under several of them belongs to all, and speaks for the shortest. Equally short ones speak in the
order of their beginnings, then in the order in which they were given.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Wording(NamedTuple):
    """The words of a mention, and which of the places where they stand is meant, from 1."""

    mention_id: str
    words: str
    occurrence: int


class Span(NamedTuple):
    """A stretch of a text by its letters, ``end`` excluded, and the mention that stands there."""

    start: int
    end: int
    mention_id: str


class Piece(NamedTuple):
    """A stretch of a text between two edges of spans, and the mentions over it, the speaker first."""

    text: str
    mention_ids: tuple[str, ...]


@dataclass(frozen=True)
class Located:
    """Mentions in a text: ``spans`` in its order, ``missing`` the ids of those not found in it."""

    spans: tuple[Span, ...]
    missing: tuple[str, ...]


def locate(text: str, wordings: Iterable[Wording]) -> Located:
    """Find where each wording stands; one that stands there less often than asked is missing.

    >>> locate("300 killed, 300 hurt", [Wording("m1", "300", 2), Wording("m2", "400", 1)])
    Located(spans=(Span(start=12, end=15, mention_id='m1'),), missing=('m2',))
    """
    spans, missing = [], []
    for wording in wordings:
        start = _start(text, wording)
        if start is None:
            missing.append(wording.mention_id)
        else:
            spans.append(Span(start, start + len(wording.words), wording.mention_id))
    # Sorting is stable: among spans of one beginning and length the given order stays.
    return Located(tuple(sorted(spans, key=lambda span: span[:2])), tuple(missing))


def _start(text: str, wording: Wording) -> int | None:
    """Find the letter at which the asked occurrence begins; occurrences may overlap."""
    if not wording.words or wording.occurrence < 1:
        return None
    start = -1
    for _ in range(wording.occurrence):
        start = text.find(wording.words, start + 1)
        if start < 0:
            return None
    return start


def cut(text: str, spans: Sequence[Span]) -> list[Piece]:
    """Cut a text at every edge of its spans; the pieces together are the text again.

    Spans have to lie within the text, as those of ``locate`` do.

    >>> cut("over 3,000 men", [Span(0, 10, "m1"), Span(5, 10, "m2")])
    [Piece(text='over ', mention_ids=('m1',)),
     Piece(text='3,000', mention_ids=('m2', 'm1')),
     Piece(text=' men', mention_ids=())]
    """
    begun: dict[int, list[Span]] = {}
    for span in spans:
        begun.setdefault(span.start, []).append(span)
    edges = sorted({0, len(text), *begun, *(span.end for span in spans)})
    pieces: list[Piece] = []
    over: list[Span] = []
    for start, end in pairwise(edges):
        over = [span for span in over if span.end > start] + begun.get(start, [])
        speakers = sorted(over, key=lambda span: span.end - span.start)
        pieces.append(Piece(text[start:end], tuple(span.mention_id for span in speakers)))
    return pieces
