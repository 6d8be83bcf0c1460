"""The contents of the Method page: its sections by group, each heading with the anchor it is found by."""

import re

import streamlit as st

from pages.parts.method_text import RULES

VAGUE = "Words of number"
CODEBOOK = "Codebook"
AGREEMENT = "How far coders agree"
JUDGED = "What was judged and corrected"
DOUBTS = "Killed or casualties: doubts for review"
COVERAGE = "Limits and gaps"
CITATION = "How to cite"
REPORT = "How to report an error"

GROUPS = {
    "The rules": (*RULES, VAGUE),
    "The data": (CODEBOOK, AGREEMENT, JUDGED, DOUBTS, COVERAGE),
    "Their use": (CITATION, REPORT),
}


def anchor(title: str) -> str:
    """Name the place of a section in the address.

    >>> anchor("Killed or casualties: doubts for review")
    'killed-or-casualties-doubts-for-review'
    """
    return "-".join(re.findall(r"[a-z]+", title.lower()))


def heading(title: str) -> None:
    """Begin a section."""
    st.header(title, anchor=anchor(title))


def show_contents() -> None:
    """List the sections, each leading to its place on the page."""
    for (group, titles), column in zip(
        GROUPS.items(), st.columns(len(GROUPS), gap="medium"), strict=True
    ):
        links = "\n".join(f"- [{title}](#{anchor(title)})" for title in titles)
        column.markdown(f"**{group}**\n\n{links}")


def say_what_needs_claims() -> None:
    """Stand in for the sections that cannot be had without claims."""
    for title in (DOUBTS, CITATION, REPORT):
        heading(title)
        st.markdown("This needs the claims, and they cannot be had; see the list at the top.")
