"""Days and months in Ukrainian and Russian sentences: of a statement, and of a period."""

import re
from datetime import date, timedelta

from analysis.extraction.knowledge import slavic_words as known
from analysis.extraction.moments import month, valid, weekday_before
from analysis.extraction.stems import Stems, spread
from analysis.extraction.tokens import Tokens

MONTHS = Stems(spread(known.MONTHS))
_WEEKDAYS = Stems(spread(known.WEEKDAYS))


def months_of(tokens: Tokens, day: date) -> list[tuple[int, str]]:
    """Find months, as pairs of a token and a partial date; with their day where one is given."""
    found = []
    words = tokens.words
    for at in range(len(words)):
        hit = MONTHS.at(words, at)
        if hit is None:
            continue
        number = int(hit[1])
        year = day.year - (number > day.month)
        if hit[0] < len(words) and re.fullmatch(r"20\d\d", words[hit[0]]):
            year = int(words[hit[0]])
        before = words[at - 1] if at else ""
        if before.isdecimal() and len(before) <= 2 and valid(year, number, int(before)):
            found.append((at, f"{month(year, number)}-{int(before):02d}"))
        else:
            found.append((at, month(year, number)))
    return found


def day_stated(tokens: Tokens, day: date, months: list[tuple[int, str]]) -> str:
    """Read the day of a statement: a weekday, a day of a month, a month by itself."""
    words = tokens.words
    for at in range(len(words)):
        hit = _WEEKDAYS.at(words, at)
        if hit is not None and (at == 0 or words[at - 1] in ("в", "у", "во", "минулої", "прошлую")):
            return weekday_before(day, int(hit[1])).isoformat()
    if "вчора" in words or "вчера" in words:
        return (day - timedelta(days=1)).isoformat()
    if "сьогодні" in words or "сегодня" in words:
        return day.isoformat()
    if len(months) == 1:
        at, value = months[0]
        before = words[at - 1] if at else ""
        if len(value) == 10 or before in ("в", "у"):
            return value
    return ""


def period_of(tokens: Tokens, months: list[tuple[int, str]]) -> tuple[str, str]:
    """Read "с января по март" and "наприкінці жовтня"."""
    words = tokens.words
    if len(months) == 2:
        before = words[months[0][0] - 1] if months[0][0] else ""
        if before in ("с", "з", "із", "від", "от"):
            return months[0][1], months[1][1]
    if len(months) == 1 and months[0][0]:
        before = words[months[0][0] - 1]
        if before in ("наприкінці", "кінці", "конце", "початку", "середину", "середини", "начале"):
            return months[0][1], months[0][1]
    return "", ""
