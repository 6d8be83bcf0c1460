"""Adding and reviewing in the browser: hostile text stays text, the keyboard suffices, work stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.served import Served
from tests.browser.watching import grave_findings, wait_ready

OpenTab = Callable[..., Page]

MARKUP = (
    "<script>window.hit = 1</script> <img src=x onerror='window.hit = 2'> [a](javascript:alert(1)) "
    "![p](https://elsewhere.example/p.png) $x^2$ :red[red] **bold** `code`"
)
TEXT = (
    f"Seoul counts {MARKUP}\n\n"
    "About 600 North Korean soldiers have been killed in Russia so far, South Korea's National "
    "Intelligence Service told lawmakers on Wednesday. \U0001f600 Some 15,000 troops were sent, the "
    f"agency said. {MARKUP} Around 2,000 flew home.\n"
)

SELECT = """
(words) => {
  const roots = [...document.querySelectorAll("*")].map((node) => node.shadowRoot)
  const root = roots.find((one) => one?.querySelector(".text")?.textContent.includes(words))
  const walker = document.createTreeWalker(root.querySelector(".text"), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }
}
"""


def add(page: Page, served: Served, text: str) -> None:
    """Paste an article with a hostile title, confirm it, and wait for its review."""
    page.goto(f"{served.address}/articles?part_of_articles=Add+an+article")
    wait_ready(page)
    page.get_by_role("textbox", name="Text of the article").fill(text)
    page.get_by_role("button", name="Read it").click()
    wait_ready(page)
    page.get_by_role("textbox", name="Title *").fill(MARKUP)
    page.get_by_role("textbox", name="Outlet *").fill(f"Gazette {MARKUP}")
    page.get_by_role("textbox", name="Printed on *").fill("2025-04-30")
    page.get_by_text("stated on the page").click()
    page.get_by_role("button", name="Add it").click()
    wait_ready(page)


def test_an_article_is_reviewed_by_keyboard_and_hostile_text_stays_text(
    start_server: Callable[..., Served], open_tab: OpenTab, tmp_path: object
) -> None:
    served = start_server({"MUSTER_DATABASE_URL": f"sqlite:///{tmp_path}/muster.sqlite3"})
    page = open_tab(f"{served.address}/articles")
    add(page, served, TEXT)
    text = page.get_by_role("region", name="Text of the article")
    assert text.evaluate("node => node.textContent") == TEXT
    assert set(text.locator("*").evaluate_all("nodes => nodes.map(n => n.tagName)")) == {"MARK"}
    review = page.locator(".st-key-review")
    assert review.locator("img, script, .katex, a[href^=http]:not([href*=localhost])").count() == 0
    assert page.evaluate("window.hit") is None
    assert grave_findings(page) == []

    # What is still being typed counts when the shortcut is pressed.
    note = page.get_by_role("textbox", name="Low end")
    for name in ("Low end", "High end"):
        note = page.get_by_role("textbox", name=name)
        note.press("ControlOrMeta+a")
        note.press_sequentially("610")
    # In haste: the second press comes before anybody can have read the next card.
    at_work = page.locator(".st-key-review_pace").get_by_role("status")
    note.press("ControlOrMeta+Enter")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(at_work).to_have_text(re.compile("does not count: press again"))
    wait_ready(page)
    expect(review.get_by_text("2 proposals, 1 open, 1 accepted")).to_be_visible()
    expect(at_work).to_be_empty()
    expect(review.get_by_role("button", name="about 610, killed · accepted")).to_be_visible()
    page.keyboard.press("ControlOrMeta+Enter")
    wait_ready(page)
    expect(review.get_by_text("2 accepted")).to_be_visible()
    expect(at_work).to_be_empty()

    # With nothing selected, the key leads to where a phrase can be typed.
    page.keyboard.press("ControlOrMeta+Alt+p")
    expect(page.get_by_role("textbox", name="Phrase, letter for letter").first).to_be_focused()
    # Words behind a sign of two UTF-16 units are counted as Python counts them.
    page.evaluate(SELECT, "Around 2,000 flew home")
    page.keyboard.press("ControlOrMeta+Alt+p")
    wait_ready(page)
    assert text.locator("mark.chosen").all_inner_texts() == ["Around 2,000 flew home"]

    page.reload()
    wait_ready(page)
    expect(review.get_by_text("3 proposals, 1 open, 2 accepted")).to_be_visible()
    page.goto(f"{served.address}/claims?search=Gazette")
    wait_ready(page)
    expect(page.get_by_text("2 claims").first).to_be_visible()
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1440", "390"])
def test_adding_shuts_no_reader_out_and_nothing_sticks_out(
    server: Served, open_tab: OpenTab, viewport: dict[str, int], scheme: str
) -> None:
    page = open_tab(
        f"{server.address}/articles?part_of_articles=Add+an+article",
        viewport=viewport,
        color_scheme=scheme,
    )
    assert grave_findings(page) == []
    inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner[0] <= inner[1]
