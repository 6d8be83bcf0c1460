"""Claimants named in a stretch of a sentence, those of a list that share an office included."""

from analysis.extraction.knowledge.claimant_names import COUNTRIES, TITLED
from analysis.extraction.phrases import Hit
from analysis.extraction.reading import Reading

OFFICIALS_OF = {
    "kr": "rok_officials",
    "us": "us_officials",
    "ua": "ua_officials",
    "ru": "ru_officials",
}


def named(reading: Reading, first: int, last: int) -> list[Hit[str]]:
    """Find the claimants named in a stretch; a country counts only where nothing finer is named."""
    tokens, text = reading.tokens, reading.text
    hits = []
    for hit in reading.names_within(first, last):
        phrase = " ".join(tokens.words[hit.first : hit.last])
        if phrase in reading.lexicon.cased:
            written = text[tokens.starts[hit.first] : tokens.ends[hit.first]]
            short = len(phrase) <= 4 and phrase not in TITLED
            if not written[:1].isupper() or (short and not written.isupper()):
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
        if first <= place.first < hits[0].first and joined and place.value.nation in OFFICIALS_OF:
            added.append(Hit(place.first, place.last, OFFICIALS_OF[place.value.nation]))
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
