"""Which mentions of a claim are one statement, against the rule carried out step by step."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates.statements import with_statements

# One mention of one claim: first and last day that it can have been said, and whether that is stated.
MENTION = st.tuples(st.integers(0, 12), st.integers(0, 6), st.booleans())
CLAIMS = st.lists(st.lists(MENTION, min_size=1, max_size=8), min_size=1, max_size=4)


def numbered_step_by_step(claim: list[tuple[int, int, bool]]) -> list[int]:
    """Open a statement at the earliest last day that is left, and give it whatever may be of then."""
    spans = [(first, first + length if stated else first) for first, length, stated in claim]
    stated = [row for row, mention in enumerate(claim) if mention[2]]
    if not stated:
        return [1] * len(claim)
    earliest = min(spans[row][0] for row in stated)
    early = [
        row for row, mention in enumerate(claim) if not mention[2] and spans[row][1] < earliest
    ]
    left, ends, numbers = set(stated) | set(early), [], {}
    while left:
        end = min(spans[row][1] for row in left)
        same = {row for row in left if row in early or spans[row][0] <= end}
        ends.append(end)
        numbers |= dict.fromkeys(same, len(ends))
        left -= same
    for row in set(range(len(claim))) - set(numbers):
        numbers[row] = max(sum(end <= spans[row][1] for end in ends), 1)
    return [numbers[row] for row in range(len(claim))]


@given(claims=CLAIMS)
def test_statements_are_numbered_as_the_rule_says(
    claims: list[list[tuple[int, int, bool]]],
) -> None:
    rows = [(number, *mention) for number, claim in enumerate(claims) for mention in claim]
    claim, first, length, stated = (np.array(column) for column in zip(*rows, strict=True))
    mentions = pd.DataFrame(
        {
            "claim": claim,
            "day_first": first,
            "day_last": first + np.where(stated, length, 0),
            "is_stated": stated,
        }
    )
    found = with_statements(mentions)["statement"].tolist()
    assert found == [number for claim in claims for number in numbered_step_by_step(claim)]
