"""The keys of the review: all of them told and obeyed, and each press for its own card."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from pages.parts.review_keys import OBEYED_BY
from tests.pages.added import FIGURES, add, button
from tests.pages.conftest import texts

OpenPage = Callable[..., AppTest]


def test_the_keys_are_listed_and_those_of_the_buttons(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    keys = next(caption.value for caption in app.caption if caption.value.startswith("Keys:"))
    obeyed = {one.proto.shortcut for one in app.button if one.proto.shortcut}
    told = {key.lower().replace("**", "") for key in re.findall(r"\*\*(.+?)\*\*", keys)}
    assert obeyed <= told
    # Nothing to take back so far; and what is selected, the browser alone knows.
    assert told - obeyed == {"ctrl+alt+backspace", "ctrl+alt+p"}
    named = {one.proto.shortcut: str(one.key) for one in app.button if one.proto.shortcut}
    for key, name in OBEYED_BY.items():
        assert named.get(key.lower(), name).startswith(name)


def test_a_press_means_the_card_that_it_was_made_on(open_page: OpenPage, at_home: str) -> None:
    """A press that arrives when another card is open finds no button of its name there."""
    app = add(open_page)
    ways = ("accept_card", "reject_card", "step_Next", "step_Back", "accept_all", "undo_last")
    seen: set[str] = set()
    for _ in FIGURES:
        names = {str(one.key) for one in app.button if str(one.key).startswith(ways)}
        assert not names & seen
        seen |= names
        button(app, "accept_card").click().run()
    assert "0 open, 4 accepted" in texts(app)
