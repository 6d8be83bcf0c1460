"""Two codings of one article, compared place by place and field by field."""

from analysis.estimates.agreement import Coded, Difference, agreement

COLUMNS = ("wording", "claimant", "bound", "stated_on")


def coded(key: str, start: int, end: int, **fields: str) -> Coded:
    return Coded(key, start, end, fields)


def test_the_same_place_is_compared_field_by_field_whatever_its_cut() -> None:
    first = [coded("a1", 10, 21, claimant="nis", bound="about", stated_on="2026-02-27")]
    second = [coded("b1", 10, 27, claimant="nis", bound="about", stated_on="2026-02")]
    found = agreement(first, second, COLUMNS)
    assert found.pairs == (("a1", "b1"),)
    assert found.agreed == {"claimant": 1, "bound": 1, "stated_on": 0}
    assert found.differences == (Difference("a1", "b1", "stated_on", "2026-02-27", "2026-02"),)


def test_what_only_one_coder_marked_is_listed_and_not_counted() -> None:
    found = agreement(
        [coded("a1", 0, 5, claimant="nis"), coded("a2", 50, 60, claimant="nis")],
        [coded("b1", 50, 60, claimant="nis"), coded("b2", 80, 90, claimant="nis")],
        COLUMNS,
    )
    assert (found.both, found.only_first, found.only_second) == (1, ("a1",), ("b2",))
    assert found.agreed["claimant"] == 1


def test_of_several_overlapping_rows_the_most_alike_belong_together() -> None:
    first = [coded("range", 0, 20), coded("second number", 10, 20)]
    second = [coded("whole", 0, 20), coded("part", 12, 20)]
    assert agreement(first, second, COLUMNS).pairs == (
        ("range", "whole"),
        ("second number", "part"),
    )


def test_neighbours_that_only_touch_are_two_places() -> None:
    assert agreement([coded("a", 0, 5)], [coded("b", 5, 9)], COLUMNS).pairs == ()
