"""``python -m analysis check``: what it prints and how it ends."""

from pathlib import Path

import pytest

from analysis.__main__ import main


def test_the_shipped_data_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("no problems: 550 mentions from 129 articles, 26 claimants, 20 places")
    assert "articles to 2026-02-27" in out


def test_problems_are_printed_with_their_place(folder: Path, change, capsys) -> None:
    change("mentions", "m0003", low="six")
    change("locations", "kursk", latitude="north")
    assert main(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("mentions: line 4, m0003: low: no number (found 'six')")
    assert lines[1].startswith("locations: line 2, kursk: latitude: no number (found 'north')")
    assert lines[2] == "2 problems in locations, mentions"


def test_a_folder_that_is_not_there(tmp_path: Path, capsys) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_folder_without_a_package(tmp_path: Path, capsys) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "datapackage.json: the file is missing" in capsys.readouterr().out


def test_findings_are_listed_on_request(capsys) -> None:
    assert main(["check", "--sanity"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == f"sanity: {len(lines) - 2} findings"
    assert any(line.startswith("m0133: far_number:") and "j021" in line for line in lines)


def test_findings_wait_until_the_tables_are_whole(folder: Path, change, capsys) -> None:
    change("mentions", "m0003", low="six")
    assert main(["check", "--sanity", str(folder)]) == 1
    assert "sanity: not looked at" in capsys.readouterr().out
