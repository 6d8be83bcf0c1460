"""Shares on the command line: whose of whose, in which kind, and what cannot be divided."""

import csv
import json
from pathlib import Path

import pytest

from analysis.__main__ import main


def rows(tmp_path: Path, arguments: str) -> list[dict[str, str]]:
    target = tmp_path / "shares.csv"
    assert main(["chart", *arguments.split(), "-o", str(target)]) == 0
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_killed_of_casualties_by_the_nis_in_may_2025(tmp_path: Path) -> None:
    """About 600 of about 4,700, both said on 30 April 2025: about 13 %."""
    (row,) = rows(tmp_path, "killed --view shares --source nis --known-on 2025-05-01")
    assert (row["source"], row["share"], row["days_apart"]) == ("NIS", "about 13 %", "0")
    assert row["part"] == "≈ 600 (30 Apr 2025)"
    assert row["whole"] == "of NIS, ≈ 4,700 (30 Apr 2025)"
    assert float(row["low_percent"]) == pytest.approx(100 * 600 / 4700)


def test_the_whole_can_be_of_another_kind_and_source(tmp_path: Path) -> None:
    (row,) = rows(
        tmp_path,
        "killed --view shares --whole sent_total --whole-source ua_gur --source nis",
    )
    assert row["whole"].startswith("of HUR, ")


def test_percentages_that_sources_gave_stay_as_stated(tmp_path: Path) -> None:
    found = rows(tmp_path, "killed --view stated-shares")
    assert {(row["source"], row["bound"], row["low"], row["share_of"]) for row in found} == {
        ("Zelenskyy", "exact", "66.7", "casualties"),
        ("UK MoD", "about", "33.3", "casualties"),
        ("Unattributed", "about", "50", "force sent"),
    }


def test_the_notes_say_what_has_no_whole_and_how_to_come_back(tmp_path: Path) -> None:
    target = tmp_path / "shares.json"
    assert main(["chart", "killed", "--view", "shares", "-o", str(target)]) == 0
    document = json.loads(target.read_text(encoding="utf-8"))
    assert list(document) == ["notes", "columns", "shares", "claims", "mentions"]
    assert "No whole to divide by: UA officials, " in document["notes"]["Remarks"]
    assert document["notes"]["This view"] == (
        "python -m analysis chart killed --view shares --whole casualties"
    )
    assert all(document["columns"]["shares"].values()), "every column is explained"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("shells --view shares", "shares are taken of killed, wounded, casualties, not of shells"),
        ("casualties --view shares --whole casualties", "Part and whole are the same figure"),
        ("killed --view shares --whole-source nobody", "--whole-source nobody: not in the tables"),
        ("killed --whole casualties", "--whole belongs to --view shares, not to now"),
    ],
)
def test_what_cannot_be_divided_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: str, message: str
) -> None:
    assert main(["chart", *arguments.split(), "-o", str(tmp_path / "k.csv")]) == 2
    assert message in capsys.readouterr().err
