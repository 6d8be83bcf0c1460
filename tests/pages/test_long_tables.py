"""What is cut where there is much of it: the rest is counted, and there is a way to it."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts import chart, filters, method_coding, method_coverage, paging
from tests.pages.conftest import texts, words

OpenPage = Callable[..., AppTest]


def grid(app: AppTest, column: str) -> pd.DataFrame:
    return next(table.value for table in app.dataframe if column in table.value.columns)


def test_the_ledger_is_cut_into_pages_and_a_claim_of_another_page_opens(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """234 claims without incidents; the last of them stands on the third page."""
    whole = list(grid(open_page("Claims"), "Standing")["Claim"])
    assert len(whole) == 234
    monkeypatch.setattr(paging, "PAGE_ROWS", 100)
    app = open_page("Claims", claim=whole[-1])
    assert list(grid(app, "Standing")["Claim"]) == whole[:100]
    assert "Rows 1 to 100 of 234" in texts(app)
    assert "To cite this claim" in texts(app)
    assert "a filter or the search leaves it out" not in texts(app)
    for _ in range(2):
        app.button(key="ledger_later").click().run()
    assert list(grid(app, "Standing")["Claim"]) == whole[200:]
    assert app.button(key="ledger_later").disabled
    assert texts(app).count("To cite this claim") == 1


def test_a_long_table_behind_a_chart_comes_when_it_is_opened_page_by_page(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart, "SENT_CLOSED", 2)
    monkeypatch.setattr(paging, "PAGE_ROWS", 3)
    app = open_page("Overview", seoul="NIS", casualties="killed")
    assert not any("Standing" in table.value.columns for table in app.dataframe)
    app.session_state["overview_now_killed_behind"] = True
    app.run()
    assert list(grid(app, "Standing")["Figure"])[:1] == ["≈ 2,000"]
    assert "Rows 1 to 3 of 4, which the saved table has all." in texts(app)


def test_many_sources_stand_in_a_box_instead_of_buttons(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = open_page("Overview", seoul="NIS")
    monkeypatch.setattr(filters, "MOST_PILLS", 3)
    app = open_page("Overview", seoul="NIS")
    box = next(box for box in app.multiselect if box.key == "seoul")
    assert box.value == ["NIS"]
    assert box.label == next(b for b in plain.button_group if b.key == "seoul").label
    assert words(app) == words(plain)
    box.set_value(["All"]).run()
    assert "Seoul" in words(app)


def test_of_many_outlets_the_most_printing_are_listed_and_others_typed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "MOST_LISTED", 3)
    documents = pd.read_csv(project / "data" / "documents.csv", keep_default_na=False)
    most = documents.loc[documents["outlet"] != "", "outlet"].value_counts(sort=True)
    outlets = sorted(most.index, key=str.casefold)
    listed = filters._most_printing(documents, outlets)
    assert len(listed) == 3
    assert most[list(listed)].min() >= most.drop(list(listed)).max()
    assert list(listed) == sorted(listed, key=str.casefold)


def test_an_outlet_that_is_not_listed_is_chosen_all_the_same(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = words(open_page("Overview", outlet="KBS World"))
    st.cache_resource.clear()
    monkeypatch.setattr(filters, "MOST_LISTED", 1)
    app = open_page("Overview", outlet=["KBS World", "Atlantis Gazette"])
    box = next(box for box in app.multiselect if box.key == "outlet")
    assert len(box.options) == 1
    assert words(app) == plain
    assert "No outlet is called “Atlantis Gazette”." in texts(app)
    assert "Listed are the 1 with most articles of 72." in texts(app)
    st.cache_resource.clear()


def test_of_many_judgements_the_last_are_shown(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    monkeypatch.setattr(method_coding, "MOST_ROWS", 10)
    app = open_page("Method")
    ids = list(pd.read_csv(project / "data" / "judgements.csv")["judgement_id"])
    shown = next(t.value for t in app.table if "Reason" in t.value.columns)
    assert list(shown["Judgement"]) == ids[:-11:-1]
    assert f"The last 10 of {len(ids)} in the order of the table" in texts(app)


def test_of_many_outlets_method_counts_those_of_most_articles(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """72 named outlets, and a row for articles without one."""
    monkeypatch.setattr(method_coverage, "MOST_OUTLETS", 5)
    app = open_page("Method")
    shown = next(t.value for t in app.table if list(t.value.columns) == ["Outlet", "Articles"])
    assert len(shown) == 5
    assert shown["Articles"].is_monotonic_decreasing
    assert "The 5 with most articles of 73." in texts(app)
