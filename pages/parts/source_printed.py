"""The mentions that a source, a relay and an outlet have in common: words, article, claim."""

import pandas as pd
import streamlit as st

from analysis.estimates.printings import NOBODY, printed_mentions
from analysis.exports.tables import escaped
from analysis.partial_dates import in_words
from pages.parts.chart import choose_from
from pages.parts.evidence import article_link
from pages.parts.paging import offer_pages, rows_of
from pages.parts.source_choices import NOBODY_NAMED, NOT_KNOWN, SourceChoices, choose_one
from pages.parts.source_links import CHOICES, HEADINGS, labels, link, names_of_relays
from pages.parts.tables import KINDS
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "sources printed"
NOTHING = {"voice": "any source", "way": "anybody", "outlet": "any outlet"}


def show(view: View, choices: SourceChoices) -> None:
    """Draw the keyboard's way to a tile, and list what was printed there."""
    chosen = {}
    for (which, name), column in zip(CHOICES.items(), st.columns(3, gap="medium"), strict=True):
        with column:
            held = getattr(choices, name)
            chosen[which] = choose_one(
                name, held, HEADINGS[which], labels(view, which), NOTHING[which]
            )
    chosen = {which: key for which, key in chosen.items() if key}
    if not chosen:
        st.caption("Choose a tile, or a source, a relay and an outlet here, to see the articles.")
        return
    mentions = _mentions(view, chosen)
    who = ", ".join(link(view, which).names.get(key, key) for which, key in chosen.items())
    if mentions.empty:
        st.markdown(f"No article has {plain(who)} together.")
        return
    st.markdown(
        f"**{plain(who)}: {counted(mentions['document_id'].nunique(), 'article')}, "
        f"{counted(len(mentions), 'mention')}.**"
    )
    page = rows_of("sources_printed", repr((view.token, chosen)), len(mentions))
    _show_table(view, mentions.iloc[::-1].iloc[page.cut])
    offer_pages(page, "the latest printed first")
    claims = view.shown.claims
    choose_from(view, PLACE, claims[claims["claim_id"].isin(mentions["claim_id"])])


def _mentions(view: View, chosen: dict[str, str]) -> pd.DataFrame:
    """Find the mentions of the chosen links; what stands for nobody named is nobody's name."""
    unnamed = {NOBODY_NAMED: NOBODY, NOT_KNOWN: ""}
    wanted = {which: unnamed.get(key, key) for which, key in chosen.items()}
    return printed_mentions(view.shown.mentions, names_of_relays(view), **wanted)


def _show_table(view: View, shown: pd.DataFrame) -> None:
    """List mentions, each with the way to its article."""
    sources = view.shown.claims.set_index("claim_id")["source"]
    table = pd.DataFrame(
        {
            "Source": shown["claim_id"].map(sources),
            "Words as printed": shown["wording"],
            "Claim type": shown["claim_type"].map(KINDS),
            "Printed": shown["printed_on"].map(in_words),
            "Outlet": shown["outlet"].where(shown["outlet"] != "", "outlet not known"),
            "By way of, as written": shown["relay"].str.replace(";", ", "),
            "Text of": shown["agency"],
            "Article": [
                article_link(url, wording) if url else None
                for url, wording in zip(shown["url"], shown["wording"], strict=True)
            ],
            "Mention": shown["mention_id"],
            "Claim": shown["claim_id"],
        }
    )
    st.dataframe(
        escaped(table),
        hide_index=True,
        key="sources_printed_table",
        alt="Mentions of the chosen source, relay and outlet",
        column_config={"Article": st.column_config.LinkColumn(display_text="open")},
    )
