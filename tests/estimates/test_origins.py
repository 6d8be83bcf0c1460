"""Origins, and the signs that two figures may be one."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from analysis.estimates import estimate
from analysis.ledger import Ledger

ClaimWith = Callable[[str], pd.Series]


@pytest.mark.parametrize(
    ("mention", "origin"),
    [
        ("m0372", "nis"),  # media, the briefing of 30 April 2025 without its name
        ("m0445", "nis"),  # put to South Korean military intelligence
        ("m0479", "nis"),  # what Pyongyang has shown, as the NIS counted it
        ("m0188", "rok_jcs"),  # put to the NIS, the Joint Chiefs' figure
        ("m0236", "western_officials"),
        ("m0224", "nis"),
        ("m0178", "rok_officials;ua_officials;us_officials"),
    ],
)
def test_origin_is_whose_own_estimate_it_is(
    claim_with: ClaimWith, mention: str, origin: str
) -> None:
    assert claim_with(mention)["origin"] == origin


def test_services_known_to_share_are_flagged_on_the_same_figure(claim_with: ClaimWith) -> None:
    """Zelenskyy and HUR both gave 4,000 casualties, 9 January and February 2025."""
    flag = claim_with("m0249")["possibly_one_origin"]
    assert "HUR" in flag
    assert "services known to share intelligence" in flag


def test_articles_that_print_one_agencys_text_are_flagged(
    ledger: Ledger, claim_with: ClaimWith
) -> None:
    """No shipped claim has two articles of one agency, so two of the UK claim are made so."""
    documents = ledger.documents.copy()
    printed_it = ledger.mentions.set_index("mention_id").loc[["m0398", "m0428"], "document_id"]
    documents.loc[documents["document_id"].isin(printed_it), "agency"] = "Ukrinform"
    changed = replace(ledger, tables={**ledger.tables, "documents": documents})
    flags = estimate(changed).claims.set_index("claim_id")["possibly_one_origin"]
    assert flags[claim_with("m0398")["claim_id"]] == "2 articles print the text of Ukrinform"


def test_a_figure_nobody_else_gave_is_not_flagged(claim_with: ClaimWith) -> None:
    """UK MoD, more than 6,000: no other service had it, and no agency's text is shared."""
    assert claim_with("m0398")["possibly_one_origin"] == ""
