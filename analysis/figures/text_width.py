"""How wide a line of text stands, in pixels: what the placing of labels reckons with.

Widths are Arial's (metric-compatible: Liberation Sans), in thousandths of the type size. The fonts
named before Arial in the template are narrower, so a label never gets wider than its box.
"""

import re
from functools import cache
from html import unescape

LINE_HEIGHT = 1.3

_REGULAR = {
    222: "'ijl’|",
    278: "ftI!,./:;[\\] ·",
    334: "r()-`“”{}",
    389: '*"^',
    500: "cksvxyzJ",
    556: "0123456789abdeghnopquL#$?_–≈≥≤",
    611: "FTZ+<=>~",
    667: "ABEKPSVXY&",
    722: "wCDHNRU",
    778: "GOQ",
    889: "mM%",
    1015: "W…@",
}
_WIDTHS = {letter: width for width, letters in _REGULAR.items() for letter in letters}
# Bold letters are wider by at most this share; letters off the list are taken as wide (CJK).
_BOLD = 1.09
_UNLISTED = 1000

_TAG = re.compile(r"<[^>]*>")


@cache
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Reckon the width of the longest line of a text; tags are left out, entities read.

    >>> text_width("1,000", 10), text_width("a<br><b>ab</b>", 10)
    (25.02, 11.12)
    """
    lines = re.split(r"<br\s*/?>", text)
    widths = [
        sum(_WIDTHS.get(letter, _UNLISTED) for letter in unescape(_TAG.sub("", line)))
        for line in lines
    ]
    return round(max(widths) * size * (_BOLD if bold else 1) / 1000, 2)


def text_height(text: str, size: float) -> float:
    """Reckon the height of a text, line by line."""
    return (len(re.findall(r"<br\s*/?>", text)) + 1) * size * LINE_HEIGHT


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Break a plain text into lines no wider than ``width`` pixels, between words only.

    A single word that is wider stands on a line of its own.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size, bold) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
