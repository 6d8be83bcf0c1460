"""What a reader chose on the Sources page, held in the address.

The controls that a reader sees stand in their sections and change with what is shown; the address
is kept by inputs that app.py draws out of sight on every page, as bound controls need it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import streamlit as st

from pages.parts.held import read_text

# What stands for an outlet that no article names, and for figures with nobody between: an empty
# text is what nobody has chosen.
NOT_KNOWN, NOBODY_NAMED = "(not known)", "(nobody)"
MOST_OPTIONS = 1_000


@dataclass(frozen=True)
class SourceChoices:
    """What is chosen, by id; "" where nothing is.

    ``columns`` and ``chain`` name a group of kinds and a pair of links; ``said_by`` and ``said_in``
    a source and a month; ``printed_by``, ``printed_via`` and ``printed_in`` a source, a relay and
    an outlet; ``one_source`` the source whose statements are followed.
    """

    columns: str = ""
    said_by: str = ""
    said_in: str = ""
    chain: str = ""
    printed_by: str = ""
    printed_via: str = ""
    printed_in: str = ""
    one_source: str = ""


def held_choices() -> SourceChoices:
    """Draw the inputs that keep the choices in the address, and read them."""
    return SourceChoices(**{field.name: read_text(field.name) for field in fields(SourceChoices)})


def hold(**choices: str) -> None:
    """Put choices into the address; for callbacks."""
    for name, value in choices.items():
        st.session_state[name] = value


def choose_one(name: str, chosen: str, label: str, labels: Mapping[str, str], nothing: str) -> str:
    """Draw a select box for one of the choices; gives the id that is chosen, "" for none.

    ``labels``: what each id is called, the first MOST_OPTIONS of them are offered. ``nothing``: how
    the empty choice is called. An id from the address that is no option counts as none.
    """
    offered = dict(list(labels.items())[:MOST_OPTIONS])
    if chosen in labels:
        offered[chosen] = labels[chosen]
    valid = chosen if chosen in offered else ""
    key = f"{name}_pick"
    st.session_state[key] = valid
    st.selectbox(
        label,
        ["", *offered],
        format_func=lambda option: offered.get(option, nothing),
        key=key,
        on_change=_hold_picked,
        args=(name,),
    )
    return valid


def choose_segment(name: str, chosen: str, label: str, labels: Mapping[str, str]) -> str:
    """Draw a row of buttons for one of the choices; the first is chosen where none is."""
    first = next(iter(labels))
    valid = chosen if chosen in labels else first
    key = f"{name}_pick"
    st.session_state[key] = valid
    with st.container(key=f"segment_{name}"):
        st.segmented_control(
            label,
            list(labels),
            format_func=labels.__getitem__,
            required=True,
            key=key,
            on_change=_hold_picked,
            args=(name,),
        )
    return valid


def _hold_picked(name: str) -> None:
    hold(**{name: st.session_state[f"{name}_pick"] or ""})
