"""Small texts: names that stay apart, counts with their noun, text that Markdown leaves alone."""

import re
from collections import Counter
from collections.abc import Iterable

MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")

# What Streamlit's Markdown replaces even where it is escaped: icons, addresses, arrows.
REPLACED = re.compile(
    r"(?<=:)(?=material/|streamlit:|//)|(?<=@)(?=\w)|(?<=www)(?=\.)"
    r"|(?:(?<=\s[<>~-])|(?<=^[<>~-]))(?=[>=-]+(?!\S))",
    re.IGNORECASE,
)
# Takes no room, and keeps its neighbours from being read as one sign.
JOINER = "\u2060"


def distinct(ids: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Name each id; ids that share a name get their id behind it, so that a choice means one.

    >>> distinct(["a", "b", "c"], ["UN", "UN", "NATO"])
    {'a': 'UN (a)', 'b': 'UN (b)', 'c': 'NATO'}
    """
    pairs = list(zip(ids, names, strict=True))
    seen = Counter(name for _, name in pairs)
    return {key: name if seen[name] == 1 else f"{name} ({key})" for key, name in pairs}


def plain(text: object) -> str:
    """Escape a text so that Streamlit's Markdown shows it letter by letter.

    An invisible joiner parts the few signs that it would replace all the same.

    >>> plain("$5 *or* <b>")
    '\\\\$5 \\\\*or\\\\* \\\\<b\\\\>'
    """
    return MARKDOWN.sub(r"\\\1", REPLACED.sub(JOINER, str(text)))


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a count with its noun.

    >>> counted(1, "article"), counted(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
