"""Two numbers that make one range: between A and B, from A to B, A-B, A to B, two or three."""

from typing import NamedTuple

from analysis.extraction.knowledge.range_words import (
    CHANGE,
    HEDGES_INSIDE,
    MONEY,
    PERCENT,
    UNITS_INSIDE,
)
from analysis.extraction.numbers import number_at
from analysis.extraction.numerals import Number
from analysis.extraction.tokens import Tokens


class Range(NamedTuple):
    """A range: its first token, the one after its last, its ends as printed, and its rule."""

    first: int
    last: int
    low: float
    high: float
    rule: str


CHANGED = "range: from A to B of a change"
# A bare pair that spans more than this is two numbers with a dash between them.
_WIDEST_WITH_SPACES = 10


def range_at(tokens: Tokens, number: Number, comma_is_decimal: bool = False) -> Range | None:
    """Read the range that begins with this number; None where it stands alone."""
    if number.form in ("vague", "few"):
        return None
    opener = _opener(tokens, number.first)
    opening = tokens.words[opener] if opener is not None else ""
    for connector, second_at in _connectors(tokens, number.last, opening):
        second = number_at(tokens, second_at, comma_is_decimal)
        if second is None or second.form in ("vague", "few"):
            continue
        if (number.form == "ordinal") != (second.form == "ordinal"):
            continue
        if not _same_unit(tokens, number, second):
            continue
        low, high = _shared_scale(number, second, connector)
        rule = _rule(tokens, opener, opening, connector, number, second, low, high)
        if rule:
            first = number.first if opener is None or rule.startswith("range: A") else opener
            return Range(first, second.last, low, high, rule)
    return None


def _opener(tokens: Tokens, first: int) -> int | None:
    """Find "between" or "from" before a number, over a hedge or a sign of money."""
    for place in range(first - 1, max(-1, first - 5), -1):
        word = tokens.words[place]
        if word in ("between", "from"):
            return place
        if word not in HEDGES_INSIDE and word not in MONEY:
            return None
    return None


def _connectors(tokens: Tokens, at: int, opening: str) -> list[tuple[str, int]]:
    """List what may join a second number: the word or mark, and the token that it leads to."""
    words = tokens.words
    reach = 4 if opening else 2
    found = []
    for place in range(at, min(at + reach + 1, len(words) - 1)):
        word = words[place]
        if word in ("to", "-", "~", "through", "or", "and") and (word != "and" or opening):
            found.append((word, _behind(tokens, place + 1)))
        if word in (",", ".", ";", "(", ")") or (not opening and word not in UNITS_INSIDE):
            break
    return [(word, place) for word, place in found if place < len(words)]


def _behind(tokens: Tokens, at: int) -> int:
    """Step over a hedge, a hyphen or a sign of money before the second number."""
    for _ in range(4):
        if at < len(tokens.words) and (
            tokens.words[at] in HEDGES_INSIDE
            or tokens.words[at] in MONEY
            or tokens.words[at] == "-"
        ):
            at += 1
    return at


def _same_unit(tokens: Tokens, one: Number, two: Number) -> bool:
    """Tell whether both ends can be of one unit: percent with percent, money with money."""
    words = tokens.words
    percents = [words[number.last : number.last + 1] for number in (one, two)]
    first_is_share = bool(percents[0]) and percents[0][0] in PERCENT
    second_is_share = bool(percents[1]) and percents[1][0] in PERCENT
    if first_is_share and not second_is_share:
        return False
    first_is_money = one.first > 0 and words[one.first - 1] in MONEY
    second_is_money = words[two.first - 1] in MONEY
    return not (second_is_money and not first_is_money)


def _shared_scale(one: Number, two: Number, connector: str) -> tuple[float, float]:
    """Give the first number the second one's scale: 20-25 thousand, 11 to 12,000.

    Written out it is shared always; hidden in zeros only between ends that are close.
    """
    low, high = one.low, two.high
    if one.scale == 1 and two.scale >= 1000 and low < 1000 and low < high / two.scale:
        return low * two.scale, high
    if (
        two.scale == 1
        and connector in ("-", "~", "to", "or")
        and high >= 1000
        and high % 1000 == 0
        and low * 1000 < high <= low * 2000
        and low < 1000
    ):
        return low * 1000, high
    return low, high


def _rule(
    tokens: Tokens,
    opener: int | None,
    opening: str,
    connector: str,
    one: Number,
    two: Number,
    low: float,
    high: float,
) -> str:
    """Name the rule that makes a range of two numbers; empty if none does."""
    words = tokens.words
    adjacent = two.first - one.last
    if opening == "between":
        if connector in ("and", "-", "to", "~") and low < high:
            return "range: between A and B"
        return ""
    if opening == "from" and opener is not None and connector in ("to", "-", "through"):
        if CHANGE.intersection(words[max(0, opener - 4) : opener]):
            return CHANGED
        return "range: from A to B" if low < high else CHANGED
    if low >= high or connector == "and":
        return ""
    if connector in ("-", "~"):
        goes_on = tokens.word(two.last) == "-" and tokens.touches(two.last)
        if goes_on and tokens.word(two.last + 1)[:1].isdecimal():
            return ""  # 1-222-2222: a telephone number
        hyphen = one.last
        if words[hyphen] != connector:
            return "range: A-B" if connector == "~" or words[one.last] in PERCENT else ""
        tight = tokens.touches(hyphen) and tokens.touches(hyphen + 1)
        if tight or (adjacent == 1 and high <= low * _WIDEST_WITH_SPACES):
            return "range: A-B"
        return ""
    if connector == "or":
        close = adjacent == 1 and high <= low * 2 and one.form != "fraction"
        return "range: A or B" if close else ""
    by = words[one.first - 2 if words[one.first - 1] in MONEY else one.first - 1] == "by"
    return "range: A to B" if connector in ("to", "through") and not (one.first and by) else ""
