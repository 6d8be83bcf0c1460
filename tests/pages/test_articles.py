"""The Articles page: counts as pandas alone reads them, search, order, one article, its text."""

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import paging
from pages.parts.article_list import ordered
from tests.pages.conftest import spoil, texts, words

OpenPage = Callable[..., AppTest]

TEXT = "Intro.\r\nIt says over 11,000 North Korean troops <b>are</b> there.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts with a made one for the article seed-000."""
    texts_folder = tmp_path / "texts"
    texts_folder.mkdir()
    (texts_folder / "000_3a2924ce1886da0d.txt").write_bytes(TEXT.encode())
    monkeypatch.setenv("MUSTER_TEXTS", str(texts_folder))
    return texts_folder


@pytest.fixture(scope="module")
def mentions(project: Path) -> pd.DataFrame:
    return pd.read_csv(project / "data/mentions.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def documents(project: Path) -> pd.DataFrame:
    return pd.read_csv(project / "data/documents.csv", dtype=str, keep_default_na=False)


def table(app: AppTest) -> pd.DataFrame:
    return app.dataframe[0].value


def unescaped(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def test_the_table_counts_as_the_csv_files_do(
    open_page: OpenPage, mentions: pd.DataFrame, documents: pd.DataFrame
) -> None:
    app = open_page("Articles")
    shown = table(app).set_index("Article")
    assert set(shown.index) == set(documents["document_id"])
    coded = mentions.groupby("document_id").size()
    assert shown["Mentions"].to_dict() == {
        name: int(coded.get(name, 0)) for name in documents["document_id"]
    }
    assert (shown["Claims"] <= shown["Mentions"]).all()
    assert "129 of 129 articles" in words(app)
    assert "129 articles of 72 outlets with 550 mentions, which belong to 304 claims." in texts(app)
    assert shown.loc["seed-000", "Printed"] == "27 Feb 2025, inferred"
    assert shown.loc["kbs-2024-10-07-donetsk", "Printed"] == "7 Oct 2024"


def test_filters_choose_articles_and_count_their_mentions(
    open_page: OpenPage, mentions: pd.DataFrame
) -> None:
    app = open_page("Articles", seoul="NIS")
    shown = table(app).set_index("Article")
    names = (mentions["claimant"] + ";" + mentions["co_claimants"]).str.split(";")
    own = mentions[names.map(lambda ids: "nis" in ids)].groupby("document_id").size()
    assert shown["Chosen"].to_dict() == own.to_dict()
    assert f"{len(own)} of 129 articles" in words(app)
    assert "NIS · all claim types · with incidents and increments" in words(app)


def test_what_was_printed_after_the_day_is_left_out(open_page: OpenPage) -> None:
    app = open_page("Articles", known_on="2024-10-20")
    assert table(app)["Printed on"].max() <= "2024-10-20"
    app = open_page("Articles", known_on="2024-10-20", article="seed-000")
    assert "it was not certainly in print" in app.warning[0].value
    app.button(key="drop_known_on_article").click().run()
    assert "known_on" not in app.query_params
    assert "over 11,000 North Korean troops" in texts(app)


def test_search_and_order(open_page: OpenPage, documents: pd.DataFrame) -> None:
    app = open_page("Articles", find="kyiv INDEPENDENT")
    outlets = set(table(app)["Outlet"])
    assert outlets == {"Kyiv Independent"}
    assert len(table(app)) == (documents["outlet"] == "Kyiv Independent").sum()
    most = table(open_page("Articles", articles_order="most mentions first"))
    assert most["Mentions"].is_monotonic_decreasing
    first = table(open_page("Articles", articles_order="earliest printed first"))
    assert first["Article"].iloc[0] == "kbs-2024-10-07-donetsk"
    outlets_in_order = table(open_page("Articles", articles_order="by outlet"))["Outlet"]
    named = outlets_in_order[outlets_in_order != ""].str.casefold()
    assert named.is_monotonic_increasing
    assert (outlets_in_order.iloc[-4:] == "").all()


def test_a_search_that_finds_nothing_leads_back(open_page: OpenPage) -> None:
    app = open_page("Articles", find="qqqq")
    assert "No article with “qqqq” in this selection" in texts(app)
    app.button(key="clear_find").click().run()
    assert len(table(app)) == 129


def test_the_filter_that_empties_the_list_can_be_dropped(
    open_page: OpenPage, mentions: pd.DataFrame
) -> None:
    killed = mentions[(mentions["claimant"] == "nis") & (mentions["claim_type"] == "killed")]
    number = killed["document_id"].nunique()
    app = open_page("Articles", language="German", seoul="NIS", casualties="killed")
    assert "No article in this selection" in texts(app)
    drops = {button.label: button for button in app.button if button.label.startswith("Drop")}
    drops[f"Drop the filter: language ({number} articles)"].click().run()
    assert len(table(app)) == number


def test_the_select_box_opens_an_article_and_closing_takes_it_out(open_page: OpenPage) -> None:
    app = open_page("Articles")
    app.selectbox(key="article_pick").set_value("kbs-2024-10-07-donetsk").run()
    assert app.query_params["article"] == "kbs-2024-10-07-donetsk"
    assert "6 mentions, which belong to 4 claims" in texts(app)
    app.button(key="close_article").click().run()
    assert "article" not in app.query_params
    app.run()
    assert "article" not in {control.key for control in app.text_input}
    app.selectbox(key="article_pick").set_value("pravda-2024-10-15-deserters").run()
    assert app.query_params["article"] == "pravda-2024-10-15-deserters"


def test_one_article_has_its_mentions_in_order_as_coded(
    open_page: OpenPage, mentions: pd.DataFrame
) -> None:
    """m0080: 19,000 as printed, read as 10,900; the corrected cell stands as a judgement."""
    article = mentions.set_index("mention_id").loc["m0080", "document_id"]
    app = open_page("Articles", article=article)
    text = unescaped(app)
    own = mentions[mentions["document_id"] == article]
    places = [text.index(f"**“{wording}”**") for wording in own["wording"].drop_duplicates()]
    assert places == sorted(places)
    assert "19,000" in text
    assert "Judged: low read as 10900 (a slip of the article" in text


def test_what_a_mention_says(open_page: OpenPage) -> None:
    text = unescaped(open_page("Articles", article="kbs-2024-10-07-donetsk"))
    assert "headline · second place of these words · m0002 · [in the source](http" in text
    assert "**UA officials: 6**" in text
    assert "Reported killed: soldiers, incident · named here “intelligence sources”" in text
    assert "by way of Kyiv Post" in text


def test_a_mention_opens_the_evidence_of_its_claim(open_page: OpenPage) -> None:
    app = open_page("Articles", article="seed-002")
    app.button(key="claim_of_m0330").click().run()
    assert app.query_params["claim"] == "cwzwtlko3ka"
    assert "NIS: about 300" in texts(app)
    assert "Words as printed" in app.table[-1].value.columns


def test_an_article_that_is_not_listed_opens_and_says_so(open_page: OpenPage) -> None:
    app = open_page("Articles", article="seed-002", language="Korean", seoul="NIS")
    assert "not among those listed" in texts(app)
    assert "All its mentions are listed here" in texts(app)
    assert "**“around 300" in unescaped(app)
    app = open_page("Articles", article="no-such")
    assert "No article has the id no\\-such" in app.warning[0].value


def test_without_a_folder_it_says_how_to_have_texts(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MUSTER_TEXTS", raising=False)
    app = open_page("Articles", article="seed-003")
    assert "MUSTER_TEXTS" in texts(app)
    assert "Text" not in table(app).columns
    assert app.get("link_button")[0].proto.url == "https://defencetalks.com/?p=2978"


def test_with_a_folder_the_mention_can_be_marked(open_page: OpenPage, folder: Path) -> None:
    app = open_page("Articles", article="seed-000")
    at_hand = table(app).set_index("Article")["Text"]
    assert at_hand[at_hand != ""].to_dict() == {"seed-000": "at hand"}
    box = app.selectbox(key="mark_in_seed-000")
    assert box.options == ["NIS: more than 11,000 (“over 11,000 North Korean troops”)"]
    box.set_value("m0324").run()
    assert app.query_params["mention"] == "m0324"
    assert "Not found in this text" not in texts(app)


def test_words_that_are_not_in_the_text_are_listed(open_page: OpenPage, folder: Path) -> None:
    (folder / "000_3a2924ce1886da0d.txt").write_text("Nothing of it.", encoding="utf-8")
    text = unescaped(open_page("Articles", article="seed-000"))
    assert "Not found in this text: NIS: more than 11,000" in text
    assert "[m0324]" in text


FURTHER = "The NIS said on Wednesday that about 2,700 North Korean soldiers were wounded.\n"
SEED = "000_3a2924ce1886da0d.txt"


def test_a_figure_beyond_the_ledger_is_shown_apart(open_page: OpenPage, folder: Path) -> None:
    (folder / SEED).write_text(TEXT + FURTHER, encoding="utf-8")
    app = open_page("Articles", article="seed-000")
    assert "**Found by the extractor, not in the ledger**" in texts(app)
    (row,) = app.table[-1].value.to_dict("records")
    assert row == {
        "Words as printed": r"1\. “about 2,700 North Korean soldiers”",
        "Proposed source": "NIS",
        "Figure": "about 2,700",
        "Claim type": "wounded",
        "Counted": "soldiers, running total",
        "Said": "26 Feb 2025",
        "Place": "",
    }
    assert app.selectbox(key="mark_in_seed-000").options[1].startswith("Not in the ledger, 1. NIS")
    app.selectbox(key="mark_in_seed-000").set_value("found 1").run()
    assert app.query_params["mention"] == "found 1"
    assert "1 mention, which belong to 1 claim" in texts(app), "it is in no count"
    assert "129 articles of 72 outlets with 550 mentions" in texts(app)


def test_what_the_ledger_has_is_not_found_once_more(open_page: OpenPage, folder: Path) -> None:
    text = unescaped(open_page("Articles", article="seed-000"))
    assert "the text holds no further figure on the subject" in text


def test_another_number_in_the_words_of_a_mention_is_a_further_one(
    open_page: OpenPage, folder: Path
) -> None:
    """The words of seed-002's m0333 stand in the text with more about them, the others do not."""
    (folder / "002_7c06984ad44548c2.txt").write_text(
        "The NIS said some 4,000 North Korean soldiers, of 12,000 deployed, were killed.",
        encoding="utf-8",
    )
    app = open_page("Articles", article="seed-002")
    marked = app.selectbox(key="mark_in_seed-002").options
    assert [option for option in marked if option.startswith("Not in the ledger")] == []
    assert len(marked) == 2


def test_an_article_that_nobody_has_coded_shows_what_is_found(
    open_page: OpenPage, own_data: Path, folder: Path
) -> None:
    with (own_data / "documents.csv").open("a", encoding="utf-8") as file:
        file.write("unread,Somewhere,,,,A made article,2025-02-27,stated,en,unread.txt\n")
    (folder / "unread.txt").write_text(FURTHER, encoding="utf-8")
    app = open_page("Articles", article="unread")
    assert "Nobody has coded this article yet" in texts(app)
    assert list(app.table[-1].value["Figure"]) == ["about 2,700"]
    (folder / "unread.txt").write_text("Nothing of it.", encoding="utf-8")
    assert "the text holds no further figure" in texts(open_page("Articles", article="unread"))


def test_relative_days_are_left_open_where_the_day_of_printing_is_not_known(
    open_page: OpenPage, own_data: Path, folder: Path
) -> None:
    with (own_data / "documents.csv").open("a", encoding="utf-8") as file:
        file.write("unread,Somewhere,,,,A made article,2025-02,stated,en,unread.txt\n")
    (folder / "unread.txt").write_text(FURTHER, encoding="utf-8")
    table_shown = open_page("Articles", article="unread").table[-1].value
    assert list(table_shown["Said"]) == [""]


def test_a_text_that_is_not_read_to_its_end_says_so(open_page: OpenPage, folder: Path) -> None:
    (folder / SEED).write_text(TEXT + "a\n" * 11_000, encoding="utf-8")
    text = unescaped(open_page("Articles", article="seed-000"))
    assert "Read for figures up to character 20," in text
    assert "what was read holds no further figure" in text


def test_a_day_that_no_article_is_from_is_told(
    open_page: OpenPage, own_data: Path, folder: Path
) -> None:
    with (own_data / "documents.csv").open("a", encoding="utf-8") as file:
        file.write("unread,Somewhere,,,,A made article,0001-01-01,stated,en,unread.txt\n")
    (folder / "unread.txt").write_text(FURTHER, encoding="utf-8")
    text = unescaped(open_page("Articles", article="unread"))
    assert "Not looked for: no article is from the year 1: give a day from 1900 to 2199." in text


def test_without_a_text_nothing_is_looked_for(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MUSTER_TEXTS", raising=False)
    assert "Found by the extractor" not in texts(open_page("Articles", article="seed-000"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "is not in the folder of texts"),
        (b"caf\xe9", "is not UTF-8 (line 1). Save it as UTF-8."),
    ],
)
def test_a_text_that_cannot_be_shown_is_told(
    open_page: OpenPage, folder: Path, data: bytes | None, told: str
) -> None:
    file = folder / "000_3a2924ce1886da0d.txt"
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    text = unescaped(open_page("Articles", article="seed-000"))
    assert told in text
    assert "**“over 11,000 North Korean troops”**" in text


def test_a_file_name_that_leads_out_of_the_folder_is_refused(
    open_page: OpenPage, own_data: Path, folder: Path
) -> None:
    (folder.parent / "secret.txt").write_text("the secret", encoding="utf-8")
    spoil(own_data, "documents", "000_3a2924ce1886da0d.txt", "../secret.txt")
    app = open_page("Articles", article="seed-000")
    assert "leads out of the folder of texts" in unescaped(app)
    assert "the secret" not in unescaped(app)
    assert (table(app)["Text"] == "").all()


def test_a_folder_that_does_not_exist_is_told_without_its_path(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere"
    monkeypatch.setenv("MUSTER_TEXTS", os.fspath(nowhere))
    text = unescaped(open_page("Articles", article="seed-000"))
    assert "The folder of texts does not exist. Mend its path." in text
    assert str(nowhere) not in text


def test_seed_texts_have_all_their_words(
    open_page: OpenPage, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = project.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the texts of the seed articles are not shipped")
    monkeypatch.setenv("MUSTER_TEXTS", str(seeds))
    app = open_page("Articles", article="seed-002", mention="m0330")
    assert "Not found in this text" not in texts(app)
    assert len(app.selectbox(key="mark_in_seed-002").options) == 7
    assert app.selectbox(key="mark_in_seed-002").value == "m0330"


def test_a_long_list_is_cut_into_pages(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE_ROWS", 50)
    app = open_page("Articles")
    ids = list(table(app)["Article"])
    assert len(ids) == 50
    assert "Rows 1 to 50 of 129" in texts(app)
    for _ in range(2):
        next(button for button in app.button if button.label == "Later rows").click().run()
        ids += list(table(app)["Article"])
    assert "Rows 101 to 129 of 129" in texts(app)
    assert len(ids) == len(set(ids)) == 129
    app.get_by_key("articles_order").set_value("by outlet").run()
    assert "Rows 1 to 50 of 129" in texts(app), "another order begins at its first page"


def test_ties_keep_the_order_of_the_tables() -> None:
    articles = pd.DataFrame(
        {
            "document_id": ["a", "b", "c"],
            "outlet": ["x", "", "x"],
            "mentions": [1, 1, 1],
            "claims": [1, 1, 1],
            "printed_first": pd.to_datetime(["2025-02-01"] * 3),
            "printed_last": pd.to_datetime(["2025-02-28", "2025-02-01", "2025-02-28"]),
        }
    )
    assert ordered(articles, "latest")["document_id"].tolist() == ["a", "c", "b"]
    assert ordered(articles, "outlet")["document_id"].tolist() == ["a", "c", "b"]
    assert ordered(articles, "mentions")["document_id"].tolist() == ["a", "c", "b"]
