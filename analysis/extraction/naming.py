"""Cues of saying that need a claimant's name beside them: the NIS estimate, Seoul: …, the Pentagon puts."""

from analysis.extraction.attribution import Cue
from analysis.extraction.knowledge.saying import ADVERBS, STATEMENTS, VERBS, WEAK_VERBS
from analysis.extraction.phrases import Hit
from analysis.extraction.reading import Reading


def cues_of(reading: Reading, names: list[Hit[str]]) -> list[Cue]:
    """Put the cues of grammar together with those that need a name beside them."""
    cues = list(reading.line.cues)
    taken = {cue.first for cue in cues}
    if not cues and names and reading.word(0) in ("about", "this", "such", "these"):
        verb = next((at for at, word in enumerate(reading.words) if word in VERBS), None)
        if verb is not None:
            first, last = names[0].first, names[0].last
            cues.append(Cue(verb, verb + 1, first, last, "all", "this says X", False))
    for hit in names:
        cue = _beside(reading, hit)
        owned = any(other.source_first <= hit.first < other.source_last for other in cues)
        if cue is not None and cue.first not in taken and not owned:
            cues.append(cue)
    return sorted(cues, key=lambda cue: cue.first)


def _beside(reading: Reading, hit: Hit[str]) -> Cue | None:
    """Read "the NIS statements", "the Pentagon puts", "by Kyiv's count" and headlines' "Seoul:"."""
    words, inside = reading.words, reading.line.inside
    hit = hit._replace(first=list_start(reading, hit.first))
    owner = reading.word(hit.last) in ("'s", "'")
    at = hit.last + owner
    before = reading.word(hit.first - 1)
    if before == "the":
        before = reading.word(hit.first - 2)
    for place in range(at, min(at + 3, len(words))):
        if words[place] in STATEMENTS:
            reach = "all" if before in ("by", "in", "per", "on") else "after"
            return Cue(
                place, place + 1, hit.first, hit.last, reach, f"X's {words[place]}", inside[place]
            )
        if not words[place][0].isalpha():
            break
    if reading.words[hit.last - 1] in STATEMENTS and reading.word(at) in (
        "is",
        "was",
        "that",
        "of",
    ):
        return Cue(
            hit.last - 1, hit.last, hit.first, hit.last, "after", "X's estimate is", inside[at]
        )
    place = at
    while place < len(words) and (words[place] in _THAT_DAY or place in reading.dated):
        place += 1
    if not owner and reading.word(place) in WEAK_VERBS:
        return Cue(
            place, place + 1, hit.first, hit.last, "after", f"X {words[place]}", inside[place]
        )
    if hit.first <= 1 and reading.word(place) in (":", '"') and not inside[hit.first]:
        return Cue(place, place + 1, hit.first, hit.last, "all", "X: …", False)
    if hit.last == len(words) and before in ("-", "—"):
        return Cue(hit.first, hit.last, hit.first, hit.last, "all", "… - X", False)
    return None


# May stand between a name and its verb: "the Pentagon that day gave".
_THAT_DAY = ADVERBS | {"that", "the", "same", "day", "week", "month"}


def list_start(reading: Reading, first: int) -> int:
    """Go back over a list of countries to its beginning: the US, Ukraine, and South Korea."""
    words = reading.words
    start = first
    while True:
        before = first
        while before > 0 and words[before - 1] in (",", "and", "the"):
            before -= 1
        if "and" not in words[before:start]:
            return start
        place = next(
            (one for one in reading.geography if one.last == before and one.value.nation), None
        )
        if before == first or place is None:
            return first
        first = place.first
