"""The report: every file that the index names is there, and the index opens offline."""

import re
from html import unescape
from pathlib import Path

import pytest
from choreographer.browsers.chromium import Chromium

from analysis.__main__ import main

FILES = re.compile(r'(?:href|src)="([^"#]+)"')


def named(index: Path) -> set[str]:
    found = FILES.findall(index.read_text(encoding="utf-8"))
    return {unescape(name) for name in found if not name.startswith("https://")}


def test_the_index_names_every_file_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "report"
    assert main(["report", "--kind", "killed", "--no-pictures", "-o", str(folder)]) == 0
    assert "1 of 7: Reported killed: latest claim by each source" in capsys.readouterr().err
    there = {path.name for path in folder.iterdir()}
    assert named(folder / "index.html") | {"index.html", "plotly.min.js"} == there
    assert "killed-by-source_2026-02-27.csv" in there
    assert "killed-single-incidents-over-time_2026-02-27.xlsx" in there
    assert "killed-as-share-of-casualties_2026-02-27.csv" in there
    assert "killed-stated-shares_2026-02-27.json" in there
    assert "map_2026-02-27.csv" in there
    assert not [name for name in there if name.endswith((".svg", ".png"))]


def test_pages_of_a_report_share_one_script(tmp_path: Path) -> None:
    assert main(["report", "--kind", "captured", "--no-pictures", "-o", str(tmp_path)]) == 0
    page = (tmp_path / "captured-by-source_2026-02-27.html").read_text(encoding="utf-8")
    assert '<script src="plotly.min.js"></script>' in page
    assert len(page) < 100_000


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_pictures_stand_in_the_index(tmp_path: Path) -> None:
    assert main(["report", "--kind", "withdrawn", "-o", str(tmp_path)]) == 0
    assert "withdrawn-by-source_2026-02-27.svg" in named(tmp_path / "index.html")
    assert (tmp_path / "withdrawn-by-source_2026-02-27.png").read_bytes().startswith(b"\x89PNG")


def test_without_a_browser_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MUSTER_CHROMIUM", raising=False)
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: None)
    folder = tmp_path / "report"
    assert main(["report", "-o", str(folder)]) == 2
    assert "sudo apt install chromium" in capsys.readouterr().err
    assert not folder.exists()
