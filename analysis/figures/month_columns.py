"""Months as columns of tiles: their names, those of which nothing was collected, articles beneath.

A quiet month may be a quiet time or a gap in the collection; the articles beneath tell which.
"""

from collections.abc import Mapping, Sequence

from analysis.figures.hover import count_text
from analysis.figures.panel import Panel
from analysis.figures.sheet import Sheet
from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.text_width import text_width
from analysis.figures.tiles import GAP, SIDE, TileGrid
from analysis.partial_dates import MONTHS, in_words

SIZE = SMALL_TEXT_SIZE - 1
# The heights of the year and the month over each other, of the bars, and of the counts under them.
HEAD = 32
BARS = 26
COUNTS = 16
BEFORE_BARS = 14
STEPS = (1, 2, 3, 6, 12, 1200)

# All that stands beneath the tiles.
BENEATH = BEFORE_BARS + BARS + COUNTS + HEAD


def write_months(sheet: Sheet, grid: TileGrid, months: Sequence[str], top: float) -> None:
    """Write the months over their columns, the year at the first of them and at each January."""
    needed = text_width("Nov", SIZE) + 2
    every = next(step for step in STEPS if step * grid.pitch >= needed)
    year_ends = -1.0
    for column, month in enumerate(months):
        number = int(month[5:])
        middle = grid.x(column + 0.5)
        if (column == 0 or number == 1) and middle > year_ends:
            _write_centred(sheet, f"<b>{month[:4]}</b>", middle, top)
            year_ends = middle + text_width("2025", SIZE, bold=True) + 4
        if (number - 1) % every == 0:
            _write_centred(sheet, MONTHS[number], middle, top + 14)


def _write_centred(sheet: Sheet, text: str, middle: float, top: float) -> None:
    """Write a text around a pixel, as far as the figure's edges let it."""
    width = text_width(text, SIZE)
    x = min(max(middle - width / 2, 2), sheet.look.width - width - 2)
    sheet.write(text, x, top, SIZE, sheet.look.palette.muted)


def hatch_unseen(
    sheet: Sheet,
    panel: Panel,
    grid: TileGrid,
    months: Sequence[str],
    articles: Mapping[str, int],
    top: float,
) -> bool:
    """Hatch the months of which no article was collected; tells whether there are any.

    ``articles``: the number of collected articles by month. ``top``: the pixel at which tiles begin.
    """
    unseen = [column for column, month in enumerate(months) if not articles.get(month)]
    if not unseen:
        return False
    palette = sheet.look.palette
    height = grid.depth - top
    sheet.traces.append(
        {
            "type": "bar",
            "orientation": "h",
            "base": [grid.x(column) + GAP / 2 for column in unseen],
            "x": [grid.pitch - GAP] * len(unseen),
            "y": [top + height / 2] * len(unseen),
            "width": height,
            "offset": -height / 2,
            "marker": {
                "color": palette.surface,
                "pattern": {
                    "shape": "/",
                    "fgcolor": palette.wash,
                    "bgcolor": palette.surface,
                    "size": 6,
                    "solidity": 0.3,
                },
            },
            "hovertext": [f"{in_words(months[c])}: no article collected" for c in unseen],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "textposition": "none",
            "unselected": {"marker": {"opacity": 1}},
            "meta": {"role": "unseen"},
            "zorder": 0,
            **panel.axes,
        }
    )
    return True


def draw_articles(
    sheet: Sheet,
    panel: Panel,
    grid: TileGrid,
    months: Sequence[str],
    articles: Mapping[str, int],
) -> None:
    """Draw the number of articles collected in each month as pale bars, numbered where it fits."""
    counts = [articles.get(month, 0) for month in months]
    most = max(counts, default=0)
    foot = grid.depth + BEFORE_BARS + BARS
    sheet.traces.append(
        {
            "type": "bar",
            "x": [grid.x(column + 0.5) for column in range(len(months))],
            "y": [-BARS * count / max(most, 1) for count in counts],
            "base": foot,
            "width": grid.pitch - GAP,
            "marker": {"color": sheet.look.palette.wash},
            "hovertext": [
                f"{in_words(month)}: {count_text(count, 'article')} collected"
                for month, count in zip(months, counts, strict=True)
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "textposition": "none",
            "unselected": {"marker": {"opacity": 1}},
            "meta": {"role": "articles"},
            **panel.axes,
        }
    )
    for column, count in enumerate(counts):
        if text_width(f"{count:,}", SIZE) <= grid.pitch:
            _write_centred(sheet, f"{count:,}", grid.x(column + 0.5), foot + 1)
    x, y, anchor = (
        (SIDE, grid.depth - 2, "left") if sheet.look.narrow else (grid.left - 8, foot - 13, "right")
    )
    sheet.write("articles", x, y, SIZE, sheet.look.palette.muted, anchor)
