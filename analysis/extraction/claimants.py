"""Who asserts a number: cues of saying resolved to the ledger's claimants, and who passed it on."""

from analysis.codebook import Population
from analysis.extraction.attribution import Cue
from analysis.extraction.clauses import opening_phrase
from analysis.extraction.knowledge.claimant_names import (
    ACTING,
    BACKWARD,
    BODIES,
    COUNTRIES,
    DESCRIPTIONS,
    LAWMAKERS,
    MEDIA,
    MILITARY,
    PERSONS,
    TITLES,
    UNNAMED,
)
from analysis.extraction.knowledge.saying import INTEND
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.named import OFFICIALS_OF, named
from analysis.extraction.naming import cues_of, list_start
from analysis.extraction.phrases import Hit
from analysis.extraction.pointing import behind_its_day, of_its_country, pointed_back
from analysis.extraction.reading import Reading
from analysis.extraction.scopes import CASUALTIES
from analysis.extraction.sources import Memory, Source
from analysis.extraction.timing import is_earlier, occasion_moment, partial, stated_moment


def hear(reading: Reading, memory: Memory) -> list[tuple[Cue, Source]]:
    """Resolve the cues of a sentence, in order, and remember who spoke and who was named."""
    heard: list[tuple[Cue, Source]] = []
    names = named(reading, 0, len(reading.words))
    reading.cues = cues_of(reading, names)
    for cue in reading.cues:
        source = resolve(reading, cue, memory)
        if source.claimant in ACTING and reading.words[cue.first] in INTEND:
            source = source._replace(ids=(), rule="claimant: who means to act, not who tells")
        if not source.ids:
            source = _of_the_papers_country(reading, cue, source, names, memory)
        heard.append((cue, source))
        if source.ids:
            memory.spoken.append(source)
            memory.names.setdefault(source.text.split()[-1].lower(), source.claimant)
            _date(reading, cue, source, memory)
    _date_of_an_occasion(reading, names, memory)
    if memory.briefed and reading.mentions(LAWMAKERS):
        first, last = opening_phrase(reading.tokens, reading.text)
        _remember(reading, first, last, "nis", memory)
    if not any(source.ids for _, source in heard):
        for hit in names:
            text = reading.written(hit.first, hit.last)
            _remember(reading, hit.first, hit.last, hit.value, memory)
            if text.lower() not in COUNTRIES:
                memory.spoken.append(Source((hit.value,), text, "", "claimant: named before"))
    return heard


def _of_the_papers_country(
    reading: Reading, cue: Cue, source: Source, names: list[Hit[str]], memory: Memory
) -> Source:
    """Read "Ukrainian media, citing intelligence sources" as officials of the media's country.

    Where no media are named, the outlet's own country is meant.
    """
    words = reading.words[cue.source_first : cue.source_last]
    if _OFFICIALDOM.isdisjoint(words) or _ONE_OF_THEM.isdisjoint(words):
        return source
    for media in (*(hit.value for hit in names), memory.outlet):
        country = media.removesuffix("_media")
        if country != media and country in ("ua", "rok", "ru"):
            rule = "claimant: officials of the country whose media cite them"
            return source._replace(ids=(f"{country}_officials",), rule=rule)
    return source


_OFFICIALDOM = frozenset(
    ["intelligence", "military", "government", "security", "defense", "defence"]
)


def _date(reading: Reading, cue: Cue, source: Source, memory: Memory) -> None:
    """Remember on which day a claimant spoke; one who recalls an earlier word has no day."""
    moment = stated_moment(reading, cue, len(reading.words))
    if moment is not None:
        _remember_the_day(reading, source.claimant, partial(moment, reading.day), memory)
    elif is_earlier(reading, cue):
        _recall(reading, source.claimant, "", memory)


def _remember_the_day(reading: Reading, claimant: str, day: str, memory: Memory) -> None:
    days = memory.stated.setdefault(claimant, [])
    if days and day < days[-1][1][: len(day)]:
        _recall(reading, claimant, day, memory)
        return
    days.append((reading.index, day))
    memory.first_said.setdefault(claimant, (reading.index, day))


def _recall(reading: Reading, claimant: str, day: str, memory: Memory) -> None:
    paragraph = reading.line.sentence.paragraph
    memory.recalled.setdefault((claimant, paragraph), []).append((reading.index, day))


def _date_of_an_occasion(reading: Reading, names: list[Hit[str]], memory: Memory) -> None:
    """Remember the day of a hearing that a sentence only tells of: "during an audit on Tuesday"."""
    for hit in names:
        if memory.stated.get(hit.value):
            continue
        moment = occasion_moment(reading)
        if moment is not None:
            _remember_the_day(reading, hit.value, partial(moment, reading.day), memory)


def resolve(reading: Reading, cue: Cue, memory: Memory) -> Source:
    """Turn the source of a cue into claimants: by name, by a word that points back, by description."""
    first, last = list_start(reading, behind_its_day(reading, cue)), cue.source_last
    text = reading.written(first, last)
    words = reading.words[first:last]
    if not words:
        return Source((), text, "", "claimant: not known who that is", cue)
    if _tells_of_losses(reading, first, last):
        return Source((), text, "", "claimant: what is told of, not who tells")
    hits = named(reading, first, last)
    if not _WHO.isdisjoint(words):
        at = next(step for step, word in enumerate(words) if word in _WHO) + first
        before = named(reading, max(0, at - 14), at)
        if before:
            name = reading.written(before[-1].first, before[-1].last)
            return Source((before[-1].value,), name, "", f"claimant: a name in {cue.rule!r}", cue)
    exact = " ".join(words).replace(" 's", "'s") in BACKWARD
    if _is_of_the_house(words):
        source = Source((), text, "", "claimant: not known who that is")
        found = _of_the_papers_country(reading, cue, source, [], memory)
        if found.ids:
            return found._replace(cue=cue)
    pointed = pointed_back(words, memory) if exact else None
    if pointed is not None:
        return pointed._replace(rule=f"claimant: {' '.join(words)!r} points back", cue=cue)
    is_lawmaker = not LAWMAKERS.isdisjoint(words) and _nations(reading, cue) <= {"kr"}
    if is_lawmaker and memory.briefed and not any(hit.value == "nis" for hit in hits):
        for word, start in zip(words, reading.tokens.starts[first:last], strict=True):
            if reading.text[start].isupper() and len(word) > 2:
                memory.names.setdefault(word, "nis")
        return Source(("nis",), "NIS", text, "claimant: a lawmaker whom the agency briefed", cue)
    hits = [hit for hit in hits if not _only_lies_there(reading, hit, first)]
    ids = tuple(dict.fromkeys(_of_the_country(words, hit, first) for hit in hits))
    if memory.chiefs and text.lower().endswith(MILITARY):
        ids = tuple("rok_jcs" if one == "rok_officials" else one for one in ids)
    if len(ids) == 1 and not _SPIES.isdisjoint(words):
        ids = (_SERVICES.get(ids[0], ids[0]),)
    if ids and (ids != (memory.outlet,) or not _ONE_OF_THEM.isdisjoint(words)):
        _remember(reading, first, last, ids[0], memory)
        name = reading.written(hits[0].first, hits[-1].last)
        relay = ""
        if len(hits) == 2 and ids[0] in MEDIA and ids[-1] not in MEDIA:
            between = reading.words[hits[0].last : hits[1].first]
            if "and" not in between[:1] and "," not in between[:1]:
                relay = reading.written(hits[0].first, hits[0].last)
                ids, name = ids[1:], reading.written(hits[1].first, hits[1].last)
        person = not PERSONS.isdisjoint(words)
        return Source(ids, name, relay, f"claimant: a name in {cue.rule!r}", cue, person)
    office = of_its_country(reading, words, first, memory)
    if office:
        return Source((office,), text, "", "claimant: an office of the country before", cue)
    pointed = pointed_back(words, memory)
    if pointed is not None:
        return pointed._replace(rule=f"claimant: {' '.join(words)!r} points back", cue=cue)
    known = memory.names.get(words[-1])
    if known is not None and text[:1].isupper():
        return Source((known,), text, "", "claimant: a name known from before", cue)
    return _described(reading, words, text, cue)


_WHO = frozenset(["who", "which"])
_BY_PREFIX = {
    "nis": "rok_officials",
    "rok": "rok_officials",
    "ua": "ua_officials",
    "us": "us_officials",
    "uk": "western_officials",
    "ru": "ru_officials",
}


# Unnamed, they do not speak for the service.
_ONE_OF_THEM = frozenset(["official", "officials", "source", "sources"])
_SPIES = frozenset(["intelligence", "spy", "spies"])
_SERVICES = {"rok_officials": "nis", "ua_officials": "ua_gur"}


def _is_of_the_house(words: list[str]) -> bool:
    """Tell whether officials are named by their branch alone: government sources."""
    return len(words) <= 3 and words[-1] in _ONE_OF_THEM and words[-2:-1] != ["the"]


def _only_lies_there(reading: Reading, hit: Hit[str], first: int) -> bool:
    """Tell whether a country is where a named house of experts lies: a centre in Washington."""
    phrase = " ".join(reading.words[hit.first : hit.last])
    led_in = reading.word(hit.first - 1) == "in" and phrase in COUNTRIES
    return led_in and not _HOUSES.isdisjoint(reading.words[first : hit.first])


_HOUSES = word_set("centre center institute university college foundation council school")


def _of_the_country(words: list[str], hit: Hit[str], first: int) -> str:
    """Count an unnamed source inside a service among its country's officials."""
    if hit.value == "ua_gur" and not _ONE_OF_THEM.isdisjoint(words[hit.last - first :]):
        return "ua_officials"
    if hit.value in MEDIA or UNNAMED.isdisjoint(words[: hit.first - first]):
        return hit.value
    return _BY_PREFIX.get(hit.value.split("_")[0], hit.value)


def _tells_of_losses(reading: Reading, first: int, last: int) -> bool:
    """Tell a subject that is what happened: "deaths in Russia estimated at 2,000"."""
    stop = next(
        (at for at in range(first, last) if reading.words[at] in ("in", "of", "among", "from")),
        last,
    )
    nouns = reading.lexicon.nouns.find(reading.tokens, first, stop)
    return stop < last and any(
        hit.value.kind in CASUALTIES
        or (hit.value.population in _RANKS and not hit.value.weak and hit.value.kind is None)
        for hit in nouns
    )


# Of these, those who speak are told by name.
_RANKS = frozenset({Population.SOLDIERS, Population.SAPPERS, Population.WORKERS})


def _remember(reading: Reading, first: int, last: int, claimant: str, memory: Memory) -> None:
    """Remember the person who stands with an office: "the agency's director, Cho", then "Cho"."""
    tokens = reading.tokens
    taken = {
        at
        for hit in reading.geography
        for at in range(hit.first, hit.last)
        if tokens.words[hit.first] != "kim"
    }
    for hit in reading.names:
        words = tokens.words[hit.first : hit.last]
        if words[0] != "kim" and not BODIES.isdisjoint(words):
            taken.update(range(hit.first, hit.last))
    for at in range(first, last):
        word = tokens.words[at]
        capital = reading.text[tokens.starts[at]].isupper()
        if at not in taken and capital and len(word) > 2 and word not in TITLES:
            memory.names.setdefault(word, claimant)


def _nations(reading: Reading, cue: Cue) -> set[str]:
    """Name the sides in the source of a cue."""
    return {
        hit.value.nation
        for hit in reading.geography
        if cue.source_first <= hit.first < cue.source_last and hit.value.nation
    }


def _described(reading: Reading, words: list[str], text: str, cue: Cue) -> Source:
    """Read who an unknown name is from the words beside it: an analyst, a blogger, an official."""
    nations = [
        hit.value.nation
        for hit in reading.geography
        if cue.source_first <= hit.first < cue.source_last and hit.value.nation in OFFICIALS_OF
    ]
    for word in words:
        if word in DESCRIPTIONS:
            claimant = DESCRIPTIONS[word]
            if (
                claimant == "media_other"
                and "ru" in nations
                and word not in ("telegram", "channel")
            ):
                claimant = "ru_media"
            return Source((claimant,), text, "", f"claimant: described as {word!r}", cue)
    if nations:
        return Source(
            (OFFICIALS_OF[nations[0]],), text, "", "claimant: described by a country", cue
        )
    return Source((), text, "", "claimant: not known who that is", cue)
