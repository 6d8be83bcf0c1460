"""One number put together: what it counts, whose, what happened, who says so, when and where."""

from datetime import timedelta
from typing import NamedTuple

from analysis.codebook import Kind, Modality, Part, Population, Scope, Unit
from analysis.extraction.assertions import is_nobody, who_says
from analysis.extraction.attribution import Cue
from analysis.extraction.counted import is_part_of, what_is_counted
from analysis.extraction.deeds import Deed, ahead, deed_of, default_deed, is_on_days, strength_of
from analysis.extraction.drafts import Draft, Drafts
from analysis.extraction.found import NOTHING, Field
from analysis.extraction.knowledge.claimant_names import SEVERAL
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import Moment
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.places import NOWHERE, Tied, place_of
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES, is_more, scope_of
from analysis.extraction.sides import MIXED, NORTH, UNKNOWN, side_of
from analysis.extraction.sources import NOBODY_NAMED, Source
from analysis.extraction.speakers import Speakers
from analysis.extraction.subject import is_led_in, is_on_the_subject, is_spoken_of
from analysis.extraction.timing import (
    as_of_statement,
    event_period,
    is_earlier,
    partial,
    stated_moment,
)


class Setting(NamedTuple):
    """Where a number stands: in a headline or the body, and what the text told before it.

    ``topic`` is the side spoken of; ``is_near`` whether the sentence before names the North.
    """

    part: Part
    topic: str
    is_near: bool
    before: Drafts


def drafted(
    speakers: Speakers, reading: Reading, quantity: Quantity, setting: Setting
) -> Draft | None:
    """Draft the mention of one number; None where it is none on the subject."""
    counted = what_is_counted(reading, quantity)
    if counted is None:
        return None
    counted = _carried(reading, quantity, counted, setting.before)
    speakers.hear_to(reading.index)
    topic = setting.topic
    weak = counted.noun is not None and counted.noun.weak
    points_back = reading.word(quantity.last) == "of"
    if weak and not (points_back or setting.is_near or is_spoken_of(reading, setting.before)):
        topic = UNKNOWN
    if _is_long_ago(reading, quantity, counted):
        return None
    side, side_rule = side_of(reading, quantity, counted, topic)
    if side not in (NORTH, MIXED):
        return None
    same = setting.before.same_number(quantity)
    deed = deed_of(reading, quantity, counted)
    if same is not None and _is_the_same(reading, quantity, counted, same):
        deed = same.deed._replace(kind_rule="type: that of the same figure before")
    repeated = same if deed is None else None
    if deed is None:
        deed = _deed_from_elsewhere(reading, quantity, counted, same, setting.before)
    deed = _as_a_share(reading, quantity, deed, setting.before)
    if weak and deed is not None and _is_of_others(reading, deed) and not points_back:
        return None
    if deed is None or not is_on_the_subject(reading, quantity, counted, deed):
        return None
    deed = strength_of(reading, quantity, counted, deed)
    source = _source(speakers, reading, quantity, counted, deed)
    bare = counted.noun is None and same is None and not source.ids
    if bare and not (is_led_in(reading, quantity) or _is_tied(quantity, deed)):
        return None
    if repeated is not None and not source.ids:
        source = repeated.source
    draft = Draft(
        reading=reading,
        quantity=quantity,
        counted=counted,
        side=side,
        side_rule=side_rule,
        part=setting.part,
        leads=_leads(reading, setting),
        deed=deed,
        source=source,
        share_of=_share_of(reading, quantity, deed, setting.before),
    )
    _date_and_place(draft, speakers, setting.before, repeated)
    return draft


def _is_long_ago(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a number is of the years before the war: "before 2019 some 30,000 worked"."""
    years = [
        moment
        for moment in reading.moments
        if moment.value and reading.word(moment.first - 1) not in ("since", "from", "of")
    ]
    near = [moment for moment in years if quantity.first - 8 <= moment.first < counted.last + 8]
    return bool(near) and all(moment.value < _THE_WAR for moment in years)


# Earlier years are those of other wars, of treaties and of workers abroad.
_THE_WAR = "2022"


def _is_tied(quantity: Quantity, deed: Deed) -> bool:
    """Tell whether a word of what happened stands right at a bare number of some size."""
    return quantity.size >= _NO_AGE and deed.kind_rule.endswith(
        ("behind the number", "before the number")
    )


_NO_AGE = 100


def _carried(reading: Reading, quantity: Quantity, counted: Counted, before: Drafts) -> Counted:
    """Let a bare number count the things that the number before it counted.

    "13,000 containers; by February the count stood at 28,000", "148 missiles and another 150".
    """
    last = before.last
    if last is None or last.counted.noun is None:
        return counted
    if counted.noun is not None and counted.noun.weak and quantity.is_share:
        near = last.reading.index >= reading.index - 1 and last.unit is not Unit.PEOPLE
        rule = "counted: what the number before did"
        return counted._replace(noun=last.counted.noun, rule=rule) if near else counted
    if counted.noun is not None:
        return counted
    if last.reading.index < reading.index - 1 or last.counted.noun.unit is Unit.PEOPLE:
        return counted
    near = reading.words[max(0, quantity.first - 6) : quantity.first]
    again = last.reading.index == reading.index and is_more(reading, quantity, counted)
    if not again and _THE_COUNT.isdisjoint(near):
        return counted
    return counted._replace(noun=last.counted.noun, rule="counted: what the number before did")


_THE_COUNT = word_set("count number figure total tally sum it estimate estimates")


def _leads(reading: Reading, setting: Setting) -> bool:
    """Tell whether it is the first number of an article's lead."""
    in_lead = setting.part is Part.BODY and reading.line.sentence.paragraph <= 3
    return in_lead and setting.before.last is None


def _deed_from_elsewhere(
    reading: Reading, quantity: Quantity, counted: Counted, same: Draft | None, before: Drafts
) -> Deed | None:
    """Take over what happened: from the same figure before, from the whole, or by default."""
    beside = [draft for draft in before.in_sentence(reading.index) if _fits(draft, quantity)]
    same = same if same is not None and _fits(same, quantity) else None
    if beside and _is_joined(reading, beside[0], quantity):
        return _taken_over(reading, quantity, counted, beside[0].deed)
    if same is not None:
        return same.deed._replace(kind_rule="type: that of the same figure before")
    if beside and not counted.bare:
        return beside[0].deed._replace(kind_rule="type: that of the number before")
    whole = _whole_of_the_dead(reading, quantity, counted)
    if whole is not None:
        return whole
    last = before.last
    span = _reach(reading, counted)
    tied = place_of(reading, span, counted.last, Kind.PRESENT)
    if (
        counted.noun is None
        and last is not None
        and _fits(last, quantity)
        and _goes_on(reading, last)
        and (last.is_losses() or tied.role.value != "at")
    ):
        return _taken_over(reading, quantity, counted, last.deed._replace(event=None))
    return default_deed(reading, quantity, counted, tied.role.value == "at")


def _is_of_others(reading: Reading, deed: Deed) -> bool:
    """Tell whether people died in a sentence that names only other sides: a strike on a town."""
    acting = {
        hit.value.nation
        for hit in reading.geography
        if not any(cue.source_first <= hit.first < cue.source_last for cue in reading.cues)
    }
    return deed.kind in CASUALTIES and "kp" not in acting and bool(acting & {"ru", "ua", "other"})


def _is_the_same(reading: Reading, quantity: Quantity, counted: Counted, same: Draft) -> bool:
    """Tell whether "the 4,000" is the number told before."""
    before = reading.word(quantity.number_first - 1)
    return counted.bare and before in ("the", "those", "these") and _fits(same, quantity)


def _taken_over(reading: Reading, quantity: Quantity, counted: Counted, deed: Deed) -> Deed:
    """Take what happened from the number before; how far the number reaches is its own."""
    rule = "type: that of the number before"
    if deed.kind is Kind.SENT_TOTAL and is_more(reading, quantity, counted):
        return deed._replace(
            kind=Kind.SENT_ADDITIONAL,
            scope=Scope.INCREMENT,
            kind_rule=rule,
            scope_rule="scope: one more wave",
        )
    if deed.kind not in CASUALTIES or deed.modality is not Modality.ACTUAL:
        return deed._replace(kind_rule=rule)
    scope, scope_rule = scope_of(reading, quantity, counted, deed.kind)
    return deed._replace(kind_rule=rule, scope=scope, scope_rule=scope_rule)


def _fits(draft: Draft, quantity: Quantity) -> bool:
    """Tell whether what is said of a draft may be said of a number: never of heads what of shares."""
    return (draft.deed.scope is Scope.SHARE) == quantity.is_share


def _is_joined(reading: Reading, last: Draft, quantity: Quantity) -> bool:
    """Tell whether "and" joins a number to the one before: 5,000 builders and a thousand sappers."""
    between = reading.words[last.counted.last : quantity.first]
    return bool(between) and len(between) <= 3 and between[-1] in ("and", ",", "plus")


def _whole_of_the_dead(reading: Reading, quantity: Quantity, counted: Counted) -> Deed | None:
    """Read a number of which a part died as that of the losses: "4,000, two-thirds of them dead"."""
    if not counted.bare or quantity.is_share:
        return None
    later = next((other for other in reading.quantities if other.first >= quantity.last), None)
    if later is None or later.first - quantity.last > 3:
        return None
    part = what_is_counted(reading, later)
    if part is None or _THEM.isdisjoint(reading.words[later.first : part.last + 1]):
        return None
    deed = deed_of(reading, later, part)
    if deed is None or deed.kind is not Kind.KILLED:
        return None
    rule = "type: a part of them died"
    return deed._replace(kind=Kind.CASUALTIES, scope=Scope.TOTAL, kind_rule=rule)


def _goes_on(reading: Reading, last: Draft) -> bool:
    """Tell whether a number that nothing is said of can mean the same as the one before it."""
    same = last.reading.line.sentence.paragraph == reading.line.sentence.paragraph
    return last.reading.index >= reading.index - 1 - same and last.unit is Unit.PEOPLE


def _as_a_share(
    reading: Reading, quantity: Quantity, deed: Deed | None, before: Drafts
) -> Deed | None:
    """Take a share of losses from the number before: "that is more than half of those sent"."""
    last = before.last
    if not quantity.is_share:
        return deed
    if deed is not None and (deed.kind in CASUALTIES or last is None):
        return deed._replace(scope=Scope.SHARE, scope_rule="scope: a share")
    if last is None or not last.is_losses() or last.reading.index < reading.index - 2:
        return deed
    rule = "type: that of the number before"
    return last.deed._replace(scope=Scope.SHARE, kind_rule=rule, scope_rule="scope: a share")


def _source(
    speakers: Speakers, reading: Reading, quantity: Quantity, counted: Counted, deed: Deed
) -> Source:
    """Find who says a number; a sentence without a cue may go on with the speaker beside it."""
    heard = speakers.hear_to(reading.index)
    token = quantity.number_first
    quoted_by = None
    if token < len(reading.line.inside) and reading.line.inside[token]:
        quoted_by = speakers.quoted(reading.index, reading.tokens.starts[token])
    source = who_says(reading, quantity, heard, quoted_by)
    if source.ids:
        return source
    if is_nobody(reading, quantity, counted.last):
        return NOBODY_NAMED
    return speakers.beside(reading, deed) or (source if source.text else NOBODY_NAMED)


def _date_and_place(
    draft: Draft, speakers: Speakers, before: Drafts, repeated: Draft | None
) -> None:
    """Add when and where to a draft."""
    reading, quantity, deed = draft.reading, draft.quantity, draft.deed
    span = _reach(reading, draft.counted)
    if reading.words[quantity.first - 2 : quantity.first] in _OF_WHOM:
        span = (quantity.first - 2, span[1])
    cue = draft.source.cue if draft.source.cue in reading.line.cues else None
    moment = stated_moment(reading, cue, quantity.first)
    draft.is_recalled = is_earlier(reading, cue)
    draft.stated_on = _stated_on(reading, draft.source, cue, moment, speakers)
    period = event_period(reading, moment, span, draft.counted.last, deed.modality)
    if is_on_days(deed, quantity, period.start):
        deed = deed._replace(scope=Scope.INCIDENT, scope_rule="scope: on named days")
    if period.start.value > reading.day.isoformat() and deed.modality is Modality.ACTUAL:
        deed = ahead(deed)
    if not is_earlier(reading, cue):
        stated = draft.stated_on.value
        period = as_of_statement(period, stated, deed.kind, deed.scope, deed.modality)
    draft.deed, draft.period = deed, period
    draft.tied = place_of(reading, span, draft.counted.last, deed.kind)
    if draft.tied == NOWHERE:
        draft.tied = _place_before(reading, deed, before, repeated)


def _reach(reading: Reading, counted: Counted) -> tuple[int, int]:
    """Bound where a number's days and places are looked for.

    From the sentence's beginning to the next number, or to a relative clause behind a comma; over
    sites that are counted in passing ("at five facilities in the east").
    """
    words = reading.words
    last = len(words)
    for other in reading.quantities:
        if other.first < counted.last or is_part_of(reading, counted.last, other.first):
            continue
        whole = what_is_counted(reading, other)
        if whole is None or (whole.noun is not None and whole.noun.population is Population.SITES):
            continue
        last = other.first
        break
    for at in range(counted.last, last):
        if words[at] != ",":
            continue
        if words[at + 1 : at + 2] in _ASIDE or words[at + 1 : at + 3] in _NEXT_CLAUSE:
            return 0, at
        if words[at + 1 : at + 2] == ["the"] and _RELATIVE.intersection(words[at + 3 : at + 5]):
            return 0, at
    return 0, last


_ASIDE = (["where"], ["which"], ["who"], ["with"], ["while"], ["but"], ["whose"])
# "11,000 sent last November, of whom 4,000 …": what went before was said of the whole.
_OF_WHOM = (["of", "whom"], ["of", "which"], ["of", "these"])
_RELATIVE = frozenset(["that", "which", "where", "who"])
_NEXT_CLAUSE = (["and", "the"], ["and", "that"])


def _stated_on(
    reading: Reading, source: Source, cue: Cue | None, moment: Moment | None, speakers: Speakers
) -> Field:
    """Date a statement by its own words, else by the same claimant's statement before."""
    if not source.ids:
        return NOTHING
    if moment is not None:
        return Field(partial(moment, reading.day), f"stated: {moment.rule}")
    if is_earlier(reading, cue):
        return NOTHING
    if source.claimant in SEVERAL and source.cue in reading.line.cues:
        return NOTHING
    known = speakers.memory.day_of(source.claimant, reading.line.sentence.paragraph)
    if known < (reading.day - _RECENT).isoformat()[: len(known)]:
        return NOTHING
    return Field(known, "stated: with the claimant's statement before") if known else NOTHING


# A statement of longer ago was recalled; what follows it is not of that day.
_RECENT = timedelta(days=14)


def _place_before(reading: Reading, deed: Deed, before: Drafts, repeated: Draft | None) -> Tied:
    """Take the place of the figure that is repeated, or of the number before in the sentence."""
    if repeated is not None:
        return repeated.tied
    last = before.last
    if last is not None and last.deed.kind == deed.kind and reading.mentions(_GOES_ON):
        return last.tied
    if deed.kind not in CASUALTIES:
        return NOWHERE
    places = (draft.tied for draft in before.in_sentence(reading.index) if draft.is_losses())
    return next((tied for tied in places if tied != NOWHERE), NOWHERE)


# "The deployment will include": goes on with what was told before.
_GOES_ON = word_set("deployment dispatch contingent")


def _share_of(reading: Reading, quantity: Quantity, deed: Deed, before: Drafts) -> Field:
    """Name the whole of a share: the casualties, or else the force sent."""
    if deed.scope is not Scope.SHARE:
        return NOTHING
    near = reading.words[quantity.last : quantity.last + 5]
    of_them = before.last is not None and before.last.deed.kind is Kind.CASUALTIES
    of_losses = not _LOSSES.isdisjoint(near) or (of_them and not _THEM.isdisjoint(near))
    if of_losses and deed.kind is not Kind.CASUALTIES:
        return Field("casualties", "share: of the casualties")
    return Field("force sent", "share: of the force")


_LOSSES = word_set("casualties losses")
_THEM = word_set("them whom those which")
