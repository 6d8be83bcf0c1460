"""Years among tokens: four digits that are no count, no price and no name, and years as spoken."""

from analysis.extraction.knowledge.number_words import TENS, UNITS
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import Moment
from analysis.extraction.tokens import Tokens

YEARS = range(1500, 2100)


def year_of(tokens: Tokens, at: int) -> int | None:
    """Read a year of four digits at a token; nothing may stick to it but a mark."""
    word = tokens.word(at)
    if len(word) != 4 or not word.isdecimal() or int(word) not in YEARS:
        return None
    following = tokens.word(at + 1)
    if following[:1].isalpha() and tokens.touches(at + 1) and following != "s":
        return None
    return int(word)


def _is_model(word: str) -> bool:
    """Tell whether a hyphen ties a year to a name: M-1991, but not mid-1991."""
    return word[:1].isalpha() and word not in _PARTS


def _is_longer_number(tokens: Tokens, at: int) -> bool:
    """Tell whether digits behind a year's hyphen end no span of years: 2024-25, 2024-2026."""
    word = tokens.word(at)
    return word[:1].isdecimal() and year_of(tokens, at) is None and len(word) != 2


_PARTS = ("mid", "early", "late", "pre", "post")


def bare_year(tokens: Tokens, at: int) -> Moment | None:
    """Read a year that stands alone, unless its neighbours are those of a count or a price."""
    year = year_of(tokens, at)
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if year is None or (tokens.touches(at) and before not in ("-", "(", "/", '"', "'")):
        return None
    if before == "-" and tokens.touches(at - 1) and _is_model(tokens.word(at - 2)):
        return None
    if after == "-" and tokens.touches(at + 1) and _is_longer_number(tokens, at + 2):
        return None
    if after in _COUNTED or before in ("$", "than", "nearly", "almost", "least", "some"):
        return None
    if before in ("about", "around", "or", "a", "with") and not _closes(after):
        return None if before != "a" or year < 1900 else Moment(at, at + 1, str(year), "date: year")
    if not 1900 <= year <= 2060 and before not in _BEFORE_AN_OLD_YEAR:
        return None
    return Moment(at, at + 1, str(year), "date: year")


_COUNTED = word_set(
    """
    % percent people troops soldiers men dollars euros points rpm personnel workers fighters
    casualties tonnes tons miles km metres meters feet pounds kg sq square containers shells
    missiles mah
    """
)
_BEFORE_AN_OLD_YEAR = word_set("in since of from to and between the by")


def _closes(word: str) -> bool:
    return not word or not word[0].isalnum()


def spoken_year_value(tokens: Tokens, at: int) -> int | None:
    """Read nineteen ninety-six and nineteen seventy."""
    if tokens.word(at) != "nineteen" or tokens.word(at + 1) not in TENS:
        return None
    value = 1900 + TENS[tokens.word(at + 1)]
    if tokens.word(at + 2) == "-":
        return value + UNITS.get(tokens.word(at + 3), 0)
    return value + UNITS.get(tokens.word(at + 2), 0)


def spoken_year(tokens: Tokens, at: int) -> Moment | None:
    """Read a year as it is spoken; "two thousand" only behind the word year."""
    word = tokens.words[at]
    value = spoken_year_value(tokens, at) if word == "nineteen" else None
    if value is not None:
        hyphen = tokens.word(at + 2) == "-"
        has_unit = tokens.word(at + 2 + hyphen) in UNITS
        return Moment(at, at + 2 + (1 + hyphen if has_unit else 0), str(value), "date: spoken year")
    if word == "two" and (tokens.word(at - 1), tokens.word(at + 1)) == ("year", "thousand"):
        return Moment(at, at + 2, "2000", "date: spoken year")
    return None
