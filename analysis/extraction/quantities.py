"""Hedged numbers in a stretch of text: a number, or two that make a range, with their bound.

One rule for overlaps: what begins earlier is read first, and a token that was read is not read
again; at one place a range goes before its two numbers, and a longer hedge before a shorter one.
"""

from collections.abc import Collection
from typing import NamedTuple

from analysis.codebook import CEILINGS, FLOORS, Bound
from analysis.extraction.knowledge.bound_words import (
    EQUAL,
    FILLERS,
    INCLUSIVE,
    LEFT,
    LOOSE,
    OR_EQUAL,
    RIGHT,
)
from analysis.extraction.knowledge.range_words import MONEY, PERCENT
from analysis.extraction.numbers import STARTERS, number_at
from analysis.extraction.numerals import Number
from analysis.extraction.phrases import Endings, Phrases
from analysis.extraction.ranges import range_at
from analysis.extraction.tokens import Tokens


class Quantity(NamedTuple):
    """A hedged number among tokens.

    ``first`` and ``last`` hold its hedges and both ends of a range; ``number_first`` and
    ``number_last`` the number alone. ``low`` or ``high`` is None where the bound leaves it open.
    ``hedge`` is what hedges a range from outside ("about 10 to 12"). ``unit`` is ``percent``,
    ``money`` or empty. ``rule`` and ``bound_rule`` name what read the number and its bound.
    """

    first: int
    last: int
    number_first: int
    number_last: int
    low: float | None
    high: float | None
    bound: Bound
    hedge: Bound | None
    form: str
    unit: str
    rule: str
    bound_rule: str

    @property
    def size(self) -> float:
        """The largest end that is given."""
        return self.high if self.high is not None else self.low or 0.0

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a whole: a percentage or a fraction."""
        return self.unit == "percent" or self.form == "fraction"


_LEFT = Endings(LEFT.items())
_RIGHT = Phrases(RIGHT.items())
_EQUAL = Endings((phrase, True) for phrase in EQUAL)
_OR_EQUAL = Phrases((phrase, True) for phrase in OR_EQUAL)
# How many tokens of what is counted may stand between a number and "or more".
_COUNTED = 3


class _Hedge(NamedTuple):
    """A bound with the tokens that set it and the words for the rule."""

    first: int
    last: int
    bound: Bound
    rule: str


def find_quantities(
    tokens: Tokens, skip: Collection[int] = (), comma_is_decimal: bool = False
) -> list[Quantity]:
    """Find the hedged numbers among tokens, from left to right.

    ``skip`` holds the numbers of tokens that belong to something else, such as a date.
    """
    found: list[Quantity] = []
    read, behind = 0, 0
    for at in [
        at for at, word in enumerate(tokens.words) if word in STARTERS or word[0].isdecimal()
    ]:
        number = number_at(tokens, at, comma_is_decimal) if at >= read and at not in skip else None
        if number is None:
            continue
        quantity = _quantity(tokens, number, behind, comma_is_decimal)
        if quantity is None:
            read = number.last
        else:
            found.append(quantity)
            read = behind = quantity.last
    return _joined(tokens, found)


def _quantity(
    tokens: Tokens, number: Number, behind: int, comma_is_decimal: bool
) -> Quantity | None:
    """Put a number together with its range and its hedges; ``behind`` ends what was read before."""
    pair = range_at(tokens, number, comma_is_decimal)
    if pair is None and number.form == "ordinal":
        return None
    first, last = (pair.first, pair.last) if pair else (number.first, number.last)
    sign = _sign(tokens, number.first)
    if sign < 0 and pair is None:
        first = number.first - 1
    left = _left(tokens, first, behind)
    right = _right(tokens, last)
    unit = _unit(tokens, number.first, last)
    low, high = (pair.low, pair.high) if pair else (sign * number.low, sign * number.high)
    form = number.form
    rule = pair.rule if pair else f"number: {form}"
    hedge = _chosen(left, right)
    start = min(first, left.first) if left else first
    end = max(last, right.last) if right else last
    if pair is not None or form in ("vague", "few"):
        bound = Bound.RANGE if pair is not None else Bound.VAGUE
        low, high = min(low, high), max(low, high)
        outer = hedge.bound if hedge else None
        bound_rule = rule if pair else f"bound: the word {words_of(tokens, first, last)!r}"
        return Quantity(
            start, end, number.first, last, low, high, bound, outer, form, unit, rule, bound_rule
        )
    if hedge is None:
        equal = _EQUAL.before(tokens.words, first)
        if equal is not None:
            start = equal.first
        return Quantity(
            start, end, number.first, last, low, high, Bound.EXACT, None, form, unit, rule,
            "bound: equal to" if equal else "bound: none printed",
        )  # fmt: skip
    return Quantity(
        start,
        end,
        number.first,
        last,
        None if hedge.bound in CEILINGS else low,
        None if hedge.bound in FLOORS else high,
        hedge.bound,
        None,
        form,
        unit,
        rule,
        hedge.rule,
    )


def words_of(tokens: Tokens, first: int, last: int) -> str:
    """Write tokens as they are read, with single spaces."""
    return " ".join(tokens.words[first:last])


def _sign(tokens: Tokens, first: int) -> int:
    """Read minus, negative and a hyphen that sticks to the number alone as a sign."""
    if not first:
        return 1
    word = tokens.words[first - 1]
    if word in ("minus", "negative"):
        return -1
    if word != "-":
        return 1
    if first > 1 and tokens.words[first - 2] == "minus":
        return -1
    return (
        -1
        if tokens.touches(first)
        and not (tokens.touches(first - 1) and tokens.words[first - 2] not in ("$", "<", ">", "="))
        else 1
    )


def _unit(tokens: Tokens, first: int, last: int) -> str:
    words = tokens.words
    following = words[last] if last < len(words) else ""
    if following == "-" and last + 1 < len(words):
        following = words[last + 1]
    if following in PERCENT and (following != "per" or words[last + 1 : last + 2] == ["cent"]):
        return "percent"
    return "money" if first and words[first - 1] in MONEY else ""


def _left(tokens: Tokens, first: int, behind: int) -> _Hedge | None:
    """Find the hedge before a number, over a few words that may stand between.

    Of several in a row ("at least some 300") one that sets a direction goes before one that only
    says about, and of two such the outer one.
    """
    words = tokens.words
    place, chosen, fillers = first, None, 0
    while place > behind:
        hit = _LEFT.before(words, place)
        if hit is not None and hit.first >= behind:
            phrase = words_of(tokens, hit.first, hit.last)
            if fillers and phrase not in LOOSE and words[place] not in _TIGHT_FILLERS:
                return chosen
            hedge = _Hedge(hit.first, first, hit.value, f"bound: {phrase!r} before")
            if chosen is None or hit.value is not Bound.ABOUT:
                chosen = hedge
            else:
                chosen = chosen._replace(first=hit.first)
            place = hit.first
            fillers = 0
            continue
        if words[place - 1] not in FILLERS or fillers == 3:
            return chosen
        place -= 1
        fillers += 1
    return chosen


_TIGHT_FILLERS = frozenset(["another", "additional", "further", "extra", *MONEY, "(", '"'])


def _right(tokens: Tokens, last: int) -> _Hedge | None:
    """Find the hedge behind a number, directly or behind what it counts."""
    words = tokens.words
    for place in range(last, min(last + _COUNTED + 1, len(words))):
        if place > last and (words[place][0].isdecimal() or words[place] in ("to", "and")):
            return None
        hit = _RIGHT.at(words, place)
        if hit is not None and (place == last or hit.last - hit.first > 1):
            if not _leads_on(tokens, hit.last):
                phrase = words_of(tokens, hit.first, hit.last)
                return _Hedge(last, hit.last, hit.value, f"bound: {phrase!r} behind")
            return None
        equal = _OR_EQUAL.at(words, place)
        if equal is not None and not _leads_on(tokens, equal.last):
            return _Hedge(last, equal.last, Bound.EXACT, "bound: or equal")
        if not words[place][0].isalnum() and words[place] not in ("%", "-"):
            return None
    return None


def _leads_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a phrase behind a number belongs to the next number instead."""
    words = tokens.words
    if at < len(words) and words[at] in ("than", "or"):
        return True
    for place in range(at, min(at + 3, len(words))):
        if not words[place][0].isalnum():
            return False
        if words[place][0].isdecimal() or (words[place] in STARTERS and words[place] not in "an"):
            return number_at(tokens, place) is not None
    return False


def _chosen(left: _Hedge | None, right: _Hedge | None) -> _Hedge | None:
    if left is None or right is None:
        return left if right is None or right.bound is Bound.EXACT else right
    if right.bound is Bound.EXACT:
        return left._replace(bound=INCLUSIVE.get(left.bound, left.bound))
    return right if left.bound is Bound.ABOUT else left


def _joined(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Make one range of a floor and a ceiling that "and" or "but" joins."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and _fit(tokens, before, quantity):
            ends = sorted(
                value
                for value in (before.low, before.high, quantity.low, quantity.high)
                if value is not None
            )
            rule = "range: a floor and a ceiling"
            joined[-1] = before._replace(
                last=quantity.last,
                number_last=quantity.number_last,
                low=ends[0],
                high=ends[-1],
                bound=Bound.RANGE,
                rule=rule,
                bound_rule=rule,
            )
        else:
            joined.append(quantity)
    return joined


def _fit(tokens: Tokens, one: Quantity, two: Quantity) -> bool:
    between = tokens.words[one.last : two.first]
    if not between or len(between) > 2 or not set(between) <= {",", "and", "but"}:
        return False
    floor, ceiling = (one, two) if one.bound in FLOORS else (two, one)
    if floor.bound not in FLOORS or ceiling.bound not in CEILINGS or one.unit != two.unit:
        return False
    return floor.low is not None and ceiling.high is not None and floor.low < ceiling.high
