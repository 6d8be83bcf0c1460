"""A stretch of text as tokens: words, numbers and marks, each with its place.

Everything after this works on token numbers; ``starts`` and ``ends`` lead back to the text.
"""

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

# In this order: digits with their separators; initials such as "u.s."; the 's of a possessive;
# two apostrophes, an old agency's quotation mark; a word, which keeps an inner apostrophe (don't,
# o'brien); any other mark by itself.
_TOKEN = re.compile(
    r"(\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|'s(?!\w)"
    r"|''"
    r"|[^\W\d_]+(?:'(?!s(?!\w))[^\W\d_]+)*"
    r"|[^\s\w]|_)"
)


class Tokens(NamedTuple):
    """The tokens of a stretch of folded text, as three lists of one length."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def touches(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def word(self, index: int) -> str:
        """Give the word of a token, or an empty text outside of the stretch."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def first_at(self, place: int) -> int:
        """Number the first token that starts at this place of the text or after it."""
        return bisect_left(self.starts, place)


def tokenise(folded: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a stretch of folded text into tokens; the places count from the text's beginning.

    >>> tokenise("south korea's 1,500-strong unit").words
    ['south', 'korea', "'s", '1,500', '-', 'strong', 'unit']
    """
    # Cut at its tokens, a text is what lies between them and the tokens, in turn.
    pieces = _TOKEN.split(folded[start:end])
    edges = list(accumulate(map(len, pieces), initial=start))
    return Tokens(pieces[1::2], edges[1:-1:2], edges[2::2])
