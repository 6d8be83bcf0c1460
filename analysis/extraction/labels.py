"""Numbers that count nothing: parts of names, times of day, scores, ages and addresses.

For any news text; on the subject itself a number must have something counted beside it anyway.
"""

from analysis.extraction.knowledge.label_words import (
    BEFORE_A_COUNT,
    NUMBERED,
    ONE_IS_A_PRONOUN_AFTER,
    ONE_IS_A_PRONOUN_BEFORE,
    STREETS,
)
from analysis.extraction.numerals import Number
from analysis.extraction.tokens import Tokens


def is_label(tokens: Tokens, text: str, number: Number) -> bool:
    """Tell whether a number names something instead of counting it."""
    return (
        _is_time(tokens, number)
        or is_pronoun(tokens, number.first, number.last)
        or _is_part_of_a_name(tokens, text, number)
        or _is_age_or_address(tokens, text, number)
        or _is_code(tokens, number)
    )


def _is_time(tokens: Tokens, number: Number) -> bool:
    """5 p.m., 10.45pm, 9:30, five o'clock."""
    after, before = tokens.word(number.last), tokens.word(number.first - 1)
    if after in ("a.m.", "p.m.", "am", "pm", "o'clock"):
        return True
    if after == ":" and tokens.word(number.last + 1).isdecimal() and tokens.touches(number.last):
        return True
    return (
        before == ":" and tokens.touches(number.first) and tokens.word(number.first - 2).isdecimal()
    )


def is_pronoun(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "one" that stands for a person or thing: no one, each one, the one that, one another."""
    if last - first != 1 or tokens.words[first] != "one":
        return False
    before, after = tokens.word(first - 1), tokens.word(last)
    if before in ONE_IS_A_PRONOUN_BEFORE or after in ONE_IS_A_PRONOUN_AFTER:
        return True
    if after == "of":
        return tokens.word(last + 1) not in ("the", "its", "his", "her", "their", "our")
    return not after[:1].isalnum() and after != "-"


def _is_part_of_a_name(tokens: Tokens, text: str, number: Number) -> bool:
    """iPhone 11, Fortune 100, Big 12, Channel 5, Boeing 787, category 4."""
    if number.form != "digits" or number.first == 0:
        return False
    word = tokens.words[number.first]
    if tokens.touches(number.first) or number.last - number.first > 1 or not word.isdecimal():
        return False
    before = tokens.word(number.first - 1)
    if before in NUMBERED:
        return True
    if before in BEFORE_A_COUNT or not before[0].isalpha():
        return before in ("&", "#", "/")
    start = tokens.starts[number.first - 1]
    named = text[start].isupper() or text[start : start + 2][1:].isupper()
    starts_the_sentence = number.first == 1 or tokens.word(number.first - 2) in (
        ".",
        '"',
        "!",
        "?",
    )
    following = tokens.word(number.last)
    if following[:1].isalpha() and tokens.touches(number.last):
        return False  # 500mg, 640bhp
    return (
        named
        and not starts_the_sentence
        and following not in ("%", "percent", "per", "people", "times")
        and len(word) <= 4
    )


def _is_age_or_address(tokens: Tokens, text: str, number: Number) -> bool:
    """ "Jamie Armstrong, 25, said" and "575 Wilbraham Road"."""
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    if (
        before == ","
        and after in (",", ".", ")")
        and number.form == "digits"
        and number.low < 120
        and number.first > 1
        and text[tokens.starts[number.first - 2]].isupper()
    ):
        return True
    return any(tokens.word(number.last + step) in STREETS for step in (1, 2)) and (
        number.form == "digits" and text[tokens.starts[number.last]].isupper()
    )


def _is_code(tokens: Tokens, number: Number) -> bool:
    """M21, 9AB8, S22: digits that letters stick to on both sides, or on the left."""
    if number.form != "digits":
        return False
    touching = number.last < len(tokens.words) and tokens.touches(number.last)
    after = tokens.word(number.last)
    return (
        touching
        and after[:1].isalpha()
        and tokens.word(number.last + 1)[:1].isdecimal()
        and (tokens.touches(number.last + 1))
    )
