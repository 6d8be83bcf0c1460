"""How far two codings of one article agree: on which places hold a figure, and field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# Columns that name the row or its cut of the text are not what coders agree on.
NOT_COMPARED = ("mention_id", "document_id", "wording", "occurrence", "note")


@dataclass(frozen=True)
class Coded:
    """One row of a coding: where in the text it stands, and its columns as text."""

    key: str
    start: int
    end: int
    fields: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Difference:
    """A field of one place that the two codings fill differently."""

    first: str
    second: str
    column: str
    first_value: str
    second_value: str


@dataclass(frozen=True)
class Agreement:
    """Two codings compared.

    ``pairs`` holds the keys of rows about the same place; ``only_first`` and ``only_second`` those
    that the other coder left out. ``agreed`` counts, for each column, the pairs that fill it alike.
    """

    pairs: tuple[tuple[str, str], ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    agreed: Mapping[str, int]
    differences: tuple[Difference, ...]

    @property
    def both(self) -> int:
        """Count the places that both coders marked."""
        return len(self.pairs)


def agreement(first: Sequence[Coded], second: Sequence[Coded], columns: Sequence[str]) -> Agreement:
    """Compare two codings of the same text, column by column, where both marked the same place.

    Two rows are about the same place when their words overlap; where one overlaps several, those
    that share most characters belong together, the earlier of equals first. Each row belongs to one
    other at most.
    """
    compared = [column for column in columns if column not in NOT_COMPARED]
    pairs = _pairs(first, second)
    differences = tuple(
        Difference(one.key, other.key, column, here, there)
        for one, other in pairs
        for column in compared
        if (here := one.fields.get(column, "")) != (there := other.fields.get(column, ""))
    )
    differing = [difference.column for difference in differences]
    in_first = {one.key for one, _ in pairs}
    in_second = {other.key for _, other in pairs}
    return Agreement(
        pairs=tuple((one.key, other.key) for one, other in pairs),
        only_first=tuple(row.key for row in first if row.key not in in_first),
        only_second=tuple(row.key for row in second if row.key not in in_second),
        agreed={column: len(pairs) - differing.count(column) for column in compared},
        differences=differences,
    )


def _pairs(first: Sequence[Coded], second: Sequence[Coded]) -> list[tuple[Coded, Coded]]:
    overlaps = [
        (_shared(one, other), one, other)
        for one in first
        for other in second
        if _shared(one, other) > 0
    ]
    overlaps.sort(key=lambda found: (-found[0], found[1].start, found[2].start))
    pairs: list[tuple[Coded, Coded]] = []
    for _, one, other in overlaps:
        taken = any(one is a or other is b for a, b in pairs)
        if not taken:
            pairs.append((one, other))
    return sorted(pairs, key=lambda pair: pair[0].start)


def _shared(one: Coded, other: Coded) -> int:
    """Count the characters of the text that both rows mark."""
    return min(one.end, other.end) - max(one.start, other.start)
