"""The Map page: what it lists, what a choice opens, how the day and the filters bear on it."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.estimates import Selection, estimate, select
from analysis.figures.places import ALWAYS
from analysis.ledger import load
from pages.parts.map_choice import NOTHING, OnMap, clicked_in_deck, clicked_in_figure
from pages.parts.map_day import printed_days
from tests.pages.conftest import spoil, texts

OpenPage = Callable[..., AppTest]

PLACE_COLUMNS = ["Place", "Claims", "Mentions", "Sightings", "Movements"]


def grid(app: AppTest, column: str) -> pd.DataFrame:
    """The first table that has a column of this name."""
    return next(table.value for table in app.dataframe if column in table.value.columns)


def places(app: AppTest) -> pd.DataFrame:
    return grid(app, "Remark").set_index("Place")


def table(app: AppTest, column: str) -> pd.DataFrame:
    return next(table.value for table in app.table if column in table.value.columns)


def read(project: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(project / "data" / f"{name}.csv", dtype=str, keep_default_na=False)


def test_every_place_is_listed_with_its_counts(open_page: OpenPage, project: Path) -> None:
    listed = places(open_page("Map", incidents="true"))
    locations = read(project, "locations")
    assert sorted(listed.index) == sorted(locations["name"])
    # The mentions that j034 to j036 move from Kursk to Russia are three of 163.
    mentions = read(project, "mentions")
    assert (mentions["location"] == "kursk").sum() - 3 == listed.loc["Kursk Oblast", "Mentions"]
    sightings = read(project, "sightings")
    movements = read(project, "movements")
    assert listed["Sightings"].sum() == len(sightings)
    ends = pd.concat([movements["from_location"], movements["to_location"]])
    assert listed["Movements"].sum() == (ends != "").sum()


def test_the_five_places_are_found_where_nothing_is_left(
    open_page: OpenPage, project: Path
) -> None:
    app = open_page("Map", casualties="deserted", outlet="KBS World")
    names = read(project, "locations").set_index("location")["name"]
    left = places(app)
    for place in ALWAYS:
        assert left.loc[names[place], "Claims"] == 0
        assert left.loc[names[place], "Remark"] == "no claim in this selection"
    assert "No claim tied to a place in this selection" in texts(app)
    app.selectbox(key="on_map").set_value("Khabarovsk").run()
    assert "No claim in this selection is tied to it; no sighting, no movement." in texts(app)


def test_a_chosen_place_lists_claims_words_and_sightings(
    open_page: OpenPage, project: Path
) -> None:
    app = open_page("Map")
    app.selectbox(key="on_map").set_value("Vladivostok").run()
    assert not app.exception
    assert "2 claims with 2 mentions here, in 1 article; 1 sighting, 1 movement." in texts(app)
    claims = grid(app, "Standing")
    assert list(claims["Source"]) == ["UA CCD", "UA CCD"]
    of_mentions = table(app, "Mention").set_index("Mention")
    mentions = read(project, "mentions").set_index("mention_id")
    at_place = mentions[mentions["location"] == "vladivostok"]
    # The third, m0034, stands under incidents and increments, which are not included.
    assert set(of_mentions.index) <= set(at_place.index)
    for name, row in of_mentions.iterrows():
        words = row["Words as printed"].replace("\\", "")
        assert words == f"“{at_place.loc[name, 'wording']}”"
        assert ":~:text=" in row["Outlet"]
    assert list(table(app, "Sighting")["Sighting"]) == ["s25"]


def test_a_claim_of_a_place_opens_with_its_evidence(open_page: OpenPage) -> None:
    app = open_page("Map", on_map="Vladivostok")
    box = app.selectbox(key="map_place_pick")
    box.set_value(box.options[0]).run()
    assert not app.exception
    assert "To cite this claim" in texts(app)
    assert "claim" in app.query_params


def test_a_chosen_movement_says_who_when_and_printed_where(open_page: OpenPage) -> None:
    app = open_page("Map", on_map="North Korea → Vladivostok")
    told = texts(app).replace("\\", "")
    assert "reported by NIS, said 18 Oct 2024" in told
    assert "moved from 8 Oct 2024 to 13 Oct 2024" in told
    assert "printed by KBS World, 18 Oct 2024" in told
    assert "Reported movement, not a route." in told
    # m0015 carries the number that goes with it.
    assert list(table(app, "Mention")["Mention"]) == ["m0015"]


def test_a_movement_without_a_number_lists_the_sightings_of_its_article(
    open_page: OpenPage,
) -> None:
    app = open_page("Map", on_map="Chongjin → place not said")
    assert "No number goes with it" in texts(app)
    assert list(table(app, "Sighting")["Sighting"]) == ["s28"]


def test_a_movement_that_a_day_leaves_out_is_said_to_be(open_page: OpenPage) -> None:
    app = open_page("Map", on_map="Rason → Russia", known_on="2025-02-01")
    assert "not among those shown" in texts(app)
    movements = grid(app, "Printed by")
    assert list(movements["Movement"]) == [
        "North Korea → Vladivostok",
        "Chongjin → place not said",
        "Russian Far East → Kursk Oblast",
        "Russian Far East → Russia–Ukraine border",
    ]


def test_an_unknown_name_in_the_address_chooses_nothing(open_page: OpenPage) -> None:
    app = open_page("Map", on_map="Atlantis", map_view="The Moon")
    assert "Choose a place or a movement" in texts(app)


def test_filters_bear_on_claims_movements_and_sightings(open_page: OpenPage) -> None:
    app = open_page("Map", seoul="NIS")
    assert list(grid(app, "Printed by")["By"]) == ["NIS", "NIS"]
    board = select(estimate(load(Path("data"))), Selection(sources=("nis",)))
    at_kursk = board.mentions[board.mentions["location"] == "kursk"]
    assert places(app).loc["Kursk Oblast", "Claims"] == at_kursk["claim_id"].nunique()


def test_a_single_kind_puts_its_latest_figure_beside_the_place(open_page: OpenPage) -> None:
    listed = places(open_page("Map", troops="present"))
    assert listed.loc["Kursk Oblast", "Latest present, in force"].startswith("> 10,000 present")
    assert "Latest present, in force" not in places(open_page("Map")).columns


def test_without_webgl_the_still_map_stands_and_says_why(open_page: OpenPage) -> None:
    """No browser answers here, as if there were none that draws with WebGL."""
    app = open_page("Map")
    assert "does not draw with WebGL" in texts(app)
    assert not app.get("deck_gl_json_chart")
    assert len(app.get("plotly_chart")) == 2


def test_a_broken_table_costs_its_own_rows_only(open_page: OpenPage, own_data: Path) -> None:
    spoil(own_data, "sightings", "s02,", "s02,atlantis")
    app = open_page("Map", on_map="Vladivostok")
    assert "The table of sightings cannot be used" in texts(app)
    assert "2 claims with 2 mentions here, in 1 article; no sighting, 1 movement." in texts(app)


def test_a_name_is_text_and_no_markup(open_page: OpenPage, own_data: Path) -> None:
    spoil(own_data, "locations", "vladivostok,Vladivostok,", "vladivostok,**V** <b>x</b>,")
    app = open_page("Map", on_map="**V** <b>x</b>")
    assert "\\*\\*V\\*\\* \\<b\\>x\\<" in app.header[0].value
    assert "<b>" not in texts(app)


def test_the_days_are_those_of_printing(project: Path) -> None:
    ledger = load(project / "data")
    published = read(project, "documents")["published_on"]
    whole = set(published[published.str.len() == 10])
    days = printed_days(ledger)
    assert whole <= set(days)
    # "2025-01" and "2026-01" are certainly over on their last day; "2026-02" ends after the data.
    assert set(days) == whole | {"2025-01-31", "2026-01-31"}
    assert days[-1] == "2026-02-27"
    assert "2025-02-09" in printed_days(ledger, "2025-02-09")


@pytest.mark.parametrize(
    ("objects", "thing"),
    [
        ({"marks-3": [{"place": "kursk", "tip": "…"}]}, OnMap(place="kursk")),
        ({"movements": [{"movement": "v01"}]}, OnMap(movement="v01")),
        ({"names": []}, NOTHING),
        ({}, NOTHING),
    ],
)
def test_a_click_on_the_map_is_read(objects: dict[str, object], thing: OnMap) -> None:
    assert clicked_in_deck({"selection": {"objects": objects}}) == thing


def test_a_click_on_the_still_map_is_read() -> None:
    roles = {4: "movement", 7: "mark"}
    for trace, thing in ((4, OnMap(movement="v01")), (7, OnMap(place="v01")), (1, NOTHING)):
        points = [{"curve_number": trace, "customdata": ["v01"]}]
        assert clicked_in_figure({"selection": {"points": points}}, roles) == thing
