"""One claim with everything behind it: words, articles, days, revisions, judgements, how to cite it."""

from urllib.parse import quote

import pandas as pd
import streamlit as st

from analysis.codebook import (
    KIND_TERMS,
    MODALITY_LABELS,
    POPULATION_LABELS,
    SCOPE_LABELS,
    Kind,
    Modality,
    Part,
    Population,
    Scope,
)
from analysis.exports.citation import cite_claim
from analysis.figures.hover import Claim, figure_words, said
from analysis.ledger.store.articles import is_added
from analysis.partial_dates import in_words
from pages.parts.chosen import choose
from pages.parts.error_report import offer_report
from pages.parts.judgements import decision
from pages.parts.sentences import claim_phrase
from pages.parts.tables import DRIFT_LABELS, fitted
from pages.parts.view import View
from pages.parts.wording import counted, plain

# What an address keeps as it is. Brackets and the like would end the link in Markdown.
IN_ADDRESSES = "%/?&=:;@+,!~#'"

# More than these stand in a box that scrolls.
TALL = 12
TABLE_HEIGHT = 520

STATUS_SENTENCES = {
    "in_force": "In force: this source has not replaced it so far.",
    "revised": "Revised since by the same source.",
    "drift_of_kind": (
        "Not in force: the same source gives this number under another kind in more articles, "
        "so this is taken for a slip of the printing."
    ),
    "vague_beside": "A word of number; it stands beside this source's figure and revises nothing.",
    "unsettled_fall": (
        "Lower than this source's figure before it, on one undated mention; it revises nothing "
        "until somebody has judged it."
    ),
    "about_earlier": "About an earlier time than this source's figure in force; revises nothing.",
}


def show_evidence(view: View, claim_id: str, place: str) -> None:
    """Show a claim of the board; filters hide claims from charts, never their evidence."""
    claims = view.board.claims
    claim = claims[claims["claim_id"] == claim_id].iloc[0].to_dict()
    mentions = view.board.mentions[view.board.mentions["claim_id"] == claim_id]
    with st.container(border=True, key=f"evidence_{place.replace(' ', '_')}"):
        st.subheader(f"{plain(claim['source'])}: {plain(figure_words(claim))}", anchor=False)
        st.markdown(
            f"{plain(what_is_claimed(claim))}. {_said(claim)}. "
            f"{_counts(claim)}, first printed {in_words(claim['first_printed'])}, "
            f"last {in_words(claim['last_printed'])}."
        )
        _show_standing(view, claim, place)
        _show_origin(view, claim)
        _show_details(view, claim)
        _show_mentions(view, mentions)
        _show_judgements(view, claim, mentions)
        st.caption("To cite this claim")
        cited = cite_claim(claim, mentions, view.edition, view.places, view.board.known_on)
        st.code(cited, language=None, wrap_lines=True)
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.button("Close", key=f"close_{place}", on_click=choose, args=("", place))
            offer_report(view, claim_id)


def what_is_claimed(claim: Claim) -> str:
    """Say of whom or what the number is claimed, and over which stretch.

    >>> what_is_claimed({"kind": "killed", "scope": "total", "population": "soldiers",
    ...     "unit": "people", "item": "", "share_of": "", "modality": "actual"})
    'Reported killed: soldiers, running total'
    """
    thing = claim["item"] or (
        claim["unit"]
        if claim["population"] == Population.MATERIEL
        else POPULATION_LABELS[Population(claim["population"])]
    )
    parts = [thing, SCOPE_LABELS[Scope(claim["scope"])]]
    if claim["share_of"]:
        parts.append(f"of {claim['share_of']}")
    if claim["modality"] != Modality.ACTUAL and claim["scope"] != Scope.PLANNED:
        parts.append(MODALITY_LABELS[Modality(claim["modality"])])
    return f"{KIND_TERMS[Kind(claim['kind'])].title}: {', '.join(parts)}"


def _said(claim: Claim) -> str:
    text = said(claim)
    return plain(text[:1].upper() + text[1:])


def _counts(claim: Claim) -> str:
    return ", ".join(
        (
            counted(claim["articles"], "article"),
            counted(claim["mentions"], "mention"),
            counted(claim["outlets"], "outlet"),
        )
    )


def _show_standing(view: View, claim: Claim, place: str) -> None:
    """Say whether the claim stands, and lead to the claims before and after it."""
    st.markdown(STATUS_SENTENCES[claim["status"]])
    claims = view.board.claims
    before = claims[claims["superseded_by"] == claim["claim_id"]]
    after = claims[claims["claim_id"] == claim["superseded_by"]]
    if before.empty and after.empty:
        return
    with st.container(horizontal=True, gap="small"):
        for title, others in (("Before", before), ("After", after)):
            for other in others.to_dict("records"):
                st.button(
                    f"{title}: {plain(claim_phrase(other))}",
                    key=f"{title}_{place}_{other['claim_id']}",
                    on_click=choose,
                    args=(other["claim_id"], place),
                )


def _show_origin(view: View, claim: Claim) -> None:
    own = set(claim["claimants"].split(";")) == set(claim["origin"].split(";"))
    origin = " and ".join(view.names.get(key, key) for key in claim["origin"].split(";"))
    if own:
        text = "Whether it is independent of what other sources say is not established."
    else:
        text = f"Judged to be the own estimate of {origin}, which this source passes on."
    if claim["possibly_one_origin"]:
        text += f" Possibly one origin: {claim['possibly_one_origin']}."
    st.markdown(plain(text))


def _show_details(view: View, claim: Claim) -> None:
    """Tell the period, the place, how it was printed otherwise, and the coders' notes."""
    details = {
        "About": _period(claim),
        "Place": _place(view, claim),
        "Printed otherwise": claim["drift"],
        "Notes of the coders": claim["note"],
    }
    given = {name: plain(text) for name, text in details.items() if text}
    if given:
        st.table(given, border="horizontal", alt="What else is known of this claim")


def _period(claim: Claim) -> str:
    first, last = claim["about_from"], claim["about_to"]
    if not first and not last:
        return ""
    if first == last or not first or not last:
        limit = "from " if not last else "to " if not first else ""
        return limit + in_words(first or last)
    return f"{in_words(first)} to {in_words(last)}"


def _place(view: View, claim: Claim) -> str:
    if not claim["location"]:
        return ""
    return f"{view.places[claim['location']]} ({claim['location_role']})"


def article_link(url: str, wording: str) -> str:
    """Give the address of an article at the words that carry the figure (a text fragment).

    >>> article_link("https://a.example/b", "2,000-odd troops")
    'https://a.example/b#:~:text=2%2C000%2Dodd%20troops'
    >>> article_link("https://a.example/)[c](d", "300")
    'https://a.example/%29%5Bc%5D%28d#:~:text=300'
    >>> article_link("https://a.example/(b)", "")
    'https://a.example/%28b%29'
    """
    address = quote(url.partition("#")[0], safe=IN_ADDRESSES)
    # A hyphen and a comma part the fields of a text fragment.
    words = quote(wording, safe="").replace("-", "%2D")
    return f"{address}#:~:text={words}" if words else address


def _show_mentions(view: View, mentions: pd.DataFrame) -> None:
    documents = view.ledger.documents.set_index("document_id")
    rows = mentions.join(documents[["title", "copy_url"]], on="document_id").to_dict("records")
    table = pd.DataFrame(
        {
            "Words as printed": [f"“{plain(row['wording'])}”" for row in rows],
            "Outlet": [outlet_cell(row) for row in rows],
            "Printed": [printed_cell(row) for row in rows],
            "Said": [in_words(row["stated_on"]) if row["stated_on"] else "" for row in rows],
            "By way of": [plain(row["relay"].replace(";", ", ")) for row in rows],
            "Drift": [DRIFT_LABELS[row["drift"]] for row in rows],
            "Mention": [_mention(row) for row in rows],
        }
    )
    tall = len(table) > TALL
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        height=TABLE_HEIGHT if tall else "content",
        alt="Every mention of this claim, in the order of printing",
    )
    linked = sum(1 for row in rows if row["url"] or row["copy_url"])
    st.caption(
        f"{counted(len(rows), 'mention')} in the order of printing; {linked} lead to the article "
        "and, where the browser can, to the words in it."
    )


def outlet_cell(row: Claim) -> str:
    """Name the outlet of a mention, leading to its words in the article where there is an address."""
    name = plain(row["outlet"] or "outlet not known")
    agency = f", text of {plain(row['agency'])}" if row["agency"] else ""
    if row["url"]:
        return f"[{name}]({article_link(row['url'], row['wording'])}){agency}"
    if row["copy_url"]:
        return f"{name}{agency} ([copy]({article_link(row['copy_url'], row['wording'])}))"
    return name + agency


def _mention(row: Claim) -> str:
    """Name a mention; one that was accepted here leads to its place in the article's text."""
    name = str(row["mention_id"])
    if not is_added(row["document_id"]):
        return name
    return f"[{name}](articles?article={row['document_id']}&mention={name})"


def printed_cell(row: Claim) -> str:
    """Write the day on which a mention was printed, and whether that is inferred or a headline."""
    day = in_words(row["printed_on"])
    inferred = ", inferred" if row["printed_basis"] == "inferred" else ""
    part = ", headline" if row.get("part") == Part.HEADLINE else ""
    return f"{day}{inferred}{part}"


def _show_judgements(view: View, claim: Claim, mentions: pd.DataFrame) -> None:
    """List what a person decided about this claim's mentions, with the reason."""
    judgements = view.ledger.judgements
    ids = set(mentions["mention_id"])
    about = judgements[judgements["mention_id"].isin(ids) | judgements["value"].isin(ids)]
    if about.empty:
        return
    st.markdown("**Decided by a person**")
    table = pd.DataFrame(
        {
            "Judgement": about["judgement_id"],
            "Mention": about["mention_id"],
            "Decision": [decision(row, view.names) for row in about.to_dict("records")],
            "Reason": about["reason"].map(plain),
        }
    )
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Judgements about the mentions of this claim",
    )
