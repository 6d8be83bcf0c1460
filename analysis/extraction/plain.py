"""Mentions in languages that have tables but no grammar here: what is near a number decides.

Numbers, hedges and claimants are read; the rest is taken from the nearest word that says something.
Less tried than English, and no more is claimed for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.codebook import Kind, Modality, Part, Population, Scope, Unit
from analysis.extraction.found import NOTHING, UNATTRIBUTED, Field, Found, numbered
from analysis.extraction.knowledge.claimant_names import MEDIA
from analysis.extraction.seen import Figure, Near, Words

_KINDS = {
    "killed": Kind.KILLED,
    "wounded": Kind.WOUNDED,
    "casualties": Kind.CASUALTIES,
    "captured": Kind.CAPTURED,
    "missing": Kind.MISSING,
    "deserted": Kind.DESERTED,
    "withdrawn": Kind.WITHDRAWN,
    "train": Kind.IN_TRAINING,
    "send": Kind.SENT_TOTAL,
    "more": Kind.SENT_ADDITIONAL,
    "move": Kind.PRESENT,
    "work": Kind.PRESENT,
    "be": Kind.PRESENT,
}
_THINGS = {
    Unit.CONTAINERS: Kind.CONTAINERS,
    Unit.SHELLS: Kind.SHELLS,
    Unit.MISSILES: Kind.MISSILES,
    Unit.GUNS: Kind.ARTILLERY,
    Unit.VEHICLES: Kind.EQUIPMENT,
    Unit.TONNES: Kind.MUNITIONS,
    Unit.UNITS: Kind.UNITS,
    Unit.SITES: Kind.SITES,
}
_MOVES = frozenset({Kind.SENT_TOTAL, Kind.SENT_ADDITIONAL, Kind.PRESENT, Kind.IN_TRAINING})
_LOSSES = frozenset({Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES})
_SINGLE = frozenset({Kind.CAPTURED, Kind.MISSING, Kind.DESERTED})
_STATES = frozenset({Kind.PRESENT, Kind.IN_TRAINING, Kind.UNITS, Kind.SITES})
_HELD = frozenset({Scope.TOTAL, Scope.STOCK, Scope.SHARE})
_GOES = frozenset({Kind.SENT_TOTAL, Kind.SENT_ADDITIONAL, Kind.PLANNED, Kind.WITHDRAWN})
_TOO_MANY_PEOPLE = 500_000
# So many people with nothing said of them are a force that was sent, or is there.
_A_FORCE = 500
# Where what happened leads, a word behind a number counts as so many characters further off.
_BEHIND = 8


@dataclass(frozen=True)
class _Said:
    """Who speaks in a sentence, and on which day; empty where nobody does."""

    claimant: str = ""
    text: str = ""
    relay: str = ""
    paragraph: int = -1
    day: str = ""


def mentions(
    text: str, sentences: Sequence[Words], parts: Sequence[Part | None]
) -> tuple[Found, ...]:
    """Assemble the mentions of a text from what its language's tables saw in each sentence."""
    found: list[Found] = []
    days: dict[str, str] = {}
    last = _Said()
    topic = False
    for index, (words, part) in enumerate(zip(sentences, parts, strict=True)):
        if part is None:
            continue
        topic = topic or words.is_northern
        said = _who(text, sentences, index, last)
        if said.claimant and not said.day and not words.recalls:
            said = replace(said, day=days.get(said.claimant, ""))
        if said.claimant and said.day and not words.recalls:
            days.setdefault(said.claimant, said.day)
        if topic:
            drafts = (
                _mention(text, words, position, part, said)
                for position in range(len(words.figures))
            )
            found += [mention for mention in drafts if mention is not None]
        if said.claimant:
            last = said
    return numbered(text, _headlines(found))


def _who(text: str, sentences: Sequence[Words], index: int, last: _Said) -> _Said:
    """Find who speaks in a sentence: named there, in the next one for it, or before."""
    words = sentences[index]
    paragraph = words.sentence.paragraph
    named, day = words.claimants, words.stated or (last.day if words.same_day else "")
    if not named and index + 1 < len(sentences) and sentences[index + 1].tells_of_the_one_before:
        words = sentences[index + 1]
        named, day = words.claimants, words.stated or day
    relay = ";".join(text[near.start : near.end] for near in words.relays)
    own = [near for near in named if near.value not in MEDIA]
    media = [near for near in named if near.value in MEDIA]
    # The North acts in most sentences; it speaks only where nobody else does.
    acts = all(near.value == "dprk" for near in own)
    near_last = paragraph - last.paragraph <= (1 if words.figures else 0)
    if acts and not media and last.claimant and (words.points_back or near_last):
        own_day = words.stated if words.points_back and not words.recalls else ""
        return _Said(last.claimant, last.text, last.relay, paragraph, own_day or day)
    if own:
        passed = ";".join([relay] * bool(relay) + [text[near.start : near.end] for near in media])
        return _Said(own[0].value, text[own[0].start : own[0].end], passed, paragraph, day)
    if media:
        name = text[media[0].start : media[0].end]
        return _Said(media[0].value, name, relay, paragraph, day)
    return _Said(paragraph=paragraph)


def _mention(text: str, words: Words, position: int, part: Part, said: _Said) -> Found | None:
    """Write the mention of one number; None where nothing on the subject is said of it."""
    figure = words.figures[position]
    if figure.unit is Unit.PEOPLE and figure.size >= _TOO_MANY_PEOPLE:
        return None
    event = _event(words, position, figure)
    planned = words.is_planned(figure)
    kind = _kind(words, position, figure, event, planned)
    if kind is None:
        return None
    scope = _scope(kind, figure, planned, event)
    day = "" if words.recalls and not words.stated else said.day
    period = figure.period if any(figure.period) else words.period
    if not any(period) and day and not planned and scope in _HELD:
        period = (day, day)
    place, role = _place(words, position, figure, kind)
    population = figure.population
    if event is not None and event.value == "work" and population is Population.SOLDIERS:
        population = Population.WORKERS
    rule = f"type: {event.value} near the number" if event is not None else "type: what is counted"
    modality = Modality.PLANNED if planned else Modality.ACTUAL
    counted = "counted: the word at the number"
    return Found(
        start=figure.start,
        end=figure.end,
        wording=text[figure.start : figure.end],
        occurrence=1,
        part=Field(part.value, f"part: {part.value}"),
        claimant=Field(said.claimant, _NAMED) if said.claimant else UNATTRIBUTED,
        co_claimants=NOTHING,
        claimant_text=_field(said.text, _NAMED),
        relay=_field(said.relay, "relay: passed it on"),
        claim_type=Field(kind.value, rule),
        scope=Field(scope.value, "scope: from the type"),
        population=Field(population.value, counted),
        bound=Field(figure.bound.value, figure.bound_rule),
        low=_field(_number(figure.low), "number: digits or words"),
        high=_field(_number(figure.high), "number: digits or words"),
        unit=Field(figure.unit.value, counted),
        item=_field(figure.item, counted),
        share_of=NOTHING,
        event_from=_field(period[0], "period: in the sentence"),
        event_to=_field(period[1], "period: in the sentence"),
        stated_on=_field(day, "stated: in the text"),
        location=_field(place, "place: near the number"),
        location_role=_field(role, "place: near the number"),
        modality=Field(modality.value, "modality: a word that looks ahead" if planned else ""),
    )


_NAMED = "claimant: named near"


def _field(value: str, rule: str) -> Field:
    return Field(value, rule) if value else NOTHING


def _event(words: Words, position: int, figure: Figure) -> Near | None:
    """Choose the word nearest to a number among those between its neighbours.

    A word inside the number's own phrase goes first, but for a return: of wounded who went home the
    return is told.
    """
    first, last = words.around(position)
    near = [event for event in words.events if first <= event.start and event.end <= last]
    if not near:
        near = [event for event in words.events if event.end <= figure.start][-1:]
        near += [event for event in words.events if event.start >= figure.end][:1]
    home = [event for event in near if event.value == "withdrawn"]
    inside = [event for event in near if figure.start <= event.start < figure.end]
    behind = _BEHIND if words.events_lead else 0

    def distance(event: Near) -> int:
        return _distance(event, figure) + (behind if event.start >= figure.end else 0)

    return min(home or inside or near, key=distance, default=None)


def _distance(near: Near, figure: Figure) -> int:
    return max(near.start - figure.end, figure.start - near.end, 0)


def _kind(
    words: Words, position: int, figure: Figure, event: Near | None, planned: bool
) -> Kind | None:
    """Turn what is counted or what happened into a claim type; a large force has one by itself."""
    if figure.unit in _THINGS:
        return _THINGS[figure.unit]
    kind = figure.kind
    if kind is None and event is not None:
        kind = _KINDS[event.value]
        if event.value == "send" and any(figure.period):
            kind = Kind.SENT_ADDITIONAL
    elif kind is None and figure.size >= _A_FORCE:
        place, _ = _place(words, position, figure, Kind.PRESENT)
        kind = Kind.PRESENT if place else Kind.SENT_TOTAL
    return Kind.PLANNED if planned and kind in _MOVES else kind


def _scope(kind: Kind, figure: Figure, planned: bool, event: Near | None) -> Scope:
    if figure.unit is Unit.PERCENT:
        return Scope.SHARE
    if planned:
        return Scope.PLANNED
    if kind is Kind.SENT_ADDITIONAL or (event is not None and event.value == "move"):
        return Scope.INCREMENT
    if kind in _STATES:
        return Scope.STOCK
    return Scope.INCIDENT if kind in _SINGLE else Scope.TOTAL


def _place(words: Words, position: int, figure: Figure, kind: Kind) -> tuple[str, str]:
    """Choose the place nearest to a number between its neighbours, and its role by the type.

    Losses named one behind another share the place that stands before them.
    """
    first, last = words.around(position)
    near = [place for place in words.places if first <= place.start and place.end <= last]
    if not near and kind in _LOSSES:
        near = [place for place in words.places if place.end <= figure.start]
    if kind is not Kind.WITHDRAWN:
        near = [place for place in near if place.value != "north_korea"]
    finer = [place for place in near if place.value not in ("", "russia")]
    usable = finer or [place for place in near if place.value]
    if not usable:
        return ("north_korea", "to") if kind is Kind.WITHDRAWN else ("", "")
    place = min(usable, key=lambda one: _distance(one, figure))
    is_on_its_way = kind in _GOES or kind in _THINGS.values()
    return place.value, "to" if is_on_its_way else "at"


def _headlines(found: list[Found]) -> Iterable[Found]:
    """Give a headline's figure the claimant and days that the body gives to it."""
    body: dict[str, Found] = {}
    for mention in found:
        if mention.part.value == Part.BODY and mention.claimant != UNATTRIBUTED:
            for end in (mention.low.value, mention.high.value):
                body.setdefault(end, mention)
    for mention in found:
        ends = [end for end in (mention.low.value, mention.high.value) if end]
        twin = next((body[end] for end in ends if end in body), None)
        if mention.part.value != Part.HEADLINE or twin is None:
            yield mention
            continue
        if mention.claimant == UNATTRIBUTED:
            mention = replace(mention, claimant=twin.claimant, claimant_text=twin.claimant_text)
        yield replace(
            mention,
            stated_on=mention.stated_on if mention.stated_on.value else twin.stated_on,
            event_from=mention.event_from if mention.event_from.value else twin.event_from,
            event_to=mention.event_to if mention.event_to.value else twin.event_to,
        )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(round(value)) if abs(value - round(value)) < 1e-9 else f"{value:.1f}"
