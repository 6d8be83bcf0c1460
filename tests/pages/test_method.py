"""The Method page: contents that lead to every section, figures as pandas has them, reports, citations."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.method_contents import GROUPS, anchor
from tests.pages.conftest import spoil, texts

OpenPage = Callable[..., AppTest]


def table_with(app: AppTest, column: str) -> pd.DataFrame:
    return next(table.value for table in app.table if column in table.value.columns)


def test_the_contents_lead_to_every_section_and_to_nothing_else(open_page: OpenPage) -> None:
    app = open_page("Method")
    titles = [title for group in GROUPS.values() for title in group]
    assert [header.value for header in app.header if header.value != "Muster"] == titles
    assert len({anchor(title) for title in titles}) == len(titles)
    anchors = {header.value: header.proto.anchor for header in app.header}
    contents = texts(app)
    for title in titles:
        assert anchors[title] == anchor(title)
        assert f"[{title}](#{anchor(title)})" in contents


def test_agreement_is_told_field_by_field(open_page: OpenPage) -> None:
    table = table_with(open_page("Method"), "Field").set_index("Field")
    assert table.loc["source"].tolist() == ["91–99 %", "26 of 26"]
    assert table.loc["day said, days it is about"].tolist() == ["74–91 %", "17 to 20 of 26"]


def test_corrections_are_counted_by_column(open_page: OpenPage, project: Path) -> None:
    judgements = pd.read_csv(project / "data/judgements.csv", dtype=str, keep_default_na=False)
    corrected = judgements[judgements["judgement"] == "correct"]["field"].value_counts()
    app = open_page("Method")
    table = table_with(app, "Column read otherwise")
    shown = table["Column read otherwise"].str.replace("\\", "")
    assert dict(zip(shown, table["Cells"], strict=True)) == corrected.to_dict()
    assert "73 decisions by a person about 66 mentions; 23 cells read otherwise." in texts(app)
    assert len(table_with(app, "Reason")) == 73


def test_doubts_are_pairs_of_one_number_and_open_their_evidence(open_page: OpenPage) -> None:
    """Western officials' 1,000 killed beside the NIS's casualties of a month before."""
    app = open_page("Method")
    table = table_with(app, "As killed")
    assert len(table) == 12
    assert (table["Days between"] <= 90).all()
    plain = table.map(lambda cell: str(cell).replace("\\", ""))
    pairs = set(zip(plain["As killed"], plain["As casualties"], strict=True))
    assert (
        "Western officials, about 1,000 (22 Jan 2025)",
        "NIS, more than 1,000 (23 Dec 2024)",
    ) in pairs
    box = app.selectbox(key="method_doubts_pick")
    box.set_value("csjwxdkh5o7").run()
    assert "Western officials: about 1,000" in texts(app)


def test_doubts_are_those_of_the_day(open_page: OpenPage) -> None:
    app = open_page("Method", known_on="2025-02-01")
    assert len(table_with(app, "As killed")) == 8
    assert "As known on 1 Feb 2025" in texts(app)


def test_gaps_are_counted(open_page: OpenPage, project: Path) -> None:
    documents = pd.read_csv(project / "data/documents.csv", dtype=str, keep_default_na=False)
    mentions = pd.read_csv(project / "data/mentions.csv", dtype=str, keep_default_na=False)
    app = open_page("Method")
    text = texts(app)
    months = table_with(app, "Printed in").set_index("Printed in")
    assert months.loc["Oct 2024"].tolist() == [20, 84]
    assert months["Articles"].sum() == len(documents) == 129
    assert len(months) == 17
    languages = table_with(app, "Language")
    assert languages.iloc[0].tolist() == ["English", (documents["language"] == "en").sum()]
    assert "No month between the first and the last article is without one." in text
    inferred = (documents["published_basis"] == "inferred").sum()
    assert f"{inferred} articles with a day of printing that was worked out" in text
    silent = ~documents["document_id"].isin(mentions["document_id"])
    assert f"{silent.sum()} articles with no number on the subject" in text
    assert "227 of 304 (75 %) claims rest on one article." in text
    nobody = (mentions["claimant"] == "unattributed").sum()
    assert f"41 of 304 (13 %) claims are put to nobody, with {nobody} of 550" in text


def test_months_without_an_article_are_named(open_page: OpenPage, own_data: Path) -> None:
    path = own_data / "documents.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    october = table["published_on"].str.startswith("2025-10")
    assert october.sum() == 2
    table.loc[october, "published_on"] = "2025-11-30"
    table.to_csv(path, index=False)
    app = open_page("Method")
    if app.warning or app.error:
        pytest.fail("the tables were meant to stay sound")
    assert "Months without an article: Oct 2025." in texts(app)
    months = table_with(app, "Printed in").set_index("Printed in")
    assert months.loc["Oct 2025"].tolist() == [0, 0]


def test_a_figure_and_the_data_can_be_cited(open_page: OpenPage) -> None:
    app = open_page("Method", claim="cwzwtlko3ka")
    codes = [code.value for code in app.code]
    assert codes[0].startswith("NIS, about 300 reported killed, said 13 Jan 2025; 9 articles")
    assert any("data to 27 Feb 2026. CC BY 4.0." in code for code in codes)
    assert any(code.startswith("@misc{muster_2026-02-27") for code in codes)


def test_a_report_stands_first_with_the_id_filled_in(open_page: OpenPage) -> None:
    app = open_page("Method", report="m0330")
    headers = [header.value for header in app.header if header.value != "Muster"]
    assert headers[0] == "How to report an error"
    assert headers.count("How to report an error") == 1
    assert app.text_input(key="report_id").value == "m0330"
    assert app.code[0].value.startswith("Report of an error in the Muster ledger")
    assert "Mention m0330 in article seed-002" in app.code[0].value
    app.text_input(key="report_id").set_value(" cwzwtlko3ka ").run()
    assert app.query_params["report"] == "cwzwtlko3ka"
    assert "Claim cwzwtlko3ka: NIS, about 300" in app.code[0].value


def test_a_report_of_no_row_is_told(open_page: OpenPage) -> None:
    app = open_page("Method", report="m9999")
    assert "has the id m9999" in app.warning[0].value


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (
            "mailto:desk@example.org",
            "mailto:desk@example.org?subject=Error%20in%20the%20Muster%20ledger%20m0330",
        ),
        ("https://example.org/issues", "https://example.org/issues"),
    ],
)
def test_reports_go_where_the_setting_says(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, address: str, url: str
) -> None:
    monkeypatch.setenv("MUSTER_REPORT_TO", address)
    app = open_page("Method", report="m0330")
    assert app.get("link_button")[0].proto.url == url


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "desk@example.org"])
def test_no_address_or_a_bad_one_is_told(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("MUSTER_REPORT_TO", address)
    app = open_page("Method", report="m0330")
    assert not app.get("link_button")
    told = [warning.value for warning in app.warning]
    assert "MUSTER_REPORT_TO" in (told[0] if address else texts(app))


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("Claims", {"claim": "cwzwtlko3ka"}, "method?report=cwzwtlko3ka"),
        ("Articles", {"article": "seed-002"}, "method?report=m0330"),
        (
            "Claims",
            {"claim": "cwzwtlko3ka", "known_on": "2025-02-01"},
            "method?report=cwzwtlko3ka&known_on=2025-02-01",
        ),
    ],
)
def test_evidence_and_mentions_lead_to_the_report(
    open_page: OpenPage, page: str, address: dict[str, str], link: str
) -> None:
    assert f"[Report an error]({link})" in texts(open_page(page, **address))


def test_sections_without_their_tables_say_so(open_page: OpenPage, own_data: Path) -> None:
    spoil(own_data, "mentions", ",soldiers,exact,6,6,", ",soldiers,exact,six,6,")
    app = open_page("Method", report="m0330")
    assert texts(app).count("This needs the claims") == 3
    titles = {title for group in GROUPS.values() for title in group}
    assert titles <= {header.value for header in app.header}
