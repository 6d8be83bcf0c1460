"""Origins behind a figure: who gives it, by way of whom, in which articles, of how many origins."""

from itertools import combinations

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Bloc, Kind
from analysis.estimates.origins import SAME_FIGURE, SHARING_DAYS
from analysis.estimates.printings import NOBODY, copies, printings
from analysis.estimates.printings import counted as articles_by
from analysis.estimates.same_figure import SameFigure, same_figure
from analysis.exports.exhibit import claim_tables
from analysis.figures.hover import Claim, figure_words
from analysis.partial_dates import in_words
from pages.parts.chart import MOST_OPTIONS
from pages.parts.chosen import choose_option, key_of, opens_here
from pages.parts.evidence import article_link, show_evidence, what_is_claimed
from pages.parts.export import offer_table
from pages.parts.sentences import claim_phrase
from pages.parts.source_links import board_chains
from pages.parts.tables import days, figures, fitted
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "sources origins"
MOST_ARTICLES = 100
MOST_PAIRS = 12
# More rows than these stand in a box that scrolls.
TALL = 12
TABLE_HEIGHT = 460


def show(view: View) -> None:
    """Show what stands behind the chosen figure, or behind the one that most articles print."""
    st.header("Origins behind a figure", anchor=False)
    claims = view.shown.claims
    known = view.claim in set(view.board.claims["claim_id"])
    if claims.empty and not known:
        st.markdown("No figure is left in this selection.")
        return
    ranked = claims.sort_values(["articles", "mentions"], ascending=False, kind="stable")
    ranked = ranked.head(MOST_OPTIONS)
    _choose(view, ranked, known)
    claim_id = view.claim if known else _most_printed(ranked)
    found = view.remember(f"same figure {claim_id}", lambda: same_figure(view.board, claim_id))
    _say_what_it_rests_on(view, found, known)
    _show_claimants(view, found)
    _show_shared_intelligence(view, found)
    _show_ways(view, found)
    _show_articles(view, found)
    offer_table(
        view,
        PLACE,
        f"Behind {claim_phrase(found.claims.iloc[0].to_dict())}",
        lambda: claim_tables(found.claims, found.mentions),
        about=found.claims,
        name=f"origins behind {claim_id}",
    )
    if known and opens_here(view, view.board.claims, PLACE):
        show_evidence(view, view.claim, PLACE)


def _most_printed(ranked: pd.DataFrame) -> str:
    """Take the figure to begin with: the number that most articles print, as somebody's.

    What nobody is named for comes first only where there is nothing else.
    """
    number = [ranked["low"].fillna(ranked["high"]), ranked["high"].fillna(ranked["low"])]
    alike = ranked.groupby([*(ranked[name] for name in SAME_FIGURE), *number])["articles"]
    order = pd.DataFrame(
        {
            "nobody": ranked["bloc"] == Bloc.UNATTRIBUTED,
            "together": -alike.transform("sum"),
            "alone": -ranked["articles"],
        }
    )
    first = order.sort_values(["nobody", "together", "alone"], kind="stable").index[0]
    return str(ranked.loc[first, "claim_id"])


def _choose(view: View, ranked: pd.DataFrame, known: bool) -> None:
    """Offer the figures, those that most articles print first."""
    board = view.board.claims
    offered = pd.concat([ranked, board[board["claim_id"] == view.claim]])
    phrases = {
        claim["claim_id"]: f"{KIND_TERMS[Kind(claim['kind'])].label}: {claim_phrase(claim)}"
        for claim in offered.to_dict("records")
    }
    key = f"{key_of(PLACE)}_pick"
    st.session_state[key] = view.claim if known else None
    st.selectbox(
        "Figure",
        list(phrases),
        format_func=phrases.__getitem__,
        index=None,
        key=key,
        placeholder="Choose a figure; shown is the one that most articles print",
        on_change=choose_option,
        args=(key, PLACE),
    )


def _say_what_it_rests_on(view: View, found: SameFigure, known: bool) -> None:
    """Count what prints the figure and who gives it; origins are never said to be independent."""
    claim = found.claims.iloc[0].to_dict()
    origins = [view.names[origin] for origin in found.origins]
    st.subheader(f"{plain(figure_words(claim))}, as {plain(claim['source'])} has it", anchor=False)
    text = (
        f"{plain(what_is_claimed(claim))}. **{counted(found.articles, 'article')}, "
        f"{counted(len(found.mentions), 'mention')}, {counted(found.outlets, 'outlet')}, "
        f"{counted(len(found.claimants), 'claimant')}, {counted(len(origins), 'origin')}**"
    )
    text += f" ({plain(', '.join(origins))})." if origins else "."
    nobody = found.mentions[found.mentions["claimants"] == "unattributed"]["document_id"].nunique()
    if nobody:
        text += f" {counted(nobody, 'article')} {'puts' if nobody == 1 else 'put'} it to nobody."
    if len(origins) > 1:
        text += " Independence not established."
    with st.container(key="prose_sources_origins"):
        st.markdown(text)
        st.caption(
            "Everybody who gave the same number of the same thing, whatever the hedge, within "
            f"{SHARING_DAYS} days, and whoever is judged to pass it on. Filters do not touch these "
            "counts."
        )


def _show_claimants(view: View, found: SameFigure) -> None:
    """List who gives the figure, and whose own estimate each of them is."""
    claims = found.claims
    table = pd.DataFrame(
        {
            "Source": claims["source"].map(plain),
            "Figure": [plain(text) for text in figures(claims)],
            "Said": [plain(text) for text in days(claims)],
            "Articles": claims["articles"].map("{:,}".format),
            "Outlets": claims["outlets"].map("{:,}".format),
            "Own estimate of": [_origin(view, claim) for claim in claims.to_dict("records")],
            "Possibly one origin": claims["possibly_one_origin"].map(plain),
        }
    )
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        height=TABLE_HEIGHT if len(table) > TALL else "content",
        alt="Who gives this figure",
    )


def _origin(view: View, claim: Claim) -> str:
    names = " + ".join(view.names[origin] for origin in claim["origin"].split(";"))
    return plain(f"{names}, by judgement" if claim["judged"] else names)


def _show_shared_intelligence(view: View, found: SameFigure) -> None:
    """Say which of the origins are known to share what they know, and how."""
    shared = view.ledger.shared_intelligence
    pairs = {frozenset(pair) for pair in combinations(found.origins, 2)}
    told = [
        f"- {plain(view.names[one])} and {plain(view.names[other])}: {plain(reason)}"
        for one, other, reason in shared[["claimant_a", "claimant_b", "reason"]].itertuples(
            index=False, name=None
        )
        if frozenset((one, other)) in pairs
    ]
    if told:
        st.markdown("**Known to share intelligence**")
        with st.container(key="prose_sources_shared"):
            st.markdown("\n".join(told[:MOST_PAIRS]))
            if len(told) > MOST_PAIRS:
                st.caption(f"and {len(told) - MOST_PAIRS:,} more pairs")


def _show_ways(view: View, found: SameFigure) -> None:
    """Count by way of whom the figure reached the outlets."""
    board, shown = board_chains(view), found.mentions.index
    wire = int(copies(board, shown).wire.sum())
    st.markdown("**By way of whom**")
    ways = articles_by(printings(board, shown), "way")
    told = [
        f"{plain(way)} {number:,}" if way != NOBODY else f"nobody named between {number:,}"
        for way, number in zip(ways["way"], ways["articles"], strict=True)
    ]
    text = f"Articles by relay or agency: {', '.join(told[:MOST_PAIRS])}"
    if len(told) > MOST_PAIRS:
        text += f", and {len(told) - MOST_PAIRS:,} more"
    if wire:
        text += (
            f". {counted(wire, 'article')} {'prints' if wire == 1 else 'print'} an agency's or "
            "another outlet's text; copies of one text are no independent printings"
        )
    with st.container(key="prose_sources_ways"):
        st.markdown(f"{text}.")


def _show_articles(view: View, found: SameFigure) -> None:
    """List the articles, each once, with its first words for the figure."""
    mentions = found.mentions.drop_duplicates("document_id")
    sources = found.claims.set_index("claim_id")["source"]
    rows = mentions.head(MOST_ARTICLES).to_dict("records")
    table = pd.DataFrame(
        {
            "Printed": [in_words(row["printed_on"]) for row in rows],
            "Outlet": [_outlet(row) for row in rows],
            "Source": [plain(sources[row["claim_id"]]) for row in rows],
            "By way of": [plain(row["relay"].replace(";", ", ")) for row in rows],
            "Words as printed": [f"“{plain(row['wording'])}”" for row in rows],
        }
    )
    with st.expander(f"The articles: {counted(len(mentions), 'article')}"):
        st.table(
            fitted(table, view.narrow),
            hide_index=True,
            border="horizontal",
            height=TABLE_HEIGHT if len(table) > TALL else "content",
            alt="Articles that print this figure",
        )
        if len(mentions) > MOST_ARTICLES:
            st.caption(f"The first {MOST_ARTICLES}; saved tables have all.")


def _outlet(row: Claim) -> str:
    name = plain(row["outlet"] or "outlet not known")
    agency = f", text of {plain(row['agency'])}" if row["agency"] else ""
    if row["url"]:
        return f"[{name}]({article_link(row['url'], row['wording'])}){agency}"
    return name + agency
