"""Words that point back to a speaker: the agency, he, its president, his spy chief."""

from analysis.extraction.attribution import Cue
from analysis.extraction.knowledge.claimant_names import BACKWARD
from analysis.extraction.knowledge.saying import STATEMENTS
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.reading import Reading
from analysis.extraction.sources import Memory, Source


def pointed_back(words: list[str], memory: Memory) -> Source | None:
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
            if last is None and (phrase.startswith("the country's") or "spy" in phrase):
                return Source(("nis",), phrase, "", "")
            return last
    return None


def behind_its_day(reading: Reading, cue: Cue) -> int:
    """Step over what leads a source in: "in January the same agency", "earlier, on Friday, it"."""
    at = cue.source_first
    dated = {step for moment in reading.moments for step in range(moment.first, moment.last)}
    while at < cue.source_last - 1 and (at in dated or reading.words[at] in _LEADING_IN):
        at += 1
    return at


_LEADING_IN = word_set(
    "in on at earlier late later also meanwhile but and then already , mid - for"
)


_COUNTRY = {
    "kr": "south korea",
    "ua": "ukraine",
    "us": "us",
    "ru": "russia",
    "kp": "north korea",
}


_OF_PREFIX = {"nis": "kr", "rok": "kr", "ua": "ua", "us": "us", "ru": "ru", "dprk": "kp"}


def of_its_country(reading: Reading, words: list[str], first: int, memory: Memory) -> str:
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


_OWNED = (["its"], ["his"], ["their"])
