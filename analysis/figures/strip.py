"""Beneath a panel: when its claims were printed, and how many articles there were to print them.

A quiet stretch of the panel may be a quiet time or a gap in the collection; the bars tell which.
"""

from html import escape
from math import ceil

import numpy as np
import pandas as pd

from analysis.figures.hover import count_text
from analysis.figures.look import Look
from analysis.figures.panel import Panel
from analysis.figures.sheet import Sheet
from analysis.figures.time_axis import DAY, milliseconds
from analysis.partial_dates import in_words, spans

# Dots stack within these many pixels along the axis, and this high.
BIN = 5.0
DOT = 4.0
LEVELS = 5
MENTION_COLUMNS = ("claim_id", "printed_last", "printed_on", "outlet", "wording", "opens_claim")


def add_mentions(sheet: Sheet, mentions: pd.DataFrame, panel: Panel, look: Look) -> int:
    """Draw one pale dot a mention on its day of printing, ringed where its claim is new.

    ``mentions``: MENTION_COLUMNS as ``Estimates`` has them.
    Returns how many mentions a dot stands for at most: 1, or more where they would not fit.
    """
    if mentions.empty:
        return 1
    x = milliseconds(mentions["printed_last"]).to_numpy()
    bins = (panel.x.px(x) // BIN).astype(int)
    order = np.lexsort((~mentions["opens_claim"].to_numpy(), x, bins))
    sorted_bins = bins[order]
    starts = np.r_[0, np.flatnonzero(np.diff(sorted_bins)) + 1]
    sizes = np.diff(np.r_[starts, len(sorted_bins)])
    level = np.arange(len(order)) - np.repeat(starts, sizes)
    per_dot: int = ceil(sizes.max() / LEVELS)
    # The first mention of each dot stands for those that share it.
    first = level % per_dot == 0
    drawn = mentions.iloc[order[first]]
    held = np.minimum(per_dot, np.repeat(sizes, sizes)[first] - level[first])
    opens = np.maximum.reduceat(
        mentions["opens_claim"].to_numpy()[order].astype(int), np.flatnonzero(first)
    ).astype(bool)
    colours = look.palette
    pale = colours.pale(colours.axis, 0.65)
    sheet.traces.append(
        {
            "type": "scatter",
            "x": panel.x.value((sorted_bins[first] + 0.5) * BIN).tolist(),
            "y": (level[first] // per_dot + 0.5).tolist(),
            "mode": "markers",
            "marker": {
                "size": DOT,
                "color": np.where(opens, colours.surface, pale).tolist(),
                "line": {
                    "width": 1.1,
                    "color": np.where(opens, colours.muted, colours.wash).tolist(),
                },
            },
            "customdata": [[claim_id] for claim_id in drawn["claim_id"]],
            "hovertext": _mention_texts(drawn, held),
            "hovertemplate": "%{hovertext}<extra></extra>",
            "meta": {"role": "mention"},
            "unselected": {"marker": {"opacity": 1}},
            "cliponaxis": False,
            **panel.axes,
        }
    )
    return per_dot


def _mention_texts(drawn: pd.DataFrame, held: np.ndarray) -> list[str]:
    return [
        f"{escape(outlet)}, printed {in_words(day)}<br>“{escape(wording)}”"
        if count == 1
        else f"{count_text(int(count), 'mention')} about {in_words(day)}"
        for outlet, day, wording, count in zip(
            drawn["outlet"], drawn["printed_on"], drawn["wording"], held, strict=True
        )
    ]


def add_articles(sheet: Sheet, articles: pd.DataFrame, panel: Panel, look: Look) -> None:
    """Draw the number of collected articles a month as pale bars, each as wide as its month.

    ``articles``: month (``2025-02``) and articles (count). The panel's values run from 0 to 1.
    """
    if articles.empty:
        return
    month = spans(articles["month"])
    start = milliseconds(month["first"])
    width = milliseconds(month["last"]) + DAY - start
    end = (start + width).clip(upper=panel.x.last)
    start = start.clip(lower=panel.x.first)
    seen = end > start
    sheet.traces.append(
        {
            "type": "bar",
            "x": start[seen].tolist(),
            "y": (articles["articles"] / articles["articles"].max())[seen].tolist(),
            "width": (end - start - panel.x.per_pixel()).clip(lower=0)[seen].tolist(),
            "offset": 0,
            "marker": {"color": look.palette.wash, "line": {"width": 0}},
            "hovertext": [
                f"{in_words(m)}: {count_text(int(n), 'article')} collected"
                for m, n in zip(articles["month"][seen], articles["articles"][seen], strict=True)
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "textposition": "none",
            "unselected": {"marker": {"opacity": 1}},
            **panel.axes,
        }
    )
