"""Source by kind: which figure each source has in force, with its hedge, and since when.

Of several figures in one place none is picked; the place says how many there are. Plans stand apart
from what is put as done, and a figure that is old is written paler and thinner.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import KIND_TERMS, Basis, Kind, Modality
from analysis.figures.blank import blank_figure
from analysis.figures.hover import AS_CLAIMED, Claim, count_text, hover_texts, records
from analysis.figures.kind_layout import (
    FIGURE_SIZE,
    Entry,
    Place,
    Places,
    list_places,
    table_places,
)
from analysis.figures.look import Look
from analysis.figures.pen import BARS
from analysis.figures.sheet import Sheet
from analysis.figures.source_rows import source_rows
from analysis.figures.template import SMALL_TEXT_SIZE
from analysis.figures.tiles import SIDE, key_height, pixel_panel, write_key
from analysis.figures.wording import figure_label
from analysis.partial_dates import in_words

# Figures that pointing at a place lists; the table has all.
MOST_LISTED = 8
# What is written at a place needs of its figure.
WRITTEN = (
    *("voice", "kind", "modality", "claim_id", "figures", "stale", "since_on", "since_basis"),
    *("bound", "low", "high", "unit", "origin", "claimants", "co_claimants"),
)
# What a list needs of a figure.
LISTED = ("bound", "low", "high", "unit", "item", "location", "since_on")


@dataclass(frozen=True)
class KindView:
    """What the chart is drawn from.

    ``cells``: one row for each claimant (``voice``), kind and modality, the columns of the claims,
    ``since_on``, ``since_basis``, ``stale`` and ``figures`` (how many stand there). ``figures``: all
    of them, a row each. ``kinds``: the columns, in order. ``names`` and ``blocs``: of claimants by
    id; ``places``: names of places by id. ``as_of``: the day of the board.
    """

    cells: pd.DataFrame
    figures: pd.DataFrame
    kinds: Sequence[str]
    names: Mapping[str, str]
    blocs: Mapping[str, str]
    places: Mapping[str, str]
    as_of: str


def kind_matrix_figure(view: KindView, look: Look, chosen: str = "") -> go.Figure:
    """Draw a row for each source and a column for each kind; on a narrow figure, lists.

    ``chosen``: the claim id that gets a frame. ``layout.meta["notes"]`` says what is left out.
    """
    cells = view.cells[view.cells["kind"].isin(view.kinds)]
    if cells.empty:
        return blank_figure(look)
    of_kinds = view.figures.loc[view.figures["kind"].isin(view.kinds), ["voice", "articles"]]
    printed = of_kinds.groupby("voice")["articles"].sum()
    rows, left_out = source_rows(printed, view.names, view.blocs, look)
    # What is put as done stands before what is planned.
    shown = cells[cells["voice"].isin(rows["voice"])].sort_values("modality", kind="stable")
    entries = [_entry(cell, view.names) for cell in records(shown[list(WRITTEN)])]
    layout = list_places if look.narrow else table_places
    places = layout(rows, entries, view.kinds, look)
    key = _key(cells, view)
    sheet = Sheet(look, round(places.depth + key_height(key, look)))
    _write_heads(sheet, places)
    for place in places.entries:
        _write_entry(sheet, place, look)
    _frames(sheet, places.entries, _hovers(shown, view), chosen)
    write_key(sheet, key, places.depth)
    notes = [f"{left_out:,} more sources are in the table."] if left_out else []
    return sheet.figure(notes)


def _entry(cell: Claim, names: Mapping[str, str]) -> Entry:
    """Say in short texts what stands at a place: the figure, since when, and whose it is."""
    several = int(cell["figures"])
    day = in_words(cell["since_on"])
    if several > 1:
        figure, since = count_text(several, "figure"), f"latest {day}"
    else:
        stated = cell["since_basis"] == Basis.STATED
        figure, since = figure_label(cell), f"since {day}" if stated else f"printed {day}"
    # The column of plans says already that they are.
    if cell["modality"] != Modality.ACTUAL and cell["kind"] != Kind.PLANNED:
        figure = f"{cell['modality']}: {figure}"
    return Entry(
        voice=cell["voice"],
        kind=cell["kind"],
        claim_id=cell["claim_id"],
        figure=figure,
        since=since,
        after=_after(cell, names) if several == 1 else "",
        stale=bool(cell["stale"]),
        hollow=cell["modality"] != Modality.ACTUAL,
    )


def _after(cell: Claim, names: Mapping[str, str]) -> str:
    """Name the origin of a figure that a judgement calls another one's, and say what is joint."""
    if cell["origin"] != cell["claimants"]:
        return escape("after " + " + ".join(names[origin] for origin in cell["origin"].split(";")))
    return "jointly with others" if cell["co_claimants"] else ""


def _key(cells: pd.DataFrame, view: KindView) -> list[str]:
    """Explain what is drawn, and nothing else."""
    parts = ["Since: from this day the source has not replaced the figure"]
    if (cells["since_basis"] != Basis.STATED).any():
        parts.append("printed: the day it was said is not given")
    if cells["stale"].any():
        parts.append(f"grey: older than 180 days on {in_words(view.as_of)}")
    if (cells["modality"] != Modality.ACTUAL).any():
        parts.append("in italics: planned or expected, never part of the others")
    if (cells["figures"] > 1).any():
        parts.append(
            "several figures: of several voices, places or things; none of them replaces another"
        )
    passed_on = cells["origin"] != cells["claimants"]
    if (passed_on & (cells["figures"] == 1)).any():
        parts.append("after somebody: judged to be that source's own estimate, passed on")
    return parts


def _write_heads(sheet: Sheet, places: Places) -> None:
    muted = sheet.look.palette.muted
    for text, x, y, size, colour, anchor in places.texts:
        sheet.write(f"<b>{escape(text)}</b>", x, y, size, colour or muted, anchor)
    for y in places.rules:
        sheet.shapes.append(
            {
                "type": "line",
                "x0": SIDE / sheet.look.width,
                "x1": 1 - SIDE / sheet.look.width,
                "y0": 1 - y / sheet.height,
                "y1": 1 - y / sheet.height,
                "xref": "paper",
                "yref": "paper",
                "layer": "below",
                "line": {"color": sheet.look.palette.grid, "width": 1},
            }
        )


def _write_entry(sheet: Sheet, place: Place, look: Look) -> None:
    entry, palette = place.entry, look.palette
    text = f"<i>{entry.figure}</i>" if entry.hollow else entry.figure
    if entry.stale:
        sheet.write(text, place.left, place.top, FIGURE_SIZE, palette.muted)
    else:
        sheet.write(f"<b>{text}</b>", place.left, place.top, FIGURE_SIZE)
    small = "<br>".join(entry.small_lines)
    sheet.write(small, place.since_left, place.since_top, SMALL_TEXT_SIZE, palette.muted)


def _frames(
    sheet: Sheet, places: Sequence[Place], hovers: Mapping[tuple[str, str, str], str], chosen: str
) -> None:
    """Lay over each place what a click and the pointer find, framed where it is chosen."""
    panel = pixel_panel(sheet)
    clear = "rgba(0,0,0,0)"
    sheet.traces.append(
        {
            "type": "bar",
            "orientation": "h",
            "base": [place.left - 4 for place in places],
            "x": [place.width for place in places],
            "y": [place.top + place.height / 2 for place in places],
            "width": [place.height + 4 for place in places],
            "offset": [-place.height / 2 - 3 for place in places],
            "marker": {
                "color": clear,
                "line": {
                    "color": [
                        sheet.look.palette.ink if place.entry.claim_id == chosen else clear
                        for place in places
                    ],
                    "width": 1.6,
                },
            },
            "customdata": [[place.entry.claim_id] for place in places],
            "hovertext": [
                hovers[place.entry.voice, place.entry.kind, place.entry.claim_id]
                for place in places
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "textposition": "none",
            "unselected": {"marker": {"opacity": 1}},
            "meta": {"role": "mark"},
            "zorder": BARS,
            **panel.axes,
        }
    )


def _hovers(cells: pd.DataFrame, view: KindView) -> dict[tuple[str, str, str], str]:
    """Write what pointing at a place shows: its claim, or a list of its figures."""
    alone = cells[cells["figures"] == 1]
    texts = dict(
        zip(
            zip(alone["voice"], alone["kind"], alone["claim_id"], strict=True),
            hover_texts(alone, view.places),
            strict=True,
        )
    )
    several = cells[cells["figures"] > 1]
    place = ["voice", "kind", "modality"]
    drawn = view.figures.loc[view.figures["voice"].isin(several["voice"]), [*place, *LISTED]]
    # Numbers are grouped many times faster than texts.
    number = np.zeros(len(drawn), dtype=np.int64)
    for name in place:
        codes, distinct = pd.factorize(drawn[name])
        number = number * len(distinct) + codes
    of_place = drawn.assign(several=pd.Series(number).groupby(number).transform("size").array)
    latest: dict[tuple[str, str, str], list[Claim]] = {}
    last = of_place.groupby(number, sort=False).tail(MOST_LISTED)
    for figure in records(last.iloc[::-1]):
        key = figure["voice"], figure["kind"], figure["modality"]
        latest.setdefault(key, []).append(figure)
    for cell in records(several[[*place, "claim_id"]]):
        key = cell["voice"], cell["kind"], cell["modality"]
        text = _listed(cell, latest[key], view)
        texts[cell["voice"], cell["kind"], cell["claim_id"]] = text
    return texts


def _listed(cell: Claim, figures: Sequence[Claim], view: KindView) -> str:
    """List the latest of the figures that stand at one place, the last said first."""
    number = figures[0]["several"]
    name, kind = escape(view.names[cell["voice"]]), KIND_TERMS[Kind(cell["kind"])].label
    lines = [f"<b>{name}</b>, {kind}: {count_text(number, 'figure')} in force"]
    for claim in figures:
        place = view.places.get(claim["location"], "")
        thing = ", ".join(text for text in (claim["item"], place) if text)
        detail = f" · {escape(thing)}" if thing else ""
        lines.append(f"<b>{figure_label(claim)}</b>{detail} · {in_words(claim['since_on'])}")
    if number > MOST_LISTED:
        lines.append(f"and {number - MOST_LISTED:,} more")
    return "<br>".join([*lines, f"<i>{AS_CLAIMED}</i>"])
