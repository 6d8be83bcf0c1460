"""What a reader downloads, opened: pictures, the offline page, tables, and no formula anywhere."""

import csv
import io
import json
import re
import shutil
import struct
from collections.abc import Callable
from html import unescape
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import BrowserContext, Download, Page

from analysis.exports.exhibit import PAGE_WIDTHS
from tests.browser.conftest import NARROW, WIDE
from tests.browser.served import Served
from tests.browser.watching import grave_findings, wait_ready

OpenTab = Callable[..., Page]

KILLED = "casualties?seoul=NIS&casualties=killed"
OFFLINE_PAGE = "HTML that works offline"
FORMULA = '=HYPERLINK("https://evil.example/","NIS")'


def open_box(page: Page, label: str = "Save or cite this chart") -> None:
    page.get_by_text(label).first.click()
    wait_ready(page)


def download(page: Page, button: str) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).first.click()
    return waiting.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def picture(page: Page, size: str, button: str) -> Download:
    page.locator(f"input[value={size}]").first.check()
    return download(page, button)


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def svg_text(data: bytes) -> str:
    """Everything written in a picture, piece by piece."""
    pieces = re.findall(r">([^<>]+)<", data.decode("utf-8"))
    return " ".join(unescape(" ".join(pieces)).replace("\xa0", " ").split())


@pytest.fixture
def killed(server: Served, open_tab: OpenTab) -> Page:
    """The NIS's figures of killed over time, with what can be saved of them."""
    page = open_tab(f"{server.address}/{KILLED}")
    open_box(page)
    return page


def test_pictures_have_the_size_of_their_format(killed: Page) -> None:
    assert png_size(content(picture(killed, "slide", "PNG"))) == (2400, 1350)
    assert png_size(content(picture(killed, "square", "PNG"))) == (2160, 2160)
    width, height = png_size(content(picture(killed, "page", "PNG")))
    assert width == 2000
    assert 800 < height < 2000


def test_an_svg_says_all_that_it_needs_to_stand_alone(killed: Page) -> None:
    saved = picture(killed, "slide", "SVG")
    assert saved.suggested_filename == "killed-over-time_nis_2026-02-27.svg"
    data = content(saved)
    assert b'width="1200"' in data[:400]
    assert b'height="675"' in data[:400]
    text = svg_text(data)
    for words in (
        "North Korean troops and arms in Russia",
        "Reported killed: statements over time",
        "NIS · killed · without incidents and increments",
        "≈ 2,000",
        "at least (≥): no upper limit given",
        "As claimed, not verified.",
        "Sources shown: NIS. 4 claims, 29 mentions in 18 articles of 16 outlets.",
        "Muster 0.1.0, articles to 27 Feb 2026 · CC BY 4.0",
        killed.url,
    ):
        assert words in text, f"{words!r} not in {text!r}"


def test_a_picture_tells_the_view_that_the_reader_chose(server: Served, open_tab: OpenTab) -> None:
    """Sources that are silent are named, the day of the board stands in name and picture, and the
    address is the one that the reader's own clicks made."""
    page = open_tab(f"{server.address}/?seoul=NIS&known_on=2025-12-31")
    page.get_by_test_id("stSidebar").get_by_role("button", name="Zelenskyy", exact=True).click()
    wait_ready(page)
    assert "kyiv=Zelenskyy" in page.url
    page.get_by_text("Save or cite this chart").nth(2).click()
    wait_ready(page)
    saved = picture(page, "page", "SVG")
    assert saved.suggested_filename == "killed-by-source_nis-zelenskyy_2025-12-31.svg"
    text = svg_text(content(saved))
    assert "as known on 31 Dec 2025" in text
    assert "No figure to draw by Zelenskyy." in text
    assert page.url in text


def test_pictures_are_drawn_where_the_page_left_no_plotly(killed: Page) -> None:
    """On a page without a chart, or if Streamlit keeps it to itself, the answer brings its own."""
    killed.evaluate("delete window.Plotly")
    assert killed.evaluate("window.Plotly === undefined")
    assert png_size(content(picture(killed, "slide", "PNG"))) == (2400, 1350)
    brought = killed.evaluate("window.Plotly.version")
    again = svg_text(content(picture(killed, "slide", "SVG")))
    assert "Reported killed: statements over time" in again
    assert killed.evaluate("window.Plotly.version") == brought


def test_the_offline_page_draws_its_chart_with_the_network_off(
    killed: Page, tmp_path: Path, new_context: Callable[..., BrowserContext]
) -> None:
    target = tmp_path / "chart.html"
    download(killed, OFFLINE_PAGE).save_as(target)
    for viewport, width in ((WIDE, PAGE_WIDTHS[-1]), (NARROW, PAGE_WIDTHS[0])):
        tab = new_context(offline=True, viewport=viewport).new_page()
        tab.goto(target.as_uri())
        tab.wait_for_selector(".js-plotly-plot .main-svg")
        chart = tab.locator(".js-plotly-plot .main-svg").first
        assert chart.evaluate("node => node.clientWidth") == width
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert tab.evaluate(overflow) == 0
        assert "≈ 2,000" in tab.inner_text("#chart")
        assert "As claimed, not verified." in tab.inner_text("body")
        assert killed.url in tab.inner_text("body")
        assert grave_findings(tab) == []


def test_the_csv_holds_the_rows_of_the_tables(killed: Page, project: Path) -> None:
    """Against the tables as they are shipped, by pandas alone."""
    rows = list(csv.DictReader(io.StringIO(content(download(killed, "CSV")).decode("utf-8"))))
    mentions = pd.read_csv(project / "data/mentions.csv", dtype=str, keep_default_na=False)
    own = mentions[
        (mentions["claimant"] == "nis")
        & (mentions["claim_type"] == "killed")
        & (mentions["scope"] == "total")
    ]
    assert sum(int(row["mentions"]) for row in rows) == len(own)
    assert {row["low"] for row in rows} == set(own["low"]) == {"100", "300", "600", "2000"}
    assert [row["said_on"] for row in rows] == ["2024-12", "2025-01-13", "2025-04-30", "2025-09-02"]
    assert [row["bound"] for row in rows] == ["at_least", "about", "about", "about"]
    assert [row["high"] for row in rows] == ["", "300", "600", "2000"]


def test_excel_and_json_keep_partial_dates_and_open_ends(killed: Page, project: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(download(killed, "Excel"))))
    assert book.sheetnames == ["Notes", "claims", "mentions"]
    head, *rows = book["claims"].iter_rows(values_only=True)
    claims = [dict(zip(head, row, strict=True)) for row in rows]
    assert claims[0]["said_on"] == "2024-12", "a month stays a month"
    assert (claims[0]["low"], claims[0]["high"]) == (100, None), "at least 100 has no upper end"
    notes = dict(book["Notes"].iter_rows(min_row=1, max_row=8, max_col=2, values_only=True))
    assert notes["Shown"] == "NIS · killed · without incidents and increments"
    assert notes["Standing"] == "As claimed, not verified."

    document = json.loads(content(download(killed, "JSON")))
    assert document["notes"]["This view"] == killed.url
    assert document["claims"][0]["high"] is None
    assert len(document["mentions"]) == sum(claim["mentions"] for claim in document["claims"])


def test_the_whole_ledger_is_saved_not_only_what_is_in_sight(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/claims?incidents=true")
    open_box(page, "Save or cite this table")
    saved = download(page, "CSV")
    assert saved.suggested_filename == "claims_2026-02-27.csv"
    rows = list(csv.DictReader(io.StringIO(content(saved).decode("utf-8"))))
    assert len(rows) == len({row["claim_id"] for row in rows}) == 304


@pytest.mark.parametrize(
    ("path", "charts", "tables"), [("?casualties=killed", 1, 3), ("casualties?show=Shares", 2, 0)]
)
def test_every_button_saves_what_its_name_says(
    server: Served, open_tab: OpenTab, path: str, charts: int, tables: int
) -> None:
    page = open_tab(f"{server.address}/{path}")
    boxes = page.get_by_text(re.compile("^Save or cite this"))
    assert boxes.count() == charts + tables
    for number in range(boxes.count()):
        boxes.nth(number).click()
        wait_ready(page)
    begins = {"SVG": b"<svg", OFFLINE_PAGE: b"<!DOCTYPE html>", "Excel": b"PK", "JSON": b"{"}
    for button, first in {**begins, "CSV": b""}.items():
        places = charts if button in {"SVG", OFFLINE_PAGE} else charts + tables
        found = page.get_by_role("button", name=button, exact=True)
        assert found.count() == places
        names = set()
        for number in range(places):
            with page.expect_download() as waiting:
                found.nth(number).click()
            data = content(waiting.value)
            assert data.startswith(first)
            assert len(data) > 100
            names.add(waiting.value.suggested_filename)
        assert len(names) == places, "no two of a page's files have one name"


def test_no_cell_is_a_formula_whoever_writes_the_file(
    start_server: Callable[..., Served], open_tab: OpenTab, project: Path, tmp_path: Path
) -> None:
    """Streamlit's own button over a table too."""
    folder = tmp_path / "data"
    shutil.copytree(project / "data", folder)
    claimants = pd.read_csv(folder / "claimants.csv", dtype=str, keep_default_na=False)
    claimants.loc[claimants["claimant"] == "nis", "short_name"] = FORMULA
    claimants.to_csv(folder / "claimants.csv", index=False)
    page = open_tab(f"{start_server({'MUSTER_DATA': str(folder)}).address}/claims?search=nis")
    open_box(page, "Save or cite this table")
    page.get_by_test_id("stDataFrame").hover()
    # Otherwise its button opens a dialog of the system's, which no test can answer.
    page.evaluate("window.showSaveFilePicker = undefined")
    streamlits_own = "Download as CSV: The ledger: one row for each claim"
    for saved in (download(page, streamlits_own), download(page, "CSV")):
        rows = list(csv.reader(io.StringIO(content(saved).decode("utf-8-sig"))))
        cells = [cell for row in rows for cell in row]
        assert any(cell == f"'{FORMULA}" for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
    book = openpyxl.load_workbook(io.BytesIO(content(download(page, "Excel"))))
    shown = {cell.data_type for row in book["claims"].iter_rows() for cell in row}
    assert "f" not in shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_opened_box_can_be_used_by_everybody(
    server: Served, open_tab: OpenTab, scheme: str
) -> None:
    page = open_tab(f"{server.address}/{KILLED}", color_scheme=scheme)
    open_box(page)
    assert grave_findings(page) == []
    page.get_by_role("button", name="SVG", exact=True).focus()
    with page.expect_download():
        page.keyboard.press("Enter")
