"""A view is its address: deep links, filters, reload, a second tab, Back and Forward, evidence."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.served import Served
from tests.browser.watching import grave_findings, wait_ready

TITLES = {
    "": "Overview",
    "troops": "Troops",
    "casualties": "Casualties",
    "materiel": "Materiel",
    "map": "Map",
    "sources": "Sources",
    "claims": "Claims",
    "articles": "Articles",
    "method": "Method",
}

OpenTab = Callable[..., Page]


def title(page: Page) -> str:
    return page.locator("h1").first.inner_text()


def shown(page: Page) -> str:
    """The line that says what is shown."""
    return page.locator(".st-key-shown p").first.inner_text()


def chart_texts(chart: Locator) -> list[str]:
    """Everything written in a chart, but for what stands under the pointer."""
    texts = "nodes => nodes.filter(n => !n.closest('.hoverlayer')).map(n => n.textContent)"
    return list(chart.locator("text").evaluate_all(texts))


def choose(page: Page, label: str) -> None:
    """Click a pill in the sidebar."""
    page.get_by_test_id("stSidebar").get_by_role("button", name=label, exact=True).click()
    wait_ready(page)


def go_to(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()
    wait_ready(page)


@pytest.mark.parametrize("path", TITLES)
def test_each_page_opens_first_by_its_own_address(
    path: str, start_server: Callable[..., Served], open_tab: OpenTab
) -> None:
    page = open_tab(f"{start_server().address}/{path}")
    assert title(page) == TITLES[path]
    if path != "method":
        assert "all sources" in shown(page)


def test_a_link_restores_the_view_on_a_fresh_server(
    start_server: Callable[..., Served], open_tab: OpenTab
) -> None:
    link = "casualties?seoul=NIS&casualties=killed&known_on=2025-02-01"
    page = open_tab(f"{start_server().address}/{link}")
    assert title(page) == "Casualties"
    assert "NIS · killed" in shown(page)
    assert "as known on 1 Feb 2025" in shown(page)
    assert "2 of" in shown(page), "at least 100, then about 300"


def test_one_click_filters_by_source_and_one_by_claim_type(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/casualties")
    choose(page, "NIS")
    choose(page, "killed")
    assert "NIS · killed" in shown(page)
    query = parse_qs(urlsplit(page.url).query)
    assert query["seoul"] == ["NIS"]
    assert query["casualties"] == ["killed"]


def test_reload_new_tab_back_and_forward_keep_the_view(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/casualties")
    choose(page, "NIS")
    choose(page, "killed")
    link, words = page.url, shown(page)

    page.reload()
    wait_ready(page)
    assert (page.url, shown(page)) == (link, words)

    second = page.context.new_page()
    second.goto(link)
    wait_ready(second)
    assert shown(second) == words
    second.close()

    go_to(page, "Troops")
    assert title(page) == "Troops"
    assert "NIS · killed" in shown(page), "filters go with the reader"
    page.go_back()
    wait_ready(page)
    assert (title(page), shown(page)) == ("Casualties", words)
    page.go_forward()
    wait_ready(page)
    assert title(page) == "Troops"
    assert "NIS · killed" in shown(page)


def test_back_takes_a_filter_off_again(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/casualties")
    choose(page, "NIS")
    with_source = shown(page)
    choose(page, "killed")
    page.go_back()
    wait_ready(page)
    assert shown(page) == with_source


def test_reset_shows_everything_again(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/casualties?seoul=NIS&casualties=killed")
    page.get_by_role("button", name="Reset filters").click()
    wait_ready(page)
    assert "all sources" in shown(page)
    assert "seoul" not in page.url


def test_copy_link_copies_the_address(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(
        f"{server.address}/casualties?seoul=NIS",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_clicked_mark_opens_its_evidence_and_keeps_the_chart(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/?seoul=NIS&casualties=killed")
    chart = page.get_by_test_id("stPlotlyChart").first
    before = chart_texts(chart)
    mark = chart.locator(".scatterlayer .points path").last
    mark.click(force=True)
    wait_ready(page)
    evidence = page.locator("[class*=st-key-evidence_]").first
    expect(evidence).to_contain_text("NIS")
    expect(evidence).to_contain_text("Words as printed")
    assert "claim=c" in page.url
    assert chart_texts(chart) == before

    link = page.url
    page.reload()
    wait_ready(page)
    assert page.url == link
    expect(page.locator("[class*=st-key-evidence_]").first).to_contain_text("Words as printed")


def test_the_keyboard_reaches_what_a_click_reaches(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/?seoul=NIS&casualties=killed")
    box = page.get_by_role("combobox", name="Claim", exact=True).first
    box.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_ready(page)
    expect(page.locator("[class*=st-key-evidence_]").first).to_contain_text("Words as printed")


def test_an_article_opens_at_the_words(server: Served, open_tab: OpenTab) -> None:
    """UK MoD, more than 6,000: Interfax-Ukraine printed "more than 6,000 servicemen"."""
    page = open_tab(f"{server.address}/claims?western=UK+MoD&casualties=casualties")
    page.get_by_role("combobox", name="Claim", exact=True).first.click()
    page.get_by_role("option").filter(has_text="more than 6,000").first.click()
    wait_ready(page)
    link = page.get_by_role("link", name="Interfax-Ukraine").first.get_attribute("href")
    assert link is not None
    assert link.endswith("#:~:text=more%20than%206%2C000%20servicemen")


def test_an_empty_result_says_why_and_offers_the_way_back(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/claims?seoul=NIS&casualties=killed&language=German")
    offers = page.get_by_role("button", name="language")
    expect(offers.first).to_be_visible()
    offers.first.click()
    wait_ready(page)
    assert "German" not in shown(page)
    assert "NIS · killed" in shown(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1440", "390"])
@pytest.mark.parametrize("path", TITLES)
def test_nothing_shuts_a_reader_out_and_nothing_sticks_out(
    server: Served, open_tab: OpenTab, path: str, viewport: dict[str, int], scheme: str
) -> None:
    page = open_tab(f"{server.address}/{path}", viewport=viewport, color_scheme=scheme)
    assert grave_findings(page) == []
    inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner[0] <= inner[1]


def test_evidence_shuts_no_reader_out(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/?seoul=NIS&casualties=killed", color_scheme="dark")
    box = page.get_by_role("combobox", name="Claim", exact=True).first
    box.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_ready(page)
    assert grave_findings(page) == []


def test_a_switch_of_the_browsers_theme_redraws_the_charts(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/?seoul=NIS", color_scheme="light")
    paper = ".st-key-overview_now_killed_chart .main-svg"
    page.emulate_media(color_scheme="dark")
    wait_ready(page, quiet=1500)
    style = page.locator(paper).first.get_attribute("style") or ""
    assert "rgb(255, 255, 255)" not in style
