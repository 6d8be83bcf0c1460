"""Numbers among tokens: digits with their separators and scales, words of number, vague words."""

import re

from analysis.extraction.knowledge.number_words import (
    FEW,
    ORDINAL_ENDINGS,
    ORDINALS,
    SCALES,
    SIGNS,
    SUFFIXES,
    TIGHT_SUFFIXES,
    VAGUE,
)
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.numerals import (
    ARTICLES,
    CARDINALS,
    MULTIPLIERS,
    Number,
    in_words,
    with_article,
)
from analysis.extraction.phrases import Phrases
from analysis.extraction.tokens import Tokens

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")

_VAGUE = Phrases(
    [(phrase, ("vague", *ends)) for phrase, ends in VAGUE.items()]
    + [(phrase, ("few", *ends)) for phrase, ends in FEW.items()]
)

# From here on digits are no count of anything, and a float would round them.
NO_COUNT = 1e15

# Words that a number may begin with; anything else is passed over without a look.
STARTERS = frozenset(
    [*CARDINALS, *MULTIPLIERS, *ARTICLES, *SIGNS, *ORDINALS, "half", "quarter"]
    + [phrase.split()[0] for phrase in (*VAGUE, *FEW)]
)


def value_of_digits(word: str, comma_is_decimal: bool = False) -> float | None:
    """Read digits with their separators; None for what is no number, such as ``1.2.3``.

    >>> value_of_digits("11,000"), value_of_digits("4.7"), value_of_digits("4,7", True)
    (11000.0, 4.7, 4.7)
    """
    if word.isdecimal():
        return float(word)
    if comma_is_decimal:
        if _GROUPED_BY_POINTS.fullmatch(word):
            return float(word.replace(".", "").replace(",", "."))
        if _DECIMAL_COMMA.fullmatch(word):
            return float(word.replace(",", "."))
    if _GROUPED.fullmatch(word):
        return float(word.replace(",", ""))
    return float(word) if _DECIMAL.fullmatch(word) else None


def number_at(tokens: Tokens, first: int, comma_is_decimal: bool = False) -> Number | None:
    """Read the number that begins with this token; None if none does."""
    number = _number_at(tokens, first, comma_is_decimal)
    return number if number is not None and number.high < NO_COUNT else None


def _number_at(tokens: Tokens, first: int, comma_is_decimal: bool) -> Number | None:
    word = tokens.words[first]
    if word[0].isdecimal():
        return _digits(tokens, first, comma_is_decimal)
    if word not in STARTERS:
        return None
    hit = _VAGUE.at(tokens.words, first)
    if hit is not None:
        form, low, high = hit.value
        return Number(first, hit.last, low, high, form)
    if word in ARTICLES or word in ("half", "quarter"):
        return with_article(tokens, first)
    if word in SIGNS:
        return Number(first, first + 1, SIGNS[word], SIGNS[word], "fraction")
    if word in ORDINALS and word not in CARDINALS:
        return Number(first, first + 1, ORDINALS[word], ORDINALS[word], "ordinal")
    return in_words(tokens, first)


def _digits(tokens: Tokens, first: int, comma_is_decimal: bool) -> Number | None:
    words = tokens.words
    if _belongs_to_a_name(tokens, first):
        return None
    value = value_of_digits(words[first], comma_is_decimal)
    if value is None:
        return None
    last = first + 1
    if words[first].isdecimal() and len(words[first]) <= 3:
        last, value = _spaced_groups(tokens, first, value)
    follower = tokens.word(last)
    if follower in ORDINAL_ENDINGS and tokens.touches(last):
        return Number(first, last + 1, value, value, "ordinal")
    if follower == "/" and last == first + 1:
        return _written_fraction(tokens, first, value)
    if follower in SIGNS:
        return Number(first, last + 1, value + SIGNS[follower], value + SIGNS[follower], "digits")
    return _scaled(tokens, Number(first, last, value, value, "digits"))


def _belongs_to_a_name(tokens: Tokens, first: int) -> bool:
    """Tell whether digits are part of a designation: M1989, KN-23, S&P-500."""
    if not tokens.touches(first):
        return False
    before = tokens.words[first - 1]
    if before[0].isalpha():
        return before not in _MONEY_LETTERS
    if before == "-" and tokens.touches(first - 1):
        name = tokens.words[first - 2]
        if (
            name in SUFFIXES
            and tokens.touches(first - 2)
            and tokens.words[first - 3][-1].isdecimal()
        ):
            return False
        return name[0].isalpha() and name not in _BEFORE_A_HYPHEN
    return False


# Currency letters that stand right before digits: RM23.50, PS2.7m, Y590, USD10m.
_MONEY_LETTERS = word_set("rm ps y us usd eur gbp hk nt rs uah")
# Words whose hyphen leads on to a number: minus-5, sub-7, four-thousand-100, mid-2,000s.
_BEFORE_A_HYPHEN = word_set(
    "minus sub to thousand hundred million now under over plus"
) | frozenset(CARDINALS)


def _spaced_groups(tokens: Tokens, first: int, value: float) -> tuple[int, float]:
    """Join groups of three digits set apart by a space, and "12, 000" as some pages print it."""
    words, starts, ends = tokens
    last = first + 1
    while (
        last < len(words)
        and len(words[last]) == 3
        and words[last].isdecimal()
        and starts[last] == ends[last - 1] + 1
        and value > 0
        and not _is_measure(words, last + 1)
    ):
        value = value * 1000 + float(words[last])
        last += 1
    if (
        last == first + 1
        and tokens.word(last) == ","
        and tokens.word(last + 1) == "000"
        and tokens.touches(last)
        and value > 0
    ):
        return last + 2, value * 1000
    return last, value


def _is_measure(words: list[str], at: int) -> bool:
    """Tell whether digits are a measure of their own: in "220 170-mm guns" nothing is joined."""
    return words[at : at + 1] in _MILLIMETRES or (
        words[at : at + 1] == ["-"] and words[at + 1 : at + 2] in _MILLIMETRES
    )


_MILLIMETRES = (["mm"], ["millimeter"], ["millimetre"])


def _written_fraction(tokens: Tokens, first: int, above: float) -> Number | None:
    """Read 1/3 or 2/3; a third slash, or parts that nobody counts in, make it a date or a name."""
    below_word = tokens.word(first + 2)
    below = value_of_digits(below_word) if below_word[:1].isdecimal() else None
    if (
        below is None
        or not tokens.touches(first + 2)
        or tokens.word(first + 3) == "/"
        or not 0 < above < below
        or not (above == 1 or below <= 10)
    ):
        return None
    return Number(first, first + 3, above / below, above / below, "fraction")


def _scaled(tokens: Tokens, number: Number) -> Number:
    """Multiply by the words of scale that follow: 1.5 million, 15-hundred, 13bn, 10 thousand."""
    words = tokens.words
    at = number.last
    hyphen = tokens.word(at) == "-" and tokens.touches(at)
    if hyphen and tokens.touches(at + 1) and tokens.word(at + 1) in MULTIPLIERS:
        at += 1
    word = tokens.word(at)
    if word in MULTIPLIERS:
        value, last, scale = number.low * MULTIPLIERS[word], at + 1, MULTIPLIERS[word]
        while tokens.word(last) in SCALES:  # hundred thousand
            value *= SCALES[words[last]]
            scale *= SCALES[words[last]]
            last += 1
        return _remainder(tokens, Number(number.first, last, value, value, "digits", scale))
    if word in SUFFIXES and (tokens.touches(at) if word in TIGHT_SUFFIXES else at == number.last):
        value = number.low * SUFFIXES[word]
        return Number(number.first, at + 1, value, value, "digits", SUFFIXES[word])
    return number


def _remainder(tokens: Tokens, number: Number) -> Number:
    """Add what a hyphen joins to a scale: four-thousand-100."""
    at = number.last
    word = tokens.word(at + 1)
    if tokens.word(at) != "-" or not tokens.touches(at) or not word[:1].isdecimal():
        return number
    rest = value_of_digits(word)
    if rest is None or not tokens.touches(at + 1) or not 0 < rest < min(number.scale, 1000):
        return number
    value = number.low + rest
    return Number(number.first, at + 2, value, value, number.form, 1.0)
