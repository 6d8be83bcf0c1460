"""Text that Markdown must leave alone: no sign of it stays in force, no letter is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.wording import JOINER, MARKDOWN, plain

ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@given(st.text())
def test_no_letter_is_lost_and_every_sign_is_escaped(text: str) -> None:
    escaped = plain(text)
    assert not MARKDOWN.search(ESCAPED.sub("", escaped))
    assert ESCAPED.sub(r"\1", escaped).replace(JOINER, "") == text.replace(JOINER, "")


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        (":material/home:", ":|material/home:"),
        (":streamlit:", ":|streamlit:"),
        ("see https://a.example", "see https:|//a.example"),
        ("www.a.example", "www|.a.example"),
        ("a@b.example", "a@|b.example"),
        ("300 -> 400", "300 -|> 400"),
        ("-- so", "-|- so"),
        ("10,000–12,000, a-b", "10,000–12,000, a-b"),
        ("at 10:30", "at 10:30"),
    ],
)
def test_what_streamlit_would_replace_is_parted(text: str, parted: str) -> None:
    assert plain(text).replace("\\", "") == parted.replace("|", JOINER)
