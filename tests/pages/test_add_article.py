"""Adding an article: read, confirmed, added once; what is missing, hostile or a copy is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.ledger.intake.apart import BrokeOff
from analysis.ledger.intake.draft import MEGABYTE, Draft
from analysis.ledger.store.articles import articles, document_id_of
from analysis.ledger.store.database import open_store
from analysis.ledger.store.records import Article
from tests.pages.added import ADDING, FIGURES, QUEUE, TEXT, TITLE, add, fill, lines, of_form, paste
from tests.pages.conftest import texts

OpenPage = Callable[..., AppTest]

DOCUMENT = document_id_of(TEXT)


def kept(url: str) -> tuple[Article, ...]:
    """Read the articles that stand in the database."""
    store = open_store(url)
    with store.reading() as connection:
        found = articles(connection)
    store.close()
    return found


def warnings(app: AppTest) -> str:
    return "\n".join(warning.value.replace("\\", "") for warning in app.warning)


def test_a_pasted_article_is_confirmed_added_and_opened_for_review(
    open_page: OpenPage, at_home: str
) -> None:
    app = add(open_page)
    assert app.query_params["article"] == DOCUMENT
    assert app.query_params["part_of_articles"] == "Review queue"
    assert "4 proposals, 4 open, 0 accepted, 0 rejected" in texts(app)
    assert lines(app) == [f"{n}. {words} · open" for n, words in enumerate(FIGURES, 1)][1:]
    (article,) = kept(at_home)
    assert (article.title, article.outlet, article.agency) == (TITLE, "Harbour Gazette", "")
    assert (article.published_on, article.published_basis) == ("2025-04-30", "stated")
    assert (article.language, article.added_by, article.text) == ("en", "anna", TEXT)


def test_nothing_is_charted_before_it_is_accepted(open_page: OpenPage, at_home: str) -> None:
    add(open_page)
    app = open_page("Articles")
    assert len(app.dataframe[0].value) == 129


def test_what_the_page_does_not_say_has_to_be_filled_in(open_page: OpenPage, at_home: str) -> None:
    app = fill(paste(open_page("Articles", **ADDING)), title="", outlet=" ", basis="")
    assert "Still missing: title, outlet, whether that day is stated or inferred" in warnings(app)
    # What was filled in waits, and a day that is none is told with its remedy.
    assert app.text_input(key=of_form(app.text_input, "published_on")).value == "2025-04-30"
    app = fill(app, published_on="30 April")
    assert "published_on" in warnings(app)
    assert kept(at_home) == ()
    assert fill(app).query_params["article"] == DOCUMENT


def test_a_draft_and_its_form_outlast_a_reload_and_belong_to_one_person(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = paste(open_page("Articles", **ADDING))
    assert app.text_input(key=of_form(app.text_input, "title")).value == TITLE
    app.text_input(key=of_form(app.text_input, "outlet")).set_value("Harbour Gazette").run()
    app.radio(key=of_form(app.radio, "basis")).set_value("stated").run()
    with monkeypatch.context() as patch:
        patch.setattr("pages.parts.desk._own_name", lambda: "ben")
        assert len(open_page("Articles", **ADDING).text_area) == 1
        assert "not yet confirmed" not in texts(open_page("Articles", **QUEUE))
    assert "1 article of yours read and not yet confirmed" in texts(open_page("Articles", **QUEUE))
    app = open_page("Articles", **ADDING)
    assert app.text_input(key=of_form(app.text_input, "outlet")).value == "Harbour Gazette"
    assert app.radio(key=of_form(app.radio, "basis")).value == "stated"
    app.text_input(key=of_form(app.text_input, "published_on")).set_value("2025-04-30").run()
    app = app.button(key="add_article").click().run()
    assert app.query_params["article"] == DOCUMENT
    assert len(open_page("Articles", **ADDING).text_area) == 1


def test_a_pasted_text_that_nobody_has_read_outlasts_a_reload(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("Articles", **ADDING)
    app.text_area(key="pasted").set_value(TEXT).run()
    assert open_page("Articles", **ADDING).text_area(key="pasted").value == TEXT
    with monkeypatch.context() as patch:
        patch.setattr("pages.parts.desk._own_name", lambda: "ben")
        assert open_page("Articles", **ADDING).text_area(key="pasted").value == ""
    # Another way in and back: it is still there.
    app.segmented_control(key="way_in").set_value("Upload files").run()
    app.segmented_control(key="way_in").set_value("Paste the text").run()
    assert app.text_area(key="pasted").value == TEXT
    # Read, it is a draft and waits there; left out, nothing is left of it.
    app.button(key="read").click().run()
    app.button(key="leave_out").click().run()
    assert app.text_area(key="pasted").value == ""
    assert open_page("Articles", **ADDING).text_area(key="pasted").value == ""


def test_a_draft_that_is_left_out_is_gone(open_page: OpenPage, at_home: str) -> None:
    paste(open_page("Articles", **ADDING)).button(key="leave_out").click().run()
    assert len(open_page("Articles", **ADDING).text_area) == 1


def test_a_draft_that_cannot_be_kept_says_so_and_waits_on_the_page(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("Articles", **ADDING)
    monkeypatch.setenv("MUSTER_DATABASE_URL", "sqlite:////proc/none/muster.sqlite3")
    app = paste(app)
    assert "it is lost when the page is loaded again" in warnings(app)
    assert app.text_input(key=of_form(app.text_input, "title")).value == TITLE


def test_without_the_very_day_no_day_is_told_from_it(open_page: OpenPage, at_home: str) -> None:
    app = fill(paste(open_page("Articles", **ADDING)), published_on="2025-04", basis="inferred")
    days = [w.value for w in app.text_input if w.key and w.key.endswith("_stated_on")]
    assert days == [""]


def test_the_same_text_is_refused_and_leads_to_the_first(open_page: OpenPage, at_home: str) -> None:
    add(open_page)
    app = paste(open_page("Articles", **ADDING), TEXT.replace("\n\n", " \r\n\r\n"))
    assert f"This text is here already, as article {DOCUMENT}" in warnings(app)
    app.button(key="open_same").click().run()
    assert app.query_params["article"] == DOCUMENT
    assert "4 proposals" in texts(app)
    assert len(kept(at_home)) == 1


def test_a_text_of_the_readers_folder_is_known_too(
    open_page: OpenPage, at_home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "000_3a2924ce1886da0d.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("MUSTER_TEXTS", str(tmp_path))
    app = paste(open_page("Articles", **ADDING))
    assert "This text is here already" in warnings(app)
    app.button(key="open_same").click().run()
    assert app.query_params["article"] == "seed-000"


def test_a_near_copy_becomes_a_further_outlet_of_the_first_text(
    open_page: OpenPage, at_home: str
) -> None:
    add(open_page)
    copy = TEXT.replace(TITLE, "About 600 dead, says Seoul").replace("SEOUL, April 30 - ", "")
    app = paste(open_page("Articles", **ADDING), copy)
    assert "of the shorter text's word runs stand in article" in texts(app).replace("\\", "")
    app = fill(app, outlet="Second Gazette")
    assert "whether it is an article of its own" in warnings(app)
    app.radio(key=of_form(app.radio, "copy_of")).set_value(DOCUMENT).run()
    app = fill(app, outlet="Second Gazette")
    assert "agency: whose text both printed" in warnings(app)
    fill(app, outlet="Second Gazette", agency="Harbour Gazette")
    second = kept(at_home)[1]
    assert (second.near_copy_of, second.agency) == (DOCUMENT, "Harbour Gazette")


def test_files_come_in_several_at_once_and_bad_ones_hold_up_none(
    open_page: OpenPage, at_home: str
) -> None:
    app = open_page("Articles", **ADDING)
    app.segmented_control(key="way_in").set_value("Upload files").run()
    page = f"<html><head><title>{TITLE}</title></head><body><article><p>{TEXT}</p></article></body>"
    app.file_uploader(key="uploads").set_value(
        [
            ("one.txt", TEXT.encode(), "text/plain"),
            ("two.pdf", b"%PDF-1.7 broken", "application/pdf"),
            ("../../large.md", b"x" * (10 * MEGABYTE + 1), "text/markdown"),
            ("three.html", page.encode(), "text/html"),
        ]
    ).run()
    app.button(key="read").click().run()
    assert "two.pdf: this is no PDF that can be read" in warnings(app)
    assert "large.md: 10.0 MB; at most 10 MB are read" in warnings(app)
    assert "2 articles wait to be confirmed" in texts(app)
    app.button(key="leave_out").click().run()
    assert app.text_input(key=of_form(app.text_input, "title")).value == TITLE
    assert kept(at_home) == ()


def test_an_address_is_fetched_and_its_page_prefills_the_form(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://gazette.example/600"
    draft = Draft(TEXT, language="en", url=url)
    monkeypatch.setattr("pages.parts.adding.read_address", lambda *_: draft)
    app = open_page("Articles", **ADDING)
    app.segmented_control(key="way_in").set_value("From an address").run()
    app.text_input(key="address").set_value(url).run()
    app.button(key="read").click().run()
    assert app.text_input(key=of_form(app.text_input, "url")).value == url
    assert app.selectbox(key=of_form(app.selectbox, "language")).value == "en"


def test_private_addresses_are_refused_with_the_reason(open_page: OpenPage, at_home: str) -> None:
    app = open_page("Articles", **ADDING)
    app.segmented_control(key="way_in").set_value("From an address").run()
    app.text_input(key="address").set_value("http://127.0.0.1/secret").run()
    app.button(key="read").click().run()
    assert "leads into a private network" in warnings(app)


def test_fetching_can_be_switched_off(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUSTER_FETCH", "off")
    app = open_page("Articles", **ADDING)
    assert app.segmented_control(key="way_in").options == ["Paste the text", "Upload files"]


def test_an_article_is_added_even_where_the_extractor_fails(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BrokeOff("it took longer than 60 s")

    monkeypatch.setattr("pages.parts.confirming.run_apart", fail)
    app = add(open_page)
    assert "No figures were looked for: it took longer than 60 s" in app.info[0].value.replace(
        "\\", ""
    )
    assert len(kept(at_home)) == 1


def test_a_full_disk_loses_nothing_of_the_form(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = paste(open_page("Articles", **ADDING))
    monkeypatch.setenv("MUSTER_DATABASE_URL", "sqlite:////proc/none/muster.sqlite3")
    app = fill(app)
    assert "its folder cannot be made" in warnings(app)
    assert app.text_input(key=of_form(app.text_input, "outlet")).value == "Harbour Gazette"
    monkeypatch.setenv("MUSTER_DATABASE_URL", at_home)
    app = app.button(key="add_article").click().run()
    assert app.query_params["article"] == DOCUMENT


def test_the_limits_of_server_and_library_agree(project: Path) -> None:
    settings = (project / ".streamlit/config.toml").read_text(encoding="utf-8")
    assert "maxUploadSize = 10\n" in settings
