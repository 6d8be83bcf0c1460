"""The day of a statement that the text gives only in a later sentence.

"The ministry has estimated that …", a lead says, and the sentence behind it: "In an update on
Sunday, the ministry said …". A headline and a lead are dated so as well.
"""

from datetime import timedelta

from analysis.codebook import Part
from analysis.extraction.drafts import Draft
from analysis.extraction.found import Field
from analysis.extraction.knowledge.claimant_names import SEVERAL
from analysis.extraction.speakers import Speakers
from analysis.extraction.timing import as_of_statement

# So many sentences behind a number its statement may still be dated.
_BEHIND = 3
# A day longer ago than this is that of another statement.
_RECENT = timedelta(days=14)


def days_told_later(drafts: list[Draft], speakers: Speakers) -> None:
    """Date the statements without a day by the first day that their claimant's words are given."""
    for draft in drafts:
        if not draft.source.ids or draft.stated_on.value or draft.is_recalled:
            continue
        if draft.source.claimant in SEVERAL:
            continue
        speakers.hear_to(min(draft.reading.index + _BEHIND, speakers.last))
        index, value = speakers.memory.first_said.get(draft.source.claimant, (-1, ""))
        is_near = draft.part is Part.HEADLINE or index <= draft.reading.index + _BEHIND
        recent = (draft.reading.day - _RECENT).isoformat()
        if index < draft.reading.index or not is_near or value < recent[: len(value)]:
            continue
        draft.stated_on = Field(value, "stated: the day is given later")
        deed = draft.deed
        draft.period = as_of_statement(draft.period, value, deed.kind, deed.scope, deed.modality)
