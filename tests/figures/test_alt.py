"""The sentences beside the figures: a hedge, a day and a name with every number."""

from collections.abc import Callable

import pandas as pd

from analysis.estimates import Estimates
from analysis.figures.alt import NOTHING, now_sentence, shares_sentence, statements_sentence
from analysis.figures.hover import records
from analysis.figures.now import Now


def test_who_gives_the_most_now_and_how_many_figures_are_old(
    now_of: Callable[[str], Now],
) -> None:
    assert now_sentence(now_of("killed"), "killed") == (
        "Reported killed: of 5 sources the highest number stated is that of UA officials, "
        "at least 6,000 (Feb 2026), the lowest that of Western officials, about 1,000 (22 Jan 2025). "
        "3 of 5 figures are older than 180 days. As claimed, not verified."
    )


def test_everybody_who_gives_the_most_is_named(now_of: Callable[[str], Now]) -> None:
    assert now_sentence(now_of("sent_total"), "sent_total").startswith(
        "Sent to Russia so far: of 18 sources the highest number stated is that of Western officials, "
        "about 15,000 (printed 1 Jul 2025) and NIS, about 15,000 (30 Apr 2025), the lowest that of White House"
    )


def test_statements_are_counted_and_the_last_one_told(
    standing: Callable[..., pd.DataFrame],
) -> None:
    assert statements_sentence(standing("killed"), "killed") == (
        "Reported killed: 15 claims by 10 sources. The first: NIS, at least 100 (Dec 2024). "
        "The latest: UA officials, at least 6,000 (Feb 2026). "
        "3 were revised since by the same source. As claimed, not verified."
    )


def test_shares_are_told_in_their_own_words() -> None:
    rows = pd.DataFrame({"source": ["Zelenskyy"], "text": ["more than about 27 %"]})
    assert shares_sentence(rows) == "Zelenskyy: more than about 27 %. As claimed, not verified."


def test_silence_is_said(standing: Callable[..., pd.DataFrame]) -> None:
    assert statements_sentence(standing("killed"), "wounded") == NOTHING


def test_rows_are_read_by_columns_as_pandas_reads_them(board: Estimates) -> None:
    rows = board.claims.head(60)
    # As text, since a missing number equals nothing, itself included.
    assert repr(records(rows)) == repr(rows.to_dict("records"))
