"""When: the day a number was said and the period it is about, as far as the sentence tells."""

from datetime import date, timedelta
from typing import NamedTuple

from analysis.codebook import Kind, Modality, Scope
from analysis.extraction.attribution import SOURCE_RULES, Cue
from analysis.extraction.found import NOTHING, Field
from analysis.extraction.knowledge.calendar_words import SEASON_MONTHS
from analysis.extraction.knowledge.event_words import EARLIER
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import Moment
from analysis.extraction.reading import Reading


class Period(NamedTuple):
    """The period that a number is about; an end that is not given is empty."""

    start: Field
    end: Field


NO_PERIOD = Period(NOTHING, NOTHING)
# Behind these nouns stands the day of the statement: "in a briefing on Wednesday".
_OCCASIONS = word_set(
    """
    statement interview briefing report speech post update address session conference hearing
    telegram audit meeting announcement release message facebook parliament lawmakers reporters
    media journalists cnn reuters closed-door committee assembly parliamentary
    """
)
_PUBLISHED = [
    [verb, *on]
    for verb in ("published", "released", "posted", "aired", "issued", "broadcast", "dated")
    for on in (["on"], [])
]
# "A Jan. 13 estimate".
_PAPERS = [
    [noun] for noun in ("estimate", "report", "assessment", "statement", "briefing", "update")
]
# May stand between a verb of saying and its day.
_BETWEEN = word_set(
    """
    on late early earlier in a an the statement also that , to reporters briefing lawmakers
    media parliament telegram interview back
    """
)


def stated_moment(reading: Reading, cue: Cue | None, number: int) -> Moment | None:
    """Find the moment at which a source spoke: beside its verb, or at the head of its sentence."""
    if cue is None:
        return None
    if cue.rule in SOURCE_RULES:
        # "Quoting officials, the BBC reported on Wednesday": the day stands at the other verb.
        for other in reading.cues:
            if other.rule not in SOURCE_RULES:
                moment = stated_moment(reading, other, number)
                if moment is not None:
                    return moment
    words = reading.words
    for moment in reading.moments:
        if not moment.value:
            continue
        if cue.last <= moment.first <= cue.last + 5 and set(
            words[cue.last : moment.first]
        ) <= _BETWEEN | set(words[cue.source_first : cue.source_last]):
            return moment
        if min(cue.source_first, cue.first) <= moment.first < max(cue.first, cue.source_last):
            return moment
        if cue.source_last <= moment.first <= cue.source_last + 2 and moment.first < number:
            return moment
        if (
            len(moment.value) > 4
            and _heads(reading, moment)
            and moment.last <= cue.source_first <= moment.last + 8
        ):
            return moment
        if words[cue.first] in _TOLD and _ends_the_telling(reading, cue, moment):
            return moment
        if _OCCASIONS.intersection(words[max(0, moment.first - 4) : moment.first]) and (
            words[moment.first - 1] in ("on", "of", "published", "released", "posted")
        ):
            return moment
        if words[max(0, moment.first - 2) : moment.first] in _PUBLISHED:
            return moment
        if words[max(0, moment.first - 1) : moment.first] in _PUBLISHED:
            return moment
        if words[moment.last : moment.last + 1] in _PAPERS and moment.last <= cue.first + 1:
            return moment
        if words[max(0, moment.first - 2) : moment.first] == ["as", "of"] and (
            cue.rule in SOURCE_RULES
        ):
            return moment
    return None


def occasion_moment(reading: Reading) -> Moment | None:
    """Find the day of a briefing, hearing or release that a sentence tells of."""
    for moment in reading.moments:
        near = reading.words[max(0, moment.first - 9) : moment.first]
        if near[-1:] == ["on"] and _OCCASIONS.intersection(near) and len(moment.value) == _A_DAY:
            return moment
    return None


def _heads(reading: Reading, moment: Moment) -> bool:
    """Tell whether a moment leads its sentence: "On Friday, …", "Earlier, in June the agency …"."""
    words = reading.words
    if any(word[0].isalnum() and word not in _LEADING for word in words[: moment.first]):
        return False
    return words[moment.last : moment.last + 1] == [","] or moment.first <= _LEAD


_LEADING = word_set("on in at earlier late later also meanwhile but and then only already back")
_LEAD = 2
_TOLD = word_set(
    "told informed briefed spoke reported released published issued presented testified submitted"
)
# How far "told the National Assembly's intelligence committee on Monday" may run.
_TELLING = 9


def _ends_the_telling(reading: Reading, cue: Cue, moment: Moment) -> bool:
    """Tell whether a moment stands behind those who were told, before what they were told."""
    words = reading.words
    if not cue.last <= moment.first <= cue.last + _TELLING:
        return False
    if {",", ".", ";", "that", '"'}.intersection(words[cue.last : moment.first]):
        return False
    if any(cue.last <= other.first < moment.first for other in reading.quantities):
        return False
    return reading.word(moment.last) in ("that", ",", ".", "", "in", "during", "about", ":")


def partial(moment: Moment, day: date) -> str:
    """Write a moment as a partial date of the ledger; a week becomes the month it lies in."""
    value = moment.value
    if "-Q" in value or "-H" in value or value[5:] in SEASON_MONTHS:
        return value[:4]
    return _week(value, day) if "-W" in value else value


def _week(value: str, day: date) -> str:
    year, number = int(value[:4]), int(value[6:8])
    monday = date.fromisocalendar(year, number, 1)
    middle = monday + timedelta(days=3)
    return min(middle, max(day, monday)).isoformat()[:7]


# Earlier years are those of other wars and of treaties.
_THE_WAR = "2022"


def event_period(
    reading: Reading,
    stated: Moment | None,
    span: tuple[int, int],
    number: int,
    modality: Modality,
) -> Period:
    """Find the period that a number is about, among the moments of its clause."""
    moments = [
        moment
        for moment in reading.moments
        if moment is not stated and moment.value >= _THE_WAR and span[0] <= moment.first < span[1]
    ]
    behind = [moment for moment in moments if moment.first >= number]
    for moment in behind or moments[::-1]:
        period = _period(reading, moment, modality)
        if period is not None:
            return period
    return NO_PERIOD


def _period(reading: Reading, moment: Moment, modality: Modality) -> Period | None:
    words = reading.words
    before = _opener(words, moment.first)
    partner = _partner(reading, moment)
    start, end = _ends(moment, reading.day)
    if partner is not None:
        opener, joined = partner
        rule = f"period: {opener} … {joined.rule}"
        return Period(Field(start, rule), Field(_ends(joined, reading.day)[1], rule))
    rule = f"period: {before} a {moment.rule}".replace("  ", " ")
    if before in ("since", "from", "starting", "beginning"):
        return Period(Field(start, rule), NOTHING)
    if before in ("by", "until", "till", "through", "before") and modality is Modality.PLANNED:
        return Period(NOTHING, Field(end, rule))
    as_of = before == "of" and words[max(0, moment.first - 2) : moment.first] == ["as", "of"]
    if before in ("before", "than", "of") and len(moment.value) == 10 and not as_of:
        return None
    return Period(Field(start, rule), Field(end, rule))


def _opener(words: list[str], first: int) -> str:
    """Find the preposition of a moment, over words that name a part of it: since mid-2022."""
    at = first - 1
    while at >= 0 and (
        words[at] in _PARTS or (words[at] == "of" and at and words[at - 1] in _PARTS)
    ):
        at -= 1
    near = words[max(0, at - _CLAUSE) : at + 1]
    if "since" in near and not {",", ";", "."}.intersection(near[near.index("since") :]):
        return "since"  # "since they entered combat this month"
    return words[at] if at >= 0 else ""


_CLAUSE = 6
_PARTS = word_set("mid - early late the end beginning start middle about around approximately")
_A_DAY = 10
_TO_THE_OTHER = ("and", "to", "-", "until", "or")


def _partner(reading: Reading, moment: Moment) -> tuple[str, Moment] | None:
    """Find the other end of "between January and February", "from August to October"."""
    words = reading.words
    before = words[moment.first - 1] if moment.first else ""
    for other in reading.moments:
        if other.first - moment.last != 1 or words[moment.last] not in _TO_THE_OTHER:
            continue
        both_days = before == "on" and len(moment.value) == len(other.value) == _A_DAY
        if before in ("between", "from", "in") or words[moment.last] == "-" or both_days:
            return before, other
    return None


def _ends(moment: Moment, day: date) -> tuple[str, str]:
    """Write the first and the last part of a moment: a season has months, a weekend has days."""
    value = moment.value
    if value.endswith("-WE"):
        saturday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 6)
        return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()
    if value[5:] in SEASON_MONTHS:
        first, last = SEASON_MONTHS[value[5:]]
        year = int(value[:4])
        return f"{year}-{first:02d}", f"{year + (last < first)}-{last:02d}"
    if "-Q" in value:
        quarter = int(value[-1])
        return f"{value[:4]}-{3 * quarter - 2:02d}", f"{value[:4]}-{3 * quarter:02d}"
    written = partial(moment, day)
    return written, written


_HELD = frozenset({Scope.TOTAL, Scope.STOCK, Scope.SHARE})
_NOT_AT_A_TIME = frozenset({Kind.SENT_ADDITIONAL, Kind.PLANNED})


def as_of_statement(
    period: Period, stated_on: str, kind: Kind, scope: Scope, modality: Modality
) -> Period:
    """Take a total or a state as of the day it was stated, where no other time is given.

    "Since August" reaches up to that day too.
    """
    if not stated_on or modality is not Modality.ACTUAL:
        return period
    rule = "period: as of the statement"
    if period.start.value and not period.end.value:
        return Period(period.start, Field(stated_on, rule))
    if kind in _NOT_AT_A_TIME:
        return period
    if period != NO_PERIOD or (scope not in _HELD and kind is not Kind.PRESENT):
        return period
    return Period(Field(stated_on, rule), Field(stated_on, rule))


def is_earlier(reading: Reading, cue: Cue | None) -> bool:
    """Tell whether a speaker recalls what was said before, on a day not given."""
    if cue is None:
        return False
    dated = {at for moment in reading.moments for at in range(moment.first, moment.last)}
    first, last = max(0, cue.source_first - 2), min(len(reading.words), cue.last + 3)
    return any(reading.words[at] in EARLIER for at in range(first, last) if at not in dated)
