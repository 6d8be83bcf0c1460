"""The rules and the codebook, as the Method page prints them."""

import pandas as pd
import streamlit as st

from analysis.codebook import VAGUE_WORDS, number_text
from analysis.ledger import Ledger
from analysis.ledger.package import Field
from pages.parts import method_text
from pages.parts.method_contents import CODEBOOK, VAGUE, heading
from pages.parts.tables import fitted
from pages.parts.wording import counted, plain

HOW_DRAWN = pd.DataFrame(
    [
        ("exact, about", "filled dot", "11,000 · ≈ 11,000"),
        ("at least, more than", "base with an arrow upwards of fixed length", "≥ · >"),
        ("up to, less than", "base with an arrow downwards of fixed length", "≤ · <"),
        ("range", "bar between its two ends", "10,000–12,000"),
        ("word of number", "the same bar, faint", "thousands (2,000–9,999)"),
        ("planned or expected", "hollow", ""),
        ("denied", "hollow and struck through", ""),
        ("revised since", "pale, with a thin line to what replaced it", ""),
        ("day known to its month", "pale band over the month", ""),
        ("day of printing only", "dash before the mark; broken if that day is inferred", ""),
        ("nobody is named", "question mark", ""),
    ],
    columns=["What was said", "How it is drawn", "Label"],
)


def show_rules(narrow: bool) -> None:
    """Print the rules, and how each hedge is drawn."""
    with st.container(key="prose_rules"):
        for title, text in method_text.RULES.items():
            heading(title)
            st.markdown(text)
            if text is method_text.BOUNDS:
                st.table(
                    fitted(HOW_DRAWN.map(plain), narrow),
                    hide_index=True,
                    border="horizontal",
                    alt="How each kind of statement is drawn",
                )


def show_vague_words() -> None:
    """Print how words of number are read."""
    with st.container(key="prose_vague"):
        heading(VAGUE)
        st.markdown(method_text.VAGUE)
        words = {
            word: f"{number_text(low)} to {number_text(high)}"
            for (low, high), word in sorted(VAGUE_WORDS.items())
        }
        st.table(words, border="horizontal", width="content", alt="Words of number as ranges")


def show_codebook(ledger: Ledger, narrow: bool) -> None:
    """Print every table and column from the description that the loader checks the data against."""
    heading(CODEBOOK)
    if ledger.package is None:
        st.markdown("The description of the tables cannot be read; see the list at the top.")
        return
    st.markdown("From `data/datapackage.json`, against which every load checks the tables.")
    for schema in ledger.package.tables.values():
        with st.expander(f"{schema.name}: {counted(len(schema.fields), 'column')}"):
            st.markdown(plain(schema.description))
            table = pd.DataFrame(
                {
                    "Column": [field.name for field in schema.fields],
                    "Means": [field.description for field in schema.fields],
                    "Values": [_values(field) for field in schema.fields],
                    "For example": [field.example for field in schema.fields],
                }
            )
            st.table(
                fitted(table.map(plain), narrow),
                hide_index=True,
                border="horizontal",
                alt=f"Columns of the table {schema.name}",
            )


def _values(field: Field) -> str:
    if field.meanings:
        return "; ".join(f"{value}: {meaning}" for value, meaning in field.meanings.items())
    if field.allowed:
        return ", ".join(field.allowed)
    return "date, may be partial" if field.partial_date else field.type
