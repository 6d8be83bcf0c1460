"""The charts that the command line draws: which there are of a board, and what goes with each."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pandas as pd
import plotly.graph_objects as go

from analysis.codebook import (
    KIND_TERMS,
    SCOPE_LABELS,
    Kind,
    Page,
    Population,
    Scope,
    Unit,
    label,
)
from analysis.estimates import Estimates, Selection, select, selection_words
from analysis.estimates.series import FORCE, Now, now
from analysis.exports.exhibit import Exhibit, claim_tables
from analysis.exports.file_names import chosen_words
from analysis.exports.notes import Edition, Notes, behind, sources_shown
from analysis.figures.look import Look
from analysis.figures.now import now_figure
from analysis.figures.statements import statements_figure
from analysis.ledger import Ledger

NOW, OVER_TIME = "now", "over-time"
VIEWS = (NOW, OVER_TIME)

# What stands on one scale; waves, incidents and rates are charts of their own.
STANDING = (Scope.TOTAL.value, Scope.STOCK.value, Scope.PLANNED.value)
APART = {
    Scope.INCREMENT.value: "waves and periods",
    Scope.INCIDENT.value: "single incidents",
    Scope.RATE.value: "per day",
}
# This kind is nothing but waves.
OWN_SCOPES = {Kind.SENT_ADDITIONAL: (Scope.INCREMENT.value,)}

PEOPLE = (*FORCE, Population.UNITS, Population.SITES)
AXES = "Number, by the day on which it was said"
TICKS = "Pale ticks: what the same source, or another voice under its name, said before."


@dataclass(frozen=True)
class Board:
    """What charts are drawn from: the tables, the claims as known on a day, and what was chosen.

    ``address``: where a reader finds the view; without one the command that makes it stands there.
    """

    ledger: Ledger
    estimates: Estimates
    selection: Selection
    version: str
    address: str = ""

    @property
    def names(self) -> dict[str, str]:
        """Short name of each claimant."""
        claimants = self.ledger.claimants
        return dict(zip(claimants["claimant"], claimants["short_name"], strict=True))

    @property
    def places(self) -> dict[str, str]:
        """Name of each place."""
        locations = self.ledger.locations
        return dict(zip(locations["location"], locations["name"], strict=True))

    @property
    def edition(self) -> Edition:
        """Which Muster and which data."""
        return Edition(self.version, self.estimates.data_day)

    def chosen_words(self) -> list[str]:
        """List what narrows the view besides the claim type, for the names of files."""
        return chosen_words(self.selection, self.names, self.places)

    def address_of(self, kind: Kind, view: str) -> str:
        """Say where, or by which command, a chart of this board is had again."""
        if self.address:
            return self.address
        chosen = self.selection
        options = [
            ("--source", chosen.sources),
            ("--scope", chosen.scopes),
            ("--population", chosen.populations),
            ("--modality", chosen.modalities),
            ("--outlet", chosen.outlets),
            ("--language", chosen.languages),
            ("--place", chosen.places),
            ("--known-on", (self.estimates.known_on,) if self.estimates.known_on else ()),
        ]
        words = ["python", "-m", "analysis", "chart", kind.value]
        words += [] if view == NOW else ["--view", view]
        words += [word for name, values in options for value in values for word in (name, value)]
        return shlex.join(words)

    def articles_per_month(self) -> pd.DataFrame:
        """Count the collected articles by month; those of an unknown month are left out."""
        days = self.ledger.documents["published_on"]
        months = days[days.str.len() >= len("2025-02")].str.slice(0, 7)
        if self.estimates.known_on:
            months = months[months <= self.estimates.as_of[:7]]
        return months.value_counts().sort_index().rename_axis("month").reset_index(name="articles")


@dataclass(frozen=True)
class Chart(Exhibit):
    """A chart of the command line, and of which kind of claims it is."""

    kind: Kind = field(kw_only=True)


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
    notes = _notes(board, shown, selection, claims, "latest claim by each source", NOW)
    notes = notes.with_remarks([TICKS] if len(latest.earlier) else []).with_remarks(left_out)
    return Chart(
        f"{KIND_TERMS[kind].label} by source",
        notes,
        draw,
        marked=latest.rows,
        tables=claim_tables(claims, shown.mentions),
        package=board.ledger.package,
        kind=kind,
    )


def statements_chart(board: Board, kind: Kind) -> Chart | None:
    """Make the chart of statements over time; None where there are none.

    Running totals, stocks and plans only, unless scopes were chosen.
    """
    scopes = board.selection.scopes or OWN_SCOPES.get(kind, ())
    selection = replace(board.selection, kinds=(kind.value,), scopes=scopes)
    shown = select(board.estimates, selection)
    claims = shown.claims[
        shown.claims["population"].isin(_counted(selection, kind))
        & shown.claims["scope"].isin(scopes or STANDING)
        & (shown.claims["unit"] != Unit.PERCENT)
    ]
    if claims.empty:
        return None
    months = board.articles_per_month()

    def draw(look: Look) -> go.Figure:
        return statements_figure(
            claims,
            shown.mentions,
            months,
            look,
            titles={kind: AXES},
            as_of=shown.as_of,
            places=board.places,
        )

    told = "statements over time"
    apart = [APART.get(scope, SCOPE_LABELS[Scope(scope)]) for scope in board.selection.scopes]
    if apart:
        told += f" ({', '.join(apart)})"
    notes = _notes(board, shown, selection, claims, told, OVER_TIME)
    return Chart(
        " ".join([KIND_TERMS[kind].label, *apart, "over time"]),
        notes,
        draw,
        marked=claims,
        tables=claim_tables(claims, shown.mentions, drawn="mark"),
        package=board.ledger.package,
        upright=True,
        kind=kind,
    )


def all_charts(board: Board, kinds: tuple[Kind, ...]) -> Iterator[Chart]:
    """Make every chart of these kinds that has something to draw, kind by kind."""
    for kind in kinds:
        found = [now_chart(board, kind), statements_chart(board, kind)]
        if not board.selection.scopes:
            found += [
                statements_chart(_with_scope(board, scope), kind)
                for scope in APART
                if scope not in OWN_SCOPES.get(kind, ())
            ]
        yield from (chart for chart in found if chart is not None)


def _with_scope(board: Board, scope: str) -> Board:
    return replace(board, selection=replace(board.selection, scopes=(scope,)))


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


def _notes(
    board: Board,
    shown: Estimates,
    selection: Selection,
    claims: pd.DataFrame,
    view_words: str,
    view: str,
) -> Notes:
    kind = Kind(selection.kinds[0])
    # A source that was asked for and says nothing is told: silence is not zero.
    heard = set(claims["claimants"].str.split(";").explode())
    silent = [board.names[source] for source in selection.sources if source not in heard]
    return Notes(
        title=f"{KIND_TERMS[kind].title}: {view_words}",
        filters=selection_words(selection, board.names, board.places, shown.known_on),
        sources=sources_shown(claims),
        behind=behind(claims, shown.mentions),
        edition=board.edition,
        known_on=shown.known_on,
        address=board.address_of(kind, view),
        remarks=(f"No figure to draw by {', '.join(silent)}.",) if silent else (),
    )
