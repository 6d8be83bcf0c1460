"""Rules that stop at facts which look wrong, and the page that answers each of them."""

import re
from pathlib import Path

import pytest

from analysis.ledger import Ledger, load
from analysis.ledger.sanity import RULES, findings

PAGE = Path(__file__).resolve().parents[2] / "docs" / "findings.md"

IDS = re.compile(r"\b([mj])(\d{3,4})\b(?: to \1(\d{3,4})\b)?")


def named_ids(text: str) -> set[str]:
    """List the ids named in a text, "m0408 to m0410" spelled out."""
    found = set()
    for letter, first, last in IDS.findall(text):
        numbers = range(int(first), int(last or first) + 1)
        found |= {f"{letter}{number:0{len(first)}}" for number in numbers}
    return found


def flagged(ledger: Ledger, rule: str) -> set[str]:
    return {finding.mention_id for finding in findings(ledger, [rule])}


def test_every_finding_is_discussed(shipped: Ledger) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert {f.mention_id for f in findings(shipped)} - named_ids(page) == set()
    assert {f.rule for f in findings(shipped)} <= set(re.findall(r"`([a-z_]+)`", page))


def test_the_page_names_only_rows_that_exist(shipped: Ledger) -> None:
    known = set(shipped.mentions["mention_id"]) | set(shipped.judgements["judgement_id"])
    assert named_ids(PAGE.read_text(encoding="utf-8")) <= known


def test_judgements_beyond_the_coded_ones_are_on_the_page(shipped: Ledger) -> None:
    ours = shipped.judgements.iloc[18:]
    named = named_ids(PAGE.read_text(encoding="utf-8"))
    assert set(ours["judgement_id"]) <= named
    assert set(ours["mention_id"]) <= named


def test_slips_that_the_codebook_knows_are_found(shipped: Ledger) -> None:
    assert "m0080" in flagged(shipped, "jump_within_days")
    assert "m0133" in flagged(shipped, "far_number")
    assert flagged(shipped, "period_begins_late") == {"m0020", "m0021"}
    assert flagged(shipped, "killed_and_casualties") == {"m0263", "m0332", "m0532"}
    assert flagged(shipped, "losses_in_ukraine") == {"m0193", "m0194", "m0475", "m0491"}


def test_judgements_are_shown_with_what_they_settle(shipped: Ledger) -> None:
    by_mention = {f.mention_id: f.judgements for f in findings(shipped)}
    assert by_mention["m0133"] == ("j021", "j022", "j023")
    assert by_mention["m0332"] == ()


# (rule, mention changed, its new cells, mentions that the rule must then stop at)
CASES = [
    # NIS, 30 April 2025: about 600 killed and more than 4,000 wounded, 4,700 casualties.
    ("parts_and_whole", "m0366", {"low": "9000"}, {"m0368", "m0375", "m0376"}),
    ("parts_and_whole", "m0368", {"low": "900", "high": "900"}, {"m0368"}),
    # The State Department, 31 October 2024: 10,000 sent, 8,000 of them in Kursk.
    ("present_above_sent", "m0083", {"low": "20000", "high": "20000"}, {"m0083"}),
    ("share_without_base", "m0395", {"share_of": "army"}, {"m0395"}),
    ("event_after_said", "m0368", {"event_from": "2025-05", "event_to": "2025-05"}, {"m0368"}),
    ("period_before_first_troops", "m0368", {"event_from": "2024-04"}, {"m0368"}),
    ("far_number", "m0368", {"low": "470000", "high": "470000"}, {"m0368"}),
    ("falling_total", "m0376", {"low": "700", "high": "700"}, {"m0376"}),
    (
        "jump_within_days",
        "m0345",
        {"stated_on": "2025-03-25", "low": "2000", "high": "2000"},
        {"m0351"},
    ),
    ("losses_in_ukraine", "m0366", {"location": "ukraine", "location_role": "at"}, {"m0366"}),
    ("scope_against_kind", "m0367", {"scope": "increment"}, {"m0367"}),
    ("planned_as_sent", "m0476", {"low": "15000", "high": "15000"}, {"m0476"}),
    ("relay_unlisted", "m0365", {"relay": "Yonhap;Yonhap Infomax"}, {"m0365"}),
    ("several_populations", "m0365", {"population": "officers"}, {"m0365"}),
    ("several_items", "m0199", {"item": "cruise missiles"}, {"m0199"}),
    ("killed_and_casualties", "m0365", {"claim_type": "casualties"}, {"m0365"}),
    ("echo_under_other_kind", "m0365", {"claim_type": "casualties"}, {"m0372"}),
    ("killed_above_casualties", "m0257", {"low": "9000", "high": "9000"}, {"m0257"}),
    ("period_begins_late", "m0386", {"event_from": "2025-03"}, {"m0386"}),
]


@pytest.mark.parametrize(("rule", "mention", "cells", "expected"), CASES)
def test_each_rule_stops_at_a_slip(
    rule: str, mention: str, cells: dict[str, str], expected: set[str], folder: Path, change,
    shipped: Ledger,
) -> None:  # fmt: skip
    assert not expected & flagged(shipped, rule)
    change("mentions", mention, **cells)
    ledger = load(folder)
    assert ledger.problems == ()
    assert expected <= flagged(ledger, rule)


def test_every_rule_is_tried() -> None:
    assert {case[0] for case in CASES} == set(RULES)
