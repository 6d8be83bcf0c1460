"""The listing commands, run as a reader of the README would run them."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.estimates import CLAIM_COLUMNS


def printed(capsys: pytest.CaptureFixture[str], command: str) -> str:
    assert main(command.split()) == 0
    return capsys.readouterr().out


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_claims_have_the_documented_columns_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "claims --format csv")
    assert text.splitlines()[0].split(",") == list(CLAIM_COLUMNS)


def test_nis_killed_as_known_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(
        capsys,
        "claims --source nis --kind killed --scope total --known-on 2025-02-01 --format csv",
    )
    first, second = rows(text)
    assert (first["bound"], first["low"], first["high"]) == ("at_least", "100", "")
    assert (second["bound"], second["low"], second["said_on"]) == ("about", "300", "2025-01-13")
    assert first["superseded_by"] == second["claim_id"]
    assert second["superseded_by"] == ""


def test_in_force_leaves_the_revised_out(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(
        capsys, "claims --source nis --kind killed --scope total --in-force --format csv"
    )
    assert [(row["low"], row["said_on"]) for row in rows(text)] == [("2000", "2025-09-02")]


def test_json_keeps_open_bounds_open(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "claims --source uk_mod --kind casualties --scope total --format json")
    claims = json.loads(text)
    assert [(c["bound"], c["low"], c["high"]) for c in claims] == [
        ("more_than", 5000, None),
        ("more_than", 6000, None),
    ]


def test_a_note_that_begins_like_a_formula_is_disarmed(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(project / "data", folder)
    table = (folder / "mentions.csv").read_text(encoding="utf-8")
    spoilt = table.replace("outlet's own voice", "=1+1", 1)
    (folder / "mentions.csv").write_text(spoilt, encoding="utf-8", newline="")
    text = printed(capsys, f"mentions --source unattributed --format csv --data {folder}")
    assert "'=1+1" in {row["note"] for row in rows(text)}


def test_partial_days_stay_partial(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "claims --source ua_officials --kind killed --scope total --format csv")
    # The first is the joint claim of US, South Korean and Ukrainian officials.
    assert [row["said_on"] for row in rows(text)] == ["2025-08-22", "2026-02"]


def test_a_share_names_its_base(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "claims --source uk_mod --scope share --format csv")
    assert {row["item"] for row in rows(text)} == {"share of casualties", "share of force sent"}


def test_mentions_lead_back_to_the_printed_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "mentions --source uk_mod --kind casualties --scope total --format csv")
    told = {row["mention_id"]: (row["wording"], row["bound"], row["drift"]) for row in rows(text)}
    assert told["m0394"] == ("6,000 North Korean Casualties", "exact", "bound")
    assert told["m0398"] == ("lost over 6,000 troops", "more_than", "")


def test_the_table_is_for_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "claims --source ru_kremlin")
    assert "ru_kremlin" in text
    assert "nan" not in text.lower()


def test_a_file_is_written_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "nis.csv"
    text = printed(capsys, f"claims --source nis --format csv -o {target}")
    found = rows(target.read_text(encoding="utf-8"))
    assert text == f"{target}: {len(found)} rows\n"
    assert {row["claimant"] for row in found} == {"nis"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--source", "nobody"], "--source nobody: not in the tables. There are: dprk"),
        (["--place", "atlantis"], "--place atlantis: not in the tables"),
        (["--data", "/no/such/folder"], "cannot be used"),
        (["-o", "/no/such/folder/x.csv"], "/no/such/folder/x.csv: cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["claims", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [("--known-on", "2025-13", "month must be in 1..12"), ("--kind", "eaten", "invalid choice")],
)
def test_a_wrong_value_is_refused_with_the_reason(
    capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["claims", option, value])
    assert refused.value.code == 2
    assert message in capsys.readouterr().err


def test_the_module_runs(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "claims", "--source", "nis", "--format", "csv"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("claim_id,claimant")
