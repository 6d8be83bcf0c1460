"""Pictures, opened again; and what is said where there is no browser."""

import io
import os
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from choreographer.browsers.chromium import Chromium

from analysis.commands.board import Chart
from analysis.errors import MusterError
from analysis.exports.pictures import NoBrowser, PictureFailed, Pictures, find_browser
from analysis.exports.print_figure import Print, Size, print_figure
from scripts import chromium

TEXT = "{http://www.w3.org/2000/svg}text"
# As in tests/browser: each starts a whole browser.
drawn_by_a_browser = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def pictures() -> Iterator[Pictures]:
    found = chromium.find(os.environ)
    if found is None:
        pytest.fail(chromium.ADVICE)
    with Pictures(str(found)) as opened:
        yield opened


def make(chart: Chart, size: Size) -> Print:
    return print_figure(chart.draw, chart.notes, chart.marked, size, chart.upright)


def words(text: str) -> str:
    return " ".join(text.split())


class TestDrawn:
    """What a browser drew."""

    pytestmark = drawn_by_a_browser

    @pytest.mark.parametrize(
        ("size", "pixels"), [(Size.SLIDE, (2400, 1350)), (Size.SQUARE, (2160, 2160))]
    )
    def test_png_has_twice_the_pixels_of_its_format(
        self, pictures: Pictures, killed: Chart, size: Size, pixels: tuple[int, int]
    ) -> None:
        png = pictures.picture(make(killed, size), "png")
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", png[16:24]) == pixels

    def test_svg_holds_every_text_as_text(self, pictures: Pictures, killed: Chart) -> None:
        svg = ET.parse(io.BytesIO(pictures.picture(make(killed, Size.SLIDE), "svg"))).getroot()
        assert (svg.get("width"), svg.get("height")) == ("1200", "675")
        text = words(" ".join("".join(element.itertext()) for element in svg.iter(TEXT)))
        assert killed.notes.title in text
        assert killed.notes.filters in text
        for source in ("NIS", "UA officials", "Unattributed", "Western officials"):
            assert source in text
        for label in ("≥ 6,000", "≈ 2,000", "≥ 1,000", "≈ 1,000", "thousands (2,000–9,999)"):
            assert label in text
        assert "As claimed, not verified." in text

    def test_pdf_is_one_page_of_the_format(self, pictures: Pictures, killed: Chart) -> None:
        pdf = pictures.picture(make(killed, Size.SLIDE), "pdf")
        assert pdf.startswith(b"%PDF-")
        # 1200 x 675 CSS pixels are 900 x 506.25 points, which Chrome rounds to its own grid.
        box = pdf.split(b"/MediaBox [")[1].split(b"]")[0].split()
        assert [round(float(side)) for side in box] == [0, 0, 900, 506]


def test_a_missing_browser_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: None)
    with pytest.raises(NoBrowser, match="sudo apt install chromium") as raised:
        find_browser({})
    assert isinstance(raised.value, MusterError)


def test_the_setting_goes_before_what_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: "/usr/bin/other")
    assert find_browser({"MUSTER_CHROMIUM": "/opt/mine"}) == "/opt/mine"
    assert find_browser({}) == "/usr/bin/other"


def test_a_browser_that_is_named_and_not_there_is_said() -> None:
    with (
        pytest.raises(NoBrowser, match="/no/such/chrome is not there"),
        Pictures("/no/such/chrome"),
    ):
        pass


def test_a_file_that_is_no_browser_is_said(tmp_path: Path) -> None:
    fake = tmp_path / "chrome"
    fake.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    fake.chmod(0o755)
    with pytest.raises(PictureFailed, match="could not be started"), Pictures(str(fake)):
        pass
