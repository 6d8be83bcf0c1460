"""Lines that were broken to a width, as PDFs, mails and old text files have them, made whole again.

A sentence that is cut by a line end loses its hedge and its speaker to whoever reads line by line: "at
least / 3,000" would be read as 3,000. Each line end that only a width has made becomes a blank, so that
every letter keeps its place. Texts with a line for each paragraph, lists and tables stay as they are.
"""

import re
from itertools import pairwise

# So many lines tell how a text is broken.
MOST_LINES = 2_000
# Letters in a line of prose that was broken to a width; longer ones are paragraphs, shorter ones lists.
NARROWEST, WIDEST = 45, 130
# A line that is broken by the width alone reaches nearly to it: a word is seldom longer than the rest.
FULL = 0.75
# Of the full lines, so many at least go on in small letters: neither paragraphs nor lists do.
BROKEN_OFF = 0.5
ENDINGS = (".", "!", "?", "…", ":", ";", '"', "”", "»", "’", ")", "]")
LISTED = re.compile(r"\s*(?:[^\s\w\"'“‘«„(\[$€£₩]|\d{1,2}[.)]\s)")


def made_whole(text: str) -> str:
    r"""Join the lines of a text that were broken to a width; any other text comes back as it is.

    >>> print(made_whole(
    ...     "Lawmakers in Seoul were told on Wednesday that at least\n"
    ...     "3,000 soldiers had been sent to the west of Russia, and\n"
    ...     "that more were to come."
    ... ))
    Lawmakers in Seoul were told on Wednesday that at least 3,000 soldiers had been sent to the west of Russia, and that more were to come.
    """
    lines = text.split("\n")
    width = _width(lines)
    if not width:
        return text
    joints = [" " if _goes_on(one, next_one, width) else "\n" for one, next_one in pairwise(lines)]
    return "".join(f"{joint}{line}" for joint, line in zip(["", *joints], lines, strict=True))


def _width(lines: list[str]) -> float:
    """Tell to which width a text was broken; 0 where it was not."""
    followed = [
        (one.rstrip(), after.strip())
        for one, after in pairwise(lines[:MOST_LINES])
        if one.strip() and after.strip()
    ]
    if len(followed) < 2:
        return 0
    lengths = sorted(len(one) for one, _ in followed)
    # One table or address that runs over does not count.
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = [pair for pair in followed if len(pair[0]) >= FULL * width]
    within = sum(
        not one.endswith(ENDINGS) and after[0].isalnum() and not after[0].isupper()
        for one, after in full
    )
    is_wrapped = (
        NARROWEST <= width <= WIDEST
        and len(full) >= len(followed) / 2
        and within >= BROKEN_OFF * len(full)
    )
    return width if is_wrapped else 0


def _goes_on(line: str, after: str, width: float) -> bool:
    """Tell whether a sentence may go on over the end of a line."""
    return (
        len(line.rstrip()) >= FULL * width
        and bool(after.strip())
        and "\t" not in line + after
        and not LISTED.match(after)
    )
