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
    for draft in drafts:
        if draft.deed.kind is Kind.SENT_TOTAL and draft.source.ids in counting and _is_past(draft):
            draft.deed = draft.deed._replace(
                kind=Kind.SENT_ADDITIONAL,
                scope=Scope.INCREMENT,
                kind_rule="type: a first wave, told beside another",
                scope_rule="scope: one wave of several",
            )


def _is_past(draft: Draft) -> bool:
    """Tell whether a period of its own bounds what was sent, other than the day of speaking."""
    period = draft.period
    return (
        bool(draft.source.ids and period.start.value and period.end.value)
        and period.end.rule != "period: as of the statement"
        and period.end.value < draft.reading.day.isoformat()[: len(period.end.value)]
    )
