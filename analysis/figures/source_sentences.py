"""One plain sentence for each chart of sources, for readers who do not see it."""

import pandas as pd

from analysis.codebook import KIND_TERMS, Kind
from analysis.figures.hover import AS_CLAIMED, count_text, figure_words, records
from analysis.figures.kind_matrix import KindView
from analysis.figures.source_months import MonthView
from analysis.partial_dates import in_words

# Of these, the sentence tells what was said last.
TOLD = 3

# How stances are counted, one and many.
STANCES = {
    "denial": ("denial", ""),
    "silence": ("silence", ""),
    "confirmation": ("confirmation", ""),
}


def kinds_sentence(view: KindView) -> str:
    """Say how many sources have something in force of how many kinds, and what was said last."""
    alone = view.cells[view.cells["figures"] == 1]
    latest = alone.sort_values("since_last", ascending=False, kind="stable").head(TOLD)
    told = [
        f"{view.names[cell['voice']]}, {KIND_TERMS[Kind(cell['kind'])].label}, "
        f"{figure_words(cell)} ({in_words(cell['since_on'])})"
        for cell in records(latest)
    ]
    stale = int(view.cells["stale"].sum())
    sentence = (
        f"{count_text(view.figures['voice'].nunique(), 'source')} with figures in force of "
        f"{count_text(len(view.kinds), 'claim type')}"
    )
    if told:
        sentence += f". The latest: {'; '.join(told)}"
    if stale:
        sentence += f". {stale:,} of {len(view.cells):,} places are older than 180 days"
    return f"{sentence}. {AS_CLAIMED.capitalize()}."


def months_sentence(view: MonthView) -> str:
    """Say how many sources spoke in which months, in which month most, and how many articles."""
    known = view.tiles[view.tiles["month"].isin(view.months)]
    if known.empty and view.stances.empty:
        return "No source in this selection said anything in a month that is known."
    sources = set(known["voice"]) | set(view.stances["claimant"])
    sentence = (
        f"{count_text(len(sources), 'source')} from {in_words(view.months[0])} to "
        f"{in_words(view.months[-1])}"
    )
    if len(known):
        by_month = known.groupby("month")["claims"].sum()
        most = str(by_month.idxmax())
        sentence += f". Most figures were said in {in_words(most)}"
    taken = view.stances["group"].value_counts()
    told = [
        count_text(int(taken[group]), one, many)
        for group, (one, many) in STANCES.items()
        if group in taken
    ]
    if told:
        sentence += f". Without a number: {', '.join(told)}"
    return f"{sentence}. {AS_CLAIMED.capitalize()}."


def printing_sentence(cells: pd.DataFrame, rows: str, columns: str) -> str:
    """Say how many pairs have articles, and which has most.

    ``cells``: row and column (names), articles. ``rows`` and ``columns``: what they are, in the
    plural.
    """
    if cells.empty:
        return "No article in this selection prints anybody."
    most = records(cells.nlargest(1, "articles"))[0]
    return (
        f"{cells['row'].nunique():,} {rows} and {cells['column'].nunique():,} {columns}. Most "
        f"articles together: {most['row']} and {most['column']}, "
        f"{count_text(int(most['articles']), 'article')}. {AS_CLAIMED.capitalize()}."
    )
