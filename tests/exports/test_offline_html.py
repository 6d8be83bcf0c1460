"""The page of HTML: complete, escaped, and asking nobody for anything."""

import os
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from analysis.commands.board import Chart
from analysis.exports.notes import Edition, Notes
from analysis.exports.offline_html import html_table, offline_page
from analysis.exports.reading_table import reading_table
from analysis.figures.legend import bound_legend
from analysis.figures.look import Look
from scripts import chromium

LOADS = {"src", "srcset", "poster", "data", "background", "action", "formaction", "manifest"}


class Reader(HTMLParser):
    """Collects what a page would load, its links, its scripts, its texts and its table's cells."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.rows: list[list[str]] = []
        self.text: list[str] = []
        self.scripts = 0
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = tag
        self.scripts += tag == "script"
        self.loads += [f"{tag} {name}" for name, _ in attrs if name in LOADS]
        self.loads += [tag] if tag in {"link", "iframe", "object", "embed"} else []
        self.links += [value or "" for name, value in attrs if (tag, name) == ("a", "href")]
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in {"td", "th"}:
            self.rows[-1][-1] += data
        if self._in not in {"script", "style"}:
            self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.fixture(scope="module")
def page(killed: Chart) -> str:
    return offline_page(
        [killed.draw(Look(width=width)) for width in (320, 1000)],
        killed.notes,
        reading_table(killed.rows),
        bound_legend(killed.marked),
    )


def test_nothing_is_loaded_and_plotly_stands_in_it_once(page: str) -> None:
    reader = read(page)
    assert reader.loads == []
    assert "@import" not in page.split("<script>")[0]
    assert reader.scripts == 2
    assert reader.links == ["https://creativecommons.org/licenses/by/4.0/"]
    assert "default-src 'none'" in page


def test_title_notes_and_citation_stand_in_it(page: str, killed: Chart) -> None:
    text = " ".join(" ".join(read(page).text).split())
    assert killed.notes.title in text
    assert killed.notes.filters in text
    assert "As claimed, not verified." in text
    assert "How to read the marks." in text
    assert "The Muster contributors. Reported killed: latest claim by each source" in text
    assert "@misc{muster_reported-killed-latest-claim-by_2026-02-27," in text


def test_the_table_beneath_holds_the_claims_drawn(page: str, killed: Chart) -> None:
    head, *rows = read(page).rows
    assert head[:4] == ["Source", "Figure", "Counted", "Said"]
    assert [row[-1] for row in rows] == list(killed.rows["claim_id"])
    officials = next(row for row in rows if row[0] == "UA officials")
    assert officials[1:4] == ["≥ 6,000", "soldiers killed", "Feb 2026"]


def test_texts_cannot_become_markup(killed: Chart) -> None:
    evil = "</script><script>alert(1)</script>"
    notes = Notes(evil, evil, (evil,), evil, Edition(evil, "2026-02-27"), address=evil)
    table = reading_table(killed.rows).assign(Source=evil)
    figure = killed.draw(Look(width=1000))
    figure.add_annotation(text=evil)
    made = offline_page([figure], notes, table, evil)
    assert evil not in made
    assert read(made).scripts == 2


def test_an_empty_table_says_so(killed: Chart) -> None:
    assert "no rows" not in html_table(reading_table(killed.rows), "T")
    assert "T: 0 rows" in html_table(reading_table(killed.rows.iloc[:0]), "T")
    assert "T: 1 row<" in html_table(reading_table(killed.rows.iloc[:1]), "T")


def test_rows_left_to_other_files_are_counted(killed: Chart) -> None:
    table = reading_table(killed.rows.iloc[:2])
    assert "T: 2 rows; 1,234 more in CSV and Excel" in html_table(table, "T", more_rows=1234)


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_it_opens_without_a_network(page: str, tmp_path: Path) -> None:
    target = tmp_path / "chart.html"
    target.write_text(page, encoding="utf-8")
    found = chromium.find(os.environ)
    assert found is not None, chromium.ADVICE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        tab = browser.new_context(offline=True).new_page()
        noted: list[str] = []
        tab.on("pageerror", lambda error: noted.append(str(error)))
        tab.on("console", lambda message: noted.append(message.text))
        tab.on("request", lambda request: noted.append(request.url))
        tab.goto(target.as_uri())
        tab.wait_for_selector(".js-plotly-plot .scatterlayer")
        assert "NIS" in tab.inner_text("#chart")
        browser.close()
    assert noted == [target.as_uri()]
