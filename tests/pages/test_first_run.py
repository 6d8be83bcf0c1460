"""The very first run of a visit shows what its address asks for, before the browser says anything."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import FILES, SECONDS, words


def test_the_first_run_stands_on_the_day_of_the_address(project: Path) -> None:
    app = AppTest.from_file(str(project / "app.py"), default_timeout=SECONDS)
    app.query_params["known_on"] = "2025-02-01"
    app.query_params["seoul"] = "NIS"
    app.query_params["casualties"] = "killed"
    app.switch_page(FILES["Casualties"]).run()
    assert not app.exception
    assert "as known on 1 Feb 2025" in words(app)
    assert "2 of" in words(app), "at least 100, then about 300"


def test_the_first_run_ends_with_the_first_chart_and_the_next_has_them_all(project: Path) -> None:
    app = AppTest.from_file(str(project / "app.py"), default_timeout=SECONDS)
    app.switch_page(FILES["Troops"]).run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert not app.dataframe
    app.run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == len(app.dataframe) > 8


def test_a_page_without_charts_is_whole_at_once(project: Path) -> None:
    app = AppTest.from_file(str(project / "app.py"), default_timeout=SECONDS)
    app.switch_page(FILES["Articles"]).run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 129


def test_controls_of_other_pages_are_sent_only_where_they_hold_something(project: Path) -> None:
    app = AppTest.from_file(str(project / "app.py"), default_timeout=SECONDS)
    app.query_params["search"] = "shells"
    app.query_params["one_source"] = "nis"
    app.switch_page(FILES["Troops"]).run()
    keys = {control.key for control in app.text_input}
    assert {"search", "one_source"} <= keys
    assert not keys & {"find", "article", "said_by", "queue_who"}
    app.run()
    assert app.text_input(key="search").value == "shells"
    assert app.query_params["one_source"] == "nis"


def test_what_a_page_chooses_stands_in_the_address_until_it_is_given_up(project: Path) -> None:
    app = AppTest.from_file(str(project / "app.py"), default_timeout=SECONDS)
    app.switch_page(FILES["Sources"]).run()
    app.run()
    assert "columns" not in app.query_params
    app.get_by_key("columns_pick").set_value("materiel").run()
    assert app.query_params["columns"] == "materiel"
    app.switch_page(FILES["Troops"]).run()
    assert app.text_input(key="columns").value == "materiel"
    app.button(key="reset").click().run()
    assert app.query_params["columns"] == "materiel", "resetting filters leaves the pages' options"
