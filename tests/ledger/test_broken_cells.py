"""One cell of the shipped tables broken at a time: exactly that problem, at that place."""

from pathlib import Path

import pytest

from analysis.ledger import BrokenTable, load

# (table, key of the row, column changed, new value, column blamed, part of the reason)
CASES = [
    # cells
    ("mentions", "m0003", "low", "6,000", "low", "no number"),
    ("mentions", "m0003", "low", "nan", "low", "no number"),
    ("mentions", "m0003", "low", "inf", "low", "no number"),
    ("mentions", "m0003", "high", "1e400", "high", "no number"),
    ("mentions", "m0004", "low", "9" * 20, "low", "no number"),
    ("mentions", "m0004", "low", "-20", "low", "below 0"),
    ("mentions", "m0004", "occurrence", "0", "occurrence", "below 1"),
    ("mentions", "m0004", "occurrence", "1.5", "occurrence", "no whole number"),
    ("mentions", "m0004", "wording", "", "wording", "empty"),
    ("mentions", "m0004", "part", "lead", "part", "no allowed value"),
    ("mentions", "m0004", "bound", "over", "bound", "no allowed value"),
    ("mentions", "m0004", "modality", "", "modality", "empty"),
    ("mentions", "m0004", "note", "two\nlines", "note", "line break"),
    ("mentions", "m0004", "relay", " Kyiv Post", "relay", "blanks"),
    ("mentions", "m0548", "event_from", "2026-13", "event_from", "no date"),
    ("mentions", "m0548", "event_from", "2025-02-30", "event_from", "no date"),
    ("mentions", "m0548", "stated_on", "27 Feb 2026", "stated_on", "no date"),
    ("mentions", "m0548", "mention_id", "548", "mention_id", "not of the form"),
    ("documents", "seed-004", "published_on", "18.10.2024", "published_on", "no date"),
    ("documents", "seed-004", "url", "javascript:alert(1)", "url", "not of the form"),
    ("documents", "seed-004", "copy_url", "www.example.org", "copy_url", "not of the form"),
    ("documents", "seed-004", "language", "English", "language", "not of the form"),
    ("claimants", "nis", "bloc", "seul", "bloc", "no allowed value"),
    ("claimants", "unattributed", "short_name", "Zelenskyy", "short_name", "stands above already"),
    ("locations", "kursk", "latitude", "517.304", "latitude", "above 90"),
    ("locations", "kursk", "longitude", "-361", "longitude", "below -180"),
    ("locations", "kursk", "radius_km", "-1", "radius_km", "below 0"),
    ("claim_types", "wounded", "label", "killed", "label", "stands above already"),
    ("claim_types", "killed", "page", "dead", "page", "no allowed value"),
    ("stances", "t01", "stance", "shrugs", "stance", "no allowed value"),
    ("judgements", "j001", "reason", "", "reason", "empty"),
    ("judgements", "j001", "judgement", "ignore", "judgement", "no allowed value"),
    # keys
    ("mentions", "m0548", "mention_id", "m0547", "mention_id", "stands above already"),
    ("mentions", "m0002", "occurrence", "1", "occurrence", "stand in a row above"),
    ("mentions", "m0548", "document_id", "nowhere", "document_id", "no such row"),
    ("mentions", "m0548", "claimant", "somebody", "claimant", "no such row"),
    ("mentions", "m0548", "co_claimants", "nis;somebody", "co_claimants", "no such row"),
    ("mentions", "m0548", "claim_type", "dead", "claim_type", "no such row"),
    ("mentions", "m0001", "location", "atlantis", "location", "no such row"),
    ("sightings", "s01", "location", "atlantis", "location", "no such row"),
    ("movements", "v01", "from_location", "atlantis", "from_location", "no such row"),
    ("movements", "v01", "mention_id", "m9999", "mention_id", "no such row"),
    ("stances", "t01", "claimant", "somebody", "claimant", "no such row"),
    ("judgements", "j001", "mention_id", "m9999", "mention_id", "no such row"),
    ("shared_intelligence", "rok_mnd", "claimant_b", "x", "claimant_b", "no such row"),
    # bounds against ends
    ("mentions", "m0003", "high", "7", "high", "same number"),
    ("mentions", "m0003", "low", "", "low", "needs a low end"),
    ("mentions", "m0003", "high", "", "high", "needs a high end"),
    ("mentions", "m0004", "high", "30", "high", "have no high end"),
    ("mentions", "m0004", "low", "", "low", "needs a low end"),
    ("mentions", "m0017", "low", "9000", "low", "have no low end"),
    ("mentions", "m0017", "high", "", "high", "needs a high end"),
    ("mentions", "m0101", "low", "13000", "high", "below its high end"),
    ("mentions", "m0101", "low", "12000", "high", "below its high end"),
    ("mentions", "m0101", "high", "", "high", "needs a high end"),
    ("mentions", "m0022", "high", "1000", "high", "no word of number"),
    ("mentions", "m0211", "low", "101", "low", "percentage above 100"),
    # cells of one row against each other
    ("mentions", "m0211", "share_of", "", "share_of", "a share of what"),
    ("mentions", "m0003", "share_of", "force sent", "share_of", "the scope is no share"),
    ("mentions", "m0211", "unit", "people", "unit", "counted in percent"),
    ("mentions", "m0003", "unit", "percent", "unit", "counted in percent"),
    ("mentions", "m0190", "item", "", "item", "need their item"),
    ("mentions", "m0001", "location_role", "", "location_role", "go together"),
    ("mentions", "m0007", "location_role", "at", "location_role", "go together"),
    ("mentions", "m0009", "stated_on", "2024-10-15", "stated_on", "nobody is named"),
    ("mentions", "m0548", "co_claimants", "ua_officials", "co_claimants", "named twice"),
    ("mentions", "m0357", "co_claimants", "think_tank;think_tank", "co_claimants", "named twice"),
    ("mentions", "m0015", "event_from", "2024-11", "event_to", "certainly after event_to"),
    ("mentions", "m0015", "stated_on", "2024-10-19", "stated_on", "after the article"),
    ("movements", "v01", "event_to", "2024-10-07", "event_to", "certainly after event_to"),
    ("movements", "v01", "stated_on", "2024-11", "stated_on", "after the article"),
    ("movements", "v02", "from_location", "", "to_location", "neither end"),
    ("stances", "t01", "stated_on", "2025-03-01", "stated_on", "after the article"),
    ("locations", "kursk", "longitude", "", "longitude", "go together"),
    ("locations", "russia", "radius_km", "10", "radius_km", "without a point"),
    ("locations", "kursk", "label_dx", "", "label_dy", "needs both of its parts"),
    ("locations", "kursk", "label_dy", "", "label_dy", "needs both of its parts"),
    ("shared_intelligence", "rok_mnd", "claimant_b", "rok_mnd", "claimant_b", "with itself"),
    ("relays", "Yonhap", "kind", "wire", "kind", "no allowed value"),
    ("relays", "Yonhap", "relay", "", "relay", "empty"),
    ("relays", "Yonhap", "spelling", "Reuters", "spelling", "stands above already"),
    ("relays", "Yonhap", "spelling", "Yonhap;Reuters", "spelling", "a semicolon"),
    ("relays", "Yonhap News Agency", "kind", "outlet", "kind", "of another kind"),
    # judgements
    ("judgements", "j001", "value", "somebody", "value", "no such claimant"),
    ("judgements", "j001", "field", "claimant", "field", "only corrections"),
    ("judgements", "j024", "field", "wording", "field", "no column to correct"),
    ("judgements", "j024", "field", "", "field", "no column to correct"),
    ("judgements", "j024", "value", "2023-8", "value", "no date"),
    ("judgements", "j024", "value", "2024-11", "value", "certainly after event_to"),
    ("judgements", "j021", "value", "rockets", "value", "no such row"),
    ("judgements", "j044", "value", "m9999", "value", "no such mention"),
    ("judgements", "j044", "value", "m0249", "value", "set against itself"),
    ("judgements", "j046", "value", "m0060", "value", "itself merged elsewhere"),
    ("judgements", "j051", "mention_id", "m0007", "mention_id", "judged in a row above"),
]


@pytest.mark.parametrize(
    ("table", "key", "column", "value", "blamed", "reason"),
    CASES,
    ids=[f"{case[0]}-{case[1]}-{case[2]}-{case[5]}" for case in CASES],
)
def test_one_broken_cell_is_one_problem(
    table: str, key: str, column: str, value: str, blamed: str, reason: str, folder: Path, change
) -> None:
    line = change(table, key, **{column: value})
    ledger = load(folder)
    found = {(p.table, p.line, p.column) for p in ledger.problems if p.table == table}
    assert found == {(table, line, blamed)}
    problem = next(p for p in ledger.problems if p.table == table)
    assert reason in problem.reason
    assert problem.remedy
    assert table in ledger.broken
    with pytest.raises(BrokenTable) as raised:
        ledger.table(table)
    assert raised.value.problems == tuple(p for p in ledger.problems if p.table == table)


# Judgement kinds that the shipped table does not use: (cells of j001, part of the reason)
OTHER_JUDGEMENTS = [
    ({"judgement": "set_aside"}, "takes no value"),
    ({"judgement": "reinstate"}, "takes no value"),
    ({"judgement": "split", "value": ""}, "no label"),
    ({"judgement": "merge", "value": ""}, "no such mention"),
    ({"judgement": "supersede", "mention_id": "m0230", "value": "m0249"}, "revise each other"),
]


@pytest.mark.parametrize(("cells", "reason"), OTHER_JUDGEMENTS)
def test_judgements_need_the_value_of_their_kind(cells, reason, folder: Path, change) -> None:
    change("judgements", "j001", **cells)
    assert reason in {p.key: p.reason for p in load(folder).problems}["j001"]


@pytest.mark.parametrize(
    "cells",
    [
        {"judgement": "set_aside", "value": ""},
        {"judgement": "reinstate", "value": ""},
        {"judgement": "split", "value": "Reuters' own"},
        {"judgement": "merge", "value": "m0365"},
    ],
)
def test_sound_judgements_of_every_kind_load(cells, folder: Path, change) -> None:
    change("judgements", "j001", **cells)
    assert load(folder).problems == ()


def test_all_problems_are_told_at_once(folder: Path, change) -> None:
    first = change("mentions", "m0003", low="six")
    second = change("mentions", "m0400", claimant="", modality="perhaps")
    third = change("locations", "kursk", latitude="north")
    places = [(p.table, p.line, p.column) for p in load(folder).problems]
    assert places == [
        ("mentions", first, "low"),
        ("mentions", second, "claimant"),
        ("mentions", second, "modality"),
        ("locations", third, "latitude"),
    ]


def test_a_problem_names_row_value_and_remedy(folder: Path, change) -> None:
    change("mentions", "m0003", low="six")
    (problem,) = load(folder).problems
    assert problem.row == "line 4, m0003"
    assert str(problem).startswith("mentions: line 4, m0003: low: no number (found 'six'). Write")


@pytest.mark.parametrize("table", ["movements", "sightings", "stances", "locations"])
def test_a_broken_table_leaves_the_others_usable(table: str, folder: Path) -> None:
    (folder / f"{table}.csv").unlink()
    ledger = load(folder)
    assert ledger.broken == {table}
    assert len(ledger.mentions) == 550
    assert ledger.data_day == "2026-02-27"


def test_partial_days_are_no_problem_where_they_may_agree(folder: Path, change) -> None:
    change("mentions", "m0015", stated_on="2024-10", event_from="2024", event_to="2024-10")
    assert load(folder).problems == ()
