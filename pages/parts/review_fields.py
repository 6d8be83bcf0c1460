"""The cells of a proposal as controls: the codebook's choices, in the order in which one decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis.codebook import (
    HEDGE_WORDS,
    Bound,
    LocationRole,
    Modality,
    Part,
    Unit,
)
from analysis.ledger import Problem
from analysis.ledger.store.records import Standing
from pages.parts.review_desk import edited, keep_edits
from pages.parts.tables import KINDS, POPULATIONS, SCOPES
from pages.parts.view import View
from pages.parts.wording import plain

BOUND_LABELS = {
    Bound.EXACT.value: "exact",
    Bound.RANGE.value: "range",
    Bound.VAGUE.value: "word of number",
    **{bound.value: words.strip() for bound, words in HEDGE_WORDS.items() if words},
}

# Short enough for the narrow control.
MODALITIES = {
    Modality.ACTUAL.value: "done",
    Modality.PLANNED.value: "planned or expected",
    Modality.DENIED.value: "denied",
}


@dataclass(frozen=True)
class Cell:
    """A column with its label; ``choices`` gives the labels of its values by id, None: free text.

    An ``optional`` choice can be emptied again; one of ``several`` holds any number of values.
    """

    column: str
    label: str
    choices: Callable[[View], Mapping[str, str]] | None = None
    several: bool = False
    optional: bool = False


def _same(values: type[Unit] | type[Part] | type[LocationRole]) -> dict[str, str]:
    return {value.value: value.value for value in values}


# Row by row; the last group is folded away, for it is seldom needed.
ROWS = (
    (
        Cell("claimant", "Source", lambda view: view.names),
        Cell("claimant_text", "Named in the text as"),
    ),
    (
        Cell("claim_type", "Claim type", lambda _: KINDS),
        Cell("scope", "Scope", lambda _: SCOPES),
        Cell("population", "Counted", lambda _: POPULATIONS),
    ),
    (
        Cell("bound", "Hedge", lambda _: BOUND_LABELS),
        Cell("low", "Low end"),
        Cell("high", "High end"),
    ),
    (
        Cell("unit", "Unit", lambda _: _same(Unit)),
        Cell("modality", "Put as", lambda _: MODALITIES),
        Cell("stated_on", "Said on"),
    ),
    (
        Cell("event_from", "About: from"),
        Cell("event_to", "About: to"),
        Cell("part", "Stands in", lambda _: _same(Part)),
    ),
    (
        Cell("location", "Place", lambda view: view.places, optional=True),
        Cell("location_role", "Role of the place", lambda _: _same(LocationRole), optional=True),
    ),
)
RARE = (
    (Cell("wording", "Phrase, letter for letter"), Cell("occurrence", "Which place of it")),
    (
        Cell("co_claimants", "Said jointly with", lambda view: view.names, several=True),
        Cell("relay", "By way of"),
    ),
    (Cell("item", "Item"), Cell("share_of", "Share of")),
    (Cell("note", "Note"),),
)

LABELS = {cell.column: cell.label for row in (*ROWS, *RARE) for cell in row}

# What the tables' own check says of a needed cell without a value.
EMPTY = "the cell is empty"
NUMBERS = frozenset({"low", "high", "occurrence"})
DAYS = frozenset({"stated_on", "event_from", "event_to"})


def take_typed(of: Standing) -> None:
    """Keep what the controls of a card hold at this moment.

    Callbacks ask for it too: a press may arrive together with what was typed just before it.
    """
    held = {cell: _key(of, cell) for row in (*ROWS, *RARE) for cell in row}
    keep_edits(
        of,
        {
            cell.column: _value(cell, st.session_state[key])
            for cell, key in held.items()
            if key in st.session_state
        },
    )


def show_fields(view: View, of: Standing, problems: tuple[Problem, ...]) -> None:
    """Draw the cells of a proposal, each with its rule on hover and what is wrong beneath it."""
    _show_rows(view, of, ROWS, problems)
    rare = {cell.column for row in RARE for cell in row}
    wrong = any(problem.column in rare for problem in problems)
    with st.expander("Phrase, joint sources, relay, item, note", expanded=wrong):
        _show_rows(view, of, RARE, problems)


def _show_rows(
    view: View, of: Standing, rows: tuple[tuple[Cell, ...], ...], problems: tuple[Problem, ...]
) -> None:
    for row in rows:
        columns = [st.container()] * len(row) if view.narrow else st.columns(len(row), gap="small")
        for cell, column in zip(row, columns, strict=True):
            with column:
                _draw(view, of, cell)
                for problem in problems:
                    if problem.column == cell.column:
                        st.caption(_problem_words(problem))


def _problem_words(problem: Problem) -> str:
    """Say what is wrong with a cell; of an empty one, only that it is needed."""
    if not problem.value and problem.reason == EMPTY:
        return "**Needed.**"
    return f"**{plain(problem.reason[:1].upper() + problem.reason[1:])}.** {plain(problem.remedy)}"


def _key(of: Standing, cell: Cell) -> str:
    """Name a control. One for each state: after a decision, it begins with what is saved."""
    return f"cell_{of.proposal.proposal_id}_{of.seen}_{cell.column}"


def _value(cell: Cell, held: Any) -> str:
    """Write what a control holds as the cell has it."""
    if cell.several:
        return ";".join(held)
    typed = (held or "").strip()
    return typed.replace(",", "").replace(" ", "") if cell.column in NUMBERS else typed


def _draw(view: View, of: Standing, cell: Cell) -> None:
    """Draw one cell with what the person has typed, else with what is saved."""
    value = edited(of).get(cell.column, "")
    rule = of.proposal.rules.get(cell.column, "")
    # Names of rules hold phrases of the article: shown letter by letter.
    told = plain(rule) if rule else "No rule filled this cell."
    if cell.choices is not None:
        _choose(of, cell, cell.choices(view), value, told)
        return
    st.text_input(
        cell.label,
        value,
        key=_key(of, cell),
        help=told,
        max_chars=500,
        placeholder="YYYY-MM-DD" if cell.column in DAYS else None,
    )


def _choose(of: Standing, cell: Cell, labels: Mapping[str, str], value: str, told: str) -> None:
    names = {str(name): label for name, label in labels.items()}
    held = [one for one in (value.split(";") if cell.several else [value]) if one]
    # A value that is no choice any more is shown, so that it can be seen and replaced.
    names |= {one: one for one in held if one not in names}
    ids, key = list(names), _key(of, cell)
    if cell.several:
        st.multiselect(cell.label, ids, held, format_func=names.__getitem__, key=key, help=told)
        return
    # Only a control that began empty can be emptied again.
    if cell.optional:
        st.session_state.setdefault(key, value or None)
    st.selectbox(
        cell.label,
        ids,
        index=ids.index(value) if value and not cell.optional else None,
        format_func=names.__getitem__,
        key=key,
        help=told,
        placeholder="Choose",
    )
