"""The charts that the command line draws: which there are of a board, and what goes with each."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import KIND_TERMS, Kind, Page, Population, label
from analysis.commands.board import NOW, OVER_TIME, Board, Chart
from analysis.commands.share_charts import shares_chart, stated_chart
from analysis.errors import MusterError
from analysis.estimates import Estimates, Selection, select
from analysis.estimates.coverage import articles_per_month
from analysis.estimates.panels import DRAWN, Panel, panels
from analysis.estimates.series import FORCE, Now, now
from analysis.estimates.shares import WHOLES
from analysis.exports.exhibit import claim_tables
from analysis.exports.titles import TICKS, now_name, now_title, panel_name, panel_title
from analysis.figures.look import Look
from analysis.figures.now import now_figure
from analysis.figures.statements import AXES, statements_figure
from analysis.figures.strip import MENTION_COLUMNS

PEOPLE = (*FORCE, Population.UNITS, Population.SITES)


class UnknownPanel(MusterError):
    """A chart over time that this kind does not have."""


def now_chart(board: Board, kind: Kind) -> Chart | None:
    """Make the chart of who says what now; None where no source gives such a figure."""
    selection = replace(board.selection, kinds=(kind.value,))
    shown = select(board.estimates, selection)
    latest, unit, left_out = _of_one_unit(
        now(shown, kind, board.names, board.places, _counted(selection, kind))
    )
    if latest.rows.empty:
        return None

    def draw(look: Look) -> go.Figure:
        return now_figure(latest, look, unit=unit)

    claims = pd.concat(
        [latest.rows.assign(drawn="mark"), latest.earlier.assign(drawn="earlier")],
        ignore_index=True,
    )
    notes = board.notes(now_title(kind), selection, claims, board.address_of(kind, NOW))
    notes = notes.with_remarks([TICKS] if len(latest.earlier) else []).with_remarks(left_out)
    return Chart(
        now_name(kind),
        notes,
        draw,
        marked=latest.rows,
        tables=claim_tables(claims, shown.mentions),
        package=board.ledger.package,
        kind=kind,
    )


def statements_chart(board: Board, kind: Kind, name: str = "") -> Chart | None:
    """Make a chart of statements over time; None where there are none.

    A kind has several where it is counted in units or items that no one scale can hold, and for
    waves, single incidents and rates. ``name`` tells which one; by default it is the one with most
    claims, of running totals unless scopes were chosen. Raises UnknownPanel for a name that no
    panel of this board has.
    """
    shown, found = _panels(board, kind)
    if name:
        wanted = [panel for panel in found if panel.name == name]
        if not wanted:
            names = ", ".join(panel.name for panel in found)
            raise UnknownPanel(
                f"--panel {name}: {kind.value} has no such chart. There are: {names}"
            )
        return _panel_chart(board, shown, wanted[0])
    running = [panel for panel in found if board.selection.scopes or not panel.apart_by_scope]
    if not running:
        return None
    chart = _panel_chart(board, shown, running[0])
    others = [
        f"On a scale of its own, not drawn here: {panel_title(panel)}." for panel in running[1:]
    ]
    return replace(chart, notes=chart.notes.with_remarks(others))


def panel_charts(board: Board, kind: Kind) -> Iterator[Chart]:
    """Make every chart of statements over time that a kind has."""
    shown, found = _panels(board, kind)
    for panel in found:
        yield _panel_chart(board, shown, panel)


def all_charts(board: Board, kinds: tuple[Kind, ...]) -> Iterator[Chart]:
    """Make every chart of these kinds that has something to draw, kind by kind."""
    for kind in kinds:
        latest = now_chart(board, kind)
        shares = [shares_chart(board, kind, whole) for whole in WHOLES if whole is not kind]
        singles = [latest, *shares, stated_chart(board, kind)]
        yield from (chart for chart in singles[:1] if chart is not None)
        yield from panel_charts(board, kind)
        yield from (chart for chart in singles[1:] if chart is not None)


def _panels(board: Board, kind: Kind) -> tuple[Estimates, list[Panel]]:
    """Choose the claims of a kind, single events too, and cut them into charts over time."""
    selection = replace(board.selection, kinds=(kind.value,), incidents=True)
    shown = select(board.estimates, selection)
    return shown, panels(shown.claims, (kind,), selection.populations or DRAWN)


def _panel_chart(board: Board, shown: Estimates, panel: Panel) -> Chart:
    months = articles_per_month(board.ledger.documents, shown.known_on)

    def draw(look: Look) -> go.Figure:
        return statements_figure(
            panel.claims,
            shown.mentions_of(panel.claims, *MENTION_COLUMNS),
            months,
            look,
            titles={panel.kind: AXES},
            as_of=shown.as_of,
            places=board.places,
        )

    scopes = board.selection.scopes or ((panel.scope,) if panel.scope else ())
    selection = replace(board.selection, kinds=(panel.kind.value,), scopes=scopes)
    address = board.address_of(
        panel.kind, OVER_TIME, *(("--panel", panel.name) if panel.apart else ())
    )
    return Chart(
        panel_name(panel),
        board.notes(panel_title(panel), selection, panel.claims, address),
        draw,
        marked=panel.claims,
        tables=claim_tables(panel.claims, shown.mentions, drawn="mark"),
        package=board.ledger.package,
        upright=True,
        kind=panel.kind,
    )


def _counted(selection: Selection, kind: Kind) -> tuple[str, ...]:
    """Name who or what a chart of this kind counts, unless that was chosen."""
    if selection.populations:
        return selection.populations
    return (Population.MATERIEL,) if KIND_TERMS[kind].page is Page.MATERIEL else PEOPLE


def _of_one_unit(latest: Now) -> tuple[Now, str, list[str]]:
    """Keep the rows of the commonest unit, and say of the others that another axis would be theirs.

    Guns and brigades of guns are both artillery; one axis cannot count them.
    """
    if latest.rows.empty:
        return latest, "", []
    unit = str(latest.rows["unit"].value_counts().index[0])
    rows, earlier = (
        table[table["unit"] == unit].reset_index(drop=True)
        for table in (latest.rows, latest.earlier)
    )
    others = latest.rows[latest.rows["unit"] != unit]
    left_out = [
        f"Not drawn, being counted in {row['unit']}: "
        f"{row['row']} {label(row['bound'], row['low'], row['high'], row['unit'])}."
        for row in others.to_dict("records")
    ]
    return Now(rows, earlier), unit, left_out
