"""The whole chain as a table, and the names to which spellings of relays were brought."""

import pandas as pd
import streamlit as st

from analysis.exports.tables import escaped
from pages.parts.export import offer_table
from pages.parts.paging import offer_pages, rows_of
from pages.parts.source_links import HEADINGS, articles_of, named
from pages.parts.tables import fitted
from pages.parts.view import View
from pages.parts.wording import counted, plain

TITLE = "Articles by source, relay and outlet"
SPELLINGS_HEIGHT = 460


def show_chain(view: View) -> None:
    """Show every combination of source, relay and outlet."""
    table = view.remember("chain", lambda: named(view, articles_of(view, *HEADINGS)))
    title = f"The whole chain as a table: {counted(len(table), 'row')}"
    box = st.expander(title, key="sources_chain_box", on_change="rerun")
    if box.open:
        with box:
            page = rows_of("sources_chain", view.token, len(table))
            st.dataframe(
                escaped(table.iloc[page.cut]),
                hide_index=True,
                key="sources_chain_table",
                alt=TITLE,
            )
            offer_pages(page, "those with most articles first")
    offer_table(view, "sources chain", TITLE, lambda: {"chain": table}, about=view.shown.claims)


def show_spellings(view: View) -> None:
    """Show which spellings were brought to which name, and why."""
    if "relays" in view.ledger.broken:
        st.caption("Relays stand as they are written: the table of their names cannot be read.")
        return
    relays = view.ledger.relays
    groups = list(relays.groupby(["relay", "kind"], sort=True))
    title = (
        f"Names of relays: {counted(len(relays), 'spelling')} of {counted(len(groups), 'relay')}"
    )
    with st.expander(title):
        st.markdown(
            "Articles write one relay in several ways and alphabets. Mentions keep what is printed; "
            "`data/relays.csv` says who is meant. A spelling that it lacks stands as it is written."
        )
        table = pd.DataFrame(
            {
                "Relay": [plain(relay) for (relay, _), _ in groups],
                "Is": [kind for (_, kind), _ in groups],
                "As written": [plain(", ".join(group["spelling"])) for _, group in groups],
                "Why": [plain(_reasons(group)) for _, group in groups],
            }
        )
        st.table(
            fitted(table, view.narrow),
            hide_index=True,
            border="horizontal",
            height=SPELLINGS_HEIGHT,
            alt="Relays with their spellings",
        )


def _reasons(group: pd.DataFrame) -> str:
    return "; ".join(dict.fromkeys(note for note in group["note"] if note))
