"""Expressions of time in a text, read against the day that it was written on.

A weekday is the latest such day on or before that day, unless the clause points forward. Years are
added to months by the same rule. Only what the words give is answered: "in February" is a month.
"""

from datetime import date

from analysis.extraction.knowledge.calendar_words import (
    ABBREVIATED_WEEKDAYS,
    AMBIGUOUS_MONTHS,
    MONTHS,
    PARTS_OF_DAY,
    WEEKDAYS,
)
from analysis.extraction.knowledge.number_words import ORDINALS, TENS
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import (
    Direction,
    Moment,
    month,
    valid,
    weekday_after,
    weekday_before,
    year_of_month,
)
from analysis.extraction.relative_dates import RELATIVE_STARTERS, relative_at
from analysis.extraction.tenses import direction_of
from analysis.extraction.tokens import Tokens
from analysis.extraction.years import YEARS, bare_year, spoken_year, spoken_year_value, year_of

STARTERS = frozenset([*MONTHS, *WEEKDAYS, *PARTS_OF_DAY, "nineteen", "two"]) | RELATIVE_STARTERS


def find_moments(tokens: Tokens, text: str, day: date) -> list[Moment]:
    """Find the expressions of time among tokens of ``text``, from left to right."""
    found: list[Moment] = []
    behind = 0
    for at in [
        at for at, word in enumerate(tokens.words) if word in STARTERS or word[0].isdecimal()
    ]:
        if at < behind:
            continue
        moment = _moment_at(tokens, text, day, at, found)
        if moment is not None:
            ahead = tokens.word(moment.first - 1) in _TOWARDS
            found.append(_in_the_year_named(moment, found) if ahead else moment)
            behind = moment.last
    return found


def _in_the_year_named(moment: Moment, before: list[Moment]) -> Moment:
    """Tell a month without a year from the year that the sentence named before it.

    "In mid-October 2024 it spoke of 3,000 and expected 10,000 by December": of the same year.
    """
    if moment.rule not in _WITHOUT_A_YEAR:
        return moment
    named = next((one for one in reversed(before) if one.rule in _WITH_A_YEAR), None)
    if named is None or moment.value[:4] <= named.value[:4]:
        return moment
    year = int(named.value[:4]) + (moment.value[5:7] < named.value[5:7])
    value = f"{year}{moment.value[4:]}"
    return moment if value > moment.value else moment._replace(value=value)


_TOWARDS = ("by", "until", "before", "around")
_WITHOUT_A_YEAR = ("date: month", "date: month and day", "date: day and month")
_WITH_A_YEAR = ("date: month and year", "date: month, day, year", "date: day, month, year")


def _moment_at(
    tokens: Tokens, text: str, day: date, at: int, before: list[Moment]
) -> Moment | None:
    """Try the rules in order: calendar dates, then what is told from the day of writing."""
    word = tokens.words[at]
    if word[0].isdecimal():
        return (
            _numeric_date(tokens, at)
            or _clock_and_day(tokens, text, day, at)
            or _day_month(tokens, text, day, at)
            or relative_at(tokens, day, at, before)
            or bare_year(tokens, at)
        )
    if word in WEEKDAYS:
        return _weekday(tokens, text, day, at)
    if word in MONTHS:
        return _month(tokens, text, day, at)
    return (
        relative_at(tokens, day, at, before)
        or _day_of_this_month(tokens, day, at)
        or spoken_year(tokens, at)
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= 4 else None


def _numeric_date(tokens: Tokens, at: int) -> Moment | None:
    """Read 2025-02-27, 27/02/2025 and 27.02.2025; where day and month may swap, none is read."""
    words = tokens.words
    if words[at].count(".") == 2:
        parts = words[at].split(".")
        if len(parts[2]) == 4 and all(part.isdecimal() for part in parts):
            day_number, month_number, year = (int(part) for part in parts)
            if year in YEARS and valid(year, month_number, day_number):
                value = f"{year}-{month_number:02d}-{day_number:02d}"
                return Moment(at, at + 1, value, "date: day.month.year")
        return None
    mark = tokens.word(at + 1)
    if mark not in ("-", "/") or tokens.word(at + 3) != mark:
        return None
    if not all(tokens.touches(place) for place in range(at + 1, min(at + 5, len(words)))):
        return None
    numbers = [_number(words[at]), _number(tokens.word(at + 2)), _number(tokens.word(at + 4))]
    if None in numbers:
        return None
    one, two, three = (number or 0 for number in numbers)
    if one in YEARS:
        year, month_number, day_number = one, two, three
    elif three in YEARS and (one > 12 or two > 12 or one == two):
        year, month_number, day_number = three, min(one, two), max(one, two)
    else:
        return None
    if not valid(year, month_number, day_number):
        return None
    return Moment(at, at + 5, f"{year}-{month_number:02d}-{day_number:02d}", "date: in digits")


def _day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read a day of the month: 7, 7th, seventh, twenty-first; with the token behind it."""
    word = tokens.word(at)
    number = _number(word)
    if number is not None:
        if not 1 <= number <= 31 or len(word) > 2:
            return None
        if tokens.word(at + 1) in ("st", "nd", "rd", "th") and tokens.touches(at + 1):
            return number, at + 2
        # 9:30 and 5% are no days.
        if tokens.word(at + 1) == "%" or (
            tokens.word(at + 1) == ":" and tokens.word(at + 2).isdecimal()
        ):
            return None
        return number, at + 1
    if word in ORDINALS and ORDINALS[word] <= 31:
        return ORDINALS[word], at + 1
    if word in ("twenty", "thirty") and tokens.word(at + 1) == "-":
        number = TENS[word] + ORDINALS.get(tokens.word(at + 2), 0)
        return (number, at + 3) if TENS[word] < number <= 31 else None
    return None


def _looks_like_a_month(tokens: Tokens, text: str, at: int) -> bool:
    """Tell a month from the word "may" and its like: by the capital, and by what stands around."""
    word = tokens.words[at]
    if word not in AMBIGUOUS_MONTHS:
        return True
    if not text[tokens.starts[at]].isupper():
        return False
    beside = _day_number(tokens, at + 1 + (tokens.word(at + 1) == "."))
    if beside is not None or year_of(tokens, at + 1) is not None:
        return True
    return word in ("may", "march") and (
        tokens.word(at - 1) in _BEFORE_A_MONTH or tokens.word(at - 2) in _BEFORE_A_MONTH
    )


_BEFORE_A_MONTH = word_set(
    """
    in by since until last next this early late mid of from through during and to for before
    after between or
    """
)


def _month(tokens: Tokens, text: str, day: date, at: int) -> Moment | None:
    """Read what begins with the name of a month: March 7, 1989 · March 1989 · March."""
    if not _looks_like_a_month(tokens, text, at):
        return None
    number = MONTHS[tokens.words[at]]
    after = at + 1
    if tokens.word(after) == "." and tokens.words[at] != "may":
        after += 1
    following = tokens.word(after)
    numbered = _day_number(tokens, after)
    if numbered is not None:
        day_number, last = numbered
        year_at = last + (tokens.word(last) == ",")
        year = year_of(tokens, year_at)
        if year is None and tokens.word(last) == "," and tokens.word(last + 1) == "last":
            year = day.year - 1 if tokens.word(last + 2) == "year" else None
            year_at = last + 2
        if year is not None:
            return _dated(at, year_at + 1, year, number, day_number, "date: month, day, year")
        year = year_of_month(day, number, day_number, direction_of(tokens, at))
        return _dated(at, last, year, number, day_number, "date: month and day")
    year_at = after + (following in (",", "of", "'"))
    year = year_of(tokens, year_at) or spoken_year_value(tokens, year_at)
    if year is not None:
        last = year_at + (1 if year_of(tokens, year_at) else 3)
        return Moment(at, last, month(year, number), "date: month and year")
    for shape, step in ((("this", "year"), 0), (("last", "year"), -1), (("next", "year"), 1)):
        start = after + (following in (",", "of"))
        if (tokens.word(start), tokens.word(start + 1)) == shape:
            return Moment(
                at, start + 2, month(day.year + step, number), "date: month of a relative year"
            )
    previous = tokens.word(at - 1)
    direction = direction_of(tokens, at)
    if previous in ("by", "until") and direction is not Direction.AHEAD:
        direction = Direction.PERHAPS_AHEAD
    if previous == "last":
        year = day.year - (number >= day.month)
    elif previous in ("this", "next", "coming"):
        year = day.year + (number < day.month)
    else:
        year = year_of_month(day, number, None, direction)
    first = at - 1 if previous in ("last", "this", "next") else at
    return Moment(first, after if following != "," else at + 1, month(year, number), "date: month")


def _dated(
    first: int, last: int, year: int, month_number: int, day_number: int, rule: str
) -> Moment | None:
    if not valid(year, month_number, day_number):
        return None
    return Moment(first, last, f"{year}-{month_number:02d}-{day_number:02d}", rule)


def _day_month(tokens: Tokens, text: str, day: date, at: int) -> Moment | None:
    """Read 7 March 1989, 7th of March and 7 March."""
    numbered = _day_number(tokens, at)
    if numbered is None:
        return None
    day_number, after = numbered
    if tokens.word(after) == "of":
        after += 1
    name = tokens.word(after)
    if name not in MONTHS or (
        name in AMBIGUOUS_MONTHS and not text[tokens.starts[after]].isupper()
    ):
        return None
    last = after + 1 + (tokens.word(after + 1) == "." and name != "may")
    year_at = last + (tokens.word(last) == ",")
    year = year_of(tokens, year_at)
    if year is not None:
        return _dated(at, year_at + 1, year, MONTHS[name], day_number, "date: day, month, year")
    # "On 7 March 12 soldiers": the digits behind the month are no second day.
    year = year_of_month(day, MONTHS[name], day_number, direction_of(tokens, at))
    return _dated(at, last, year, MONTHS[name], day_number, "date: day and month")


def _day_of_this_month(tokens: Tokens, day: date, at: int) -> Moment | None:
    """Read "on the 2nd" as the latest such day, as Korean agencies write it."""
    if tokens.words[at] != "the" or tokens.word(at - 1) not in ("on", "by", "until"):
        return None
    numbered = _day_number(tokens, at + 1)
    if numbered is None or numbered[1] != at + 3:
        return None
    if tokens.word(at + 3) in ("of", *MONTHS) or tokens.word(at + 3)[:1].isupper():
        return None
    number, last = numbered
    back = 0 if number <= day.day else -1
    value = month(day.year, day.month + back)
    if not valid(int(value[:4]), int(value[5:]), number):
        return None
    return Moment(at, last, f"{value}-{number:02d}", "date: day of this month")


def _weekday(tokens: Tokens, text: str, day: date, at: int) -> Moment | None:
    """Read a weekday, with the date behind it or the words around it."""
    word = tokens.words[at]
    if word in ABBREVIATED_WEEKDAYS:
        if not text[tokens.starts[at]].isupper():
            return None
        if word in ("sat", "sun", "mon") and tokens.word(at + 1) not in (",", "."):
            return None
    last = at + 1
    skip = last + (tokens.word(last) in (",", "."))
    skip += tokens.word(skip) == ","
    dated = None
    if tokens.word(skip) in MONTHS:
        dated = _month(tokens, text, day, skip)
    elif tokens.word(skip)[:1].isdecimal():
        dated = _day_month(tokens, text, day, skip)
    if dated is not None and len(dated.value) == 10:
        return Moment(at, dated.last, dated.value, "date: weekday and date")
    if word in ABBREVIATED_WEEKDAYS:
        return None
    number = WEEKDAYS[word]
    previous = tokens.word(at - 1)
    first = at - 1 if previous in _AROUND_A_WEEKDAY else at
    if tokens.word(last) in PARTS_OF_DAY:
        last += 1
    if tokens.word(last) == "last" and tokens.word(last + 1) == "week":
        found = weekday_before(weekday_before(day, 6, strictly=True), number)
        return Moment(at, last + 2, found.isoformat(), "date: weekday of last week")
    if previous in ("last", "past", "previous"):
        return Moment(
            first,
            last,
            weekday_before(day, number, strictly=True).isoformat(),
            "date: last weekday",
        )
    if previous in ("next", "coming"):
        return Moment(first, last, weekday_after(day, number).isoformat(), "date: next weekday")
    if direction_of(tokens, at) is Direction.AHEAD:
        return Moment(first, last, weekday_after(day, number).isoformat(), "date: weekday ahead")
    return Moment(first, last, weekday_before(day, number).isoformat(), "date: latest weekday")


_AROUND_A_WEEKDAY = frozenset(["last", "next", "this", "past", "previous", "coming", "early"]) | {
    "late",
    "earlier",
    "later",
}


def _clock_and_day(tokens: Tokens, text: str, day: date, at: int) -> Moment | None:
    """Read a time of day before a weekday or date as part of it: 10 p.m. Wednesday."""
    place = at + 1
    if tokens.word(place) == ":" and tokens.touches(place):
        place += 2
    if tokens.word(place) not in ("a.m.", "p.m.", "am", "pm"):
        return None
    place += 1
    if tokens.word(place) in ("est", "edt", "gmt", "et"):
        place += 1
    place += tokens.word(place) in (",", "on")
    if tokens.word(place) not in WEEKDAYS and tokens.word(place) not in MONTHS:
        return None
    moment = _moment_at(tokens, text, day, place, [])
    return moment and Moment(at, moment.last, moment.value, moment.rule)
