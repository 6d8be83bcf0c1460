"""What the extractor proposes: a mention with its place, and for each field the rule that found it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple


class Field(NamedTuple):
    """A value of the codebook and the rule that found it; the value is empty where none did."""

    value: str
    rule: str


NOTHING = Field("", "")
UNATTRIBUTED = Field("unattributed", "claimant: nobody named")


@dataclass(frozen=True, slots=True)
class Found:
    """One mention as the rules read it: ``text[start:end]`` is its wording.

    ``low`` and ``high`` are numbers as text, empty where the bound leaves them open. Every other
    field is coded as a cell of mentions.csv.
    """

    start: int
    end: int
    wording: str
    occurrence: int
    part: Field
    claimant: Field
    co_claimants: Field
    claimant_text: Field
    relay: Field
    claim_type: Field
    scope: Field
    population: Field
    bound: Field
    low: Field
    high: Field
    unit: Field
    item: Field
    share_of: Field
    event_from: Field
    event_to: Field
    stated_on: Field
    location: Field
    location_role: Field
    modality: Field
    note: Field = field(default=NOTHING)

    def row(self) -> Mapping[str, str]:
        """Write the mention as cells of mentions.csv, with start, end and the rules behind them."""
        cells = {
            "wording": self.wording,
            "occurrence": str(self.occurrence),
            **{name: getattr(self, name).value for name in FIELDS},
            "start": str(self.start),
            "end": str(self.end),
        }
        return {**cells, "rule": self.rule}

    @property
    def rule(self) -> str:
        """Name the rule of each field that has one: ``claimant=X said; bound='over' before``."""
        return "; ".join(
            f"{name}={getattr(self, name).rule}" for name in FIELDS if getattr(self, name).rule
        )


FIELDS = tuple(
    each.name
    for each in fields(Found)
    if each.name not in ("start", "end", "wording", "occurrence")
)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules make of a text: its mentions, in the order in which they stand.

    ``unread_from`` is the character from which on the text was not read, since it holds more than
    is read of any (see ``limits``); None where it was read to its end.
    """

    mentions: tuple[Found, ...] = ()
    unread_from: int | None = None


def numbered(text: str, found: Iterable[Found]) -> tuple[Found, ...]:
    """Put mentions in order, and count for each how often its wording stands before it."""
    seen: dict[str, tuple[int, int]] = {}
    counted = []
    for mention in sorted(found, key=lambda one: (one.start, one.end)):
        place, times = seen.get(mention.wording, (0, 0))
        times += text.count(mention.wording, place, mention.start)
        seen[mention.wording] = mention.end, times + 1
        counted.append(replace(mention, occurrence=times + 1))
    return tuple(counted)
