"""How a reader reports an error: a text ready to be filled in and sent, about a claim or a mention."""

import os
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from analysis.exports.error_report import claim_report, mention_report
from pages.parts.filters import KNOWN_ON
from pages.parts.method_contents import REPORT as TITLE
from pages.parts.method_contents import heading
from pages.parts.options import REPORT
from pages.parts.view import View
from pages.parts.wording import plain

BOX = "report_id"


def offer_report(view: View, row_id: str) -> None:
    """Lead to the report about a claim or a mention, in a tab of its own.

    A link, since changing pages from here would leave a step in the history for each filter.
    """
    address = {REPORT: row_id}
    if view.board.known_on:
        # A claim of that day need not be one of today.
        address[KNOWN_ON] = view.board.known_on
    st.markdown(f"[Report an error](method?{urlencode(address)})")


def show_section(view: View, row_id: str) -> None:
    """Show the report about a row, and where to send it; without one, ask for its id."""
    with st.container(key="prose_report"):
        heading(TITLE)
        st.markdown(
            "Each figure can be traced to a mention, a place in an article. Name the claim or the "
            "mention; its evidence, and each article, leads here with the id filled in."
        )
        _show_report(view, row_id)


def _show_report(view: View, row_id: str) -> None:
    st.session_state[BOX] = row_id
    st.text_input(
        "Claim or mention",
        key=BOX,
        on_change=lambda: _report((st.session_state[BOX] or "").strip()),
        placeholder="an id, for example m0330",
        max_chars=200,
    )
    text = _report_text(view, row_id) if row_id else ""
    if row_id and not text:
        st.warning(f"No claim and no mention has the id {plain(row_id)} here.")
    if text:
        st.markdown("Copy this, fill in what is wrong, and send it.")
        st.code(text, language=None, wrap_lines=True)
    _say_where_to_send(row_id if text else "")


def _report(row_id: str) -> None:
    st.session_state[REPORT] = row_id


def _report_text(view: View, row_id: str) -> str:
    """Write the report about a claim of the board or a mention of the ledger; "" for another id."""
    board, ledger = view.board, view.ledger
    claims = board.claims[board.claims["claim_id"] == row_id]
    if len(claims):
        own = board.mentions[board.mentions["claim_id"] == row_id]
        return claim_report(claims.iloc[0].to_dict(), own, view.edition, view.places)
    mentions = ledger.mentions[ledger.mentions["mention_id"] == row_id]
    if mentions.empty:
        return ""
    mention = mentions.iloc[0].to_dict()
    documents = ledger.documents
    article = documents[documents["document_id"] == mention["document_id"]].iloc[0].to_dict()
    judgements = ledger.judgements[ledger.judgements["mention_id"] == row_id]
    claim_ids = board.mentions.loc[board.mentions["mention_id"] == row_id, "claim_id"]
    return mention_report(
        mention, article, judgements, view.edition, claim_ids.iloc[0] if len(claim_ids) else ""
    )


def _say_where_to_send(row_id: str) -> None:
    """Lead to the address in MUSTER_REPORT_TO, or say who takes reports where none is set."""
    address = os.environ.get("MUSTER_REPORT_TO", "")
    scheme = urlsplit(address).scheme
    if not address:
        st.markdown(
            "Send it to whoever runs this server, or to those who keep the ledger. Whoever runs it "
            "can name an address here with the setting `MUSTER_REPORT_TO`."
        )
    elif scheme == "mailto":
        subject = quote(f"Error in the Muster ledger {row_id}".strip())
        st.link_button("Write to those who take reports", f"{address}?subject={subject}")
    elif scheme in {"http", "https"}:
        st.link_button("Go to where reports are taken", address)
    else:
        st.warning(
            "The setting `MUSTER_REPORT_TO` is no address: whoever runs this server has to begin it "
            "with mailto: or https:."
        )
