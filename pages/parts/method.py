"""The sections of the Method page; each stands by itself where a table that it needs is broken."""

import pandas as pd
import streamlit as st

from analysis.codebook import VAGUE_WORDS, number_text
from analysis.ledger import Ledger
from analysis.ledger.package import Field
from analysis.partial_dates import in_words
from pages.parts import method_text
from pages.parts.judgements import decision
from pages.parts.tables import fitted
from pages.parts.wording import counted, plain

TALL = 15
TABLE_HEIGHT = 480

RULES = {
    "What is recorded, and what is not": method_text.WHAT_IT_IS,
    "What is kept apart": method_text.KEPT_APART,
    "How mentions become claims": method_text.FOLDING,
    "How hedges are kept": method_text.BOUNDS,
    "How figures are revised": method_text.REVISION,
    "Whose estimate it is": method_text.ORIGIN,
    "Days": method_text.DAYS,
    "Shares and comparisons": method_text.ARITHMETIC,
}

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
        for title, text in RULES.items():
            st.header(title)
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
        st.header("Words of number")
        st.markdown(method_text.VAGUE)
        words = {
            word: f"{number_text(low)} to {number_text(high)}"
            for (low, high), word in sorted(VAGUE_WORDS.items())
        }
        st.table(words, border="horizontal", width="content", alt="Words of number as ranges")


def show_judgements(ledger: Ledger, narrow: bool) -> None:
    """List every judgement with its reason."""
    st.header("What was judged")
    if "judgements" in ledger.broken:
        st.markdown("The table of judgements cannot be read; see the list at the top.")
        return
    judgements = ledger.judgements
    st.markdown(
        f"{counted(len(judgements), 'decision')} by a person, each with its reason. Mentions stay as "
        "printed; without its row, a decision falls away."
    )
    table = pd.DataFrame(
        {
            "Judgement": judgements["judgement_id"],
            "Mention": judgements["mention_id"],
            "Decision": [decision(row) for row in judgements.to_dict("records")],
            "Reason": judgements["reason"].map(plain),
        }
    )
    st.table(
        fitted(table, narrow),
        hide_index=True,
        border="horizontal",
        height=TABLE_HEIGHT if len(table) > TALL else "content",
        alt="Every judgement with its reason",
    )


def show_codebook(ledger: Ledger, narrow: bool) -> None:
    """Print every table and column from the description that the loader checks the data against."""
    st.header("Codebook")
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


def show_coverage(ledger: Ledger) -> None:
    """Say how the rows were coded, what limits that has, and how the articles lie over time."""
    with st.container(key="prose_limits"):
        st.header("How sure the coding is")
        st.markdown(method_text.CODING)
        st.header("Limits and gaps")
        st.markdown(method_text.LIMITS)
    if "documents" in ledger.broken:
        return
    documents = ledger.documents
    st.markdown(
        f"{counted(len(documents), 'article')} of "
        f"{counted(documents['outlet'].loc[documents['outlet'] != ''].nunique(), 'outlet')}, the "
        f"last of {in_words(ledger.data_day)}."
    )
    months = documents["published_on"].str.slice(0, 7)
    table = {"Articles": months.value_counts()}
    if "mentions" not in ledger.broken:
        month_of = dict(zip(documents["document_id"], months, strict=True))
        table["Mentions in them"] = ledger.mentions["document_id"].map(month_of).value_counts()
    rows = pd.DataFrame(table).sort_index().fillna(0).astype("int64")
    rows.index = pd.Index([in_words(month) for month in rows.index], name="Printed in")
    st.table(rows, border="horizontal", width="content", alt="Articles and mentions by month")


def show_citation(ledger: Ledger) -> None:
    """Say how to cite a figure, and the data."""
    with st.container(key="prose_citation"):
        st.header("How to cite")
        st.markdown(
            "For one figure, name the source and its day, then an article that printed it, then "
            "Muster with the claim's id. The evidence of each claim ends with such a line. Data: "
            "CC BY 4.0. Code: MIT."
        )
        if ledger.package is not None and "documents" not in ledger.broken:
            st.code(
                f"{ledger.package.title}, version {ledger.package.version}, articles to "
                f"{in_words(ledger.data_day)}. As claimed, not verified.",
                language=None,
                wrap_lines=True,
            )


def _values(field: Field) -> str:
    if field.meanings:
        return "; ".join(f"{value}: {meaning}" for value, meaning in field.meanings.items())
    if field.allowed:
        return ", ".join(field.allowed)
    return "date, may be partial" if field.partial_date else field.type
