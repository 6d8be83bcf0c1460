"""The Sources page, section by section, against the shipped tables."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.estimates import estimate
from analysis.ledger import load
from tests.pages.conftest import spoil, texts

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="module")
def about_600(project: Path) -> str:
    """NIS, about 600 killed, 30 April 2025: the claim of mention m0365."""
    mentions = estimate(load(project / "data")).mentions
    return str(mentions.set_index("mention_id").loc["m0365", "claim_id"])


def said(app: AppTest) -> str:
    """Everything that stands on the page, without the marks of Markdown."""
    return texts(app).replace("\\", "")


def table(app: AppTest, *columns: str) -> pd.DataFrame:
    """Find the table or the grid that has these columns."""
    for element in (*app.table, *app.dataframe):
        if set(columns) <= set(element.value.columns):
            return element.value.reset_index(drop=True)
    raise AssertionError(f"no table with {columns}")


def grid(app: AppTest, alt: str) -> pd.DataFrame:
    """Find the grid that has this text for those who do not see it."""
    return next(element.value for element in app.dataframe if element.proto.alt == alt)


PRINTED = "Mentions of the chosen source, relay and outlet"


def options(app: AppTest, key: str) -> list[str]:
    return app.selectbox(key=key).options


def test_every_section_is_there(open_page: OpenPage) -> None:
    app = open_page("Sources")
    headers = [header.value for header in app.header]
    assert [h for h in headers if h != "Muster"] == [
        "Who says what, and since when",
        "What was said in which month",
        "Who prints whom",
        "One source",
        "Origins behind a figure",
    ]
    charts = {chart.proto.id.rsplit("-", 1)[1] for chart in app.get("plotly_chart")}
    assert charts == {
        "sources_in_force_chart",
        "sources_months_chart",
        "sources_printing_chart",
        "sources_one_chart",
    }
    for chart in app.get("plotly_chart"):
        assert chart.proto.alt.endswith("As claimed, not verified.")


def test_in_force_as_known_on_a_day(open_page: OpenPage) -> None:
    now = said(open_page("Sources", seoul="NIS", casualties="killed"))
    assert "NIS, killed, about 2,000 (2 Sep 2025)" in now
    then = said(open_page("Sources", seoul="NIS", casualties="killed", known_on="2025-02-01"))
    assert "NIS, killed, about 300 (13 Jan 2025)" in then
    assert "in force on 1 Feb 2025" in then


def test_the_claim_types_can_be_chosen_and_stand_in_the_address(open_page: OpenPage) -> None:
    app = open_page("Sources")
    app.get_by_key("columns_pick").set_value("materiel").run()
    assert app.query_params["columns"] == "materiel"
    assert "Materiel: in force on 27 Feb 2026" in said(app)
    assert "Materiel: in force on 27 Feb 2026" in said(open_page("Sources", columns="materiel"))


def test_chosen_filters_take_the_place_of_the_groups(open_page: OpenPage) -> None:
    app = open_page("Sources", casualties="killed", columns="materiel")
    assert "The chosen claim types: in force" in said(app)


def test_a_tile_lists_its_figures_and_its_stances(open_page: OpenPage) -> None:
    app = open_page("Sources", said_by="nis", said_in="2025-02")
    assert "1 figure by NIS in Feb 2025." in said(app)
    assert "5 stances without a number." in said(app)
    assert "declines to comment" in set(table(app, "Stance", "In our words")["Stance"])
    figures = grid(app, "Figures by NIS in Feb 2025")
    assert figures["Figure"].tolist() == ["≈ 4,000"]
    assert figures["Counted"].tolist() == ["workers"]


def test_the_page_says_which_filters_leave_stances_alone(open_page: OpenPage) -> None:
    app = open_page("Sources", casualties="killed")
    assert any("carry no number" in caption.value for caption in app.caption)


def test_denial_and_silence_are_no_figures(open_page: OpenPage) -> None:
    app = open_page("Sources", said_by="ru_kremlin", said_in="2024-10")
    assert "No figure by Kremlin in Oct 2024" in said(app)
    stances = table(app, "Stance", "In our words")["Stance"].tolist()
    assert stances == ["denies", "neither confirms nor denies", "denies"]


def test_source_and_month_can_be_chosen_by_keyboard(open_page: OpenPage) -> None:
    app = open_page("Sources")
    app.selectbox(key="said_by_pick").set_value("ua_gur").run()
    app.selectbox(key="said_in_pick").set_value("2024-10").run()
    assert (app.query_params["said_by"], app.query_params["said_in"]) == ("ua_gur", "2024-10")
    assert "13 figures by HUR in Oct 2024." in said(app)


def test_wire_copies_are_counted(open_page: OpenPage, project: Path) -> None:
    documents = pd.read_csv(project / "data" / "documents.csv", dtype=str, keep_default_na=False)
    mentions = pd.read_csv(project / "data" / "mentions.csv", dtype=str, keep_default_na=False)
    printing = documents[documents["document_id"].isin(mentions["document_id"])]
    wire = int((printing["agency"] != "").sum())
    app = open_page("Sources", incidents="true")
    assert f"Of {len(printing)} articles, {wire} print the text of an agency" in said(app)


def test_the_chosen_chain_lists_its_mentions(open_page: OpenPage) -> None:
    app = open_page(
        "Sources", printed_by="nis", printed_via="Lee Seong-kweun", printed_in="India TV"
    )
    assert "NIS, Lee Seong-kweun, India TV: 1 article, 3 mentions." in said(app)
    rows = grid(app, PRINTED)
    assert set(rows["Mention"]) == {"m0367", "m0368", "m0369"}
    assert set(rows["By way of, as written"]) == {"Lee Seong-kweun, Kim Byung-kee"}


def test_nobody_named_between_can_be_chosen(open_page: OpenPage) -> None:
    app = open_page("Sources")
    assert app.selectbox(key="printed_via_pick").options[:2] == ["anybody", "nobody named between"]
    app.selectbox(key="printed_via_pick").set_value("(nobody)").run()
    rows = grid(app, PRINTED)
    assert set(rows["Text of"]) == {""}


@pytest.mark.parametrize(
    ("chain", "title"),
    [
        ("outlets", "Which outlet prints which source"),
        ("relays", "By way of whom sources are printed"),
        ("through", "From whom outlets have their figures"),
    ],
)
def test_each_pair_of_links_has_its_matrix(open_page: OpenPage, chain: str, title: str) -> None:
    assert title in said(open_page("Sources", chain=chain))


def test_the_spellings_of_relays_are_told(open_page: OpenPage) -> None:
    spellings = table(open_page("Sources"), "Relay", "As written").set_index("Relay")
    assert "이성권 의원" in spellings.loc["Lee Seong\\-kweun", "As written"]
    assert len(spellings) == 38


def test_one_source_is_the_most_printed_that_is_named(open_page: OpenPage) -> None:
    app = open_page("Sources")
    assert options(app, "one_source_pick")[0] == "NIS (most articles)"
    assert "National Intelligence Service (South Korea)" in said(app)


def test_what_replaced_what_keeps_both_figures(open_page: OpenPage) -> None:
    app = open_page("Sources", one_source="nis", casualties="killed")
    revisions = table(app, "Before", "After")
    assert revisions["Before"].str.replace("\\", "").tolist() == [
        "about 600 (30 Apr 2025)",
        "about 300 (13 Jan 2025)",
        "at least 100 (Dec 2024)",
    ]
    assert revisions["After"].str.replace("\\", "").iloc[0] == "about 2,000 (2 Sep 2025)"
    assert revisions["Articles"].iloc[0] == "8, then 3"


def test_a_return_to_an_older_figure_is_told(open_page: OpenPage) -> None:
    """15,000 planned (m0457) gave way to the 6,000 of before, said again on 2 September 2025."""
    revisions = table(open_page("Sources", one_source="nis", troops="planned"), "Before", "After")
    pairs = dict(zip(revisions["Before"], revisions["After"], strict=True))
    after = next(after for before, after in pairs.items() if before.startswith("15,000"))
    assert after.replace("\\", "") == "6,000 (again 2 Sep 2025)"


def test_several_voices_are_said_to_be_such(open_page: OpenPage) -> None:
    app = open_page("Sources", one_source="rok_officials")
    assert "Several voices under one name" in said(app)


def test_a_source_that_gave_no_number_shows_its_stances(open_page: OpenPage) -> None:
    app = open_page("Sources", one_source="dprk", moscow_pyongyang="DPRK", troops="withdrawn")
    assert "0 claims here" in said(app)
    assert "does not acknowledge it" in set(table(app, "Stance")["Stance"])


def test_origins_behind_the_chosen_figure(open_page: OpenPage, about_600: str) -> None:
    app = open_page("Sources", claim=about_600)
    assert "12 articles, 14 mentions, 11 outlets, 4 claimants, 1 origin (NIS)." in said(
        app
    ).replace("**", "")
    claimants = table(app, "Source", "Own estimate of")
    assert claimants["Own estimate of"].tolist() == ["NIS", *["NIS, by judgement"] * 3]


def test_independence_is_never_claimed(open_page: OpenPage) -> None:
    """Without a choice, the number that most articles print is shown: 4,000 casualties."""
    app = open_page("Sources")
    page = said(app).replace("**", "")
    assert "15 articles, 19 mentions, 14 outlets, 5 claimants, 4 origins" in page
    assert "2 articles put it to nobody." in page
    assert "Independence not established." in page
    assert "HUR and Zelenskyy: the service reports to the president" in page


def test_a_figure_chosen_there_opens_its_evidence_there(
    open_page: OpenPage, about_600: str
) -> None:
    app = open_page("Sources")
    app.selectbox(key="sources_origins_pick").set_value(about_600).run()
    assert app.query_params["claim"] == about_600
    assert "To cite this claim" in said(app)
    assert said(app).count("To cite this claim") == 1


def test_no_such_choice_counts_as_none(open_page: OpenPage) -> None:
    app = open_page(
        "Sources", said_by="kgb", said_in="2019-13", chain="x", columns="y", one_source="<b>"
    )
    assert "Choose a tile, or a source and a month here" in said(app)
    assert "Main types: in force" in said(app)


def test_without_the_table_of_relays_they_stand_as_written(
    open_page: OpenPage, own_data: Path
) -> None:
    (own_data / "relays.csv").unlink()
    app = open_page("Sources")
    assert "the table of their names cannot be read" in said(app)
    assert "이성권 의원" in options(app, "printed_via_pick")


def test_without_the_table_of_stances_the_figures_stay(open_page: OpenPage, own_data: Path) -> None:
    spoil(own_data, "stances", ",denies,", ",shrugs,")
    app = open_page("Sources", said_by="nis", said_in="2025-02")
    assert "1 figure by NIS in Feb 2025." in said(app)
    assert "stances without a number" not in said(app)


def test_hostile_names_of_relays_are_text(open_page: OpenPage, own_data: Path) -> None:
    spoil(own_data, "relays", "Yonhap,Yonhap,agency,", 'Yonhap,"=cmd|[x](javascript:1)<b>",agency,')
    spoil(own_data, "relays", "Yonhap News Agency,Yonhap,", "Yonhap News Agency,Other,")
    app = open_page("Sources", printed_via="=cmd|[x](javascript:1)<b>")
    shown = texts(app)
    assert "[x](javascript" not in shown
    assert "=cmd|[x](javascript:1)<b>" in said(app)


def test_links_into_articles_lead_to_the_words(open_page: OpenPage) -> None:
    app = open_page("Sources", printed_by="nis", printed_in="The Korea Herald")
    links = [link for link in grid(app, PRINTED)["Article"] if link]
    assert links
    assert all(urlsplit(link).fragment.startswith(":~:text=") for link in links)
    assert all(parse_qs(urlsplit(link).query) is not None for link in links)
