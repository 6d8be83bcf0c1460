"""The Sources page where only a browser tells: clicks on tiles, width of charts, bytes sent."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, WebSocket, expect

from tests.browser.served import Served
from tests.browser.watching import grave_findings, wait_ready

OpenTab = Callable[..., Page]

# What the page may send, websocket alone, at the shipped size.
MOST_BYTES = 1_500_000


def chart(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-sources_{name}_chart")


def tile(chart: Locator, hover: str) -> Locator:
    """Find the bar whose hover text holds these words, among those that Plotly drew."""
    number = chart.locator(".js-plotly-plot").evaluate(
        """(plot, words) => {
          const bars = plot.data.find((trace) => trace.meta?.role === "tile")
          return bars.hovertext.findIndex((text) => text.includes(words))
        }""",
        hover,
    )
    # Each trace of bars is a group of its own; the tiles are the largest.
    groups = chart.locator(".trace.bars").all()
    largest = max(groups, key=lambda group: group.locator(".point").count())
    return largest.locator(".point path").nth(number)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_clicked_tile_lists_what_was_said_and_the_link_keeps_it(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/sources")
    found = tile(chart(page, "months"), "<b>NIS</b>, Jan 2025")
    found.scroll_into_view_if_needed()
    found.click(force=True)
    wait_ready(page)
    assert query(page) == {"said_by": ["nis"], "said_in": ["2025-01"]}
    expect(page.get_by_text("3 figures by NIS in Jan 2025.")).to_be_visible()
    page.reload()
    wait_ready(page)
    expect(page.get_by_text("3 figures by NIS in Jan 2025.")).to_be_visible()


def test_a_clicked_pair_lists_its_articles(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/sources?chain=relays")
    found = tile(chart(page, "printing"), "<b>Lee Seong-kweun</b> · NIS")
    found.scroll_into_view_if_needed()
    found.click(force=True)
    wait_ready(page)
    chosen = query(page)
    assert (chosen["printed_by"], chosen["printed_via"]) == (["nis"], ["Lee Seong-kweun"])
    expect(page.get_by_text("NIS, Lee Seong-kweun: 9 articles")).to_be_visible()
    assert grave_findings(page) == []


def test_a_clicked_figure_opens_its_evidence(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/sources", color_scheme="dark")
    figure = chart(page, "in_force").locator(".annotation-text").filter(has_text="≈ 2,000").first
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    wait_ready(page)
    evidence = page.locator("[class*=st-key-evidence_sources_in_force]")
    expect(evidence).to_contain_text("NIS: about 2,000")
    assert grave_findings(page) == []


def test_charts_are_laid_out_for_the_width_that_they_stand_in(
    server: Served, open_tab: OpenTab
) -> None:
    """Laid out for the padding too, a chart would be squeezed and its labels would collide."""
    page = open_tab(f"{server.address}/sources")
    watched = page.locator(".st-key-surface").bounding_box()
    column = page.locator(".st-key-head").locator("..").bounding_box()
    assert watched is not None
    assert column is not None
    assert watched["width"] == column["width"]
    plot = chart(page, "months").locator(".js-plotly-plot")
    sizes = plot.evaluate("plot => [plot.layout.width, plot.getBoundingClientRect().width]")
    assert sizes[0] == sizes[1] <= column["width"]


def test_the_page_sends_no_more_than_it_may(
    server: Served, new_context: Callable[..., BrowserContext]
) -> None:
    received = 0

    def count(frame: str | bytes) -> None:
        nonlocal received
        received += len(frame)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", count)

    page = new_context().new_page()
    page.on("websocket", listen)
    page.goto(f"{server.address}/sources")
    wait_ready(page)
    assert 50_000 < received < MOST_BYTES
