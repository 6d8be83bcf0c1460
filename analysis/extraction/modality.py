"""What is done, planned or denied: words that point ahead of the verb, and words of denial."""

from analysis.codebook import Modality
from analysis.extraction.knowledge.event_words import DENIED, NEEDS_TO, PERFECT, PLANNED
from analysis.extraction.knowledge.table import word_set
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Event, Reading


def modality_of(
    reading: Reading, quantity: Quantity, counted: Counted, event: Event | None
) -> tuple[Modality, str]:
    """Tell what is done from what is planned, and what is denied."""
    words = reading.words
    for cue in reading.line.cues:
        if cue.last <= quantity.first and words[cue.first] in DENIED:
            return Modality.DENIED, f"modality: {words[cue.first]!r}"
    if counted.bare:
        for at in range(quantity.first - 1, max(-1, quantity.first - 7), -1):
            if words[at] in (",", ".", ";", ":", '"'):
                break
            if words[at] in PLANNED and _is_ahead(words, at, quantity.first):
                return Modality.PLANNED, f"modality: {words[at]!r} before the number"
    anchor = event.first if event is not None else quantity.first
    # Between a noun and its predicate stands the verb's own group; before a verb, what leads to it.
    start = counted.last if event is not None and event.first >= counted.last else 0
    start = max(start, anchor - 8)
    for at in range(anchor - 1, start - 1, -1):
        word = words[at]
        if word in (".", ";", '"', ":") or (word == "," and at < anchor - 3):
            break
        if word in PLANNED and _is_ahead(words, at, anchor):
            return Modality.PLANNED, f"modality: {word!r} before the verb"
        if word in PERFECT and words[at - 1] in ("may", "could", "would", "might"):
            break
    if event is not None and words[event.first] in _MAYBE_WORDS:
        return Modality.PLANNED, f"modality: {words[event.first]!r} before the verb"
    if words[quantity.first - 2 : quantity.first] in _PROMISE_OF:
        return Modality.PLANNED, f"modality: {words[quantity.first - 2]!r} of the number"
    if "if" in words[max(0, quantity.first - 3) : quantity.first]:
        return Modality.PLANNED, "modality: 'if' before the number"
    if reading.is_headline and words[-1] in _LIKELY:
        return Modality.PLANNED, f"modality: {words[-1]!r} ends the headline"
    if _is_likely(words, counted.last):
        return Modality.PLANNED, "modality: likely or talked of, behind the number"
    if event is None:
        if words[quantity.first - 1 : quantity.first] in _EXPECTED:
            return Modality.PLANNED, f"modality: {words[quantity.first - 1]!r} before the number"
        for at in range(counted.last, min(len(words), counted.last + _TO_ITS_VERB)):
            if words[at] in (",", ".", ";", ":", '"', "who", "which", "that"):
                break
            if words[at] in _AUXILIARY:
                return Modality.PLANNED, f"modality: {words[at]!r} behind the number"
    if event is not None and _is_by_doing(words, event) and _plans_before(words, event.first - 1):
        return Modality.PLANNED, "modality: the means of a plan"
    if event is not None and event.last <= quantity.first and event.kind in ("send", "be"):
        lead = {*words[max(0, event.first - 4) : event.first], *words[event.last : quantity.first]}
        pointing = lead & _PLANS_A_NOUN
        if pointing and words[event.first] in _EVENT_NOUNS:
            return Modality.PLANNED, f"modality: {min(pointing)!r} beside the noun"
        infinitive = words[event.first - 1 : event.first] == ["to"]
        done = any(word.endswith("ed") for word in words[: event.first])
        if reading.is_headline and infinitive and not done:
            return Modality.PLANNED, "modality: a headline's infinitive"
    return Modality.ACTUAL, "modality: nothing points ahead"


def _is_likely(words: list[str], at: int) -> bool:
    """Tell whether a number's own predicate puts it ahead: "is likely", "are under discussion"."""
    if words[at : at + 1] in (["was"], ["were"]):
        return words[at + 1 : at + 2] in (["planned"], ["expected"])
    if words[at : at + 1] not in (["is"], ["are"]):
        return False
    if words[at + 1 : at + 2] == ["to"]:
        return True  # "are to be sent"
    return not _LIKELY.isdisjoint(words[at + 1 : at + 4])


_LIKELY = frozenset(["likely", "expected", "planned", "imminent", "possible", "discussion"])


def _is_by_doing(words: list[str], event: Event) -> bool:
    """Tell the means of an act, which is as far ahead as the act: "by sending 25,000 men"."""
    return words[event.first].endswith("ing") and words[event.first - 1 : event.first] == ["by"]


def _plans_before(words: list[str], at: int) -> bool:
    for place in range(at - 1, max(-1, at - _CLAUSE), -1):
        if words[place] in (",", ".", ";", ":", '"'):
            return False
        if words[place] in PLANNED and _is_ahead(words, place, at):
            return True
    return False


_PROMISE_OF = (
    ["promise", "of"],
    ["pledge", "of"],
    ["offer", "of"],
    ["plan", "for"],
    ["plans", "for"],
)
_MAYBE_WORDS = frozenset(["would", "will", "might", "may", "could"])
_EXPECTED = (["expected"], ["expects"], ["expect"], ["promised"], ["pledged"], ["planned"])
_CLAUSE = 18
# "1,000 sappers and 5,000 builders would …": how far a noun's verb may stand.
_TO_ITS_VERB = 9
_AUXILIARY = frozenset(["will", "'ll", "would"])
# "Ordered the dispatch of", "the deployment will include", "a planned deployment of".
_PLANS_A_NOUN = word_set(
    """
    ordered orders planned plans plan upcoming possible potential future will would approved
    decided announced promised third proposed expects
    """
)
_EVENT_NOUNS = word_set(
    """
    dispatch deployment deployments sending shipment shipments transfer supply delivery
    dispatches
    """
)


def _is_ahead(words: list[str], at: int, anchor: int) -> bool:
    """Tell whether a word points ahead to the verb: "plans to send", but not "could have sent"."""
    rest = words[at + 1 : anchor]
    if words[at] in _MAYBE and _HOLDS.intersection(words[at + 1 : at + 2]):
        return False  # "could hold 12 million shells": what fits in
    if words[at] in _MAYBE and rest[:1] == ["be"] and not any(w.endswith("ed") for w in rest):
        return False  # "could be closer to 11,000": an estimate
    if (
        "have" in rest[:1]
        or (words[at] in _MAYBE and "have" in rest[:4])
        or (rest[:1] == ["be"] and len(rest) > 1 and rest[1] == "as")
    ):
        return False
    if words[at] in NEEDS_TO:
        return "to" in rest[:3] or "for" in rest[:1]
    return True


_HOLDS = frozenset(["hold", "contain", "carry"])
_MAYBE = frozenset(["could", "may", "might", "would", "can"])
