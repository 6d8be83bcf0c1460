"""Who asserts a number: cues of saying resolved to the ledger's claimants, and who passed it on."""

from analysis.codebook import Population
from analysis.extraction.attribution import Cue
from analysis.extraction.knowledge.claimant_names import (
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
from analysis.extraction.knowledge.saying import STATEMENTS
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.naming import cues_of, list_start
from analysis.extraction.phrases import Hit
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
        if not source.ids:
            source = _of_the_papers_country(reading, cue, source, names)
        heard.append((cue, source))
        if source.ids:
            memory.spoken.append(source)
            memory.names.setdefault(source.text.split()[-1].lower(), source.claimant)
            _date(reading, cue, source, memory)
    _date_of_an_occasion(reading, names, memory)
    if not any(source.ids for _, source in heard):
        for hit in names:
            text = reading.written(hit.first, hit.last)
            if text.lower() not in COUNTRIES:
                memory.spoken.append(Source((hit.value,), text, "", "claimant: named before"))
    return heard


def _of_the_papers_country(
    reading: Reading, cue: Cue, source: Source, names: list[Hit[str]]
) -> Source:
    """Read "Ukrainian media, citing intelligence sources" as officials of the media's country."""
    words = reading.words[cue.source_first : cue.source_last]
    if _OFFICIALDOM.isdisjoint(words) or _ONE_OF_THEM.isdisjoint(words):
        return source
    for hit in names:
        country = hit.value.removesuffix("_media")
        if country != hit.value and country in ("ua", "rok", "ru"):
            rule = "claimant: officials of the country whose media cite them"
            return source._replace(ids=(f"{country}_officials",), rule=rule)
    return source


_OFFICIALDOM = frozenset(["intelligence", "military", "government", "security", "defense", "defence"])


def _date(reading: Reading, cue: Cue, source: Source, memory: Memory) -> None:
    """Remember on which day a claimant spoke; one who recalls an earlier word has no day."""
    moment = stated_moment(reading, cue, len(reading.words))
    if moment is not None:
        _remember_the_day(reading, source.claimant, partial(moment, reading.day), memory)
    elif is_earlier(reading, cue):
        memory.recalled = (source.claimant, reading.line.sentence.paragraph, "")


def _remember_the_day(reading: Reading, claimant: str, day: str, memory: Memory) -> None:
    known = memory.stated.get(claimant, "")
    if known and day < known[: len(day)]:
        memory.recalled = (claimant, reading.line.sentence.paragraph, day)
        return
    memory.stated[claimant] = day
    memory.first_said.setdefault(claimant, (reading.index, day))


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
    first, last = list_start(reading, _behind_its_day(reading, cue)), cue.source_last
    text = reading.written(first, last)
    words = reading.words[first:last]
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
    pointed = _pointed_back(words, memory) if exact else None
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
    if ids and ids != (memory.outlet,):
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
    office = _of_its_country(reading, words, first, memory)
    if office:
        return Source((office,), text, "", "claimant: an office of the country before", cue)
    pointed = _pointed_back(words, memory)
    if pointed is not None:
        return pointed._replace(rule=f"claimant: {' '.join(words)!r} points back", cue=cue)
    known = memory.names.get(words[-1])
    if known is not None and text[:1].isupper():
        return Source((known,), text, "", "claimant: a name known from before", cue)
    return _described(reading, words, text, cue)


_WHO = frozenset(["who", "which"])
_OFFICIALS_OF = {
    "kr": "rok_officials",
    "us": "us_officials",
    "ua": "ua_officials",
    "ru": "ru_officials",
}
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


def named(reading: Reading, first: int, last: int) -> list[Hit[str]]:
    """Find the claimants named in a stretch; a country counts only where nothing finer is named."""
    tokens, text = reading.tokens, reading.text
    hits = []
    for hit in reading.names_within(first, last):
        phrase = " ".join(tokens.words[hit.first : hit.last])
        if phrase in reading.lexicon.cased:
            written = text[tokens.starts[hit.first] : tokens.ends[hit.first]]
            if not written[:1].isupper() or (len(phrase) <= 4 and not written.isupper()):
                continue
        hits.append(hit)
    finer = [hit for hit in hits if " ".join(tokens.words[hit.first : hit.last]) not in COUNTRIES]
    return _joint(reading, first, finer or hits)


def _joint(reading: Reading, first: int, hits: list[Hit[str]]) -> list[Hit[str]]:
    """Add the countries of a list before "officials": U.S., South Korean and Ukrainian officials."""
    if not hits:
        return hits
    if not hits[0].value.endswith("_officials"):
        return _sharing_an_office(reading, first, hits[0]) + hits
    added = []
    for place in reading.geography:
        joined = reading.word(place.last) in (",", "and")
        if first <= place.first < hits[0].first and joined and place.value.nation in _OFFICIALS_OF:
            added.append(Hit(place.first, place.last, _OFFICIALS_OF[place.value.nation]))
    return added + hits


def _sharing_an_office(reading: Reading, first: int, hit: Hit[str]) -> list[Hit[str]]:
    """Add whose office stands only behind the next one: Ukrainian and British intelligence."""
    words, added = reading.words, []
    own = [place for place in reading.geography if place.first == hit.first]
    if not own or own[0].last >= hit.last:
        return []
    office = words[own[0].last : hit.last]
    for place in reading.geography:
        joined = reading.word(place.last) in (",", "and", "or") and place.value.nation
        if first <= place.first < hit.first and joined and hit.first - place.last <= 2:
            shared = [*words[place.first : place.last], *office]
            other = reading.lexicon.claimants.at(shared, 0)
            if other is not None and other.last == len(shared):
                added.append(Hit(place.first, place.last, other.value))
    return added


def _pointed_back(words: list[str], memory: Memory) -> Source | None:
    """Read "the agency", "he" and their like as the last speaker of that class."""
    if words[:2] == ["the", "same"]:
        words = ["the", *words[2:]]
    phrases = [
        " ".join(words[:size]).replace(" 's", "'s")
        for size in (len(words), 5, 4, 3, 2, 1)
        if _may_stand_for(words, size)
    ]
    if words[-1] in ("it", "he", "she", "they"):
        phrases.append(words[-1])
    for phrase in phrases:
        wanted = BACKWARD.get(phrase)
        if wanted in ("ua_president", "ru_kremlin"):
            return Source((wanted,), phrase, "", "")
        if wanted is not None:
            last = memory.last_of(wanted)
            if last is None and phrase == "the president":
                return Source(("ua_president",), phrase, "", "")
            if last is None and phrase.startswith("the country's"):
                return Source(("nis",), phrase, "", "")
            return last
    return None


def _behind_its_day(reading: Reading, cue: Cue) -> int:
    """Step over what leads a source in: "in January the same agency", "earlier, on Friday, it"."""
    at = cue.source_first
    dated = {step for moment in reading.moments for step in range(moment.first, moment.last)}
    while at < cue.source_last - 1 and (at in dated or reading.words[at] in _LEADING_IN):
        at += 1
    return at


_LEADING_IN = word_set("in on at earlier late later also meanwhile but and then already , mid - for")
_COUNTRY = {
    "kr": "south korea",
    "ua": "ukraine",
    "us": "us",
    "ru": "russia",
    "kp": "north korea",
}


_OF_PREFIX = {"nis": "kr", "rok": "kr", "ua": "ua", "us": "us", "ru": "ru", "dprk": "kp"}


def _of_its_country(reading: Reading, words: list[str], first: int, memory: Memory) -> str:
    """Read "its president" as that of the country named last before it in the sentence.

    "His spy chief" is that of the speaker's country.
    """
    if words[:1] == ["the"] and words[1:3] in (["country", "'s"], ["nation", "'s"]):
        words = ["its", *words[3:]]
    if words[:1] == ["their"] and words[1:3] == ["country", "'s"]:
        words = ["its", *words[3:]]
    if words[:1] not in (["its"], ["their"], ["his"], ["her"]) or len(words) < 2:
        return ""
    before = [hit.value.nation for hit in reading.geography if hit.last <= first]
    if words[0] in ("his", "her") and memory.spoken:
        prefix = memory.spoken[-1].claimant.split("_")[0]
        before = [_OF_PREFIX.get(prefix, "")]
    country = _COUNTRY.get(before[-1], "") if before else ""
    if not country:
        return ""
    office = [*country.split(), "'s", *words[1:]]
    hit = reading.lexicon.claimants.at(office, 0)
    return hit.value if hit is not None and hit.last > len(country.split()) else ""


def _may_stand_for(words: list[str], size: int) -> bool:
    """Tell whether the first words of a source may mean somebody named before.

    "The agency later" may, "the commander of a unit" and "his crews" name somebody else.
    """
    rest = words[size : size + 1]
    if words[:size] in _OWNED:
        return not STATEMENTS.isdisjoint(words[size:])
    return rest not in (["of"], ["whose"], ["for"], ["from"], ["'s"])


def _tells_of_losses(reading: Reading, first: int, last: int) -> bool:
    """Tell a subject that is what happened: "deaths in Russia estimated at 2,000"."""
    stop = next(
        (at for at in range(first, last) if reading.words[at] in ("in", "of", "among", "from")), last
    )
    nouns = reading.lexicon.nouns.find(reading.tokens, first, stop)
    return stop < last and any(
        hit.value.kind in CASUALTIES
        or (hit.value.population in _RANKS and not hit.value.weak and hit.value.kind is None)
        for hit in nouns
    )


# Of these, those who speak are told by name.
_RANKS = frozenset({Population.SOLDIERS, Population.SAPPERS, Population.WORKERS})


_OWNED = (["its"], ["his"], ["their"])


def _remember(reading: Reading, first: int, last: int, claimant: str, memory: Memory) -> None:
    """Remember the person who stands with an office: "the agency's director, Cho", then "Cho"."""
    tokens = reading.tokens
    taken = {at for hit in reading.geography for at in range(hit.first, hit.last)}
    for hit in reading.names:
        if not BODIES.isdisjoint(tokens.words[hit.first : hit.last]):
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
        if cue.source_first <= hit.first < cue.source_last and hit.value.nation in _OFFICIALS_OF
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
            (_OFFICIALS_OF[nations[0]],), text, "", "claimant: described by a country", cue
        )
    return Source((), text, "", "claimant: not known who that is", cue)
