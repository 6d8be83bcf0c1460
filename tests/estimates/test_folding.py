"""Folding holds whatever the order of rows, and ids survive whatever is added or hidden."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.estimates import Estimates, estimate
from analysis.estimates.revisions import Status
from analysis.ledger import Ledger
from analysis.partial_dates import span

# Folding all shipped mentions takes a fifth of a second; few examples are many here.
FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])

ClaimWith = Callable[[str], pd.Series]


def with_tables(ledger: Ledger, **changed: pd.DataFrame) -> Ledger:
    tables: Mapping[str, pd.DataFrame] = {**ledger.tables, **changed}
    return replace(ledger, tables=tables)


def printed_in(ledger: Ledger, documents: list[str]) -> Ledger:
    chosen = ledger.mentions["document_id"].isin(documents)
    return with_tables(ledger, mentions=ledger.mentions[chosen].reset_index(drop=True))


@FEW
@given(seed=st.integers(0, 2**32 - 1))
def test_the_order_of_rows_changes_nothing(ledger: Ledger, board: Estimates, seed: int) -> None:
    mixed = estimate(
        with_tables(
            ledger,
            mentions=ledger.mentions.sample(frac=1, random_state=seed, ignore_index=True),
            documents=ledger.documents.sample(frac=1, random_state=seed, ignore_index=True),
        )
    )
    pd.testing.assert_frame_equal(mixed.claims, board.claims)
    pd.testing.assert_frame_equal(mixed.mentions, board.mentions)


@FEW
@given(share=st.floats(0.1, 0.9), seed=st.integers(0, 2**32 - 1))
def test_ids_stay_when_articles_are_added(
    ledger: Ledger, board: Estimates, share: float, seed: int
) -> None:
    documents = ledger.documents["document_id"].sample(frac=share, random_state=seed)
    before = estimate(printed_in(ledger, list(documents)))
    home = dict(zip(before.mentions["mention_id"], before.mentions["claim_id"], strict=True))
    merged = set(ledger.judgements.loc[ledger.judgements["judgement"] == "merge", "mention_id"])
    after = dict(zip(board.mentions["mention_id"], board.mentions["claim_id"], strict=True))
    moved = {mention for mention, claim in home.items() if after[mention] != claim}
    # A judgement to merge waits for the article that holds the other mention.
    assert moved <= merged


def test_an_added_mention_joins_the_claim_with_its_number(
    ledger: Ledger, board: Estimates, claim_with: ClaimWith
) -> None:
    copy = ledger.mentions[ledger.mentions["mention_id"] == "m0365"].assign(
        mention_id="m9999", document_id="dw-2025-07-01-coffins", stated_on="", bound="exact"
    )
    longer = pd.concat([ledger.mentions, copy], ignore_index=True)
    after = estimate(with_tables(ledger, mentions=longer))
    assert set(after.claims["claim_id"]) == set(board.claims["claim_id"])
    claim = after.claims.set_index("claim_id").loc[claim_with("m0365")["claim_id"]]
    assert claim["mentions"] == claim_with("m0365")["mentions"] + 1
    assert (claim["bound"], claim["said_on"]) == ("about", "2025-04-30")


@pytest.mark.parametrize("day", ["2024-10-31", "2025-01", "2025-04-30", "2025", "2026-02-27"])
def test_as_known_on_a_day_is_the_ledger_without_what_was_printed_later(
    ledger: Ledger, day: str
) -> None:
    documents = ledger.documents
    by_then = [
        document
        for document, printed in documents[["document_id", "published_on"]].itertuples(
            index=False, name=None
        )
        if span(printed).last <= span(day).last
    ]
    known, cut = estimate(ledger, day), estimate(printed_in(ledger, by_then))
    pd.testing.assert_frame_equal(known.claims, cut.claims)
    pd.testing.assert_frame_equal(known.mentions, cut.mentions)


def test_a_month_of_printing_counts_once_the_month_is_over(ledger: Ledger) -> None:
    """The article of "2025-01" can have been printed on any day of that month."""
    documents = ledger.documents.set_index("document_id")["published_on"]
    january = set(documents.index[documents == "2025-01"])
    assert len(january) == 2
    assert january.isdisjoint(estimate(ledger, "2025-01-30").mentions["document_id"])
    assert january <= set(estimate(ledger, "2025-01-31").mentions["document_id"])


def test_statements_on_certainly_different_days_are_told_apart(board: Estimates) -> None:
    """Zelenskyy's 4,000: 9 January, again in early February, again on 14 February 2025."""
    mentions = board.mentions.set_index("mention_id")["statement"]
    assert mentions["m0249"] == 1
    assert mentions["m0472"] == 1, "January without a day may be the 9th"
    assert mentions["m0265"] == 2, "February, in print on the 2nd"
    assert mentions["m0289"] == mentions["m0285"] == 3


def test_no_day_said_lies_after_its_printing(board: Estimates) -> None:
    mentions = board.mentions
    assert (mentions["said_last"] <= mentions["printed_last"]).all()
    assert (mentions["said_first"] <= mentions["said_last"]).all()


def test_a_set_aside_mention_leaves_every_claim_and_a_split_one_stands_alone(
    ledger: Ledger, claim_with: ClaimWith
) -> None:
    judgements = pd.DataFrame(
        [
            ("x1", "m0253", "set_aside", "", "", "test"),
            ("x2", "m0292", "split", "", "february", "test"),
        ],
        columns=list(ledger.judgements.columns),
    )
    judged = estimate(with_tables(ledger, judgements=pd.concat([ledger.judgements, judgements])))
    homes = judged.mentions.set_index("mention_id")["claim_id"]
    assert "m0253" not in homes.index
    assert homes["m0292"] != homes["m0224"]
    assert (homes == homes["m0292"]).sum() == 1
    assert homes["m0224"] == claim_with("m0224")["claim_id"]


def test_a_corrected_field_folds_as_corrected_and_the_ledger_keeps_the_print(
    ledger: Ledger, claim_with: ClaimWith
) -> None:
    claim = claim_with("m0133")
    assert (claim["kind"], claim["unit"], claim["low"]) == ("missiles", "missiles", 100)
    printed = ledger.mentions.set_index("mention_id").loc["m0133"]
    assert (printed["claim_type"], printed["unit"]) == ("shells", "shells")


def test_what_joins_by_judgement_does_not_say_what_the_claim_is_about(
    claim_with: ClaimWith,
) -> None:
    """m0203 ("120 of each" of guns and launchers) joins the 120 howitzers of m0190."""
    claim = claim_with("m0203")
    assert claim["claim_id"] == claim_with("m0190")["claim_id"]
    assert (claim["item"], claim["low"], claim["mentions"]) == ("170 mm howitzers", 120, 2)


def test_judgements_that_merge_in_a_circle_make_one_claim(ledger: Ledger) -> None:
    judgements = pd.DataFrame(
        [("x1", "m0001", "merge", "", "m0006", "test"), ("x2", "m0006", "merge", "", "m0001", "t")],
        columns=list(ledger.judgements.columns),
    )
    judged = estimate(with_tables(ledger, judgements=judgements))
    homes = judged.mentions.set_index("mention_id")["claim_id"]
    assert homes["m0001"] == homes["m0006"] == homes["m0002"]
    assert judged.claims["kind"].notna().all()


def test_reinstate_and_supersede_override_the_rules(ledger: Ledger, claim_with: ClaimWith) -> None:
    """m0495 (at least 13,000, NIS) is unsettled by rule; m0365 (600 killed) revised by 2,000."""
    judgements = pd.DataFrame(
        [
            ("x1", "m0495", "supersede", "", "m0367", "test"),
            ("x2", "m0365", "reinstate", "", "", "test"),
        ],
        columns=list(ledger.judgements.columns),
    )
    judged = estimate(
        with_tables(ledger, judgements=pd.concat([ledger.judgements, judgements]))
    ).claims.set_index("claim_id")
    fallen, risen = claim_with("m0367")["claim_id"], claim_with("m0495")["claim_id"]
    assert judged.loc[fallen, "superseded_by"] == risen
    assert (judged.loc[risen, "status"], judged.loc[fallen, "status"]) == ("in_force", "revised")
    assert judged.loc[claim_with("m0365")["claim_id"], "status"] == "in_force"


def test_judgements_that_contradict_one_another_leave_every_claim_with_a_standing(
    ledger: Ledger,
) -> None:
    """Zelenskyy's 4,000 (m0249, said again in m0289) and 3,800 (m0230) supersede each other."""
    judgements = pd.DataFrame(
        [
            ("x1", "m0230", "supersede", "", "m0249", "test"),
            ("x2", "m0249", "supersede", "", "m0230", "test"),
            ("x3", "m0289", "supersede", "", "m0249", "test"),
        ],
        columns=list(ledger.judgements.columns),
    )
    judged = estimate(with_tables(ledger, judgements=judgements)).claims
    assert set(judged["status"]) <= {status.value for status in Status}
    assert (judged["superseded_by"] != judged["claim_id"]).all()


def test_an_empty_ledger_has_no_claims(ledger: Ledger) -> None:
    nothing = estimate(ledger, "2020")
    assert len(nothing.claims) == len(nothing.mentions) == 0
    assert "superseded_by" in nothing.claims
