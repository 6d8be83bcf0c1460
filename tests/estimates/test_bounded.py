"""Bounded arithmetic: examples worked by hand, and properties that hold for any figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.codebook import Bound
from analysis.estimates.bounded import Bounded, Comparison, total

NAN = float("nan")
NUMBERS = st.integers(0, 100_000).map(float)
ABOUT_11000 = Bounded(11_000, 11_000, hedged=True)


@st.composite
def bounded(draw: st.DrawFn) -> Bounded:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    one_number = low == high
    return Bounded(
        low=draw(st.sampled_from([low, None])),
        high=draw(st.sampled_from([high, None])),
        low_strict=not one_number and draw(st.booleans()),
        high_strict=not one_number and draw(st.booleans()),
        hedged=draw(st.booleans()),
    )


@st.composite
def pairs_of_wider(draw: st.DrawFn) -> tuple[Bounded, Bounded]:
    """A quantity, and the same one with ends moved outwards or opened."""
    narrow = draw(bounded())
    low, high = narrow.low, narrow.high
    if low is not None:
        low = draw(st.sampled_from([None, low, low / 2, 0.0]))
    if high is not None:
        high = draw(st.sampled_from([None, high, high * 2 + 1]))
    wide = Bounded(low, high, hedged=narrow.hedged)
    return narrow, wide


def reaches_as_far(wide: Bounded, narrow: Bounded) -> bool:
    low = wide.low is None or (narrow.low is not None and wide.low <= narrow.low)
    high = wide.high is None or (narrow.high is not None and wide.high >= narrow.high)
    return low and high


@pytest.mark.parametrize(
    ("bound", "low", "high", "expected"),
    [
        ("exact", 300, 300, Bounded(300, 300)),
        ("about", 300, 300, Bounded(300, 300, hedged=True)),
        ("at_least", 300, NAN, Bounded(300, None)),
        ("more_than", 300, NAN, Bounded(300, None, low_strict=True)),
        ("up_to", NAN, 300, Bounded(None, 300)),
        ("less_than", NAN, 300, Bounded(None, 300, high_strict=True)),
        ("range", 200, 300, Bounded(200, 300)),
        ("vague", 200, 999, Bounded(200, 999, hedged=True)),
    ],
)
def test_each_bound_of_the_codebook_is_read(
    bound: str, low: float, high: float, expected: Bounded
) -> None:
    assert Bounded.from_claim(bound, low, high) == expected
    assert expected.bound() == Bound(bound)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        # 3,000 / 11,000 = 27.27 %
        (Bounded(3000, None, low_strict=True), ABOUT_11000, "more than about 27 %"),
        (Bounded(4000, 4000), ABOUT_11000, "about 36 %"),
        # 6,000 / 15,000 = 40 %
        (Bounded(6000, None, low_strict=True), Bounded(15000, 15000), "more than 40 %"),
        # More than 6,000 of up to 12,000: at least more than half; nothing above is stated.
        (Bounded(6000, None, low_strict=True), Bounded(None, 12000), "more than 50 %"),
        # 2,000 / 11,000 = 18.2 %, 3,000 / 11,000 = 27.3 %
        (Bounded(2000, 3000), Bounded(11000, 11000), "18 to 28 %"),
        # Of more than 10,000, 4,000 are less than 40 %; how few is not stated.
        (Bounded(4000, 4000), Bounded(10000, None, low_strict=True), "less than 40 %"),
        (Bounded(4000, None), Bounded(10000, None), "no bound can be given"),
        (Bounded(5, 5), Bounded(1000, 1000, hedged=True), "about 0.5 %"),
    ],
)
def test_shares_worked_by_hand(part: Bounded, whole: Bounded, words: str) -> None:
    assert part.share_of(whole).words(percent=True) == words


def test_killed_and_wounded_add_up_with_their_hedges() -> None:
    """About 300 killed and 2,700 wounded: about 3,000; more than 4,000 wounded stay open."""
    about_300 = Bounded(300, 300, hedged=True)
    assert (about_300 + Bounded(2700, 2700)).words() == "about 3,000"
    assert (about_300 + Bounded(4000, None, low_strict=True)).words() == "more than about 4,300"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Bounded(2000, 2000), Bounded(350, 350), Comparison.ABOVE),
        (Bounded(None, 300), Bounded(400, None), Comparison.BELOW),
        (Bounded(2000, None), Bounded(3000, 3000), Comparison.OVERLAP),
        (Bounded(300, None, low_strict=True), Bounded(300, 300), Comparison.ABOVE),
        (Bounded(300, None), Bounded(300, 300), Comparison.OVERLAP),
        (Bounded(10_000, 10_000, hedged=True), Bounded(10_500, 10_500), Comparison.OVERLAP),
        (Bounded(10_000, 10_000, hedged=True), Bounded(11_500, 11_500), Comparison.BELOW),
    ],
)
def test_comparisons_worked_by_hand(one: Bounded, other: Bounded, expected: Comparison) -> None:
    assert one.compare(other) is expected


def test_ends_in_the_wrong_order_and_negative_ends_are_refused() -> None:
    with pytest.raises(ValueError, match="above the upper end"):
        Bounded(5, 3)
    with pytest.raises(ValueError, match="not negative"):
        Bounded(-1, None)
    with pytest.raises(ValueError, match="strictly"):
        Bounded(3, 3, low_strict=True)


@given(bounded(), bounded())
def test_no_operation_loses_a_hedge_or_makes_one_up(a: Bounded, b: Bounded) -> None:
    for result in (a + b, a / b, a.share_of(b)):
        assert result.hedged == (a.hedged or b.hedged)


@given(bounded(), bounded())
def test_no_operation_invents_a_bound(a: Bounded, b: Bounded) -> None:
    added, ratio = a + b, a / b
    assert (added.low is None) == (a.low is None or b.low is None)
    assert (added.high is None) == (a.high is None or b.high is None)
    if ratio.low is not None:
        assert a.low is not None
        assert b.high is not None
    if ratio.high is not None:
        assert a.high is not None
        assert b.low is not None


@given(pairs_of_wider(), pairs_of_wider())
def test_widening_an_input_never_narrows_a_result(
    one: tuple[Bounded, Bounded], other: tuple[Bounded, Bounded]
) -> None:
    (a, wide_a), (b, wide_b) = one, other
    assert reaches_as_far(wide_a + wide_b, a + b)
    assert reaches_as_far(wide_a / wide_b, a / b)
    if a.compare(b) is Comparison.OVERLAP:
        assert wide_a.compare(wide_b) is Comparison.OVERLAP


@given(bounded(), bounded())
def test_comparison_turns_round_with_its_sides(a: Bounded, b: Bounded) -> None:
    turned = {
        Comparison.ABOVE: Comparison.BELOW,
        Comparison.BELOW: Comparison.ABOVE,
        Comparison.OVERLAP: Comparison.OVERLAP,
    }
    assert b.compare(a) is turned[a.compare(b)]


@given(st.lists(bounded()))
def test_a_sum_does_not_depend_on_the_order(parts: list[Bounded]) -> None:
    assert total(parts) == total(reversed(parts))


@given(bounded())
def test_words_name_every_end_and_the_hedge(quantity: Bounded) -> None:
    words = quantity.words()
    assert ("about" in words) == (quantity.hedged and (quantity.low, quantity.high) != (None, None))
    if quantity.high is None and quantity.low is not None:
        assert words.startswith(("at least", "more than"))
