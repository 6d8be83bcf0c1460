"""An article of our own words for the tests of adding and reviewing, and the ways through the form."""

from collections.abc import Callable, Iterable
from typing import Any

from streamlit.testing.v1 import AppTest

OpenPage = Callable[..., AppTest]

ADDING = {"part_of_articles": "Add an article"}
QUEUE = {"part_of_articles": "Review queue"}

TITLE = "Seoul puts North Korean dead at about 600"
TEXT = (
    f"{TITLE}\n\n"
    "SEOUL, April 30 - About 600 North Korean soldiers have been killed in Russia so far, South "
    "Korea's National Intelligence Service told lawmakers on Wednesday.\n\n"
    "The agency said some 15,000 troops had been sent in two deployments, while around 2,000 flew "
    "home by March.\n\n"
    "Ukraine's military intelligence said more than 5,000 North Korean troops had been killed or "
    "wounded in the Kursk region, a figure that nobody else has given.\n"
)
# What the four sentences hold, in the order of the text.
FIGURES = [
    "NIS: about 600, killed",
    "NIS: about 600, killed",
    "NIS: about 15,000, sent",
    "HUR: more than 5,000, casualties",
]


def paste(app: AppTest, text: str = TEXT) -> AppTest:
    """Paste a text and have it read."""
    app.text_area(key="pasted").set_value(text).run()
    return app.button(key="read").click().run()


def fill(app: AppTest, **cells: str) -> AppTest:
    """Fill the form of confirmation, and send it."""
    given = {
        "title": TITLE,
        "outlet": "Harbour Gazette",
        "published_on": "2025-04-30",
        "basis": "stated",
        **cells,
    }
    for name, value in given.items():
        if name == "basis":
            app.radio(key=of_form(app.radio, name)).set_value(value or None)
        else:
            app.text_input(key=of_form(app.text_input, name)).set_value(value)
    return app.button(key="add_article").click().run()


def of_form(controls: Iterable[Any], name: str) -> str:
    """Name the control of the form for one part of what an article is."""
    return next(str(one.key) for one in controls if str(one.key).startswith(f"new_{name}_"))


def add(open_page: OpenPage) -> AppTest:
    """Paste and confirm the article; its review is open then."""
    return fill(paste(open_page("Articles", **ADDING)))


def cell(app: AppTest, column: str) -> str:
    """Name the control of a column in the open card."""
    keys = [w.key for kind in (app.text_input, app.selectbox, app.multiselect) for w in kind]
    return next(
        key for key in keys if key and key.startswith("cell_") and key.endswith(f"_{column}")
    )


def button(app: AppTest, name: str) -> Any:
    """Find a button by what it does; the rest of its key names the card that it stands on."""
    return next(one for one in app.button if one.key and one.key.startswith(name))


def lines(app: AppTest) -> list[str]:
    """The lines of the proposals whose cards are closed."""
    return [
        button.label.replace("\\", "")
        for button in app.button
        if button.key and button.key.startswith("line_")
    ]
