"""The dashboard run in this process, page by page, and data to break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis.ledger.store.access import Visitor

SECONDS = 60

FILES = {
    "Overview": "pages/overview.py",
    "Troops": "pages/troops.py",
    "Casualties": "pages/casualties.py",
    "Materiel": "pages/materiel.py",
    "Map": "pages/map.py",
    "Sources": "pages/sources.py",
    "Claims": "pages/claims.py",
    "Articles": "pages/articles.py",
    "Method": "pages/method.py",
}


@pytest.fixture
def open_page(project: Path) -> Callable[..., AppTest]:
    """Open a page as a link does, and let it run a second time, as the browser's answer does.

    ``open_page("Troops", seoul="NIS")``: values of the address by its keys.
    """

    def open_with(title: str, **address: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(project / "app.py"), default_timeout=SECONDS)
        for key, value in address.items():
            app.query_params[key] = value
        app.switch_page(FILES[title]).run()
        app.run()
        assert not app.exception, [error.value for error in app.exception]
        return app

    return open_with


@pytest.fixture
def own_data(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tables, which the dashboard reads instead of the shipped ones."""
    folder = tmp_path / "data"
    shutil.copytree(project / "data", folder)
    monkeypatch.setenv("MUSTER_DATA", str(folder))
    st.cache_resource.clear()
    return folder


def spoil(folder: Path, table: str, old: str, new: str) -> None:
    """Replace the first occurrence of a text in one table."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def texts(app: AppTest) -> str:
    """Everything that stands on the page as text, one piece a line."""
    pieces = (app.title, app.header, app.subheader, app.markdown, app.caption, app.code)
    return "\n".join(element.value for kind in pieces for element in kind)


def words(app: AppTest) -> str:
    """The line that says what is shown, without the marks of Markdown."""
    line = next(piece.value for piece in app.markdown if piece.value.startswith("**Shown:**"))
    return line.replace("\\", "")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a database of this test's own, which nobody has made yet."""
    url = f"sqlite:///{(tmp_path / 'store' / 'muster.sqlite3').as_posix()}"
    monkeypatch.setenv("MUSTER_DATABASE_URL", url)
    return url


@pytest.fixture
def at_home(database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Sit at the computer that serves the dashboard, as somebody who may write."""
    own = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
    come_as(monkeypatch, Visitor("localhost", own))
    monkeypatch.setattr("pages.parts.desk._own_name", lambda: "anna")
    return database


def come_as(monkeypatch: pytest.MonkeyPatch, visitor: Visitor, sign_in: bool = False) -> None:
    """Have the dashboard see this visitor; AppTest has no request to look at."""
    monkeypatch.setattr("pages.parts.desk.visitor_here", lambda: visitor)
    monkeypatch.setattr("pages.parts.desk.sign_in_is_set_up", lambda: sign_in)
