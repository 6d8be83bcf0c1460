"""Lines broken to a width are joined; paragraphs, lists and tables stay as they are."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.proposals import proposals_of
from analysis.ledger.intake.reading import read_pasted
from analysis.wrapped_lines import made_whole

HEADLINE = "Kyiv puts the dead at 3,000"
KYIV = (
    "Ukrainian President Volodymyr Zelenskyy said on April 28 that at least 3,000 North Korean "
    "soldiers had been killed, and that more of them would come in the weeks ahead."
)
SEOUL = (
    "South Korea's National Intelligence Service told lawmakers on Wednesday that more than 12,000 "
    "troops had been sent to Russia. It did not say when the next ones were expected to leave."
)
PARAGRAPHS = [KYIV, SEOUL]
WHOLE = "\n\n".join([HEADLINE, *PARAGRAPHS])


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_a_broken_sentence_keeps_its_hedge_and_its_speaker(width: int) -> None:
    broken = "\n\n".join([HEADLINE, *(textwrap.fill(one, width) for one in PARAGRAPHS)])
    text = read_pasted(broken).text
    assert text == WHOLE
    found = [fields for _, _, fields, _ in proposals_of(text, "2025-04-30", "Gazette").all]
    told = {(one["claimant"], one["bound"], one["low"]) for one in found}
    assert {("ua_president", "at_least", "3000"), ("nis", "more_than", "12000")} <= told


SENTENCES = "".join(
    f"The {army} counts {number} of them killed in the region so far.\n"
    for army, number in (("ministry", 600), ("service", 3000), ("general staff", 4700))
)
MARKED_LIST = """Counts so far
- NIS: about 600 killed and 4,100 wounded by the end of April
- HUR: more than 5,000 killed or wounded by the end of March
- MoD: none"""
PLAIN_LIST = MARKED_LIST.replace("- ", "")
POST = """More than 200 soldiers are lost near Kursk, says the directorate
The directorate speaks of heavy losses among the combined units at the weekend.

\N{SMALL BLUE DIAMOND} As of 14 December, 200+ servicemen killed and wounded near it
\N{SMALL BLUE DIAMOND} In the village of Plekhove alone, up to 30 were hit by drones
\N{SMALL BLUE DIAMOND} Three went missing near Kurilovka"""
TABLE = "killed\t600\t700\t800\t900\t1000\t1100\t1200\t1300\t1400\n" * 4
SHORT = "600 killed\n4,100 wounded\n15,000 sent"


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        WHOLE.replace("\n\n", "\n"),
        SENTENCES,
        MARKED_LIST,
        PLAIN_LIST,
        POST,
        TABLE,
        SHORT,
        "",
    ],
)
def test_what_no_width_has_broken_stays_as_it_is(text: str) -> None:
    assert made_whole(text) == text


@given(st.text(alphabet="ab .,-\n\t1", max_size=600))
def test_every_letter_keeps_its_place(text: str) -> None:
    whole = made_whole(text)
    assert list(whole.replace("\n", " ")) == list(text.replace("\n", " "))
