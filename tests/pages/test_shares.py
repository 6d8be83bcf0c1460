"""Whose part is divided by whose whole is the reader's choice."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import texts

OpenPage = Callable[..., AppTest]


def test_killed_of_casualties_by_the_nis_as_known_in_may_2025(open_page: OpenPage) -> None:
    """About 600 of about 4,700 on 30 April 2025: about 13 %."""
    app = open_page(
        "Casualties",
        show="Shares",
        part_source="NIS",
        part_known_on="2025-05-01",
        whole_known_on="2025-05-01",
    )
    assert "NIS: about 13 %" in texts(app).replace("\\", "")


def test_part_and_whole_may_not_be_one_figure(open_page: OpenPage) -> None:
    app = open_page(
        "Casualties", show="Shares", part_kind="casualties", part_source="NIS", whole_source="NIS"
    )
    assert "Choose another kind" in texts(app)
