"""Who may write: every way to write is tried by people who may only read, deep links included."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from analysis.ledger.intake.draft import Draft
from analysis.ledger.store.access import Visitor
from analysis.ledger.store.articles import (
    add_article,
    add_proposal,
    begin_blind_coding,
    document_id_of,
)
from analysis.ledger.store.database import Store, open_store
from analysis.ledger.store.decisions import Signed, decide, undo
from analysis.ledger.store.drafts import drop_draft, fill_draft, keep_drafts, waiting
from analysis.ledger.store.imports import import_package
from analysis.ledger.store.pasted import keep_pasted
from analysis.ledger.store.people import NotAllowed, Person
from analysis.ledger.store.queue import log, queue
from analysis.ledger.store.records import Action, Article, Versions
from analysis.ledger.store.unsaved import keep_unsaved
from pages.parts import desk
from tests.ledger.store.test_packages import SHIPPED
from tests.pages.added import ADDING, QUEUE, TEXT, add, button
from tests.pages.conftest import come_as, texts

OpenPage = Callable[..., AppTest]

OUTSIDE = Visitor("0.0.0.0", {"Host": "muster.example.org"}, "203.0.113.9")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DOCUMENT = document_id_of(TEXT)
OUTSIDER = Person("", "This server is read-only.")

DEEP_LINKS = [
    {},
    ADDING,
    QUEUE,
    {**QUEUE, "article": DOCUMENT},
    {**QUEUE, "article": DOCUMENT, "coding": f"{DOCUMENT}.2"},
    {"article": DOCUMENT},
]


@pytest.fixture
def filled(open_page: OpenPage, at_home: str) -> str:
    """A database with an article, one of whose proposals is accepted."""
    button(add(open_page), "accept_card").click().run()
    return at_home


@pytest.mark.parametrize("link", DEEP_LINKS, ids=str)
def test_an_outsider_reads_and_finds_no_way_to_write(
    open_page: OpenPage, filled: str, monkeypatch: pytest.MonkeyPatch, link: dict[str, str]
) -> None:
    come_as(monkeypatch, OUTSIDE)
    app = open_page("Articles", **link)
    assert "This server is read-only: no sign-in is set up on it." in texts(app).replace("\\", "")
    keys = {str(button.key) for button in app.button}
    writing = ("read", "add_article", "accept", "reject", "propose", "undo", "begin", "settle")
    assert [key for key in keys if key.startswith(writing) and not key.startswith("reset")] == []
    assert [area.key for area in app.text_area] == []
    assert len(app.file_uploader) == 0
    # What was accepted can be read by everybody.
    assert "Harbour Gazette" in app.dataframe[0].value["Outlet"].tolist()


def test_where_a_sign_in_is_set_up_it_is_offered(
    open_page: OpenPage, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_as(monkeypatch, OUTSIDE, sign_in=True)
    app = open_page("Articles", **ADDING)
    assert "Sign in to add articles and to decide." in texts(app).replace("\\", "")
    assert app.button(key="sign_in").label == "Sign in"
    assert len(app.text_area) == 0


@pytest.mark.parametrize(
    ("login", "verified", "told"),
    [
        ("eve@example.org", True, "which is not on this server's list of reviewers"),
        ("anna@example.org", False, "has not verified the address"),
        ("anna@example.org", None, "does not say whether it has verified the address"),
        ("anna@example.org", True, "Signed in as anna@"),
    ],
)
def test_whoever_signs_in_is_told_what_they_may_do(
    open_page: OpenPage,
    filled: str,
    monkeypatch: pytest.MonkeyPatch,
    login: str,
    verified: bool | None,
    told: str,
) -> None:
    monkeypatch.setenv("MUSTER_REVIEWERS", "anna@example.org")
    visitor = Visitor("0.0.0.0", OUTSIDE.headers, OUTSIDE.peer, login, verified)
    come_as(monkeypatch, visitor, sign_in=True)
    app = open_page("Articles", **ADDING)
    assert told in texts(app).replace("\\", "")
    assert bool(len(app.text_area)) is told.startswith("Signed in")
    assert app.button(key="sign_out").label == "Sign out"


def writes(store: Store) -> dict[str, Callable[[], object]]:
    """Every way to write, called as a crafted request would have it called."""
    signed = Signed(OUTSIDER, NOON, Versions("1", "1"), 1)
    proposal = f"{DOCUMENT}.1.1"
    new = Article("", "Another text.", "Gazette", "2025-04-30", "stated", "en")
    draft, other = waiting(Draft("A text.")), SHIPPED
    return {
        "add": lambda: add_article(store, OUTSIDER, new, [], "", NOON),
        "propose": lambda: add_proposal(store, OUTSIDER, f"{DOCUMENT}.1", (0, 4), {}, NOON),
        "blind": lambda: begin_blind_coding(store, OUTSIDER, DOCUMENT, NOON),
        "accept": lambda: decide(store, signed, proposal, Action.ACCEPT),
        "correct": lambda: decide(store, signed, proposal, Action.CORRECT, {}),
        "reject": lambda: decide(store, signed, proposal, Action.REJECT),
        "undo": lambda: undo(store, signed, proposal, 1),
        "draft": lambda: keep_drafts(store, OUTSIDER, [draft], NOON),
        "fill": lambda: fill_draft(store, OUTSIDER, draft),
        "drop": lambda: drop_draft(store, OUTSIDER, draft.draft_id),
        "unsaved": lambda: keep_unsaved(store, OUTSIDER, proposal, {"low": "1"}, NOON),
        "pasted": lambda: keep_pasted(store, OUTSIDER, "A text.", NOON),
        "import": lambda: import_package(
            store, OUTSIDER, SHIPPED, other, "x", NOON, Versions("1", "1")
        ),
    }


@pytest.mark.parametrize("way", sorted(writes(None)))  # type: ignore[arg-type]
def test_the_library_itself_lets_no_outsider_write(filled: str, way: str) -> None:
    store = open_store(filled)
    before = (queue(store), log(store, 100))
    with pytest.raises(NotAllowed):
        writes(store)[way]()
    assert (queue(store), log(store, 100)) == before
    store.close()


def test_buttons_pressed_after_the_right_is_gone_write_nothing(
    open_page: OpenPage, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = {**QUEUE, "article": DOCUMENT}
    ways = ("accept_card", "accept_all", "reject_card", "propose_phrase", "begin_blind")
    store = open_store(filled)
    before = (queue(store), log(store, 100))
    for way in ways:
        with monkeypatch.context() as patch:
            app = open_page("Articles", **link)
            app.text_input(key="missed_phrase").set_value("around 2,000").run()
            come_as(patch, OUTSIDE)
            button(app, way).click().run()
            assert not app.exception
    assert (queue(store), log(store, 100)) == before
    store.close()


def test_without_a_request_nobody_is_at_home(open_page: OpenPage, database: str) -> None:
    """A page run without a browser has no headers: in doubt, it may only read."""
    assert not desk.open_desk().person.may_write
