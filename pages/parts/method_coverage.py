"""What the collection covers and where it is thin: months, languages, outlets, single articles."""

import pandas as pd
import streamlit as st

from analysis.codebook import LANGUAGE_LABELS, Bloc
from analysis.estimates import Estimates
from analysis.estimates.coverage import by_month
from analysis.ledger import Ledger
from analysis.partial_dates import in_words
from pages.parts import method_text
from pages.parts.method_contents import COVERAGE, heading
from pages.parts.wording import counted, plain

TALL = 18
TABLE_HEIGHT = 560
# Of a large collection; the first lines say how many there are.
MOST_OUTLETS = 200


def show_coverage(ledger: Ledger, board: Estimates | None) -> None:
    """Say what limits the collection has, and count its articles and what rests on few of them.

    ``board``: the claims, where they can be had.
    """
    with st.container(key="prose_limits"):
        heading(COVERAGE)
        st.markdown(method_text.LIMITS)
    if {"documents", "mentions"} & ledger.broken:
        return
    documents, mentions = ledger.documents, ledger.mentions
    months = by_month(documents, mentions)
    with st.container(key="prose_gaps"):
        st.markdown("\n".join(f"- {line}" for line in _articles(ledger, months)))
        if board is not None and len(board.claims):
            st.markdown("\n".join(f"- {line}" for line in _claims(board)))
    if documents.empty:
        return
    printed, languages, outlets = st.columns(3, gap="medium")
    named = months.rename(in_words).rename_axis("Printed in").reset_index()
    _table(printed, named.rename(columns=str.capitalize), "Articles and mentions by month")
    codes = documents["language"].map(lambda code: LANGUAGE_LABELS.get(code, code))
    _table(languages, _counts(codes, "Language"), "Articles by language")
    names = documents["outlet"].where(documents["outlet"] != "", "not known")
    counts = _counts(names, "Outlet")
    _table(outlets, counts.head(MOST_OUTLETS), "Articles by outlet")
    if len(counts) > MOST_OUTLETS:
        outlets.caption(f"The {MOST_OUTLETS} with most articles of {len(counts):,}.")


def _articles(ledger: Ledger, months: pd.DataFrame) -> list[str]:
    """Say how many articles there are, until when, and what is not known of them."""
    documents, mentions = ledger.documents, ledger.mentions
    day = f", the last of {in_words(ledger.data_day)}" if ledger.data_day else ""
    outlets = documents.loc[documents["outlet"] != "", "outlet"].nunique()
    lines = [f"{counted(len(documents), 'article')} of {counted(outlets, 'named outlet')}{day}."]
    without = months.index[months["articles"] == 0]
    if len(without):
        lines.append(f"Months without an article: {', '.join(map(in_words, without))}.")
    elif len(months):
        lines.append("No month between the first and the last article is without one.")
    unknown = {
        "a day of printing that was worked out": documents["published_basis"] == "inferred",
        "no outlet": documents["outlet"] == "",
        "no address": (documents["url"] == "") & (documents["copy_url"] == ""),
        "no number on the subject": ~documents["document_id"].isin(mentions["document_id"]),
    }
    told = [f"{counted(int(rows.sum()), 'article')} with {what}" for what, rows in unknown.items()]
    return [*lines, f"Among them {', '.join(told)}."]


def _claims(board: Estimates) -> list[str]:
    """Say how much rests on one article, and how much is put to nobody."""
    claims, mentions = board.claims, board.mentions
    single = int((claims["articles"] == 1).sum())
    nobody = claims[claims["bloc"] == Bloc.UNATTRIBUTED]
    own = int(mentions["claim_id"].isin(nobody["claim_id"]).sum())
    unnamed = f"{_share(len(nobody), len(claims))} claims"
    undated = int((claims["said_on_basis"] == "printed").sum())
    known = f"As known on {in_words(board.known_on)}: " if board.known_on else ""
    return [
        f"{known}{_share(single, len(claims))} claims rest on one article.",
        f"{_share(undated, len(claims))} claims have no day on which they were said.",
        f"{unnamed} are put to nobody, with {_share(own, len(mentions))} mentions.",
    ]


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({part / whole:.0%})".replace("%", " %")


def _counts(values: pd.Series, name: str) -> pd.DataFrame:
    return values.value_counts().rename_axis(name).reset_index(name="Articles")


def _table(place: st.delta_generator.DeltaGenerator, table: pd.DataFrame, alt: str) -> None:
    first = table.columns[0]
    place.table(
        table.assign(**{first: table[first].map(plain)}),
        hide_index=True,
        border="horizontal",
        height=TABLE_HEIGHT if len(table) > TALL else "content",
        alt=alt,
    )
