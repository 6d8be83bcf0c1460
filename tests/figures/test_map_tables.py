"""What the map counts, by hand in mentions.csv, sightings.csv and movements.csv; what filters leave."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.estimates import Estimates, Selection, estimate
from analysis.figures.map_tables import MapTables, map_tables
from analysis.figures.places import CLAIM, SIGHTING, places
from analysis.ledger import Ledger, load


@pytest.fixture(scope="module")
def table(board: Estimates, tables: MapTables) -> pd.DataFrame:
    return places(board, tables.sightings)


def row(table: pd.DataFrame, *key: str) -> dict[str, Any]:
    columns = ["location", "role", "evidence", "modality"]
    found = table[(table[columns] == list(key)).all(axis=1)]
    assert len(found) == 1
    return found.iloc[0].to_dict()


def test_claims_and_sightings_of_one_place_are_counted_apart(table: pd.DataFrame) -> None:
    claims = row(table, "donetsk", "at", CLAIM, "actual")
    assert (claims["claims"], claims["mentions"], claims["articles"]) == (4, 6, 1)
    assert claims["sightings"] == 0
    sighted = row(table, "kursk", "at", SIGHTING, "actual")
    assert (sighted["claims"], sighted["sightings"], sighted["articles"]) == (0, 4, 2)


def test_denied_and_planned_sightings_stand_in_rows_of_their_own(table: pd.DataFrame) -> None:
    assert row(table, "kursk", "at", SIGHTING, "denied")["sightings"] == 1
    assert row(table, "ukraine", "to", SIGHTING, "planned")["sightings"] == 1
    assert row(table, "tatarstan", "to", CLAIM, "planned")["claims"] == 1


def test_every_mention_with_a_place_is_counted_once(
    board: Estimates, table: pd.DataFrame, tables: MapTables
) -> None:
    assert table["mentions"].sum() == (board.mentions["location"] != "").sum()
    assert table["sightings"].sum() == len(tables.sightings) == 32


def test_places_are_known_from_their_printing_on(ledger: Ledger) -> None:
    """By 20 October 2024 one article of the sightings is in print, that of the 18th."""
    known = map_tables(ledger, "2024-10-20")
    assert set(known.sightings["document_id"]) == {"seed-004"}
    early = places(estimate(ledger, "2024-10-20"), known.sightings)
    assert early["claims"].sum() < 40
    assert "khabarovsk" in set(early["location"])
    assert "tatarstan" not in set(early["location"])


def test_a_choice_of_sources_leaves_sightings_alone_and_chooses_movements(ledger: Ledger) -> None:
    chosen = map_tables(ledger, selection=Selection(sources=("nis",)))
    assert list(chosen.movements["movement_id"]) == ["v01", "v02"]
    assert len(chosen.sightings) == 32
    placed = map_tables(ledger, selection=Selection(places=("rason",)))
    assert list(placed.movements["movement_id"]) == ["v06"]
    assert placed.sightings.empty


def test_a_broken_table_of_movements_costs_the_movements_only(
    project: Path, tmp_path: Path
) -> None:
    for path in (project / "data").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / "movements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("v01,", "v01,atlantis_"), "utf-8")
    tables = map_tables(load(tmp_path))
    assert tables.missing == ("movements",)
    assert tables.movements.empty
    assert len(tables.sightings) == 32


@pytest.mark.parametrize(
    ("chosen", "movements", "sightings"),
    [
        # v01 to v03 were said in October 2024, v04 on 2 November; two articles name places without numbers.
        (Selection(date_to="2024-10-31"), ["v01", "v02", "v03"], 19),
        (Selection(date_from="2025-01-01"), ["v05", "v06", "v07"], 13),
        # v02 has no period, and a sighting is about no day.
        (Selection(clock="about", date_to="2024-10-10"), ["v01", "v03", "v04"], 0),
        (Selection(clock="printed", date_to="2024-10-18"), ["v01", "v02"], 10),
        (Selection(modalities=("planned",)), [], 2),
        (Selection(kinds=("killed",), populations=("workers",), scopes=("total",)), "all", 32),
        (Selection(unattributed=False), "all", 32),
    ],
)
def test_what_filters_leave_of_movements_and_sightings(
    ledger: Ledger, chosen: Selection, movements: list[str] | str, sightings: int
) -> None:
    left = map_tables(ledger, selection=chosen)
    everything = [f"v{number:02}" for number in range(1, 8)]
    assert list(left.movements["movement_id"]) == (everything if movements == "all" else movements)
    assert len(left.sightings) == sightings


def test_without_unattributed_figures_there_are_no_unattributed_movements(
    project: Path, tmp_path: Path
) -> None:
    for path in (project / "data").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / "movements.csv"
    text = path.read_text(encoding="utf-8").replace("rok_media,2025-02,", "unattributed,,")
    path.write_text(text, encoding="utf-8")
    ledger = load(tmp_path)
    assert len(map_tables(ledger).movements) == 7
    left = map_tables(ledger, selection=Selection(unattributed=False))
    assert "v07" not in set(left.movements["movement_id"])
