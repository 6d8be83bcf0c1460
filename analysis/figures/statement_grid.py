"""How the panels of statements are laid out: which there are, and the pixels of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import KIND_TERMS, Kind, Unit
from analysis.figures.legend import bloc_lines
from analysis.figures.look import Look
from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.text_width import LINE_HEIGHT, wrapped

# All in pixels; a block, from its top: head, plot, strip of mentions, bars of articles, days.
TITLE = 16
HEAD = 42
PLOT = 260
SMALL_PLOT = 150
STRIP_GAP = 9
STRIP = 22
BARS_GAP = 6
BARS = 16
DAYS = 36
BETWEEN = 18
EDGE = 12
LEFT = 64
COLUMN = 330
# Small multiples beyond this are left to the filters.
MOST_PANELS = 24


@dataclass(frozen=True)
class Block:
    """A panel to be drawn: its title, its claims, and the claims that set its scale."""

    title: str
    claims: pd.DataFrame
    scaled_by: pd.DataFrame
    percent: bool


def blocks(
    claims: pd.DataFrame, kinds: Sequence[str], titles: Mapping[str, str], by_source: bool
) -> list[Block]:
    """Cut the claims into panels: one a kind, or one a kind and source.

    Of the sources those with most claims come first, and at most MOST_PANELS of a kind have
    panels. Percentages never share a panel with counts.
    """
    return list(_blocks(claims, kinds, titles, by_source))


def claims_of(claims: pd.DataFrame, chosen: pd.Series) -> pd.DataFrame:
    """Keep the claims chosen; many claims are not copied where all of them are."""
    return claims if chosen.all() else claims[chosen]


def _blocks(
    claims: pd.DataFrame, kinds: Sequence[str], titles: Mapping[str, str], by_source: bool
) -> Iterator[Block]:
    shares = claims["unit"].eq(Unit.PERCENT)
    for kind in kinds:
        for percent in (False, True):
            group = claims_of(claims, claims["kind"].eq(kind) & (shares == percent))
            if group.empty:
                continue
            title = titles.get(kind, KIND_TERMS[Kind(kind)].title)
            title = f"{title}, per cent" if percent and kind not in titles else title
            if not by_source:
                yield Block(title, group, group, percent)
                continue
            for source in group["source"].value_counts().index[:MOST_PANELS]:
                short = KIND_TERMS[Kind(kind)].label
                name = f"{source}, {short}" if len(kinds) > 1 or percent else str(source)
                yield Block(name, group[group["source"] == source], group, percent)


@dataclass(frozen=True)
class Grid:
    """Where everything stands, in pixels: the head's lines, and the blocks in their columns."""

    height: int
    title_lines: tuple[str, ...]
    key_lines: tuple[str, ...]
    top: float
    panels: int
    by_source: bool
    columns: int
    block_width: float
    block_height: float
    plot_height: float

    @property
    def plot_width(self) -> float:
        """The width of the axis of days."""
        return self.block_width - LEFT - EDGE

    def corner(self, number: int) -> tuple[float, float]:
        """Give the left upper corner of the block with this number, counted from 0."""
        line, column = divmod(number, self.columns)
        return column * self.block_width, self.top + line * self.block_height


def grid(look: Look, claims: pd.DataFrame, number: int, by_source: bool, title: str) -> Grid:
    """Lay out ``number`` blocks under a head with title and colour key."""
    room = look.width - 2 * EDGE
    title_lines = wrapped(title, TITLE, room, bold=True)
    key_lines = bloc_lines(claims, look, room)
    top = 4 + len(title_lines) * TITLE * LINE_HEIGHT + len(key_lines) * SMALL_TEXT_SIZE * 1.5 + 8
    columns = max(1, int(look.width // COLUMN)) if by_source else 1
    columns = min(columns, number)
    lines = -(-number // columns)
    plot = (SMALL_PLOT if by_source else PLOT) + look.spare // lines
    height = HEAD + plot + STRIP_GAP + STRIP + BARS_GAP + BARS + DAYS + BETWEEN
    return Grid(
        round(top + lines * height - BETWEEN),
        tuple(title_lines),
        tuple(key_lines),
        top,
        number,
        by_source,
        columns,
        look.width / columns,
        height,
        plot,
    )
