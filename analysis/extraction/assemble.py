"""One number put together: what it counts, whose, what happened, who says so, when and where."""

from datetime import timedelta
from typing import NamedTuple

from analysis.codebook import Kind, Modality, Part, Scope
from analysis.extraction.assertions import is_nobody, who_says
from analysis.extraction.attribution import Cue
from analysis.extraction.carried import (
    as_a_share,
    carried,
    deed_from_elsewhere,
    is_the_same,
    share_of,
)
from analysis.extraction.counted import what_is_counted
from analysis.extraction.deeds import Deed, ahead, deed_of, is_on_days, strength_of
from analysis.extraction.drafts import Draft, Drafts
from analysis.extraction.found import NOTHING, Field
from analysis.extraction.knowledge.claimant_names import SEVERAL
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.moments import Moment
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.places import NOWHERE, Tied, place_of
from analysis.extraction.quantities import Quantity
from analysis.extraction.reach import reach
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES
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
    counted = carried(reading, quantity, counted, setting.before)
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
    if same is not None and is_the_same(reading, quantity, counted, same):
        deed = same.deed._replace(kind_rule="type: that of the same figure before")
    repeated = same if deed is None else None
    if deed is None:
        deed = deed_from_elsewhere(reading, quantity, counted, same, setting.before)
    deed = as_a_share(reading, quantity, deed, setting.before)
    if weak and deed is not None and _is_of_others(reading, deed) and not points_back:
        return None
    if deed is None or not is_on_the_subject(reading, quantity, counted, deed):
        return None
    deed = strength_of(reading, quantity, counted, deed)
    source = _source(speakers, reading, quantity, counted, deed)
    bare = counted.noun is None and same is None and not source.ids
    if bare and not (is_led_in(reading, quantity) or _is_tied(quantity, counted, deed)):
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
        share_of=share_of(reading, quantity, deed, setting.before),
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


def _is_tied(quantity: Quantity, counted: Counted, deed: Deed) -> bool:
    """Tell whether a word of what happened stands right at a bare number of some size."""
    event = deed.event
    if quantity.size < _NO_AGE or event is None:
        return False
    if deed.kind_rule.endswith(("behind the number", "before the number")):
        return True
    return quantity.first - 2 <= event.last <= quantity.first or (
        counted.last <= event.first <= counted.last + 3
    )


_NO_AGE = 100


def _leads(reading: Reading, setting: Setting) -> bool:
    """Tell whether it is the first number of an article's lead."""
    in_lead = setting.part is Part.BODY and reading.line.sentence.paragraph <= 3
    return in_lead and setting.before.last is None


def _is_of_others(reading: Reading, deed: Deed) -> bool:
    """Tell whether people died in a sentence that names only other sides: a strike on a town."""
    if deed.kind not in CASUALTIES:
        return False
    telling = {at for cue in reading.cues for at in range(cue.source_first, cue.source_last)}
    acting = {hit.value.nation for hit in reading.geography if hit.first not in telling}
    return "kp" not in acting and bool(acting & {"ru", "ua", "other"})


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
    span = reach(reading, draft.counted)
    if reading.words[quantity.first - 2 : quantity.first] in _OF_WHOM:
        span = (quantity.first - 2, span[1])
    aside = _aside(reading, quantity, draft.counted)
    if aside is not None:
        span = aside
    cue = draft.source.cue if draft.source.cue in reading.line.cues else None
    moment = stated_moment(reading, cue, quantity.first)
    draft.is_recalled = is_earlier(reading, cue)
    draft.stated_on = _stated_on(reading, draft.source, cue, moment, speakers)
    period = event_period(reading, moment, span, draft.counted.last, deed.modality)
    if is_on_days(deed, quantity, period.start):
        deed = deed._replace(scope=Scope.INCIDENT, scope_rule="scope: on named days")
    is_ahead = period.start.value > reading.day.isoformat() and deed.kind is not Kind.IN_TRAINING
    if is_ahead and deed.modality is Modality.ACTUAL:
        deed = ahead(deed)
    if not is_earlier(reading, cue):
        stated = draft.stated_on.value
        period = as_of_statement(period, stated, deed.kind, deed.scope, deed.modality)
    draft.deed, draft.period = deed, period
    draft.tied = place_of(reading, span, draft.counted.last, deed.kind)
    if draft.tied == NOWHERE and aside is None:
        draft.tied = _place_before(reading, deed, before, repeated)


def _aside(reading: Reading, quantity: Quantity, counted: Counted) -> tuple[int, int] | None:
    """Bound a whole that is told in passing: "4,000 soldiers, out of 12,000 sent, were killed in"."""
    words, last = reading.words, max(quantity.last, counted.last)
    if words[max(0, quantity.first - 3) : quantity.first] != [",", "out", "of"]:
        return None
    near = words[last : last + _LONGEST_ASIDE]
    return (quantity.first, last + near.index(",")) if "," in near else None


_LONGEST_ASIDE = 8
# "11,000 sent last November, of whom 4,000 …": what went before was said of the whole.
_OF_WHOM = (["of", "whom"], ["of", "which"], ["of", "these"])


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
    known = speakers.memory.day_of(source.claimant, reading.line.sentence, reading.index)
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
