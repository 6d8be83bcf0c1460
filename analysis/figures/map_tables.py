"""The tables that the map is drawn from beside the claims: as printed by a day, and as selected."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.codebook import Bloc
from analysis.estimates import Selection
from analysis.estimates.reading import printed_by, with_articles
from analysis.estimates.selection import overlaps
from analysis.ledger import Ledger
from analysis.partial_dates import spans

# What is read of the tables that the map can do without.
COLUMNS = {
    "sightings": (
        "sighting_id",
        "document_id",
        "wording",
        "location",
        "location_role",
        "note",
        "modality",
    ),
    "movements": (
        "movement_id",
        "document_id",
        "from_location",
        "to_location",
        "claimant",
        "stated_on",
        "event_from",
        "event_to",
        "mention_id",
        "modality",
        "note",
    ),
}


@dataclass(frozen=True)
class MapTables:
    """The tables beside the claims, as printed by the board's day and as selected.

    ``sightings`` and ``movements`` carry what their article tells (``outlet``, ``printed_on`` …).
    ``missing`` names those that cannot be used for problems in their rows; they are empty here.
    """

    locations: pd.DataFrame
    sightings: pd.DataFrame
    movements: pd.DataFrame
    short_names: dict[str, str]
    missing: tuple[str, ...] = ()


def map_tables(ledger: Ledger, known_on: str = "", selection: Selection | None = None) -> MapTables:
    """Take the map's tables from the ledger: those rows certainly printed by a day, and selected.

    Neither has a number, so claim type, scope and who is counted leave both alone; sightings name
    nobody as their source, so a choice of sources leaves them alone too. A sighting is said on the
    day that it is printed and is about no day. A broken table of sightings or of movements costs
    the map its own rows only. Raises BrokenTable where places, articles or claimants cannot be used.
    """
    printed = printed_tables(ledger, known_on)
    return selected_tables(printed, selection or Selection(), ledger.claimants)


def printed_tables(ledger: Ledger, known_on: str = "") -> MapTables:
    """Take the map's tables from the ledger, as ``map_tables`` does, whatever is selected."""
    printed = {}
    for name in COLUMNS:
        rows = _empty(name) if name in ledger.broken else ledger.table(name)
        rows = with_articles(rows, ledger.documents)
        printed[name] = printed_by(rows, known_on) if known_on else rows
    claimants = ledger.claimants
    return MapTables(
        locations=ledger.locations,
        sightings=printed["sightings"],
        movements=printed["movements"],
        short_names=dict(zip(claimants["claimant"], claimants["short_name"], strict=True)),
        missing=tuple(name for name in printed if name in ledger.broken),
    )


def selected_tables(tables: MapTables, selection: Selection, claimants: pd.DataFrame) -> MapTables:
    """Keep those rows of the map's tables that are selected, as ``map_tables`` says."""
    return replace(
        tables,
        sightings=_selected(tables.sightings, selection, claimants).reset_index(drop=True),
        movements=_selected(tables.movements, selection, claimants).reset_index(drop=True),
    )


def _empty(name: str) -> pd.DataFrame:
    """Give a table without rows: a broken one may lack its columns too."""
    return pd.DataFrame({column: pd.Series(dtype="str") for column in COLUMNS[name]})


def _selected(rows: pd.DataFrame, selection: Selection, claimants: pd.DataFrame) -> pd.DataFrame:
    keep = pd.Series(True, index=rows.index)
    for column, wanted in (
        ("outlet", selection.outlets),
        ("language", selection.languages),
        ("modality", selection.modalities),
    ):
        if wanted:
            keep &= rows[column].isin(wanted)
    ends = [name for name in ("location", "from_location", "to_location") if name in rows]
    if selection.places:
        keep &= rows[ends].isin(selection.places).any(axis=1)
    if "claimant" in rows:
        blocs = claimants.set_index("claimant")["bloc"]
        if selection.sources:
            keep &= rows["claimant"].isin(selection.sources)
        if selection.blocs:
            keep &= rows["claimant"].map(blocs).isin(selection.blocs)
        if not selection.unattributed:
            keep &= rows["claimant"].map(blocs) != Bloc.UNATTRIBUTED
    if selection.date_from or selection.date_to:
        first, last = _days(rows, selection.clock)
        keep &= (first.notna() | last.notna()) & overlaps(first, last, selection)
    return rows[keep]


def _days(rows: pd.DataFrame, clock: str) -> tuple[pd.Series, pd.Series]:
    """Give the first and the last day that a clock can show for each row; NaT where it has none."""
    printed = rows["printed_first"], rows["printed_last"]
    if clock == "about":
        none = pd.Series("", index=rows.index)
        return (
            spans(rows.get("event_from", none))["first"],
            spans(rows.get("event_to", none))["last"],
        )
    if clock == "said" and "stated_on" in rows:
        said = spans(rows["stated_on"])
        return said["first"].fillna(printed[0]), said["last"].fillna(printed[1])
    return printed
