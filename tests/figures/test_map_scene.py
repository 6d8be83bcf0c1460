"""The map of the shipped ledger: what it counts, draws, names and says, in both its forms."""

import json
import re
from collections import Counter
from itertools import combinations
from math import pi
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.codebook import LocationRole, Modality
from analysis.estimates import Estimates, Selection, estimate, select
from analysis.figures.area_anchors import AREA_ANCHORS
from analysis.figures.deck import AREAS_URL, OUTLINES_URL, map_deck
from analysis.figures.look import Look
from analysis.figures.map_key import draw_key, key_entries, key_figure
from analysis.figures.map_scene import Scene, map_scene
from analysis.figures.map_symbols import CORNERS
from analysis.figures.map_tables import MapTables, map_tables
from analysis.figures.map_words import POINT_OF_VIEW
from analysis.figures.places import ALWAYS, CLAIM, SIGHTING
from analysis.figures.static_map import drawn_movements, drawn_places, printed_map, static_map
from analysis.ledger import Ledger
from analysis.ledger.outlines import Ground, read_ground

LOOKS = [Look(width=1100), Look(width=390), Look(dark=True, width=1100), Look(dark=True, width=390)]


@pytest.fixture(scope="module")
def ground(project: Path) -> Ground:
    return read_ground(project / "static")


# What is drawn.


@pytest.mark.parametrize("known_on", ["", "2024-10-01"])
def test_the_five_places_are_always_there(ledger: Ledger, known_on: str) -> None:
    early = map_scene(estimate(ledger, known_on), map_tables(ledger, known_on), Look())
    assert set(ALWAYS) <= {site.location for site in early.sites}
    assert set(ALWAYS) <= {label.location for label in early.labels}
    assert set(ALWAYS) <= set(early.listed["location"])


def test_nothing_is_drawn_finer_than_the_text_has_it(scene: Scene, ledger: Ledger) -> None:
    locations = ledger.locations.set_index("location")
    areas = set(locations.index[locations["latitude"].isna()])
    drawn_as_points = {s.location for s in scene.sites} | {m.location for m in scene.marks}
    assert not drawn_as_points & areas
    wide = {"oblast", "region"}
    for site in scene.sites:
        is_wide = locations.loc[site.location, "precision"] in wide
        assert (site.radius_km > 0) == is_wide
    assert {region.location for region in scene.regions} <= areas


def test_every_area_has_an_anchor(ledger: Ledger) -> None:
    locations = ledger.locations
    assert set(locations.loc[locations["latitude"].isna(), "location"]) == set(AREA_ANCHORS)


def test_areas_of_marks_are_as_the_numbers_of_claims(scene: Scene) -> None:
    per_claim = {
        round(pi * mark.radius**2 / mark.count, 6) for mark in scene.marks if mark.evidence == CLAIM
    }
    assert len(per_claim) == 1
    assert len({mark.radius for mark in scene.marks if mark.evidence == SIGHTING}) == 1


def test_symbols_of_one_radius_have_one_area() -> None:
    for role in (LocationRole.TO, LocationRole.FROM, LocationRole.VIA):
        corners = CORNERS[role]
        after = (*corners[1:], corners[0])
        twice = sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(corners, after, strict=True))
        assert abs(twice) / 2 == pytest.approx(pi)


def test_marks_of_one_place_do_not_cover_one_another(scene: Scene) -> None:
    for one, other in combinations(scene.marks, 2):
        if one.location == other.location:
            apart = abs(one.right - other.right) - one.half_width - other.half_width
            assert apart > 1


def test_numbers_of_troops_stand_on_the_map_only_with_a_kind(
    scene: Scene, board: Estimates, tables: MapTables
) -> None:
    def lines(drawn: Scene) -> list[str]:
        return [line for label in drawn.labels for line in label.lines[1:]]

    assert all(re.fullmatch(r"(\d+ claims?)?( · )?(named \d+×)?", line) for line in lines(scene))
    with_kind = map_scene(board, tables, Look(), kind="present")
    kursk = next(label for label in with_kind.labels if label.location == "kursk")
    assert kursk.lines[1].startswith("> 10,000 present")
    assert kursk.lines[2].startswith("US officials, printed 5 Nov 2025")
    assert not any("claim" in line for line in lines(with_kind))


def test_the_list_counts_what_the_tables_hold(scene: Scene, project: Path) -> None:
    """By pandas alone: the mentions with their places as judged, and the sightings."""
    mentions, judgements, sightings = (
        pd.read_csv(project / "data" / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("mentions", "judgements", "sightings")
    )
    moved = judgements[
        (judgements["judgement"] == "correct") & (judgements["field"] == "location")
    ].set_index("mention_id")["value"]
    judged = mentions["mention_id"].map(moved).fillna(mentions["location"])
    listed = scene.listed.set_index("location")
    for column, named in (("mentions", judged), ("sightings", sightings["location"])):
        counted = named[named != ""].value_counts()
        assert listed[column][listed[column] > 0].to_dict() == counted.to_dict()


def test_a_claim_in_two_roles_counts_once_for_its_place(scene: Scene, board: Estimates) -> None:
    at_kursk = board.mentions[board.mentions["location"] == "kursk"]
    assert set(at_kursk["location_role"]) == {"at", "to"}
    listed = scene.listed.set_index("location")
    assert listed.loc["kursk", "claims"] == at_kursk["claim_id"].nunique()
    per_role = at_kursk.groupby(["location_role", "modality"])["claim_id"].nunique().sum()
    assert listed.loc["kursk", "claims"] < per_role


def test_the_list_has_every_place_and_figure(
    board: Estimates, tables: MapTables, ledger: Ledger
) -> None:
    listed = map_scene(board, tables, Look(width=390), kind="present").listed
    assert set(listed["location"]) == set(ledger.locations["location"])
    figures = listed.set_index("location")["figure"]
    assert figures["kursk"].startswith("> 10,000 present, US officials")
    assert figures["khabarovsk"] == ""


# deck.gl's description.


def described(scene: Scene) -> dict[str, Any]:
    return json.loads(map_deck(scene).to_json())


@pytest.mark.parametrize("look", LOOKS)
def test_the_deck_is_small_and_calls_nobody(
    board: Estimates, tables: MapTables, look: Look
) -> None:
    text = map_deck(map_scene(board, tables, look, kind="present", chosen="kursk")).to_json()
    assert len(text.encode()) < 30_000
    without_namespace = text.replace("http://www.w3.org/2000/svg", "")
    assert "://" not in without_namespace
    deck = json.loads(text)
    # A style, even an empty one, would bring a base map of another host back.
    assert deck.get("mapProvider") is None
    assert deck.get("mapStyle") in (None, "__MAP_STYLE__")
    assert not [key for key in deck if "key" in key.lower() or "token" in key.lower()]


def test_layers_have_their_ids_and_outlines_come_by_url(scene: Scene) -> None:
    layers = described(scene)["layers"]
    assert [layer["id"] for layer in layers] == [
        "sea",
        "outlines",
        "areas",
        "radii",
        "movements",
        "points",
        "marks",
        "chosen",
        "area-names",
        "names",
        "open-ends",
    ]
    by_id = {layer["id"]: layer for layer in layers}
    assert by_id["outlines"]["data"] == OUTLINES_URL == "app/static/outlines.geojson"
    assert by_id["areas"]["data"] == AREAS_URL == "app/static/areas.geojson"


def test_another_turn_renames_what_can_be_clicked_and_nothing_else(scene: Scene) -> None:
    """A selection is dropped with its layer; the outlines need not be fetched again."""
    first, second = (json.loads(map_deck(scene, turn).to_json())["layers"] for turn in (1, 2))
    for one, other in zip(first, second, strict=True):
        assert (one["id"] != other["id"]) == one["pickable"]
        assert one | {"id": ""} == other | {"id": ""}


def test_what_can_be_pointed_at_says_something_and_can_be_found(scene: Scene) -> None:
    layers = described(scene)["layers"]
    pointed = [layer for layer in layers if layer.get("pickable")]
    assert {layer["id"] for layer in pointed} == {
        "movements",
        "marks",
        "area-names",
        "names",
        "open-ends",
    }
    for layer in pointed:
        for item in layer["data"]:
            assert item["tip"]
            assert ("place" in item) != ("movement" in item)


def test_lines_have_one_width_and_planned_ones_are_dashed(
    board: Estimates, tables: MapTables
) -> None:
    rows = tables.movements.copy()
    rows.loc[rows.index[0], "modality"] = "planned"
    drawn = map_scene(
        board,
        MapTables(tables.locations, tables.sightings, rows, tables.short_names),
        Look(),
    )
    lines = next(x for x in described(drawn)["layers"] if x["id"] == "movements")["data"]
    assert len({line["width"] for line in lines}) == 1
    dashed = {line["movement"] for line in lines if line["dash"] != [0, 0]}
    assert dashed == {"north_korea>vladivostok"}


def test_only_reported_areas_are_tinted(scene: Scene, board: Estimates, tables: MapTables) -> None:
    def colours(drawn: Scene) -> str:
        return next(x for x in described(drawn)["layers"] if x["id"] == "areas")["getFillColor"]

    assert "'siberia'" in colours(scene)
    few = select(board, Selection(places=("kursk",)))
    nothing = MapTables(
        tables.locations, tables.sightings[:0], tables.movements[:0], tables.short_names
    )
    assert "'siberia'" not in colours(map_scene(few, nothing, Look()))


# The static twin.


@pytest.mark.parametrize("look", LOOKS)
def test_the_twin_draws_what_the_deck_draws(
    board: Estimates, tables: MapTables, look: Look, ground: Ground
) -> None:
    drawn = map_scene(board, tables, look)
    figure = static_map(drawn, ground)
    layers = {layer["id"]: layer["data"] for layer in described(drawn)["layers"]}
    assert drawn_places(figure) == {site.location for site in drawn.sites}
    assert len(layers["points"]) == len(drawn.sites)
    assert drawn_movements(figure) == {line["movement"] for line in layers["movements"]}
    marks = next(trace for trace in figure.data if (trace.meta or {}).get("role") == "mark")
    in_deck = Counter(item["place"] for item in layers["marks"] if "place" in item)
    assert Counter(point[0] for point in marks.customdata) == in_deck
    texts = " ".join(annotation.text for annotation in figure.layout.annotations)
    for name in (*layers["names"], *layers["area-names"]):
        assert name["text"].split("\n")[0] in texts


@pytest.mark.parametrize("look", LOOKS)
def test_the_key_states_the_point_of_view(
    board: Estimates, tables: MapTables, look: Look, ground: Ground
) -> None:
    drawn = map_scene(board, tables, look)
    for figure in (draw_key(static_map(drawn, ground), drawn), key_figure(drawn)):
        texts = [annotation.text for annotation in figure.layout.annotations]
        told = " ".join(texts).replace("<br>", " ")
        assert "Crimea is shown as part of Ukraine" in told
        assert "not routes" in told
        assert "not of troops" in told


def test_for_print_the_point_of_view_stands_in_the_notes_once(scene: Scene, ground: Ground) -> None:
    figure = printed_map(scene, ground)
    assert POINT_OF_VIEW in figure.layout.meta["notes"]
    assert not any("Crimea" in annotation.text for annotation in figure.layout.annotations)


def test_the_key_explains_the_symbols_in_use_and_no_others(
    scene: Scene, board: Estimates, tables: MapTables
) -> None:
    meanings = {entry.meaning for entry in key_entries(scene)}
    assert {"are there", "go there", "hollow: planned", "struck through: denied"} <= meanings
    # The one claim of a passage is about Siberia, which has no point and so no symbol.
    assert "pass through" not in meanings
    empty = MapTables(
        tables.locations, tables.sightings[:0], tables.movements[:0], tables.short_names
    )
    none = map_scene(select(board, Selection(sources=("nobody",))), empty, Look())
    assert list(key_entries(none)) == []
    assert {site.location for site in none.sites} == set(ALWAYS)


def test_texts_of_the_twin_are_text_and_not_markup(
    board: Estimates, tables: MapTables, ground: Ground
) -> None:
    locations = tables.locations.copy()
    locations.loc[locations["location"] == "kursk", "name"] = "<b>Kursk</b> & <script>"
    wild = MapTables(locations, tables.sightings, tables.movements, tables.short_names)
    figure = static_map(map_scene(board, wild, Look()), ground)
    assert "<script>" not in figure.to_json()


def test_hollow_marks_are_planned_or_denied(scene: Scene) -> None:
    icons = next(x for x in described(scene)["layers"] if x["id"] == "marks")
    modalities = {item["icon"].split("-")[1] for item in icons["data"] if "place" in item}
    assert modalities == {Modality.ACTUAL, Modality.PLANNED, Modality.DENIED}
    assert {item["icon"] for item in icons["data"]} == set(icons["iconMapping"])
