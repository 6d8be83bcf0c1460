"""Korean articles: numbers in ten-thousands, hedges on both sides, and the names of claimants."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from analysis.codebook import Bound, Population, Unit
from analysis.extraction.knowledge import korean_words as known
from analysis.extraction.knowledge.table import Row
from analysis.extraction.moments import month, valid
from analysis.extraction.numbers import NO_COUNT
from analysis.extraction.seen import Figure, Near, Words
from analysis.extraction.sentences import Sentence

_UNITS = {"만": 1e4, "천": 1e3, "백": 1e2, "억": 1e8}
# Nothing is given back once it is read, and no number begins inside another: else a long row of
# digits would be tried at each of them, in each way of cutting it.
_START = r"(?<!\d)(?<!\d[,\s])"
_ONE = r"(?:\d[\d,]*+(?:\.\d++)?+\s?+[억만천백]?+\s?+)++"
_COUNTER = "|".join(
    sorted((re.escape(row.phrase) for row in known.COUNTERS), key=len, reverse=True)
)
_NUMBER = re.compile(
    rf"{_START}(?P<low>{_ONE})(?:\s?[~∼-]\s?(?P<high>{_ONE}))?(?P<odd>{known.ODD})?\s?(?P<counter>{_COUNTER})"
)
_VAGUE = re.compile(rf"(?P<vague>{'|'.join(known.VAGUE)})\s?(?P<counter>{_COUNTER})")
_SHORT = re.compile(_START + r"(?P<low>\d[\d,]*+\s?[만천]\s?(?:\d+\s?천)?)(?=\s?파병)")
_DAY = re.compile(r"(?P<last>지난달|이달|오는)?\s?(?:(?P<month>\d{1,2})월\s?)?(?P<day>\d{1,2})일")
_MONTH = re.compile(r"(?P<year>지난해|작년|올해|내년)?\s?(?P<month>\d{1,2})월(?!\s?\d{1,2}일)")


def read(sentence: Sentence, text: str, day: date) -> Words:
    """See a Korean sentence through the tables."""
    start, end = sentence.start, sentence.end
    line = text[start:end]
    figures = sorted(_figures(text, start, end, day))
    months = [_month(match, day) for match in _MONTH.finditer(line)]
    return Words(
        sentence=sentence,
        figures=figures,
        events=_near(known.EVENTS, text, start, end),
        places=_near(known.PLACES, text, start, end),
        claimants=_near(known.CLAIMANTS, text, start, end),
        relays=_relays(text, start, end),
        is_northern=any(word in line for word in known.NORTHERN),
        is_planned=lambda figure: _is_planned(text, figure, end),
        points_back="이날" in line or "것으로 알려" in line,
        tells_of_the_one_before=False,
        recalls=any(word in line for word in known.EARLIER),
        same_day="이날" in line,
        stated=_stated(line, day, months),
        period=_period(line, months),
        events_lead=True,
    )


def _near(rows: tuple[Row, ...], text: str, start: int, end: int) -> list[Near]:
    """Find a table's phrases in a stretch; one inside a longer one does not count."""
    found: list[Near] = []
    for row in rows:
        at = text.find(row.phrase, start, end)
        while at >= 0:
            found.append(Near(at, at + len(row.phrase), row.value))
            at = text.find(row.phrase, at + 1, end)
    found.sort(key=lambda near: (near.start, -near.end))
    kept: list[Near] = []
    for near in found:
        if not kept or near.start >= kept[-1].end:
            kept.append(near)
    return kept


_RELAY = re.compile(r"[가-힣]{2,4}(?:·[가-힣]{2,4})*\s(?:의원|간사)")


def _relays(text: str, start: int, end: int) -> list[Near]:
    return [Near(*match.span(), "relay") for match in _RELAY.finditer(text, start, end)]


def value_of(written: str) -> float | None:
    """Read digits with Korean scales.

    >>> value_of("1만1천"), value_of("2천700"), value_of("15,000")
    (11000.0, 2700.0, 15000.0)
    """
    total = 0.0
    for digits, scale in re.findall(r"(\d[\d,]*(?:\.\d+)?)\s?([억만천백]?)", written):
        total += float(digits.replace(",", "")) * _UNITS.get(scale, 1.0)
    return total if 0 < total < NO_COUNT else None


def _figures(text: str, start: int, end: int, day: date) -> Iterator[Figure]:
    taken: list[tuple[int, int]] = []
    for pattern in (_NUMBER, _SHORT, _VAGUE):
        for match in pattern.finditer(text, start, end):
            if any(match.start() < last and first < match.end() for first, last in taken):
                continue
            figure = _figure(text, match, start, end, day)
            if figure is not None:
                taken.append(match.span())
                yield figure


def _figure(text: str, match: "re.Match[str]", start: int, end: int, day: date) -> Figure | None:
    groups = match.groupdict()
    counter = groups.get("counter") or "명"
    unit = Unit(next((row.value for row in known.COUNTERS if row.phrase == counter), "people"))
    around = text[max(start, match.start() - 25) : min(end, match.end() + 15)]
    needed = known.NEEDS.get(unit.value)
    if needed and not any(word in around for word in needed):
        return None
    if unit is Unit.PERCENT:
        return None
    first, last, bound, rule = _hedged(text, match, start, end, bool(groups.get("odd")))
    vague = groups.get("vague")
    low: float
    high: float
    if vague:
        low, high = known.VAGUE[vague]
        bound, rule = Bound.VAGUE, f"bound: the word {vague!r}"
    else:
        one = value_of(groups["low"])
        two = value_of(groups["high"]) if groups.get("high") else None
        if one is None:
            return None
        low, high = one, two or one
        if two:
            bound, rule = Bound.RANGE, "range: A~B"
    return Figure(
        start=first,
        end=last,
        low=None if bound in (Bound.UP_TO, Bound.LESS_THAN) else low,
        high=None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else high,
        bound=bound,
        bound_rule=rule,
        unit=unit,
        population=_population(around, unit),
        period=_year_before(text[max(start, first - _A_YEAR_AWAY) : first], day),
    )


# "올해 들어 3천~4천 명": a year stands so many characters before its amount.
_A_YEAR_AWAY = 8


def _year_before(line: str, day: date) -> tuple[str, str]:
    """Read the year whose amount a number is: "지난해 1만1천여 명"."""
    for word, step in known.YEARS.items():
        if word in line and "월" not in line:
            year = str(day.year + step)
            return year, year
    return "", ""


def _hedged(
    text: str, match: "re.Match[str]", start: int, end: int, odd: bool
) -> tuple[int, int, Bound, str]:
    """Find the hedges beside a number; one that sets a direction goes before one that says about."""
    first, last = match.span()
    bound, rule = (Bound.ABOUT, "bound: 여 in the number") if odd else (Bound.EXACT, "bound: none")
    before = text[max(start, first - 6) : first].rstrip()
    for row in known.BEFORE:
        if before.endswith(row.phrase):
            first = text.rindex(row.phrase, start, first)
            bound, rule = Bound(row.value), f"bound: {row.phrase!r} before"
    behind = text[last : min(end, last + 8)]
    for row in known.BEHIND:
        at = behind.find(row.phrase)
        if 0 <= at <= 2 and (bound in (Bound.EXACT, Bound.ABOUT)):
            last += at + len(row.phrase)
            bound, rule = Bound(row.value), f"bound: {row.phrase!r} behind"
            break
    return first, last, bound, rule


def _population(around: str, unit: Unit) -> Population:
    if unit is not Unit.PEOPLE:
        return Population.UNITS if unit is Unit.UNITS else Population.MATERIEL
    for row in known.POPULATIONS:
        if row.phrase in around:
            return Population(row.value)
    return Population.SOLDIERS


# So far behind a number the end of its clause may stand, which alone tells plans in Korean.
_AHEAD = 40


def _is_planned(text: str, figure: Figure, end: int) -> bool:
    near = text[figure.end : min(end, figure.end + _AHEAD)]
    return any(word in near for word in known.PLANNED)


def _month(match: "re.Match[str]", day: date) -> str:
    number = int(match["month"])
    if not 1 <= number <= 12:
        return ""
    if match["year"] in ("지난해", "작년"):
        return month(day.year - 1, number)
    return month(day.year - (number > day.month and match["year"] != "올해"), number)


def _stated(line: str, day: date, months: list[str]) -> str:
    """Read the day of a statement: "13일", "지난달 30일", "3월 말"."""
    if not any(word in line for word in known.SAYING):
        return ""
    for match in _DAY.finditer(line):
        number = int(match["day"])
        base = month(day.year, day.month - (match["last"] == "지난달" or number > day.day))
        if match["month"]:
            base = month(day.year - (int(match["month"]) > day.month), int(match["month"]))
        if valid(int(base[:4]), int(base[5:]), number):
            return f"{base}-{number:02d}"
    if "이날" in line:
        return day.isoformat()
    if "전날" in line:
        return (day - timedelta(days=1)).isoformat()
    alone = len(months) == 1 and re.search(r"월\s?(?:말|초|중순|에|,|\s)", line)
    return months[0] if alone else ""


def _period(line: str, months: list[str]) -> tuple[str, str]:
    """Read "1월부터 3월 사이" and "12월까지"; a month alone belongs to the statement."""
    if len(months) == 2 and ("부터" in line or "사이" in line):
        return months[0], months[1]
    if len(months) == 1 and "까지" in line:
        return "", months[0]
    return "", ""
