"""What the command line draws charts from, and what stands beneath each of them."""

import shlex
from dataclasses import dataclass, field

import pandas as pd

from analysis.codebook import Kind
from analysis.estimates import Estimates, Selection, selection_words
from analysis.exports.exhibit import Exhibit
from analysis.exports.file_names import chosen_words
from analysis.exports.notes import Edition, Notes, behind, silent_sources, sources_shown
from analysis.ledger import Ledger

# What is drawn of all kinds together.
MAP = "map"
NOW, OVER_TIME, SHARES, STATED = "now", "over-time", "shares", "stated-shares"
VIEWS = (NOW, OVER_TIME, SHARES, STATED)


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

    def address_of(self, subject: str, view: str, *more: str) -> str:
        """Say where, or by which command, a chart of this board is had again.

        ``subject``: its kind, or MAP. ``more``: options of the command that only this view has.
        """
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
        words = ["python", "-m", "analysis", "chart", str(subject)]
        words += [] if view == NOW else ["--view", view]
        words += more
        words += [word for name, values in options for value in values for word in (name, value)]
        return shlex.join(words)

    def notes(self, title: str, selection: Selection, claims: pd.DataFrame, address: str) -> Notes:
        """Write the notes of a chart of these claims, which such a selection leaves."""
        return Notes(
            title=title,
            filters=selection_words(selection, self.names, self.places, self.estimates.known_on),
            sources=sources_shown(claims),
            behind=behind(claims, self.estimates.mentions),
            edition=self.edition,
            known_on=self.estimates.known_on,
            address=address,
            remarks=silent_sources(selection.sources, claims, self.names),
        )


@dataclass(frozen=True)
class Chart(Exhibit):
    """A chart of the command line, and of which kind of claims it is; None for the map."""

    kind: Kind | None = field(kw_only=True)
