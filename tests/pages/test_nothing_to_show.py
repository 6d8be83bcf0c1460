"""An empty result says why and leads back; a broken table costs only what rests on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import FILES, spoil, texts, words

OpenPage = Callable[..., AppTest]


def offers(app: AppTest) -> dict[str, str]:
    return {
        button.label.partition(" (")[0]: button.key
        for button in app.button
        if button.label.startswith(("Drop", "Include"))
    }


def test_the_filter_that_empties_is_named_and_can_be_dropped(open_page: OpenPage) -> None:
    app = open_page("Claims", seoul="NIS", casualties="killed", language="German")
    assert "No claim in this selection" in texts(app)
    ways = offers(app)
    assert set(ways) == {"Drop the filter: language", "Drop the filter: claim type"}
    app.button(key=ways["Drop the filter: language"]).click().run()
    assert "German" not in words(app)
    assert "NIS · killed" in words(app)
    assert len(app.dataframe[0].value) == 4


def test_incidents_are_offered_where_there_is_nothing_else(open_page: OpenPage) -> None:
    app = open_page("Casualties", casualties="deserted")
    ways = offers(app)
    assert "Include incidents and increments" in ways
    app.button(key=ways["Include incidents and increments"]).click().run()
    assert "Reported to have deserted: single incidents" in texts(app)


def test_a_day_before_all_articles_is_named(open_page: OpenPage) -> None:
    app = open_page("Claims", casualties="wounded", known_on="2024-10-08")
    assert "Drop the filter: as known on" in offers(app)


def test_a_search_that_finds_nothing_can_be_cleared(open_page: OpenPage) -> None:
    app = open_page("Claims", search="qqqq")
    app.button(key="clear_search").click().run()
    assert len(app.dataframe[0].value) == 234


@pytest.mark.parametrize("title", FILES)
def test_a_bad_cell_is_told_instead_of_a_traceback(
    open_page: OpenPage, own_data: Path, title: str
) -> None:
    spoil(own_data, "mentions", ",soldiers,exact,6,6,", ",soldiers,exact,six,6,")
    app = open_page(title)
    assert "1 problem in mentions" in app.error[0].value
    problem = app.table[0].value.iloc[0].to_dict()
    assert problem["Row"] == "line 2, m0001"
    assert problem["Column"] == "low"
    assert problem["Found"] == "six"
    if title == "Method":
        assert "How figures are revised" in texts(app)
        assert "Codebook" in texts(app)


@pytest.mark.parametrize("title", FILES)
def test_a_table_that_no_page_rests_on_costs_nothing(
    open_page: OpenPage, own_data: Path, title: str
) -> None:
    spoil(own_data, "movements", "v01,", ",")
    app = open_page(title)
    assert "movements" in app.warning[0].value
    assert not app.error
    if title == "Articles":
        assert "129 of 129 articles" in words(app)
    elif title != "Method":
        assert "234 of 304 claims" in words(app)


@pytest.mark.parametrize("title", FILES)
def test_no_data_at_all(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    monkeypatch.setenv("MUSTER_DATA", str(tmp_path / "nowhere"))
    app = open_page(title)
    assert app.error


@pytest.mark.parametrize("title", FILES)
def test_tables_without_a_row(open_page: OpenPage, own_data: Path, title: str) -> None:
    for table in ("mentions", "documents", "judgements", "sightings", "movements", "stances"):
        path = own_data / f"{table}.csv"
        header, _, _ = path.read_text(encoding="utf-8").partition("\n")
        path.write_text(header + "\n", encoding="utf-8")
    app = open_page(title)
    assert not app.error
    if title == "Articles":
        assert "0 of 0 articles" in words(app)
        assert "No such article was collected." in texts(app)
    elif title != "Method":
        assert "0 of 0 claims" in words(app)
        assert "None of the collected articles has one." in texts(app)


def test_tables_are_read_again_when_they_change(open_page: OpenPage, own_data: Path) -> None:
    assert "304 claims" in words(open_page("Claims"))
    spoil(own_data, "mentions", ",soldiers,exact,6,6,", ",soldiers,exact,six,6,")
    assert open_page("Claims").error
