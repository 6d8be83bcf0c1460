"""An article's text in the browser: shown letter by letter whatever it holds, figures marked."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from scripts import serve
from tests.browser.conftest import NARROW, WIDE
from tests.browser.served import Served
from tests.browser.watching import grave_findings, wait_ready

OpenTab = Callable[..., Page]

MARKUP = (
    "<script>window.hit = 1</script> <img src=x onerror='window.hit = 2'> [a](javascript:alert(1)) "
    "![p](https://elsewhere.example/p.png) $x^2$ :red[red] :material/home: **bold** `code` "
    "https://elsewhere.example/ &lt;b&gt; </div></template><style>body { display: none }</style>"
)
WORDING = "over 11,000 <b>troops</b> **$5$**"
TEXT = (
    f"# {MARKUP}\r\n\r\n> {WORDING}, it said; and {WORDING} again.\n"
    "| a | b |\n|---|---|\n\u202e reversed \u202c 한국 \U0001f600\n"
)


@pytest.fixture
def hostile(start_server: Callable[..., Served], tmp_path: Path) -> Served:
    """A server over tables and a text in which every piece of text is markup to somebody."""
    data, folder = tmp_path / "data", tmp_path / "texts"
    shutil.copytree(serve.ROOT / "data", data)
    folder.mkdir()
    (folder / "hostile.txt").write_bytes(TEXT.encode())
    _fill(
        data / "documents.csv",
        ("document_id", "seed-000"),
        title=MARKUP,
        outlet=f"Outlet {MARKUP}",
        agency=f"Agency {MARKUP}",
        url="https://a.example/)![p](https://elsewhere.example/p.png)<b>",
        file="hostile.txt",
    )
    _fill(
        data / "mentions.csv",
        ("mention_id", "m0324"),
        wording=WORDING,
        occurrence="2",
        claimant_text=MARKUP,
        relay=MARKUP,
        note=MARKUP,
    )
    return start_server({"MUSTER_DATA": str(data), "MUSTER_TEXTS": str(folder)})


def _fill(path: Path, row: tuple[str, str], **cells: str) -> None:
    """Overwrite cells of the row with this id."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    column, key = row
    for name, value in cells.items():
        table.loc[table[column] == key, name] = value
    table.to_csv(path, index=False)


def test_a_hostile_article_stays_text(hostile: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{hostile.address}/articles?article=seed-000&mention=m0324")
    text = page.get_by_role("region", name="Text of the article")
    shown = text.evaluate("node => node.textContent")
    assert shown == TEXT.replace("\r\n", "\n")
    assert text.locator("*").evaluate_all("nodes => nodes.map(n => n.tagName)") == ["MARK"]

    marks = text.locator("mark.chosen")
    assert marks.all_inner_texts() == [WORDING]
    before = marks.evaluate("node => node.previousSibling.textContent")
    assert before.endswith(f"{WORDING}, it said; and "), "the second of two equal places"

    article = page.locator(".st-key-one_article")
    title = article.get_by_role("heading", level=3)
    # An invisible joiner keeps Streamlit from making icons and links of the letters.
    assert title.inner_text().replace("\u2060", "") == MARKUP
    assert title.locator("a[href^=http], [role=img]").count() == 0
    expect(article.get_by_text(f"“{WORDING}”", exact=True).first).to_be_visible()
    assert page.evaluate("window.hit") is None
    assert article.locator("img, script, .katex").count() == 0
    links = article.get_by_role("link").evaluate_all("nodes => nodes.map(n => n.href)")
    assert links
    assert all(link.startswith(("https://a.example/", hostile.address)) for link in links)
    assert grave_findings(page) == []


def test_a_report_of_a_hostile_row_stays_text(hostile: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{hostile.address}/method?report=m0324")
    expect(page.get_by_test_id("stCode").first).to_contain_text(f"relay: {MARKUP} ->")
    assert page.evaluate("window.hit") is None


FURTHER = (
    "The NIS said that about 77 North Korean soldiers were wounded."
    " <img src=x onerror='window.hit = 3'>"
)


@pytest.fixture
def with_text(start_server: Callable[..., Served], tmp_path: Path) -> Served:
    """A server with a made text for the article seed-002, long enough to scroll."""
    filler = "A line of its own.\n" * 80
    (tmp_path / "002_7c06984ad44548c2.txt").write_text(
        f"{filler}Some 4,000 North Korean soldiers, of 12,000 deployed.\n{FURTHER}\n{filler}",
        encoding="utf-8",
    )
    return start_server({"MUSTER_TEXTS": str(tmp_path)})


def test_a_mention_is_marked_by_click_keyboard_and_link(
    with_text: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{with_text.address}/articles?article=seed-002&mention=m0333")
    text = page.get_by_role("region", name="Text of the article")
    chosen = text.locator("mark.chosen")
    assert chosen.all_inner_texts() == ["12,000 deployed"]
    assert text.evaluate("node => node.scrollTop") > 0, "the marked words are in sight"

    text.locator("mark").first.click()
    wait_ready(page)
    assert chosen.all_inner_texts() == ["4,000 North Korean soldiers"]
    assert "mention=m0332" in page.url
    chosen.click()
    wait_ready(page)
    assert chosen.count() == 0
    assert "mention" not in page.url

    page.get_by_role("combobox", name="Mention", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_ready(page)
    assert chosen.all_inner_texts() == ["4,000 North Korean soldiers"]
    expect(page.get_by_text("Not found in this text")).to_contain_text("[m0330]")
    page.reload()
    wait_ready(page)
    assert chosen.all_inner_texts() == ["4,000 North Korean soldiers"]


def test_what_the_extractor_finds_is_marked_apart(with_text: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{with_text.address}/articles?article=seed-002&mention=found 1")
    text = page.get_by_role("region", name="Text of the article")
    (found,) = text.locator("mark.faint").all()
    assert found.inner_text().startswith("about 77")
    assert found.get_attribute("title").startswith("Not in the ledger, 1. NIS: about 77")
    looks = (
        "node => [getComputedStyle(node).borderBottomStyle, getComputedStyle(node).outlineStyle]"
    )
    assert found.evaluate(looks) == ["dotted", "solid"], "chosen, and still not like the others"
    assert text.locator("mark").first.evaluate(looks)[0] == "solid"
    shown = page.locator(".st-key-found_figures")
    expect(shown.get_by_text("Found by the extractor, not in the ledger")).to_be_visible()
    expect(shown.get_by_role("table")).to_contain_text("about 77")
    assert shown.locator("img").count() == 0
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1440", "390"])
def test_an_article_shuts_no_reader_out_and_nothing_sticks_out(
    with_text: Served, open_tab: OpenTab, viewport: dict[str, int], scheme: str
) -> None:
    page = open_tab(
        f"{with_text.address}/articles?article=seed-002&mention=m0332&claim=cwzwtlko3ka",
        viewport=viewport,
        color_scheme=scheme,
    )
    assert grave_findings(page) == []
    inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner[0] <= inner[1]


def test_evidence_leads_to_a_report_in_a_tab_of_its_own(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/claims?seoul=NIS&casualties=killed&claim=cwzwtlko3ka")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Report an error").click()
    report = opened.value
    wait_ready(report)
    assert "/method?report=cwzwtlko3ka" in report.url
    first = report.get_by_role("heading", level=2).filter(has_text="How to report an error")
    expect(first).to_be_in_viewport()
    expect(report.get_by_test_id("stCode").first).to_contain_text("Claim cwzwtlko3ka: NIS")
    assert grave_findings(report) == []


def test_the_contents_lead_to_their_sections(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/method?seoul=NIS")
    heading = page.get_by_role("heading", name="Limits and gaps")
    expect(heading).not_to_be_in_viewport()
    page.get_by_role("link", name="Limits and gaps", exact=True).click()
    expect(heading).to_be_in_viewport()
    assert page.url.endswith("/method?seoul=NIS#limits-and-gaps")
