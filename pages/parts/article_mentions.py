"""The mentions of one article, each as it was coded, with its claim and what was judged about it."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.codebook import Part
from analysis.figures.hover import Claim, figure_words
from analysis.partial_dates import in_words
from pages.parts.chosen import choose
from pages.parts.error_report import offer_report
from pages.parts.evidence import article_link, what_is_claimed
from pages.parts.judgements import decision
from pages.parts.sentences import PHRASE_COLUMNS, claim_phrase
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "articles mentions"
# No article of a person's coding comes near; a table that a machine made may.
MOST = 60

# A line of its own within one paragraph, as Markdown has it.
BREAK = "  \n"

DRIFT_SENTENCES = {
    "bound": "Drift: hedged otherwise than its claim.",
    "number": "Drift: another number than that of its claim.",
    "kind": "Drift of kind: in more articles, this source gives the number under another kind.",
}
ORDINALS = {1: "", 2: "second place of these words", 3: "third place of these words"}


def mentions_of(view: View, document_id: str) -> pd.DataFrame:
    """Give an article's mentions as coded, in the order of their ids, which follow the text.

    Adds ``claim_id`` and ``drift`` of the board, both "" for a mention that belongs to no claim.
    """
    mentions = view.ledger.mentions
    own = mentions[mentions["document_id"] == document_id]
    ids = own["mention_id"]
    own = own.loc[ids.to_frame().assign(n=ids.str.len()).sort_values(["n", "mention_id"]).index]
    board = view.board.mentions.set_index("mention_id")[["claim_id", "drift"]]
    return own.join(board, on="mention_id").fillna({"claim_id": "", "drift": ""})


def claims_of(view: View, mentions: pd.DataFrame) -> pd.DataFrame:
    """Give the claims of the board that these mentions belong to."""
    claims = view.board.claims
    return claims[claims["claim_id"].isin(mentions["claim_id"])]


def phrase_of(view: View, mention: Claim) -> str:
    """Say one mention in short: whose number, as hedged here, under which words."""
    return f"{_source(view, mention)}: {figure_words(mention)} (“{mention['wording']}”)"


def show_mentions(
    view: View, article: Claim, mentions: pd.DataFrame, chosen: str, beside_text: bool
) -> None:
    """Show each mention in the given order; ``beside_text``: in a column too narrow for three."""
    claims = claims_of(view, mentions)[list(PHRASE_COLUMNS)]
    phrases = {claim["claim_id"]: claim_phrase(claim) for claim in claims.to_dict("records")}
    judgements = view.ledger.judgements
    about = judgements[judgements["mention_id"].isin(mentions["mention_id"])]
    decided = {
        str(mention): [f"{decision(row, view.names)} ({plain(row['reason'])})" for row in rows]
        for mention, rows in _grouped(about).items()
    }
    for mention in mentions.head(MOST).to_dict("records"):
        mention_id = mention["mention_id"]
        marked = "chosen_" if mention_id == chosen else ""
        with st.container(key=f"mention_{marked}{mention_id}", gap="xsmall"):
            parts = [st.container(gap="xsmall") for _ in range(3)]
            if not (beside_text or view.narrow):
                parts = st.columns([5, 6, 4], gap="medium")
            parts[0].markdown(_words(article, mention))
            parts[1].markdown(_coded(view, mention, decided.get(mention_id, [])))
            with parts[2], st.container(horizontal=True, vertical_alignment="center", gap="small"):
                _offer_claim(phrases, mention)
                offer_report(view, mention_id)
    if len(mentions) > MOST:
        st.caption(f"The first {MOST} of {counted(len(mentions), 'mention')}.")


def _grouped(judgements: pd.DataFrame) -> dict[str, list[Claim]]:
    grouped: dict[str, list[Claim]] = {}
    for row in judgements.to_dict("records"):
        grouped.setdefault(row["mention_id"], []).append(row)
    return grouped


def _words(article: Claim, mention: Claim) -> str:
    """Write the words as printed, where they stand, and the way to them in the source."""
    occurrence = int(mention["occurrence"])
    where = [
        "headline" if mention["part"] == Part.HEADLINE else "body",
        ORDINALS.get(occurrence, f"place {occurrence} of these words"),
        plain(mention["mention_id"]),
    ]
    url = article["url"] or article["copy_url"]
    if url:
        name = "in the source" if article["url"] else "in the copy"
        where.append(f"[{name}]({article_link(url, mention['wording'])})")
    return f"**“{plain(mention['wording'])}”**{BREAK}{' · '.join(filter(None, where))}"


def _coded(view: View, mention: Claim, decided: list[str]) -> str:
    """Write who says how many of what, by way of whom, and what was judged."""
    named = mention["claimant_text"]
    lines = [
        f"**{plain(_source(view, mention))}: {plain(figure_words(mention))}**",
        plain(what_is_claimed(_as_claim(mention))),
        f"named here “{plain(named)}”" if named else "nobody is named",
    ]
    if mention["relay"]:
        lines.append(f"by way of {plain(mention['relay'].replace(';', ', '))}")
    if mention["stated_on"]:
        lines.append(f"said {in_words(mention['stated_on'])}")
    rows = [lines[0], " · ".join(lines[1:])]
    if mention["drift"]:
        rows.append(DRIFT_SENTENCES[mention["drift"]])
    rows += [f"Judged: {sentence}" for sentence in decided]
    return BREAK.join(rows)


def _source(view: View, mention: Claim) -> str:
    names = [mention["claimant"], *filter(None, mention["co_claimants"].split(";"))]
    return " + ".join(view.names.get(name, name) for name in names)


def _as_claim(mention: Claim) -> Claim:
    return {**mention, "kind": mention["claim_type"]}


def _offer_claim(phrases: Mapping[str, str], mention: Claim) -> None:
    """Offer the claim that the mention belongs to, with its evidence."""
    claim_id = mention["claim_id"]
    if not claim_id:
        st.markdown("Judged away: it belongs to no claim.")
        return
    st.button(
        f"Claim: {plain(phrases[claim_id])}",
        key=f"claim_of_{mention['mention_id']}",
        on_click=choose,
        args=(claim_id, PLACE),
        wrap=True,
        help="Open the evidence of this claim: every mention of it, revisions, judgements.",
    )
