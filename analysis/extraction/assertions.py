"""Who asserts one number: the cue that it belongs to, a name right beside it, or nobody."""

from analysis.extraction.attribution import SOURCE_RULES, Cue, cue_for
from analysis.extraction.knowledge.claimant_names import ACTING, COUNTRIES, MEDIA
from analysis.extraction.knowledge.event_words import NOBODY
from analysis.extraction.knowledge.saying import VERBS, WEAK_VERBS
from analysis.extraction.quantities import Quantity
from analysis.extraction.reading import Reading
from analysis.extraction.sources import NOBODY_NAMED, Source, joined


def who_says(
    reading: Reading,
    quantity: Quantity,
    heard: list[tuple[Cue, Source]],
    quoted_by: Source | None,
) -> Source:
    """Find who asserts a number, by the cues of its sentence or its quotation.

    In "media, citing the NIS" the inner one is the claimant and the media are the relay.
    """
    beside = _owner(reading, quantity)
    if beside is not None:
        return beside
    resolved = dict(heard)
    cues = [cue for cue, _ in heard]
    chosen = cue_for(cues, reading.tokens, quantity.number_first)
    if chosen is None:
        return quoted_by or NOBODY_NAMED
    source = resolved[chosen]
    if not chosen.strong or source.text.lower() in COUNTRIES:
        # "The US believes that …, the White House said": who says so speaks for it.
        behind = [
            pair for pair in heard if pair[0].first >= quantity.last and pair[0].reach == "all"
        ]
        for cue, other in behind:
            if other.ids and cue.strong and not cue.in_quotes and other.claimant not in MEDIA:
                return other
    if not source.is_named:
        # "Zelensky stated that reports indicated …": whoever is named speaks, not the papers.
        for cue, other in heard:
            if source.ids and source.claimant not in MEDIA and other.claimant in MEDIA:
                continue
            if other.is_named and other.ids and cue.last <= chosen.first and not cue.in_quotes:
                return other
    if source.claimant in MEDIA or not source.ids:
        inner = _inner(heard, chosen, quantity)
        if inner is not None:
            return inner._replace(relay=joined(inner.relay, source.text if source.ids else ""))
        if not source.ids and quoted_by is not None:
            return quoted_by
        if not source.ids:
            others = [other for cue, other in heard if other.ids and not cue.in_quotes]
            if others:
                return others[-1]._replace(relay=joined(others[-1].relay, source.text))
    for cue, other in heard:
        passes_on = cue.reach == "all" or cue.last <= quantity.first
        if (
            cue is not chosen
            and other.claimant in MEDIA
            and passes_on
            and source.claimant not in MEDIA
        ):
            source = source._replace(relay=joined(source.relay, other.text))
    return source


def _owner(reading: Reading, quantity: Quantity) -> Source | None:
    """Read a name right at its number: "Zelenskyy's 3,800", "US officials of just over 1,200"."""
    for hit in reading.names_within(max(0, quantity.first - 8), quantity.first):
        between = reading.words[hit.last : quantity.first]
        phrase = " ".join(reading.words[hit.first : hit.last])
        direct = not between and phrase not in COUNTRIES and hit.value != "dprk"
        if hit.value not in MEDIA and (direct or between in _AT_A_NUMBER):
            before = reading.word(hit.first - 1)
            if before in ("told", "by", "with", "to", "against", "in"):
                continue
            text = reading.written(hit.first, hit.last)
            cue = Cue(hit.last, hit.last, hit.first, hit.last, "after", "X of N", False)
            return Source((hit.value,), text, "", "claimant: a name at the number", cue)
    return _giver(reading, quantity)


def _giver(reading: Reading, quantity: Quantity) -> Source | None:
    """Read who is named behind a number: "the 300 that South Korea's spy agency gave"."""
    words = reading.words
    for at in range(quantity.last, min(quantity.last + 4, len(words))):
        if words[at] not in ("that", "which", "whom"):
            continue
        hit = next(iter(reading.names_within(at + 1, at + 9)), None)
        if hit is None or hit.first > at + 2 or words[hit.last : hit.last + 1] == []:
            return None
        if hit.value in ACTING:
            return None
        if words[hit.last] in WEAK_VERBS or words[hit.last] in VERBS:
            cue = Cue(hit.last, hit.last + 1, hit.first, hit.last, "all", "N that X gave", False)
            text = reading.written(hit.first, hit.last)
            return Source((hit.value,), text, "", f"claimant: a name in {cue.rule!r}", cue)
        return None
    return None


_AT_A_NUMBER = (["'s"], ["of"], ["'s", "of"], [":"], ['"'])


def _inner(heard: list[tuple[Cue, Source]], chosen: Cue, quantity: Quantity) -> Source | None:
    """Find the claimant behind the media: the one whom they cite, or who spoke before the number."""
    for cue, source in heard:
        if cue is chosen or not source.ids or source.claimant in MEDIA or cue.in_quotes:
            continue
        nested = chosen.first < cue.first and cue.last <= quantity.first
        if cue.rule in SOURCE_RULES or cue.reach == "all" or nested:
            return source
    return None


def is_nobody(reading: Reading, quantity: Quantity, last: int) -> bool:
    """Tell whether the number is put down to nobody in particular: reportedly, is believed."""
    words = reading.words
    if not _PICTURES.isdisjoint(words[: quantity.first]) and not _SHOW.isdisjoint(
        words[: quantity.first]
    ):
        return True
    first, end = quantity.first, last
    while first > max(0, quantity.first - 8) and words[first - 1] not in (",", '"', ":", ";"):
        first -= 1
    while end < min(len(words), last + 8) and words[end] not in (",", '"', ":", ";"):
        end += 1
    return reading.has(NOBODY, first, end)


# Pictures show, and nobody is named for what they show.
_PICTURES = frozenset(
    ["footage", "video", "videos", "images", "photos", "photographs", "pictures", "imagery"]
)
_SHOW = frozenset(["show", "shows", "showed", "showing", "appear", "appears", "seen"])
