"""The extractor as a whole: short texts whose coding follows from the codebook, and properties."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction import Found, Row, UnknownWord, compiled, extract

DAY = date(2025, 2, 27)
LEAD = "North Korea and Russia. North Korea has sent troops to Russia. "
PIECES = st.sampled_from(
    [
        "North Korean soldiers", "about 300", "1 of 2 of", "between 1,000 and", "“", '"', "the NIS said",
        "were killed", "in Kursk", ".", "\n", "\u00a0", "тысяч", "북한군 300명", "two brigades of 6,000 each",
        "%", "1/3", "Zelensky:", "A:", "•", "quoted", "as saying", "cited by", "who", "this winter,",
        "in Q3", "one in three of", "his spy chief", "of whom", "went on.", "put them at", "according to",
        "the same agency", "and added", "Seoul's", "a week ago", "10", "were", "last month", "(", "]", "'s", "half", "more than", "\u0130",
    ]
)  # fmt: skip


def only(text: str) -> Found:
    found = extract(text, DAY).mentions
    assert len(found) == 1
    return found[0]


def test_every_field_has_its_value_and_its_rule() -> None:
    text = "South Korea's NIS said on Wednesday that some 600 North Korean soldiers were killed."
    row = only(text).row()
    coded = {"claimant": "nis", "claim_type": "killed", "bound": "about", "low": "600"}
    coded |= {"high": "600", "stated_on": "2025-02-26", "population": "soldiers"}
    assert {name: row[name] for name in coded} == coded
    assert "claimant=" in row["rule"]
    assert "claim_type=" in row["rule"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia has lost 684,280 troops since the start, Kyiv says.",
        "North Korea paid $2,000 a month.",
        "A 170-mm gun of North Korea fired.",
        "Nothing here is on the subject: 300 people came.",
    ],
)
def test_what_is_not_on_the_subject_stays_out(text: str) -> None:
    assert extract(text, DAY).mentions == ()


def test_own_names_are_read_without_touching_code() -> None:
    text = "Lantern Desk said that 300 North Korean soldiers were killed."
    assert only(text).claimant.value == "unattributed"
    own = compiled([("claimant", Row("Lantern Desk", "think_tank", "test"))])
    (found,) = extract(text, DAY, knowledge=own).mentions
    assert found.claimant.value == "think_tank"


def test_a_table_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownWord, match="no table 'people'"):
        compiled([("people", Row("x", "y", "test"))])


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_it_and_every_span_equals_its_words(text: str) -> None:
    text = LEAD + text
    found = extract(text, DAY).mentions
    assert found == extract(text, DAY).mentions
    for one in found:
        assert text[one.start : one.end] == one.wording
        assert len(one.wording.split()) <= 10
        assert text.count(one.wording, 0, one.start) + 1 == one.occurrence


@given(st.lists(PIECES.filter(lambda piece: "\n" not in piece), min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_a_sentence_without_numbers_at_the_end_changes_nothing(pieces: list[str]) -> None:
    text = LEAD + " ".join(pieces) + ".\n"
    more = text + "The weather over the harbour was calm.\n"
    assert extract(more, DAY).mentions == extract(text, DAY).mentions


@pytest.mark.parametrize("when", ["this winter", "last summer", "in the autumn of 2024", "in Q3"])
def test_a_season_or_a_quarter_is_the_day_of_no_statement_but_its_year(when: str) -> None:
    text = f"{LEAD}\nThe NIS said {when} that some 600 North Korean soldiers were killed."
    (found,) = extract(text, DAY).mentions
    assert len(found.stated_on.value) in (0, 4)


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: 10 North Korean soldiers on skates",
        "Also read: 600 North Korean soldiers killed",
        "Subscribe to our newsletter: 5,000 readers",
        "Enemy losses for the day: 1,310 men, 9 tanks, 23 artillery systems.",
        "Russia produces up to 2,700 Shahed-type drones a month.",
        "A Russian attack on Kharkiv involved more than 70 missiles.",
        "Before 2019 some 30,000 North Koreans worked in Russia.",
        "North Korea fired two missiles on October 22.",
        "At least five people were killed in a Russian strike on Kharkiv.",
        "The North has 1.2 million soldiers under arms.",
    ],
)
def test_numbers_beside_the_subject_stay_out(line: str) -> None:
    text = "The war goes on\n\nNorth Korea helps Russia. North Korean troops are in Kursk.\n"
    assert extract(f"{text}{line}\n", DAY).mentions == ()
