"""Numbers in words, as far as their words fit together, and parts: two-thirds, half a million."""

from typing import NamedTuple

from analysis.extraction.knowledge.number_words import (
    COUPLE,
    DOZEN,
    FRACTIONS,
    HUNDRED,
    SCALES,
    TENS,
    UNITS,
)
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.tokens import Tokens


class Number(NamedTuple):
    """A number: its tokens, its value (two where the word is vague) and how it is written.

    ``form`` is ``digits``, ``words``, ``couple``, ``fraction``, ``vague``, ``few`` or ``ordinal``; ``scale`` is
    the word of scale it ends with (1 if none), which a range may share: "20-25 thousand".
    """

    first: int
    last: int
    low: float
    high: float
    form: str
    scale: float = 1.0


CARDINALS = UNITS | TENS
MULTIPLIERS = {HUNDRED: 100.0, DOZEN: 12.0, **SCALES}
ARTICLES = frozenset({"a", "an"})


def with_article(tokens: Tokens, first: int) -> Number | None:
    """Read what begins with "a" or "half": a hundred, a couple of thousand, half a million."""
    words = tokens.words
    second = tokens.word(first + 1)
    if words[first] in ARTICLES:
        if second in MULTIPLIERS:
            return in_words(tokens, first + 1, article=first)
        if second in COUPLE:
            return _couple(tokens, first)
        if second in ("half", "quarter", "third", "fifth", "tenth") and _is_part(tokens, first + 2):
            value = FRACTIONS[second]
            return Number(first, first + 2, value, value, "fraction")
        return None
    scale_at = first + 2 if second in ARTICLES else first + 1
    scale = MULTIPLIERS.get(tokens.word(scale_at))
    if scale is not None and scale_at == first + 2:
        value = FRACTIONS[words[first]] * scale
        return Number(first, scale_at + 1, value, value, "words", scale)
    if words[first] == "half" and _is_half(tokens, first):
        return Number(first, first + 1, 0.5, 0.5, "fraction")
    return None


def _couple(tokens: Tokens, first: int) -> Number | None:
    """Read "a couple of thousand" as about two thousand; a couple of anything else is no number."""
    at = first + 2
    if tokens.word(at) == "of":
        at += 1
    scale = MULTIPLIERS.get(tokens.word(at))
    if scale is None:
        return None
    return Number(first, at + 1, 2 * scale, 2 * scale, "couple", scale)


def _is_part(tokens: Tokens, after: int) -> bool:
    """Tell whether "a third" is a part, not the third of several: it is followed by a whole."""
    word = tokens.word(after)
    return not word or (not word[0].isalpha() and word != "-") or word in _AFTER_A_PART


_AFTER_A_PART = word_set(
    """
    of are were have had has was is the more less killed wounded dead died lost or and in at
    from as who to
    """
)
_BEFORE_HALF = word_set("first second last other latter better this and one next final time -")
_AFTER_HALF = word_set(
    """
    of the its their his her our your my that those these all are were have had people
    """
)


def _is_half(tokens: Tokens, first: int) -> bool:
    before = tokens.words[first - 1] if first else ""
    return before not in _BEFORE_HALF and tokens.word(first + 1) in _AFTER_HALF


class _Numeral:
    """A number in words while its words are taken in, one after another."""

    def __init__(self, has_article: bool) -> None:
        self._has_article = has_article
        self._words = 0
        self._total = 0.0
        self._current = 1.0 if has_article else None
        self._ceiling = float("inf")
        self.scale = 1.0
        self.is_closed = False

    @property
    def value(self) -> float:
        """What the words make so far."""
        return self._total + (self._current or 0.0)

    @property
    def is_even(self) -> bool:
        """Whether "and" may follow: the words end with a hundred or a scale."""
        return (self._current or 0) % 100 == 0

    @property
    def ends_with_a_scale(self) -> bool:
        """Whether nothing stands behind the last word of scale."""
        return self._current is None

    def take(self, word: str) -> bool:
        """Take one more word in; False where it does not fit to those before."""
        fits = not self.is_closed and self._take(word)
        self._words += fits
        return fits

    def _take(self, word: str) -> bool:
        current = self._current
        if word in CARDINALS:
            joined = _joined(current, float(CARDINALS[word]))
            if joined is None or joined >= self._ceiling:
                return False
            self._current, self.scale = joined, 1.0
        elif word == HUNDRED:
            if current is not None and (current >= 100 or current == 0):
                return False
            self._current, self.scale = (current or 1.0) * 100, 100.0
        elif word == DOZEN:
            if current is None or self._words > (not self._has_article):
                return False
            self._current, self.scale, self.is_closed = current * 12, 12.0, True
        elif word in SCALES:
            is_new = current is None and (self._total > 0 or not self._has_article)
            if SCALES[word] >= self._ceiling or is_new:
                return False
            self._ceiling = self.scale = SCALES[word]
            self._total, self._current = self._total + (current or 1.0) * self._ceiling, None
        else:
            return False
        return True

    def has_room_for(self, rest: float) -> bool:
        """Tell whether digits behind a hyphen go on from a scale: four-thousand-100."""
        return rest < self._ceiling < float("inf")

    def plus(self, rest: float) -> float:
        """Give the value with digits behind the last word of scale."""
        return self._total + rest


def in_words(tokens: Tokens, first: int, article: int | None = None) -> Number | None:
    """Read a number in words, as far as its words fit together.

    "one hundred and seventy" is one number; in "between one hundred and two hundred" the word
    "and" joins two, because 102 hundred is no number: the reading falls back to before it.
    """
    words = tokens.words
    numeral = _Numeral(article is not None)
    start = first if article is None else article
    before_and: tuple[int, float, float] | None = None
    at = last = first
    while at < len(words) and numeral.take(words[at]):
        last = at = at + 1
        following = tokens.word(at + 1)
        if tokens.word(at) == "-" and tokens.touches(at):
            if _is_remainder(tokens, at, numeral):
                value = numeral.plus(float(following))
                return Number(start, at + 2, value, value, "words")
            at += 1
        elif tokens.word(at) == "and" and numeral.is_even:
            before_and = (last, numeral.value, numeral.scale)
            if tokens.word(first - 1) == "between" or following not in CARDINALS:
                break
            at += 1
    if last == first:
        return None
    value, scale = numeral.value, numeral.scale
    joins_two = tokens.word(last) in MULTIPLIERS or numeral.ends_with_a_scale
    if before_and is not None and last > before_and[0] and joins_two:
        last, value, scale = before_and
    return _with_fraction(tokens, Number(start, last, value, value, "words", scale))


def _is_remainder(tokens: Tokens, hyphen: int, numeral: _Numeral) -> bool:
    """Tell whether digits behind a hyphen belong to a number in words."""
    word = tokens.word(hyphen + 1)
    return word.isdecimal() and tokens.touches(hyphen + 1) and numeral.has_room_for(float(word))


def _joined(current: float | None, value: float) -> float | None:
    """Put a numeral behind what was read: twenty + five, hundred + seventy; None if it cannot."""
    if current is None:
        return value
    if value < 10 and current % 100 >= 20 and current % 10 == 0:
        return current + value
    return current + value if current >= 100 and current % 100 == 0 else None


def _with_fraction(tokens: Tokens, number: Number) -> Number:
    """Read two-thirds, three quarters, two and a half million."""
    at = number.last
    if tokens.word(at) == "-":
        at += 1
    part = tokens.word(at)
    if (
        part in FRACTIONS
        and number.low < 10
        and number.last - number.first == 1
        and (number.low > 1) == part.endswith("s")
        and (number.low > 1 or _is_part(tokens, at + 1))
    ):
        value = number.low * FRACTIONS[part]
        return Number(number.first, at + 1, value, value, "fraction")
    if tokens.words[number.last : number.last + 3] == ["and", "a", "half"]:
        scale_word = tokens.word(number.last + 3)
        scale = MULTIPLIERS.get(scale_word, 1.0)
        value = (number.low + 0.5) * scale
        last = number.last + 3 + (scale_word in MULTIPLIERS)
        return Number(number.first, last, value, value, "words", scale)
    return number
