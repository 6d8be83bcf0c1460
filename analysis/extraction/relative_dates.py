"""Times told from the day of writing, or from a time named just before: last week, a year ago."""

from datetime import date, timedelta

from analysis.extraction.knowledge.calendar_words import (
    AGO,
    DAYS,
    EDGES,
    MONTHS,
    PARTS_OF_DAY,
    PARTS_OF_PERIOD,
    PERIODS,
    SEASON_MONTHS,
    SEASONS,
    STEPS,
)
from analysis.extraction.knowledge.number_words import TENS, UNITS
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import Direction, Moment, add_months, month, quarter, week
from analysis.extraction.tenses import direction_of
from analysis.extraction.tokens import Tokens

_SMALL = UNITS | TENS | {"a": 1, "an": 1}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2}

RELATIVE_STARTERS = frozenset().union(
    DAYS, STEPS, SEASONS, _SMALL, _QUARTERS, PARTS_OF_PERIOD, EDGES, _HALVES
) | word_set("overnight year year's the that q h several some nearly noon fiscal its")
# Words between "the" and a quarter that do not change which one it is.
_TRIMMINGS = frozenset(["fiscal", "company's", "seasonally", "'s", "-", "full", "calendar"])


def relative_at(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read the relative expression that begins with this token; None if none does.

    ``before`` holds the moments already found; "that year", "the quarter" and "a year earlier"
    are told from the last of them.
    """
    word = tokens.words[at]
    for rule in _RULES_OF.get(word, ()) if not word.isdecimal() else (_ago,):
        moment = rule(tokens, day, at, before)
        if moment is not None:
            return moment
    return None


def _named_day(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    word = tokens.words[at]
    last = at + 1
    if word in DAYS:
        if tokens.word(last) in PARTS_OF_DAY:
            last += 1
        value = day + timedelta(days=DAYS[word])
        return Moment(at, last, value.isoformat(), f"date: {word}")
    if word in ("this", "last") and tokens.word(last) in PARTS_OF_DAY:
        value = day - timedelta(days=word == "last")
        return Moment(at, last + 1, value.isoformat(), "date: part of the day")
    return None


def _ago(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read "two weeks ago" and "a year earlier", and "year-ago" before a noun."""
    word = tokens.words[at]
    if word == "year" and tokens.word(at + 1) == "-" and tokens.word(at + 2) in AGO:
        return _a_year_back(at, at + 3, tokens, day, before)
    number = int(word) if word.isdecimal() and len(word) <= 3 else _SMALL.get(word)
    if number is None:
        return None
    place = at + 1
    if word in TENS and tokens.word(place) == "-":
        number += UNITS.get(tokens.word(place + 1), 0)
        place += 2
    unit = PERIODS.get(tokens.word(place))
    if unit is None:
        return None
    place += 1
    if tokens.word(place) == "or" and tokens.word(place + 1) == "so":
        place += 2
    if tokens.word(place) not in AGO:
        return None
    if unit == "year" and number == 1:
        return _a_year_back(at, place + 1, tokens, day, before)
    if tokens.word(place) == "earlier" and unit != "year":
        return None
    value = _back(day, unit, number)
    return Moment(at, place + 1, value, "date: so long ago") if value else None


def _a_year_back(
    at: int, last: int, tokens: Tokens, day: date, before: list[Moment]
) -> Moment | None:
    """Go back one year from the quarter that the text speaks of, else from the day of writing."""
    while tokens.word(last) in ("third", "quarter", "period", "second", "first", "fourth", "-"):
        last += 1
    named = before[-1].value if before else ""
    for moment in reversed(before[-3:]):
        if "-Q" in moment.value:
            named = moment.value
            break
    if "-Q" in named and int(named[:4]) == day.year:
        return Moment(at, last, f"{int(named[:4]) - 1}{named[4:]}", "date: a year before a quarter")
    return Moment(at, last, str(day.year - 1), "date: a year ago")


def _back(day: date, unit: str, number: int) -> str | None:
    if unit == "day":
        return (day - timedelta(days=number)).isoformat()
    if unit == "week":
        return (day - timedelta(weeks=number)).isoformat()
    if unit == "month":
        return add_months(day, -number).isoformat()[:7] if number < 1200 else None
    if unit == "year":
        return str(day.year - number) if number < _LONG_AGO else None
    return str(day.year - 10 * number) if unit == "decade" and 10 * number < _LONG_AGO else None


# So many years before any article years have fewer than four digits.
_LONG_AGO = 900


def _stepped(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read last, this and next with a period: last week, this year's third quarter, next month."""
    word = tokens.words[at]
    start = at
    if word == "the":
        at += 1
        word = tokens.word(at)
        if word not in ("current", "latest", "coming", "previous", "following", "same", "past"):
            return None
    step = STEPS.get(word)
    if step is None:
        return None
    place = at + 1
    if tokens.word(place) in ("fiscal", "calendar", "full"):
        place += 1
    unit = PERIODS.get(tokens.word(place))
    if unit is None or tokens.word(place).rstrip("s") != unit.rstrip("s"):
        return None
    if tokens.word(place).endswith("s") or (word == "past" and unit != "weekend"):
        return None
    if word in ("following", "previous", "same") or (word == "latest" and unit != "year"):
        return _from_named(start, place + 1, unit, step, day, before)
    if word == "latest":
        step = -1
    value = _stepped_value(day, unit, step)
    if value is None:
        return None
    last = place + 1
    if unit == "year" and tokens.word(last) == "'s":
        inner = _quarter(tokens, day, last + 1, before)
        if inner is not None and "-Q" in inner.value:
            return Moment(start, inner.last, f"{value}{inner.value[4:]}", "date: quarter of a year")
    return Moment(start, last, value, f"date: {word} {unit}")


def _stepped_value(day: date, unit: str, step: int) -> str | None:
    if unit == "week":
        return week(day + timedelta(weeks=step))
    if unit == "month":
        return month(day.year, day.month + step)
    if unit == "year":
        return str(day.year + step)
    if unit == "quarter":
        return quarter(day, step)
    if unit == "weekend":
        return f"{week(day + timedelta(weeks=step))}-WE"
    return None


def _from_named(
    first: int, last: int, unit: str, step: int, day: date, before: list[Moment]
) -> Moment | None:
    """Go a step from the moment named before: the following year, the same month."""
    named = next((moment.value for moment in reversed(before) if moment.value), "")
    if unit == "year" and len(named) >= 4:
        return Moment(first, last, str(int(named[:4]) + step), "date: told from the one before")
    if unit == "month" and len(named) >= 7 and named[5:7].isdecimal():
        value = month(int(named[:4]), int(named[5:7]) + step)
        return Moment(first, last, value, "date: told from the one before")
    if unit == "day" and len(named) == 10 and named[5:7].isdecimal():
        stepped = (date.fromisoformat(named) + timedelta(days=step)).isoformat()
        return Moment(first, last, stepped, "date: told from the one before")
    if unit == "quarter":
        return Moment(first, last, _quarter_named(day, before), "date: told from the one before")
    return None


def _quarter_named(day: date, before: list[Moment]) -> str:
    for moment in reversed(before):
        if "-Q" in moment.value and int(moment.value[:4]) == day.year:
            return moment.value
    return quarter(day, -1)


def _part(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read a part of a period: early next year, earlier this month, mid-1996, late yesterday."""
    if tokens.words[at] not in PARTS_OF_PERIOD:
        return None
    place = at + 1
    if tokens.word(place) == "-":
        place += 1
    if tokens.word(place) == "in" and tokens.word(place + 1) in ("the", "this"):
        unit = PERIODS.get(tokens.word(place + 2))
        value = _stepped_value(day, unit, 0) if unit else None
        return Moment(at, place + 3, value, "date: part of the period") if value else None
    inner = _stepped(tokens, day, place, before) if tokens.word(place) else None
    if inner is None and tokens.word(place) in DAYS:
        inner = _named_day(tokens, day, place, before)
    return inner and Moment(at, inner.last, inner.value, inner.rule)


def _edge(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read the end, beginning or middle of a period as that period."""
    start = at
    if tokens.words[at] == "the":
        at += 1
    if tokens.word(at) not in EDGES or tokens.word(at + 1) != "of":
        return None
    place = at + 2
    word = tokens.word(place)
    if len(word) == 4 and word.isdecimal() and 1900 <= int(word) < 2100:
        return Moment(start, place + 1, word, "date: edge of a year")
    if word == "the" and tokens.word(place + 1) in ("year", "month", "week", "quarter"):
        value = _stepped_value(day, tokens.word(place + 1), 0)
        return Moment(start, place + 2, value, "date: edge of the period") if value else None
    if word in MONTHS:
        return None
    inner = _stepped(tokens, day, place, before) if word in STEPS else None
    return inner and Moment(start, inner.last, inner.value, inner.rule)


def _quarter(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read quarters and halves: the third quarter of 1990, Q3 2024, first half of last year."""
    place = at
    if tokens.word(place) in ("the", "its", "their", "that"):
        place += 1
    year = None
    if _is_year(tokens.word(place)) and place > at:
        year = int(tokens.word(place))
        place += 1
    while tokens.word(place) in _TRIMMINGS:
        place += 1
    word = tokens.word(place)
    sign = "Q"
    if word == "q" and tokens.word(place + 1) in ("1", "2", "3", "4"):
        number, place = int(tokens.word(place + 1)), place + 2
    elif word in _QUARTERS and "quarter" in (tokens.word(place + 1), tokens.word(place + 2)):
        if tokens.word(place + 1) not in ("quarter", "-"):
            return None
        number, place = _QUARTERS[word], place + 2 + (tokens.word(place + 1) == "-")
    elif word in _HALVES and tokens.word(place + 1) == "half":
        number, place, sign = _HALVES[word], place + 2, "H"
    elif word == "quarter" and place > at and year is None and tokens.word(place + 1) != "-":
        return Moment(at, place + 1, _quarter_named(day, before), "date: the quarter named before")
    elif word in ("period", "quarter") and year is not None:
        named = _quarter_named(day, before)
        return Moment(at, place + 1, f"{year}{named[4:]}", "date: same quarter of a year")
    else:
        return None
    if year is None:
        year, place = _year_behind(tokens, place, day)
    if year is None:
        if sign == "H":
            return None
        year = day.year - ((day.month - 1) // 3 + 1 < number)
        if number == (day.month - 1) // 3 + 2:
            year = day.year
    return Moment(at, place, f"{year}-{sign}{number}", "date: quarter or half")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) < 2100


def _year_behind(tokens: Tokens, place: int, day: date) -> tuple[int | None, int]:
    """Read the year behind a quarter, with the token after it; None where there is none."""
    at = place + (tokens.word(place) in ("of", ",", "in"))
    if _is_year(tokens.word(at)):
        return int(tokens.word(at)), at + 1
    if tokens.word(at) in ("last", "this", "next") and tokens.word(at + 1) == "year":
        return day.year + STEPS[tokens.word(at)], at + 2
    return None, place


def _year_end(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read year-end, year's end and the year end as the year."""
    words = tokens.words[at : at + 3]
    if words[:1] != ["year"]:
        return None
    if words in (["year", "-", "end"], ["year", "'s", "end"]):
        return Moment(at, at + 3, str(day.year), "date: end of the year")
    return (
        Moment(at, at + 2, str(day.year), "date: end of the year")
        if words[1:2] == ["end"]
        else None
    )


def _back_to(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read "that day" and "the year" as the one named before; "the weekend" as the last one."""
    word, following = tokens.words[at], tokens.word(at + 1)
    if word == "the" and following == "weekend":
        back = (day.weekday() - 5) % 7
        return Moment(at, at + 2, f"{week(day - timedelta(days=back))}-WE", "date: the weekend")
    if word in ("that", "same") and following in ("year", "month", "day"):
        return _from_named(at, at + 2, following, 0, day, before)
    return None


def _lies_behind(tokens: Tokens, at: int, season: str, day: date) -> bool:
    """Tell whether "the winter" is the one before: its turn this year is still to come."""
    first, last = SEASON_MONTHS[season]
    is_past = tokens.word(at) == "the" and direction_of(tokens, at) is Direction.BACK
    return first > day.month and (day.month <= last < first or is_past)


def _season(tokens: Tokens, day: date, at: int, before: list[Moment]) -> Moment | None:
    """Read a season with its year: last fall, spring 2024, this winter."""
    word = tokens.words[at]
    if word in ("last", "this", "next", "the", "past"):
        season = SEASONS.get(tokens.word(at + 1))
        if season is None:
            return None
        year, last = _year_behind(tokens, at + 2, day)
        if year is None:
            year, last = day.year + min(0, STEPS.get(word, 0)), at + 2
            if word in ("the", "this") and _lies_behind(tokens, at, season, day):
                year -= 1
        return Moment(at, last, f"{year}-{season}", "date: season")
    if word in SEASONS:
        year, last = _year_behind(tokens, at + 1, day)
        if year is not None:
            return Moment(at, last, f"{year}-{SEASONS[word]}", "date: season")
    return None


# Which rules an expression that begins with a word can follow, in their order.
_BEGIN = {
    _named_day: {*DAYS, "this", "last"},
    _ago: {*_SMALL, "year"},
    _stepped: {*STEPS, "the"},
    _edge: {*EDGES, "the"},
    _part: PARTS_OF_PERIOD,
    _quarter: {"the", "its", "their", "that", "q", *_TRIMMINGS, *_QUARTERS, *_HALVES},
    _year_end: {"year"},
    _back_to: {"the", "that", "same"},
    _season: {"last", "this", "next", "the", "past", *SEASONS},
}
_RULES_OF = {
    word: tuple(rule for rule, words in _BEGIN.items() if word in words)
    for word in frozenset().union(*_BEGIN.values())
}
