"""Which way a clause looks, back or ahead: a bare weekday or month is told by it."""

from analysis.extraction.knowledge.calendar_words import FUTURE, PAST
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import Direction
from analysis.extraction.tokens import Tokens

# How far back in its clause a bare day looks for a word that points forward.
_CLAUSE = 16


def direction_of(tokens: Tokens, at: int) -> Direction:
    """Tell which way the clause before a bare day or month looks; the nearest word decides.

    A past verb takes the day for itself: in "will leave, he said Monday" Monday is behind.
    """
    words = tokens.words
    for place in range(at - 1, max(-1, at - _CLAUSE), -1):
        word = words[place]
        if word in FUTURE:
            # "It had been due Friday", "lower-than-expected": these looked forward once.
            return Direction.BACK if words[place - 1 : place] in _ONCE else Direction.AHEAD
        if word == "to" and place > 0:
            before, after = words[place - 1], words[place + 1]
            if before in _LEANS_FORWARD:
                return Direction.AHEAD
            if after[0].isalpha() and after not in _NOT_A_VERB:
                return Direction.PERHAPS_AHEAD
        if word in PAST or (word.endswith("ed") and len(word) > 4):
            return Direction.BACK
        if word in (";", "!", "?") or (word == "." and not tokens.touches(place + 1)):
            return Direction.UNKNOWN
    return Direction.UNKNOWN


_ONCE = (["been"], ["-"], ["previously"])
_LEANS_FORWARD = word_set(
    """
    is are plans plan planning planned set due scheduled expected expects going slated intends
    hopes about
    """
)
_NOT_A_VERB = word_set(
    """
    the a an his her its their about around more some this that all each at up as be
    """
)
