"""Ids stand in links and citations: what they are made from must never change unnoticed."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analysis.estimates import Estimates
from analysis.estimates.claim_ids import claim_ids, id_texts
from analysis.estimates.grouping import Coded

ClaimWith = Callable[[str], pd.Series]


@pytest.mark.parametrize(
    ("mention", "claim_id"),
    [
        ("m0001", "cqt2zn6unfq"),  # an incident, with place and period
        ("m0224", "cwzwtlko3ka"),
        ("m0249", "c6mre4yrzsu"),
        ("m0178", "cxqg6kyczs2"),  # a joint statement
    ],
)
def test_ids_are_those_that_were_given_out(
    claim_with: ClaimWith, mention: str, claim_id: str
) -> None:
    assert claim_with(mention)["claim_id"] == claim_id


def test_each_claim_has_an_id_of_its_own(board: Estimates) -> None:
    ids = board.claims["claim_id"]
    assert ids.is_unique
    assert ids.str.fullmatch("c[a-z2-7]{10}").all()


def ids_of(*columns: list[str] | list[float]) -> list[str]:
    coded = [Coded.of(pd.Series(column)) for column in columns]
    return id_texts(claim_ids(coded, np.arange(len(columns[0])))).tolist()


def test_an_id_depends_on_its_own_row_alone() -> None:
    alone = ids_of(["nis"], [300.0])
    among_others = ids_of(["ua_gur", "nis", "a"], [10.0, 300.0, 300.0])
    assert among_others[1] == alone[0]


def test_values_do_not_run_into_one_another() -> None:
    rows = [("ab", "c"), ("a", "bc"), ("c", "ab"), ("", "abc"), ("abc", "")]
    assert len(set(ids_of(*map(list, zip(*rows, strict=True))))) == len(rows)


def test_a_missing_number_is_one_value_and_nought_another() -> None:
    ids = ids_of([float("nan"), -float("nan"), 0.0, -0.0, 1.0])
    assert ids[0] == ids[1]
    assert ids[2] == ids[3]
    assert len(set(ids)) == 3


def test_half_a_million_keys_stay_apart() -> None:
    numbers = np.arange(500_000, dtype=np.float64)
    coded = [Coded(np.zeros(len(numbers), dtype=np.int64), ["nis"]), Coded.of(pd.Series(numbers))]
    assert len(np.unique(claim_ids(coded, np.arange(len(numbers))))) == len(numbers)
