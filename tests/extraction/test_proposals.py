"""Proposals: each is the text at its place, with cells, rules, and days only where they are known."""

from analysis.extraction.proposals import DAY_NOT_KNOWN, proposals_of

TEXT = (
    "About 600 North Korean soldiers have been killed in Russia so far, South Korea's National "
    "Intelligence Service told lawmakers on Wednesday."
)


def test_a_proposal_is_its_words_its_cells_and_their_rules() -> None:
    (found,) = proposals_of(TEXT, "2025-04-30", "Harbour Gazette").all
    assert TEXT[found.start : found.end] == found.fields["wording"]
    cells = {name: found.fields[name] for name in ("claimant", "claim_type", "bound", "low")}
    assert cells == {"claimant": "nis", "claim_type": "killed", "bound": "about", "low": "600"}
    assert found.fields["stated_on"] == "2025-04-30"
    assert set(found.rules) <= set(found.fields)


def test_without_the_day_of_printing_no_day_is_counted_from_it() -> None:
    (found,) = proposals_of(TEXT, "2025-04", "Harbour Gazette").all
    assert found.fields["stated_on"] == found.fields["event_from"] == ""
    assert found.rules["stated_on"] == DAY_NOT_KNOWN


def test_a_text_on_something_else_has_none() -> None:
    assert proposals_of("About 600 ships left the port.", "2025-04-30", "").all == ()
