"""What a page works with: the tables with what was accepted, the claims as known on the chosen day,
and what is chosen.

Loading and folding are cached for everybody who looks at the same tables; nothing in the cache is
ever changed.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

import pandas as pd
import streamlit as st

from analysis.codebook import BLOC_LABELS
from analysis.estimates import Estimates, Selection, estimate, select, selection_words
from analysis.exports.citation import version_in
from analysis.exports.notes import Edition
from analysis.figures.look import Look
from analysis.ledger import Ledger, Problem, load
from analysis.ledger.store.accepted import accepted_tables, revision, with_accepted
from analysis.ledger.store.database import Store
from analysis.ledger.store.trouble import StoreError
from pages.parts.desk import Database, Desk
from pages.parts.filters import Filters, claim_counts, filters_of
from pages.parts.wording import distinct

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data"
CITATION = ROOT / "CITATION.cff"

# Tables without which there are no claims; a slip in any other one costs less.
NEEDED = (
    "mentions",
    "documents",
    "claimants",
    "locations",
    "judgements",
    "shared_intelligence",
)

T = TypeVar("T")

Stamp = tuple[tuple[str, int, int], ...]


class State(NamedTuple):
    """One state of the tables: the files' and the database's, "" where no database is read."""

    folder: str
    stamp: Stamp
    store: str
    revision: int


class Tables(NamedTuple):
    """The ledger in one state, and what is wrong with accepted rows that had to stay out of it."""

    state: State
    ledger: Ledger
    left_out: tuple[Problem, ...]
    trouble: str


@dataclass(frozen=True)
class View:
    """One reader's view at one moment.

    ``board`` holds every claim as known on the chosen day, ``shown`` those that the filters leave.
    ``state`` tells of which tables they are. ``look`` is what charts are drawn for, ``sure`` is
    false while the browser has not told its width yet: see ``show_figure``. ``desk`` says who the
    reader is. ``claim`` is the id of the claim whose evidence the reader opened, "" if none.
    ``opened`` lists the places on the page that show it already.
    """

    ledger: Ledger = field(repr=False)
    board: Estimates = field(repr=False)
    state: State = field(repr=False)
    selection: Selection
    filters: Filters = field(repr=False)
    look: Look
    sure: bool
    desk: Desk
    claim: str = ""
    opened: list[str] = field(default_factory=list, repr=False)

    @cached_property
    def shown(self) -> Estimates:
        """The claims that the filters leave."""
        return chosen_claims(self.state, self.board, self.selection)

    def as_known_on(self, day: str) -> "View":
        """Give the same view of the board as it stood on another day ("": of all articles)."""
        board = current_board(self.state, self.ledger, day)
        return self if board is None or day == self.board.known_on else replace(self, board=board)

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """Make something of this view's claims, or take it from the cache; never change it.

        ``name`` tells it from everything else that is made of the same claims.
        """
        return _remembered(self.token, name, make)

    def remember_board(self, name: str, make: Callable[[], T]) -> T:
        """Make something of all claims as known on the day, whatever is filtered, or take it cached."""
        return _remembered(repr((self.state, self.board.known_on)), name, make)

    @cached_property
    def token(self) -> str:
        """Tell this view's claims from every other's, for what is cached about them."""
        return _token(self.state, self.board, self.selection)

    @cached_property
    def narrow(self) -> bool:
        """Tell whether the page is as narrow as a phone's."""
        return self.look.narrow

    @cached_property
    def names(self) -> dict[str, str]:
        """Short name of each claimant."""
        claimants = self.ledger.claimants
        return distinct(claimants["claimant"], claimants["short_name"])

    @cached_property
    def places(self) -> dict[str, str]:
        """Name of each place."""
        return distinct(self.ledger.locations["location"], self.ledger.locations["name"])

    @cached_property
    def named(self) -> Selection:
        """What is chosen, as it is told: a bloc that was chosen as a whole is named as one."""
        chosen = self.selection
        claimants = self.ledger.claimants
        whole = [
            bloc
            for bloc in BLOC_LABELS
            if len(members := set(claimants.loc[claimants["bloc"] == bloc, "claimant"])) > 1
            and members <= set(chosen.sources)
        ]
        in_blocs = set(claimants.loc[claimants["bloc"].isin(whole), "claimant"])
        singles = tuple(source for source in chosen.sources if source not in in_blocs)
        return replace(chosen, blocs=tuple(whole), sources=singles)

    @cached_property
    def words(self) -> str:
        """What is shown, in words."""
        return selection_words(self.named, self.names, self.places, self.board.known_on)

    @cached_property
    def edition(self) -> Edition:
        """Which Muster and which data."""
        return Edition(_version(), self.board.data_day)


def data_folder() -> Path:
    """Name the folder of the tables: that in MUSTER_DATA, else the shipped one."""
    return Path(os.environ.get("MUSTER_DATA") or SHIPPED)


def current_tables(desk: Desk) -> Tables:
    """Load the tables for somebody, as ``tables_in`` does."""
    return tables_in(Database(desk.store, desk.key, desk.trouble))


def tables_in(database: Database) -> Tables:
    """Load the tables with what was accepted, or take them from the cache if nothing has changed.

    Where the database cannot be read, the shipped tables alone, and why.
    """
    folder = data_folder()
    shipped = State(str(folder), _stamp(folder), "", 0)
    if database.store is None:
        return Tables(shipped, _shipped(*shipped[:2]), (), database.trouble)
    try:
        state = shipped._replace(store=database.key, revision=revision(database.store))
        ledger, left_out = _ledger(state, database.store)
    except StoreError as error:
        return Tables(shipped, _shipped(*shipped[:2]), (), str(error))
    return Tables(state, ledger, left_out, "")


def shipped_ledger(view: View) -> Ledger:
    """Give the shipped tables of a view, without what was accepted."""
    return _shipped(*view.state[:2])


def current_board(state: State, ledger: Ledger, known_on: str) -> Estimates | None:
    """Fold the ledger as known on a day ("": all of it); None where a table it needs is broken."""
    if ledger.broken.intersection(NEEDED):
        return None
    return _board(state, known_on, ledger)


def chosen_claims(state: State, board: Estimates, selection: Selection) -> Estimates:
    """Give the claims of a board that a selection leaves."""
    return _shown(_token(state, board, selection), board, selection)


def _token(state: State, board: Estimates, selection: Selection) -> str:
    return repr((state, board.known_on, selection))


def controls(
    state: State, ledger: Ledger, board: Estimates
) -> tuple[Filters, dict[str, pd.Series]]:
    """Give the filters of the tables, and how many claims of the board stand behind each option."""
    token = repr((state, board.known_on))
    return _remembered(token, "controls", lambda: (filters_of(ledger), claim_counts(board)))


def _stamp(folder: Path) -> Stamp:
    """Tell one state of the files from another."""
    files = sorted(folder.glob("*.csv")) + sorted(folder.glob("*.json"))
    states = ((path.name, path.stat()) for path in files)
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)


@st.cache_resource(show_spinner=False)
def _version() -> str:
    return version_in(CITATION.read_text(encoding="utf-8"))


@st.cache_resource(max_entries=2, show_spinner="Reading the tables")
def _shipped(folder: str, stamp: Stamp) -> Ledger:
    return load(Path(folder))


# Each decision makes a state of its own; readers are soon all at the newest.
@st.cache_resource(max_entries=3, show_spinner=False)
def _ledger(state: State, _store: Store) -> tuple[Ledger, tuple[Problem, ...]]:
    shipped = _shipped(state.folder, state.stamp)
    return with_accepted(shipped, accepted_tables(_store, shipped))


# A reader goes back and forth between a few views; of a large ledger each is large.
@st.cache_resource(max_entries=8, show_spinner=False)
def _shown(token: str, _board: Estimates, _selection: Selection) -> Estimates:
    return select(_board, _selection)


# Figures, tables and the like: each as small as what a page shows.
@st.cache_resource(max_entries=500, show_spinner=False)
def _remembered(token: str, name: str, _make: Callable[[], T]) -> T:
    return _make()


@st.cache_resource(max_entries=24, show_spinner="Folding mentions into claims")
def _board(state: State, known_on: str, _ledger: Ledger) -> Estimates:
    return estimate(_ledger, known_on or None)
