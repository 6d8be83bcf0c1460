"""Text made comparable without moving a character: same length, lower case, plain marks.

Rules read the folded text, offsets refer to the untouched one, and the two agree because each
character is replaced by exactly one other.
"""

# The only character whose lower case is two characters long.
_LONG_LOWER = ("İ", "I")

_PLAIN = (
    ("\u00a0", " "),  # no-break space
    ("\u202f", " "),  # narrow no-break space
    ("\u2009", " "),  # thin space
    ("\u2007", " "),  # figure space
    ("\u200a", " "),  # hair space
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u02bc", "'"),
    ("\u2032", "'"),
    ("\u0060", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u201e", '"'),
    ("\u00ab", '"'),
    ("\u00bb", '"'),
    ("\u2033", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),  # no-break hyphen
    ("\u2012", "-"),
    ("\u2013", "-"),  # en dash, the printed sign of a range
    ("\u2212", "-"),  # minus
    ("\u223c", "~"),
    ("\uff5e", "~"),  # the wave that Korean and Chinese print between the ends of a range
    ("\u301c", "~"),
    ("\uff0c", ","),
)


def fold(text: str) -> str:
    """Lower the case and plain the spaces, quotes and dashes of a text, character by character.

    >>> fold("“Over 11\\u00a0000”, he said")
    '"over 11 000", he said'
    """
    folded = text.replace(*_LONG_LOWER).lower() if _LONG_LOWER[0] in text else text.lower()
    if folded.isascii():
        return folded.replace("`", "'")
    for mark, plain in _PLAIN:
        folded = folded.replace(mark, plain)
    return folded
