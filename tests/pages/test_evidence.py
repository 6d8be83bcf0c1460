"""One claim with its mentions, as the NIS figures of killed have it in the shipped data."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.evidence import article_link
from tests.pages.conftest import texts

OpenPage = Callable[..., AppTest]

# NIS, about 600 killed, 30 April 2025: mention m0364 and nine others.
ABOUT_600 = "cqfapyorpsl"


def mention_table(app: AppTest) -> list[dict[str, str]]:
    for table in app.table:
        if "Mention" in table.value.columns and "Words as printed" in table.value.columns:
            return table.value.to_dict("records")
    pytest.fail("no table of mentions")


def test_a_link_opens_the_evidence(open_page: OpenPage) -> None:
    app = open_page("Claims", claim=ABOUT_600)
    assert "NIS: about 600" in texts(app)
    assert "Revised since by the same source." in texts(app)
    mentions = {row["Mention"]: row for row in mention_table(app)}
    assert set(mentions) == {
        *("m0364", "m0365", "m0369", "m0377", "m0383"),
        *("m0441", "m0467", "m0478", "m0488", "m0492"),
    }
    assert mentions["m0364"]["Words as printed"] == "“600 North Korean soldiers killed”"
    assert mentions["m0364"]["Drift"] == "other hedge"
    assert mentions["m0365"]["Drift"] == ""
    assert "text=600%20North%20Korean%20soldiers%20killed)" in mentions["m0364"]["Outlet"]


def test_revisions_lead_to_the_claims_before_and_after(open_page: OpenPage) -> None:
    app = open_page("Claims", claim=ABOUT_600)
    labels = {button.label.replace("\\", ""): button for button in app.button}
    assert "Before: NIS, about 300 (13 Jan 2025)" in labels
    labels["After: NIS, about 2,000 (2 Sep 2025)"].click().run()
    assert "NIS: about 2,000" in texts(app)
    assert app.query_params["claim"] != ABOUT_600


def test_it_opens_once_where_it_is_drawn_and_stays_through_a_filter(open_page: OpenPage) -> None:
    app = open_page("Overview", claim=ABOUT_600)
    assert texts(app).count("NIS: about 600") == 1
    app.get_by_key("language").select("English").run()
    assert texts(app).count("NIS: about 600") == 1


def test_closing_takes_it_out_of_the_address(open_page: OpenPage) -> None:
    app = open_page("Claims", claim=ABOUT_600)
    next(button for button in app.button if button.label == "Close").click().run()
    assert "claim" not in app.query_params
    assert "NIS: about 600" not in texts(app)


def test_the_select_box_opens_what_a_mark_opens(open_page: OpenPage) -> None:
    app = open_page("Overview", seoul="NIS", casualties="killed")
    app.selectbox(key="overview_now_killed_pick").set_value(ABOUT_600).run()
    assert app.query_params["claim"] == ABOUT_600
    assert "NIS: about 600" in texts(app)


def test_a_claim_that_filters_hide_is_shown_by_its_link_and_said_to_be_hidden(
    open_page: OpenPage,
) -> None:
    app = open_page("Claims", claim=ABOUT_600, kyiv="HUR")
    assert "not among those shown" in texts(app)
    assert "NIS: about 600" in texts(app)


def test_a_judgement_is_shown_with_its_reason(open_page: OpenPage) -> None:
    """m0080: an article slipped, 19,000 for 10,900 planned by the NIS."""
    app = open_page("Claims", search="m0080")
    claim = app.dataframe[0].value["Claim"].item()
    app = open_page("Claims", claim=claim)
    decisions = [table.value for table in app.table if "Decision" in table.value.columns]
    assert "low read as 10900" in set(decisions[0]["Decision"])
    assert decisions[0]["Reason"].str.startswith("a slip of the article").all()


def test_a_judgement_names_the_source_whose_estimate_it_is(open_page: OpenPage) -> None:
    """j001: m0372 printed the NIS's figures of 30 April 2025 without naming it."""
    claim = open_page("Claims", search="m0372").dataframe[0].value["Claim"].item()
    app = open_page("Claims", claim=claim)
    decisions = next(table.value for table in app.table if "Decision" in table.value.columns)
    rows = decisions.set_index("Mention")["Decision"]
    assert rows["m0372"] == "own estimate of NIS"


def test_the_citation_names_source_article_and_ids(open_page: OpenPage) -> None:
    app = open_page("Claims", claim=ABOUT_600)
    line = app.code[0].value
    assert line.startswith("NIS, about 600 reported killed, said 30 Apr 2025; 8 articles, first")
    assert line.endswith(f"claim {ABOUT_600}, mention m0364 and 9 more.")
    assert "As claimed, not verified." in line


@pytest.mark.parametrize(
    ("wording", "end"),
    [
        ("over 11,000", "#:~:text=over%2011%2C000"),
        # Hyphens, commas and ampersands part the fields of a text fragment.
        ("2,000-odd & more", "#:~:text=2%2C000%2Dodd%20%26%20more"),
        ("최소 600명", "#:~:text=%EC%B5%9C%EC%86%8C%20600%EB%AA%85"),
    ],
)
def test_a_link_leads_to_the_words(wording: str, end: str) -> None:
    assert article_link("https://a.example/b?c=1#top", wording) == "https://a.example/b?c=1" + end
