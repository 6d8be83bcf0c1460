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
