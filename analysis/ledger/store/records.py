"""What the database holds, as records: an article, a proposal, a decision on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

# A mention's columns, and for each the rule that found it; all as text, "" where nothing is given.
Fields = Mapping[str, str]


class Action(StrEnum):
    """What a person can do with a proposal."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


class State(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Versions:
    """Which codebook and which extractor a decision was made with."""

    codebook: str
    extractor: str


@dataclass(frozen=True)
class Article:
    """An article that a person added. ``near_copy_of`` is the article whose text it nearly is, or ""."""

    document_id: str
    text: str = field(repr=False)
    outlet: str
    published_on: str
    published_basis: str
    language: str
    title: str = ""
    agency: str = ""
    url: str = ""
    copy_url: str = ""
    near_copy_of: str = ""
    added_by: str = ""
    added_at: str = ""


@dataclass(frozen=True)
class Proposal:
    """A mention that somebody or the extractor proposes, with its place in the article's text."""

    proposal_id: str
    coding_id: str
    start: int
    end: int
    fields: Fields = field(repr=False)
    rules: Fields = field(repr=False)
    made_by: str = ""
    made_at: str = ""


@dataclass(frozen=True)
class Decision:
    """One decision on a proposal. ``number`` counts those on it from 1; ``undoes`` is 0 or such one.

    ``before`` and ``after`` are the fields that held and that hold from then on; ``state`` is where
    the proposal stands from then on.
    """

    decision_id: int
    proposal_id: str
    number: int
    action: Action
    state: State
    before: Fields = field(repr=False)
    after: Fields = field(repr=False)
    reason: str
    undoes: int
    decided_by: str
    decided_at: str
    codebook_version: str
    extractor_version: str


@dataclass(frozen=True)
class Standing:
    """A proposal, and where it stands: its state, its fields as they hold, its last decision."""

    proposal: Proposal
    state: State
    fields: Fields = field(repr=False)
    last: Decision | None

    @property
    def seen(self) -> int:
        """Count the decisions so far; whoever decides says which state they answer."""
        return self.last.number if self.last else 0


def moment(at: datetime) -> str:
    """Write a moment in the one form that sorts as text. Raises ValueError without a time zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")
