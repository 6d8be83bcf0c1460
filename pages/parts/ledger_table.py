"""The ledger as a table: ordered, counted, and each row opening its claim."""

import pandas as pd
import streamlit as st

from analysis.estimates.series import stated_number
from analysis.exports.exhibit import claim_tables
from analysis.exports.reading_table import STATUS_LABELS
from pages.parts import tables
from pages.parts.chart import choose_from
from pages.parts.chosen import choose_row
from pages.parts.evidence import show_evidence
from pages.parts.export import offer_table
from pages.parts.options import Options
from pages.parts.paging import offer_pages, rows_of
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "claims ledger"
HEIGHT = 460


def show(view: View, claims: pd.DataFrame, options: Options) -> None:
    """Show the claims found, what they are made of, and the evidence of the one that is chosen."""
    mentions = view.board.mentions
    behind = mentions[mentions["claim_id"].isin(claims["claim_id"])]
    st.markdown(
        f"{counted(len(claims), 'claim')} with {counted(len(behind), 'mention')} in "
        f"{counted(behind['document_id'].nunique(), 'article')}. "
        "Choose a row to see the words and the articles behind it."
    )
    token = repr((view.token, options.search, options.order))
    page = rows_of("ledger", token, len(claims))
    rows = ordered(claims, options.order).iloc[page.cut]
    tables.show(
        tables.claim_table(rows, view.names, view.places),
        alt="The ledger: one row for each claim",
        key="ledger",
        height=HEIGHT,
        on_select=lambda: choose_row("ledger", tuple(rows["claim_id"]), PLACE),
        selection_mode="single-row",
    )
    offer_pages(page, "in the order chosen above")
    choose_from(view, PLACE, rows)
    if view.claim in set(claims["claim_id"]) - set(rows["claim_id"]):
        # It stands on another page of the table.
        show_evidence(view, view.claim, PLACE)
    offer_table(
        view,
        PLACE,
        f"Claims in which “{options.search}” is found" if options.search else "Claims",
        lambda: _whole(view, ordered(claims, options.order)),
        about=claims,
        name=f"claims {options.search}",
    )
    _show_counts(claims)


def _whole(view: View, claims: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give every claim found, with its mentions."""
    tables = claim_tables(claims, view.board.mentions)
    return tables | {"claims": tables["claims"].drop(columns="drawn")}


def ordered(claims: pd.DataFrame, order: str) -> pd.DataFrame:
    """Sort claims: latest or earliest said, highest stated number, most articles."""
    if order == "highest":
        numbers = stated_number(claims).sort_values(ascending=False, kind="stable")
        return claims.loc[numbers.index]
    if order == "articles":
        return claims.sort_values(["articles", "mentions"], ascending=False, kind="stable")
    return claims.sort_values(
        ["said_last", "said_first"], ascending=order == "earliest", kind="stable"
    )


def show_claim_from_link(view: View, shown: pd.DataFrame) -> None:
    """Show the claim that the address names where the ledger does not list it, and say why not."""
    if not view.claim or view.claim in set(shown["claim_id"]):
        return
    if view.claim in set(view.board.claims["claim_id"]):
        st.markdown("This claim is not among those shown: a filter or the search leaves it out.")
        show_evidence(view, view.claim, PLACE)
    else:
        st.warning(
            f"No claim has the id {plain(view.claim)} in these tables as known on this day. "
            "It may come from other tables, or its figure may have been judged anew."
        )


def _show_counts(claims: pd.DataFrame) -> None:
    """Count the claims found, by what the filters choose from."""
    facets = {
        "Claim type": claims["kind"].map(tables.KINDS),
        "Source": claims["source"],
        "Hedge": claims["bound"].str.replace("_", " "),
        "Standing": claims["status"].map(STATUS_LABELS),
    }
    st.subheader("What these claims are", anchor=False)
    for column, (name, values) in zip(st.columns(4, gap="medium"), facets.items(), strict=True):
        table = values.value_counts().rename_axis(name).reset_index(name="Claims")
        table[name] = table[name].map(plain)
        column.table(
            table,
            hide_index=True,
            border="horizontal",
            height=360 if len(table) > 9 else "content",
            alt=f"Claims found, by {name.lower()}",
        )
