"""What holds for any text: nothing breaks it, spans are their words, and a calm sentence changes nothing."""

import re
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction import Found, extract
from analysis.extraction.limits import DayOutOfReach
from bench.hostile_texts import LEAD, PIECES, hostile_texts

DAY = date(2025, 2, 27)
ARTICLES = Path(__file__).parent / "articles"
HOSTILE = hostile_texts(4_000)
CALM = "The weather over the harbour was calm."
# Each names its speaker, its subject, what happened and where by itself.
CLAIMS = (
    "The NIS said on Monday that about {} North Korean soldiers were killed in Kursk.",
    "Ukraine's military intelligence said that {} North Korean soldiers were wounded in January.",
    "According to the Pentagon, more than {} North Korean soldiers were sent to Russia.",
    "Zelensky said that up to {} North Korean soldiers were captured in Kursk.",
)

CASES = tuple(zip(CLAIMS, (300, 2_700, 12_000, 2), strict=True))


def check(text: str) -> tuple[Found, ...]:
    """Read a text twice: the same mentions, in their order, each where its words stand."""
    found = extract(text, DAY).mentions
    assert found == extract(text, DAY).mentions
    assert [(one.start, one.end) for one in found] == sorted((one.start, one.end) for one in found)
    for one in found:
        assert text[one.start : one.end] == one.wording
        assert 0 < len(one.wording.split()) <= 10
        assert text.count(one.wording, 0, one.start) + 1 == one.occurrence
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_like_any_other(name: str) -> None:
    check(HOSTILE[name])


@pytest.mark.parametrize("width", [50, 72])
def test_a_width_that_breaks_the_lines_changes_nothing(width: int) -> None:
    prose = " ".join([LEAD.strip(), *(claim.format(number) for claim, number in CASES), CALM])
    broken = textwrap.fill(prose, width)
    assert len(broken) == len(prose)
    assert [replace(one, wording=prose[one.start : one.end]) for one in check(broken)] == [
        replace(one, wording=prose[one.start : one.end]) for one in check(prose)
    ]
    assert len(check(broken)) == len(CASES)


@given(
    st.text("0123456789.,/-% ", max_size=500),
    st.sampled_from(["shells", "soldiers", "percent of the soldiers", "years ago", "million guns"]),
)
@settings(max_examples=150, deadline=None)
def test_no_number_breaks_it(digits: str, counted: str) -> None:
    check(f"{LEAD}Seoul said North Korea sent {digits} {counted} to Russia.")


@pytest.mark.parametrize("scale", ["", " million", " trillion" * 40])
def test_digits_beyond_any_count_are_no_number(scale: str) -> None:
    text = f"{LEAD}Seoul said North Korea sent {'9' * 400}{scale} shells to Russia."
    assert all(len(one.low.value) < 16 for one in check(text))
    assert check("북한은 포탄 " + "9" * 400 + "발을 보냈다고 국정원이 밝혔다.") == ()


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["", " ", "\n"]))
@settings(max_examples=150, deadline=None)
def test_no_order_of_words_breaks_it(pieces: list[str], between: str) -> None:
    check(LEAD + between.join(pieces))


RELATIVE = (
    "tomorrow", "yesterday", "last night", "on Monday", "last Monday", "next Friday", "next week", "last week", "next month",
    "last month", "next year", "last year", "999 years ago", "99 decades ago", "999 weeks ago", "999 months ago", "999 days ago",
    "a year earlier", "next weekend", "last weekend", "the weekend", "next quarter", "last quarter", "the third quarter",
    "early next year", "mid-January", "in December", "on Dec. 31", "Jan. 1", "last winter", "this winter", "next spring",
    "the following day", "the previous day", "the following year", "the same month", "2099-12-31", "1500-01-01", "31.12.9999",
    "01.01.0001", "the end of the year", "year-end", "first half of next year", "February 29", "the following month", "in 1500",
)  # fmt: skip
IN_REACH = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ANY_DAY = (
    IN_REACH
    | st.dates()
    | st.sampled_from([date.min, date.max, date(1900, 1, 1), date(2199, 12, 31)])
)
A_DATE = re.compile(r"(?:|\d{4}(?:-\d\d(?:-\d\d)?)?)")
IN_OTHER_LANGUAGES = (
    "국정원은 전날 북한군 300명이 지난해 12월 31일 사망했다고 밝혔다. 지난달 30일 내년 북한군 400명을 파병한다고 밝혔다.",
    "ГУР вчора повідомило: 300 солдатів КНДР загинули в січні. У понеділок ГУР заявило, що 400 солдатів КНДР загинули.",
)


@given(ANY_DAY, st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_no_day_of_printing_leads_out_of_the_calendar(day: date, words: list[str]) -> None:
    """A day that no article is from is refused with its reason; from all others, words lead to days."""
    told = ", ".join(words)
    killed = f"{told} the NIS said 300 North Korean soldiers were killed."
    sent = f"The NIS said {told} that 400 North Korean soldiers were sent to Kursk {told}."
    for text in (f"{LEAD}{killed} {sent}", *IN_OTHER_LANGUAGES):
        if not 1900 <= day.year <= 2199:
            with pytest.raises(DayOutOfReach, match=f"the year {day.year}: give a day from 1900"):
                extract(text, day)
            continue
        found = extract(text, day).mentions
        assert found or text not in IN_OTHER_LANGUAGES
        for one in found:
            for cell in (one.stated_on, one.event_from, one.event_to):
                assert A_DATE.fullmatch(cell.value), cell
                if len(cell.value) == 10:
                    date.fromisoformat(cell.value)


def test_a_text_of_nothing_but_numbers_is_read_up_to_a_limit() -> None:
    text = LEAD + "Seoul said 300 North Korean soldiers were killed. " * 6_000
    read = extract(text, DAY)
    found = read.mentions
    assert 2_200 < len(found) < 2_400
    assert found[0].low.value == "300"
    assert read.unread_from is not None
    assert text[read.unread_from :].startswith("Seoul said 300")
    assert found[-1].end < read.unread_from < found[-1].end + 20
    assert extract(text[: read.unread_from], DAY).unread_from is not None


@pytest.mark.parametrize("line", ["a", "북한", "КНДР", "300 North Koreans said"])
def test_a_text_of_nothing_but_short_lines_is_read_up_to_a_limit(line: str) -> None:
    text = f"{LEAD}\n" * (line == "a") + f"{line}\n" * 40_000
    place = extract(text, DAY).unread_from
    assert place is not None
    assert text[place - 1 :].startswith(f"\n{line}\n")
    assert place < len(text) / 2


@pytest.mark.parametrize("article", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_is_read_to_its_end(article: Path) -> None:
    assert extract(article.read_text(encoding="utf-8"), DAY).unread_from is None


@given(
    st.lists(
        st.tuples(st.sampled_from(CLAIMS), st.integers(60, 900), st.sampled_from([" ", "\n"])),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 8),
    st.sampled_from([" ", "\n"]),
)
@settings(max_examples=150, deadline=None)
def test_a_sentence_without_numbers_anywhere_changes_only_offsets(
    claims: list[tuple[str, int, str]], place: int, behind: str
) -> None:
    sentences = [claim.format(number) + end for claim, number, end in claims]
    place = min(place, len(sentences))
    before = LEAD + "".join(sentences[:place])
    text = LEAD + "".join(sentences)
    inserted = CALM + behind
    expected = [
        {**one.row(), **{end: _moved(one, end, len(before), len(inserted)) for end in ENDS}}
        for one in check(text)
    ]
    more = before + inserted + "".join(sentences[place:])
    assert [one.row() for one in check(more)] == expected
    assert len(expected) == len(claims)


ENDS = ("start", "end")


def _moved(one: Found, end: str, place: int, steps: int) -> str:
    offset = one.start if end == "start" else one.end
    return str(offset + steps if one.start >= place else offset)
