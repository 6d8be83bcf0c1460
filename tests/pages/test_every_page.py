"""Every page runs, twice, whatever the filters leave, and says what it shows."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import FILES, texts, words

OpenPage = Callable[..., AppTest]

VIEWS = {
    "nothing chosen": {},
    "one source, one type": {"seoul": "NIS", "casualties": "killed"},
    "a whole bloc": {"kyiv": "All"},
    "incidents too": {"incidents": "true"},
    "known on a day": {"known_on": "2025-02-01"},
    "before the first article but one": {"known_on": "2024-10-07"},
    "workers and sappers": {"population": ["workers", "sappers"]},
    "materiel": {"materiel": ["shells", "missiles"]},
    "a period that nothing is about": {"clock": "it is about", "from": "2027-01-01"},
    "printed in Korean": {"language": "Korean", "outlet": "Yonhap"},
    "drawn otherwise": {"log": "true", "steps": "true", "by_source": "true"},
    "shares": {"show": "Shares", "part_kind": "casualties", "whole_kind": "sent"},
    "a search": {"search": "previously estimated", "order": "highest number first"},
    "no such option": {"seoul": "KGB", "known_on": "soon", "claim": "c00000000000"},
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("title", FILES)
def test_runs_twice(open_page: OpenPage, title: str, view: dict[str, str]) -> None:
    app = open_page(title, **view)
    assert app.title[0].value == title
    first = texts(app)
    app.run()
    assert not app.exception
    assert texts(app) == first


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ({}, "all sources · all claim types · without incidents and increments. 234 of 304 claims"),
        ({"seoul": "NIS", "casualties": "killed"}, "NIS · killed · without incidents"),
        ({"seoul": "All", "kyiv": "HUR"}, "Seoul · HUR · all claim types"),
        ({"known_on": "2025-02-01"}, "as known on 1 Feb 2025"),
        ({"population": "workers", "scope": "planned"}, "workers · planned"),
        ({"from": "2025-01-01", "clock": "printed"}, "printed from 1 Jan 2025"),
        ({"unattributed": "false"}, "without unattributed figures"),
    ],
)
def test_the_words_say_what_is_shown(
    open_page: OpenPage, address: dict[str, str], line: str
) -> None:
    assert line in words(open_page("Claims", **address))


def test_a_filter_set_on_one_page_holds_on_the_next(open_page: OpenPage) -> None:
    app = open_page("Troops")
    app.get_by_key("seoul").select("NIS").run()
    app.switch_page(FILES["Casualties"]).run()
    assert "NIS" in words(app)


def test_reset_takes_everything_back(open_page: OpenPage) -> None:
    everything = words(open_page("Claims"))
    app = open_page(
        "Claims",
        seoul="NIS",
        casualties="killed",
        incidents="true",
        unattributed="false",
        known_on="2025-02-01",
        language="English",
        clock="printed",
    )
    assert words(app) != everything
    app.button(key="reset").click().run()
    assert words(app) == everything
    assert app.query_params == {}


@pytest.mark.parametrize("title", FILES)
def test_no_page_has_a_number_that_stands_alone(open_page: OpenPage, title: str) -> None:
    assert not open_page(title).metric
