"""Hostile articles in the browser, from the uploaded file to the log: letters, wherever they are shown."""

import html
import io
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect
from pypdf import PdfWriter

from analysis.ledger.intake.small_files import pdf_of
from tests.browser.served import Served
from tests.browser.watching import wait_ready

OpenTab = Callable[..., Page]

# Whatever of this is taken for more than letters makes an element that holds "m4rk" and nothing else,
# runs a script, or asks another host.
PHRASE = (
    "[m4rk](javascript:window.hit=5) ![m4rk](https://elsewhere.example/p.png) **m4rk** _m4rk_ `m4rk` "
    ":red[m4rk] :red-badge[m4rk] $m4rk$ :material/home:"
)
MARKUP = (
    "<script>window.hit = 1</script> <img src=x onerror='window.hit = 2'> <b>m4rk</b> "
    "<svg onload='window.hit = 3'></svg> <iframe srcdoc='<script>parent.hit = 4</script>'></iframe> "
    f"{PHRASE} <details open ontoggle='window.hit = 6'>m4rk</details> "
    "</div><style>body { display: none }</style> https://elsewhere.example/m4rk"
)
FIGURE = (
    "About 600 North Korean soldiers have been killed in Russia so far, South Korea's National "
    "Intelligence Service told lawmakers on Wednesday. The agency had given no figure since January, "
    "and the two lawmakers who passed this one on did not say how it was counted or over which days."
)
NAME = "<img src=x onerror='window.hit = 7'> **m4rk** $m4rk$"

# Counts, in the page and in every component's own tree, what letters alone would never make.
MADE = """
() => {
  const made = []
  const look = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) look(node.shadowRoot)
      const alone = node.children.length === 0 && node.textContent.trim() === "m4rk"
      const href = node.getAttribute("href") ?? ""
      if (
        alone || href.startsWith("javascript:") || href.includes("elsewhere.example")
        || node.matches("img[src='x'], [onerror], [onload], [ontoggle], iframe[srcdoc], .katex")
        || (node.matches("script, style") && /window.hit|display: none }$/.test(node.textContent))
      ) made.push(node.outerHTML.slice(0, 200))
    }
  }
  look(document)
  return made
}
"""


@pytest.fixture
def dialogs() -> list[str]:
    """The dialogs that pages have opened: there must be none."""
    return []


@pytest.fixture
def desk(
    start_server: Callable[..., Served],
    open_tab: OpenTab,
    tmp_path: object,
    dialogs: list[str],
) -> Iterator[Page]:
    """The page that adds articles, on a server and a database of its own."""
    served = start_server({"MUSTER_DATABASE_URL": f"sqlite:///{tmp_path}/muster.sqlite3"})
    page = open_tab(f"{served.address}/articles?part_of_articles=Add+an+article")
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert dialogs == []


def files() -> list[FilePayload]:
    """A page, a text and a Word document that can be read, and two files that cannot."""
    body = f"<h1>{html.escape(MARKUP)}</h1><p>{html.escape(MARKUP)}</p><p>{FIGURE}</p>"
    page = (
        f"<html><head><title>{html.escape(MARKUP)}</title>"
        f'<meta property="og:site_name" content="{html.escape(MARKUP)}">'
        '<meta property="article:published_time" content="2025-04-30">'
        '<link rel="canonical" href="javascript:window.hit=8"></head>'
        f"<body><article>{body}<p>{html.escape(MARKUP)}</p></article></body></html>"
    )
    document = Document()
    document.add_paragraph(f"{FIGURE} {MARKUP} The rest of it is another text altogether.")
    document.core_properties.title = MARKUP[:250]
    word = io.BytesIO()
    document.save(word)
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(b"one")))
    writer.encrypt("secret")
    locked = io.BytesIO()
    writer.write(locked)
    return [
        {"name": f"{NAME}.html", "mimeType": "text/html", "buffer": page.encode()},
        {"name": f"{NAME}.docx", "mimeType": "application/zip", "buffer": word.getvalue()},
        {"name": f"{NAME}.pdf", "mimeType": "application/pdf", "buffer": locked.getvalue()},
        {
            "name": f"{NAME}.md",
            "mimeType": "text/markdown",
            "buffer": MARKUP.encode() + b"\0\1" * 40,
        },
    ]


def assert_letters(page: Page, place: Locator, words: str = "m4rk") -> None:
    """Assert that hostile words stand in a place, and that the page has made nothing of any."""
    expect(place.filter(has_text=words).first).to_be_visible()
    assert page.evaluate(MADE) == []
    assert page.evaluate("window.hit") is None


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    wait_ready(page)


def test_what_hostile_files_hold_and_are_called_is_shown_as_letters_in_every_place(
    desk: Page,
) -> None:
    page = desk
    page.get_by_text("Upload files").click()
    wait_ready(page)
    page.locator("input[type=file]").set_input_files(files())
    wait_ready(page)
    assert_letters(page, page.get_by_test_id("stFileUploader"))
    press(page, "Read them")

    # Messages with the names of files, and the form with what the page says of itself.
    warnings = page.get_by_test_id("stAlert")
    assert_letters(page, warnings, "locked with a password")
    assert_letters(page, warnings, "signs that no text has")
    assert "m4rk" in page.get_by_role("textbox", name="Title *").input_value()
    assert "m4rk" in page.get_by_role("textbox", name="Outlet *").input_value()
    assert page.get_by_role("textbox", name="Address").input_value() == ""
    assert_letters(page, page.get_by_role("region", name="Text of the article"))
    page.get_by_text("stated on the page").click()
    press(page, "Add it")

    # The review: head, card, and a proposal whose own words are hostile.
    review = page.locator(".st-key-review")
    assert_letters(page, page.get_by_role("heading"))
    assert_letters(page, page.get_by_role("region", name="Text of the article"))
    page.get_by_text("Propose a phrase by typing it").click()
    page.get_by_role("textbox", name="Phrase, letter for letter").fill(PHRASE)
    page.get_by_role("textbox", name="Phrase, letter for letter").press("Tab")
    wait_ready(page)
    press(page, "Propose this phrase")
    assert_letters(page, review)
    page.get_by_role("textbox", name="Reason, to reject it").fill(MARKUP[:290])
    page.get_by_role("textbox", name="Reason, to reject it").press("Tab")
    wait_ready(page)
    page.locator('[class*="st-key-reject_card"] button').click()
    wait_ready(page)
    assert_letters(page, review)
    page.locator('[class*="st-key-accept_card"] button').click()
    wait_ready(page)
    expect(review.get_by_text("1 accepted").first).to_be_visible()

    # The queue with its log.
    press(page, "Back to the queue")
    page.get_by_text("Who decided what").click()
    wait_ready(page)
    assert_letters(page, page.get_by_test_id("stExpander"))
    page.get_by_role("combobox", name="Article to review").click()
    assert_letters(page, page.get_by_role("option"))
    page.keyboard.press("Escape")

    # The next file: nearly the same text, beside the first; then the same once more, refused.
    page.get_by_text("Add an article").first.click()
    wait_ready(page)
    assert_letters(page, page.get_by_text("of the shorter text's word runs"))
    assert page.get_by_role("region", name="Text of the article").count() == 2
    press(page, "Leave it out")
    page.get_by_text("Upload files").click()
    wait_ready(page)
    page.locator("input[type=file]").set_input_files(files()[:1])
    wait_ready(page)
    press(page, "Read them")
    assert_letters(page, page.get_by_test_id("stAlert"), "This text is here already")
    press(page, "Open that article")

    # What was accepted: the article's own page, the ledger of claims.
    assert_letters(page, page.get_by_role("heading"))
    origin = page.url.split("/articles")[0]
    for address in ("/claims?search=m4rk", "/sources", "/"):
        page.goto(f"{origin}{address}")
        wait_ready(page)
        assert page.evaluate(MADE) == []
        assert page.evaluate("window.hit") is None


def test_markup_that_is_let_through_is_noticed(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(f"<div><p>{MARKUP}</p></div>")
    page.wait_for_function("window.hit !== undefined")
    made = " ".join(page.evaluate(MADE))
    assert all(
        found in made for found in ("<b>m4rk</b>", "onerror", "onload", "srcdoc", "ontoggle")
    )
    page.close()


@pytest.mark.parametrize("text", [MARKUP, f"{MARKUP}\n\n{FIGURE}"], ids=["markup", "headline"])
def test_a_hostile_text_that_was_pasted_is_letters_in_the_form(desk: Page, text: str) -> None:
    page = desk
    page.get_by_role("textbox", name="Text of the article").fill(text)
    press(page, "Read it")
    region = page.get_by_role("region", name="Text of the article")
    assert region.evaluate("node => node.textContent") == text
    assert_letters(page, region)


def test_a_hostile_address_is_letters_in_its_refusal(desk: Page) -> None:
    page = desk
    page.get_by_text("From an address").click()
    wait_ready(page)
    page.get_by_role("textbox", name="Address of the article").fill(f"javascript:{MARKUP}")
    press(page, "Fetch it")
    assert_letters(page, page.get_by_test_id("stAlert"), "only addresses that begin with")
