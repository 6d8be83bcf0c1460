"""The chart command: a file for each ending, and a plain word where it cannot be made."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from choreographer.browsers.chromium import Chromium

from analysis.__main__ import main


def made(tmp_path: Path, arguments: str, name: str) -> Path:
    target = tmp_path / name
    assert main(["chart", *arguments.split(), "-o", str(target)]) == 0
    return target


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_of_the_latest_by_source(tmp_path: Path) -> None:
    target = made(
        tmp_path, "killed --source nis --source ua_president --known-on 2025-12-31", "k.csv"
    )
    told = [(row["source"], row["low"], row["drawn"]) for row in rows(target)]
    assert told[0] == ("NIS", "2000", "mark")
    assert {row[2] for row in told[1:]} == {"earlier"}


def test_a_source_that_gives_no_figure_is_named(tmp_path: Path) -> None:
    target = made(
        tmp_path, "killed --source nis --source ua_president --known-on 2025-12-31", "k.json"
    )
    notes = json.loads(target.read_text(encoding="utf-8"))["notes"]
    assert "No figure to draw by Zelenskyy." in notes["Remarks"]
    assert notes["Data"].endswith("articles to 27 Feb 2026, as known on 31 Dec 2025")
    assert notes["This view"] == (
        "python -m analysis chart killed --source nis --source ua_president --known-on 2025-12-31"
    )


def test_over_time_holds_running_totals_until_a_scope_is_chosen(tmp_path: Path) -> None:
    totals = rows(made(tmp_path, "killed --view over-time", "t.csv"))
    assert {row["scope"] for row in totals} == {"total"}
    single = rows(made(tmp_path, "killed --view over-time --scope incident", "i.csv"))
    assert {row["scope"] for row in single} == {"incident"}


def test_waves_are_drawn_though_they_are_no_totals(tmp_path: Path) -> None:
    waves = rows(made(tmp_path, "sent_additional --view over-time", "w.csv"))
    assert {row["scope"] for row in waves} == {"increment"}


def test_html_and_excel_open(tmp_path: Path) -> None:
    page = made(tmp_path, "killed", "k.html").read_text(encoding="utf-8")
    assert "<h1>Reported killed: latest claim by each source</h1>" in page
    book = openpyxl.load_workbook(made(tmp_path, "shells", "s.xlsx"))
    assert book.sheetnames == ["Notes", "claims", "mentions"]


def test_the_address_given_stands_in_the_notes(tmp_path: Path) -> None:
    target = made(tmp_path, "killed --address https://example.org/?kind=killed", "k.json")
    notes = json.loads(target.read_text(encoding="utf-8"))["notes"]
    assert notes["This view"] == "https://example.org/?kind=killed"


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_a_picture_is_written(tmp_path: Path) -> None:
    svg = made(tmp_path, "killed --size slide", "k.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert 'width="1200"' in svg


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["killed", "-o", "k.docx"], "has to end with .svg, .png, .pdf, .html, .csv"),
        (["deserted", "-o", "k.csv"], "Nothing to draw: no source in this selection"),
        (["killed", "--source", "nobody", "-o", "k.csv"], "--source nobody: not in the tables"),
        (["killed", "-o", "/no/such/folder/k.csv"], "/no/such/folder/k.csv: cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["chart", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_without_a_browser_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MUSTER_CHROMIUM", raising=False)
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: None)
    target = tmp_path / "k.png"
    assert main(["chart", "killed", "-o", str(target)]) == 2
    assert "sudo apt install chromium" in capsys.readouterr().err
    assert not target.exists()


def test_units_and_items_have_charts_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """50 howitzers of 170 mm are not drawn on the scale of 160 guns of both kinds."""
    first = made(tmp_path, "artillery --view over-time", "a.json")
    document = json.loads(first.read_text(encoding="utf-8"))
    assert {claim["item"] for claim in document["claims"]} == {"guns and rocket launchers"}
    assert "On a scale of its own, not drawn here: " in document["notes"]["Remarks"]
    panel = "--view over-time --panel artillery_170_mm_howitzers"
    other = rows(made(tmp_path, f"artillery {panel}", "h.csv"))
    assert {row["item"] for row in other} == {"170 mm howitzers"}
    target = str(tmp_path / "x.csv")
    assert (
        main(["chart", "artillery", *["--view", "over-time", "--panel", "tanks"], "-o", target])
        == 2
    )
    assert "There are: artillery_guns_and_rocket_launchers, " in capsys.readouterr().err
