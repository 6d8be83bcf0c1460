"""The form that says what an article is: filled in by its page and its person, kept at each change."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.codebook import LANGUAGE_LABELS
from analysis.ledger.intake.draft import Draft
from analysis.ledger.store.drafts import Waiting
from pages.parts.drafts import fill

# What the form asks for; beside it, of which text this one is another print.
FORM = ("title", "outlet", "agency", "published_on", "basis", "language", "url")
COPY_OF = "copy_of"
BASES = {"stated": "stated on the page", "inferred": "inferred, not stated there"}
LONGEST_HEADLINE = 200


@st.fragment
def show_form(one: Waiting) -> None:
    """Draw what the article is, to be checked; each change is kept at once, and draws only this."""
    held = {**_as_read(one.read), **one.filled}

    def text(place: DeltaGenerator, name: str, label: str, **more: Any) -> None:
        key = key_of(one, name)
        # Set, not given as a value: a choice above may have filled it.
        st.session_state.setdefault(key, held.get(name, ""))
        place.text_input(label, key=key, on_change=keep_form, args=(one,), **more)

    text(st.container(), "title", "Title *", max_chars=500)
    # A pair of columns for each row, so that a phone shows them in this order.
    left, right = st.columns(2, gap="medium")
    text(left, "outlet", "Outlet * (who published it)", max_chars=200)
    text(
        right,
        "agency",
        "Agency",
        max_chars=200,
        help="Whose text the outlet printed, if not its own. Needed for another print of a text.",
    )
    left, right = st.columns(2, gap="medium")
    text(
        left,
        "published_on",
        "Printed on *",
        placeholder="YYYY-MM-DD, or YYYY-MM where the day is not known",
        max_chars=10,
    )
    right.radio(
        "That day is *",
        list(BASES),
        format_func=BASES.__getitem__,
        index=list(BASES).index(held["basis"]) if held.get("basis") else None,
        key=key_of(one, "basis"),
        horizontal=True,
        on_change=keep_form,
        args=(one,),
    )
    languages = {**LANGUAGE_LABELS}
    if one.read.language:
        languages.setdefault(one.read.language, one.read.language)
    codes = list(languages)
    left, right = st.columns(2, gap="medium")
    left.selectbox(
        "Language *",
        codes,
        index=codes.index(held["language"]) if held["language"] in codes else None,
        format_func=languages.__getitem__,
        key=key_of(one, "language"),
        on_change=keep_form,
        args=(one,),
    )
    text(right, "url", "Address", placeholder="https://", max_chars=2000)


def _as_read(draft: Draft) -> dict[str, str]:
    """Give what the article says of itself; a pasted one begins with its headline."""
    return {
        "title": draft.title or _headline(draft.text),
        "outlet": draft.outlet,
        "published_on": draft.published_on,
        "language": draft.language,
        "url": draft.url,
    }


def _headline(text: str) -> str:
    """Take the first line for the headline, if it is short and more follows."""
    first, _, rest = text.strip().partition("\n")
    return first.strip() if rest.strip() and len(first) <= LONGEST_HEADLINE else ""


def key_of(one: Waiting, name: str) -> str:
    """Name a control of the form: one for each draft, or the next would show this one's."""
    return f"new_{name}_{one.draft_id}"


def keep_form(one: Waiting) -> None:
    """Keep what is in the form."""
    fill(one.draft_id, given_in(one))


def given_in(one: Waiting) -> dict[str, str]:
    """Read what is in the form at this moment; a press may come together with what was typed."""
    return {
        # No database keeps the sign that is none.
        name: (st.session_state.get(key_of(one, name)) or "").replace("\0", "").strip()
        for name in (*FORM, COPY_OF)
    }
