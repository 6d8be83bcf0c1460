"""Filters choose claims and change nothing about them."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.estimates import Estimates, Selection, emptying_choices, select, selection_words
from analysis.ledger import Ledger

selections = st.builds(
    Selection,
    sources=st.sampled_from([(), ("nis",), ("rok_officials", "us_officials")]),
    blocs=st.sampled_from([(), ("seoul",), ("kyiv", "western")]),
    kinds=st.sampled_from([(), ("killed",), ("sent_total", "casualties")]),
    outlets=st.sampled_from([(), ("Kyiv Independent",)]),
    places=st.sampled_from([(), ("kursk",)]),
    languages=st.sampled_from([(), ("ko",)]),
    populations=st.sampled_from([(), ("soldiers", "special_forces")]),
    date_from=st.sampled_from(["", "2025-01", "2025"]),
    date_to=st.sampled_from(["", "2025-04-30"]),
    clock=st.sampled_from(["said", "about", "printed"]),
    unattributed=st.booleans(),
    incidents=st.booleans(),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(selection=selections)
def test_a_shown_claim_is_the_same_claim_with_all_its_mentions(
    board: Estimates, selection: Selection
) -> None:
    shown = select(board, selection)
    same = board.claims[board.claims["claim_id"].isin(shown.claims["claim_id"])]
    pd.testing.assert_frame_equal(shown.claims, same)
    assert shown.claims["mentions"].sum() == len(shown.mentions)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(selection=selections)
def test_a_mention_names_the_place_of_its_claim(board: Estimates, selection: Selection) -> None:
    shown = select(board, selection)
    mentions = shown.mentions_of(shown.claims, "claim_id")
    named = shown.claims["claim_id"].take(shown.claim_places(mentions))
    assert named.tolist() == mentions["claim_id"].tolist()


def test_nothing_chosen_leaves_out_single_events_only(board: Estimates) -> None:
    shown = select(board, Selection()).claims
    assert set(board.claims["scope"]) - set(shown["scope"]) == {"increment", "incident"}
    assert len(select(board, Selection(incidents=True)).claims) == len(board.claims)


def test_a_joint_claim_is_found_under_each_of_its_claimants(board: Estimates) -> None:
    joint = board.claims[board.claims["co_claimants"] == "rok_officials;us_officials"].iloc[0]
    for source in ("ua_officials", "rok_officials", "us_officials"):
        shown = select(board, Selection(sources=(source,), incidents=True)).claims
        assert joint["claim_id"] in set(shown["claim_id"])


def test_an_outlet_chooses_claims_by_any_mention(board: Estimates) -> None:
    """Politico Europe printed Zelenskyy's 4,000 casualties as "about 4,000" (m0362)."""
    shown = select(board, Selection(outlets=("Politico Europe",), sources=("ua_president",))).claims
    assert list(shown["bound"]) == ["exact"]
    assert list(shown["articles"]) == [6]


@pytest.mark.parametrize(
    ("clock", "day", "seen"),
    [
        # NIS, killed, about 600: said 30 April 2025, printed until September 2025.
        ("said", "2025-04-30", True),
        ("said", "2025-04", True),
        ("said", "2025-05-01", False),
        ("printed", "2025-06-26", True),
        ("printed", "2025-10", False),
    ],
)
def test_dates_bound_the_chosen_clock(board: Estimates, clock: str, day: str, seen: bool) -> None:
    home = board.mentions.set_index("mention_id").loc["m0365", "claim_id"]
    chosen = Selection(date_from=day, date_to=day, clock=clock)
    assert (home in set(select(board, chosen).claims["claim_id"])) is seen


def test_a_partly_known_day_matches_any_day_that_it_can_be(board: Estimates) -> None:
    """NIS, at least 100 killed: said in December 2024, by the 23rd, when it was in print."""
    home = board.mentions.set_index("mention_id").loc["m0156", "claim_id"]
    for day, seen in (("2024-12-01", True), ("2024-12-23", True), ("2024-12-24", False)):
        chosen = Selection(date_from=day, date_to=day)
        assert (home in set(select(board, chosen).claims["claim_id"])) is seen


def test_an_empty_result_names_the_choices_that_empty_it(board: Estimates) -> None:
    chosen = Selection(sources=("nis",), kinds=("killed",), languages=("de",))
    assert len(select(board, chosen).claims) == 0
    assert emptying_choices(board, chosen) == ("kinds", "languages")


def test_words_say_what_is_shown(ledger: Ledger) -> None:
    names = dict(zip(ledger.claimants["claimant"], ledger.claimants["short_name"], strict=True))
    places = dict(zip(ledger.locations["location"], ledger.locations["name"], strict=True))
    chosen = Selection(
        sources=("nis", "ua_president"),
        kinds=("killed",),
        places=("kursk",),
        languages=("ko",),
        date_from="2025-01",
        unattributed=False,
    )
    assert selection_words(chosen, names, places, "2025-02-01") == (
        "NIS, Zelenskyy · killed · without incidents and increments · printed in Korean · "
        "tied to Kursk Oblast · said from Jan 2025 · without unattributed figures · "
        "as known on 1 Feb 2025"
    )
    assert selection_words(Selection(), names, places) == (
        "all sources · all claim types · without incidents and increments"
    )
