"""A first wave told beside a second: one of two waves then, no longer the whole force."""

from analysis.codebook import Kind, Modality, Scope
from analysis.extraction.drafts import Draft


def first_waves(drafts: list[Draft]) -> None:
    """Make what was sent in a past period a wave, where its claimant counts another one.

    The codebook's rule: a first wave told after a second is known is sent_additional.
    """
    counting = {
        draft.source.ids
        for draft in drafts
        if draft.deed.kind is Kind.SENT_ADDITIONAL and draft.deed.modality is Modality.ACTUAL
    }
    waves = any(draft.deed.kind in (Kind.SENT_ADDITIONAL, Kind.PLANNED) for draft in drafts)
    for draft in drafts:
        if draft.deed.kind is not Kind.SENT_TOTAL:
            continue
        if not (_is_past(draft) or (draft.source.ids in counting and _went_earlier(draft))):
            continue
        if draft.source.ids in counting or (waves and _is_of_the_first(draft)):
            draft.deed = draft.deed._replace(
                kind=Kind.SENT_ADDITIONAL,
                scope=Scope.INCREMENT,
                kind_rule="type: a first wave, told beside another",
                scope_rule="scope: one wave of several",
            )


# From then on a second wave was known, and what went before the new year was the first.
_SECOND_KNOWN, _SECOND_YEAR = "2025-03", "2025"


def _is_of_the_first(draft: Draft) -> bool:
    """Tell whether a text written after the second wave was known counts what went in 2024."""
    day = draft.reading.day.isoformat()
    return day >= _SECOND_KNOWN and draft.period.end.value < _SECOND_YEAR


def _went_earlier(draft: Draft) -> bool:
    """Tell whether those counted went "earlier", beside a later wave of the same claimant's."""
    last = draft.counted.last
    return not _EARLIER.isdisjoint(draft.reading.words[last : last + _CLAUSE])


_EARLIER = frozenset(["earlier", "previously", "before", "originally", "initially"])
_CLAUSE = 10


def _is_past(draft: Draft) -> bool:
    """Tell whether a period of its own bounds what was sent, other than the day of speaking."""
    period = draft.period
    return (
        bool(period.start.value and period.end.value)
        and period.end.rule != "period: as of the statement"
        and period.end.value < draft.reading.day.isoformat()[: len(period.end.value)]
    )
