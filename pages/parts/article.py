"""One article: what is known of it, its text with the figures marked, its mentions, their claims."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.codebook import LANGUAGE_LABELS
from analysis.extraction.wordings import Located, Span, Wording, cut, locate
from analysis.figures.hover import Claim
from analysis.ledger.article_texts import NoText, read_article_text
from analysis.ledger.store.articles import NoSuchArticle, article_of, is_added
from analysis.ledger.store.trouble import StoreError
from analysis.partial_dates import in_words
from pages.parts.article_export import offer_mentions
from pages.parts.article_list import in_print
from pages.parts.article_mentions import (
    PLACE,
    claims_of,
    mentions_of,
    phrase_of,
    show_mentions,
)
from pages.parts.article_table import printed
from pages.parts.article_texts import HOW_TO, texts_folder
from pages.parts.chosen import opens_here
from pages.parts.chosen_article import choose_article, choose_mention, choose_mention_option
from pages.parts.evidence import show_evidence
from pages.parts.filters import KNOWN_ON, drop
from pages.parts.found_figures import (
    MOST,
    FoundFigure,
    further_figures,
    phrase_of_figure,
    show_found_figures,
)
from pages.parts.marked_text import show_marked_text
from pages.parts.options import CODING, PART, QUEUE, ArticleChoices
from pages.parts.view import View
from pages.parts.wording import counted, plain

NO_TEXT_CAME = "This article came in without its text, from another Muster's tables."


def show(view: View, listed: pd.DataFrame, choices: ArticleChoices) -> None:
    """Show the article that the address names, if any; say so where the list leaves it out."""
    if not choices.article:
        return
    documents = view.ledger.documents
    rows = documents[documents["document_id"] == choices.article]
    if rows.empty:
        st.warning(f"No article has the id {plain(choices.article)} in these tables.")
    elif not (in_print(view)["document_id"] == choices.article).any():
        _say_it_was_not_in_print(view, rows.iloc[0].to_dict())
    else:
        if not (listed["document_id"] == choices.article).any():
            st.markdown(
                "This article is not among those listed: a filter or the search leaves it out."
            )
        narrowed = bool((listed["fitting"] != listed["mentions"]).any())
        _show_article(view, rows.iloc[0].to_dict(), choices.mention, narrowed)


def _say_it_was_not_in_print(view: View, article: Claim) -> None:
    st.warning(
        f"{plain(article['document_id'])} was printed {printed(article)}: on "
        f"{in_words(view.board.known_on)}, as known on which everything is shown, it was not "
        "certainly in print."
    )
    st.button(
        "Drop the filter: as known on",
        key="drop_known_on_article",
        on_click=drop,
        args=(view.filters, KNOWN_ON),
    )


def _show_article(view: View, article: Claim, chosen: str, narrowed: bool) -> None:
    """Show an article with all of its mentions; ``narrowed``: filters leave some of them out."""
    mentions = mentions_of(view, article["document_id"])
    with st.container(border=True, key="one_article"):
        _show_head(view, article, mentions)
        if narrowed:
            st.caption("All its mentions are listed here, those that the filters leave out too.")
        text, instead = _text_of(view, article)
        if text is None:
            with st.container(key="prose_no_text"):
                st.caption(instead)
            show_mentions(view, article, mentions, chosen, beside_text=False)
            offer_mentions(view, article)
        else:
            _show_with_text(view, article, mentions, text, chosen)
        if opens_here(view, claims_of(view, mentions), PLACE):
            show_evidence(view, view.claim, PLACE)


def _review() -> None:
    st.session_state[PART] = QUEUE
    st.session_state[CODING] = ""


def _show_head(view: View, article: Claim, mentions: pd.DataFrame) -> None:
    """Name the article, say what is known of it, and lead to it."""
    outlet = plain(article["outlet"] or "Outlet not known")
    day = in_words(article["published_on"])
    st.subheader(plain(article["title"]) or f"{outlet}, {day}", anchor=False)
    agency = f", text of {plain(article['agency'])}" if article["agency"] else ""
    language = LANGUAGE_LABELS.get(article["language"], article["language"])
    claims = mentions.loc[mentions["claim_id"] != "", "claim_id"].nunique()
    st.markdown(
        f"**{outlet}**{agency}. Printed {printed(article)}. {plain(language)}. "
        f"{counted(len(mentions), 'mention')}, which belong to {counted(claims, 'claim')}. "
        f"{'' if article['title'] else 'Its title was not recorded. '}"
        f"Article {plain(article['document_id'])}."
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if article["url"]:
            st.link_button("Open the article", article["url"])
        elif article["copy_url"]:
            st.link_button("Open a copy", article["copy_url"])
            st.markdown("The article's own address is not known; this is where a copy was read.")
        else:
            st.markdown("No address of it is known.")
        if view.desk.person.may_write and is_added(article["document_id"]):
            st.button("Review it", key="review_article", on_click=_review)
        st.button("Close", key="close_article", on_click=choose_article, args=("",))


def _text_of(view: View, article: Claim) -> tuple[str | None, str]:
    """Read the text of an article from where it is; else say why it is not shown."""
    if view.desk.store is not None and not article["file"]:
        try:
            return article_of(view.desk.store, article["document_id"]).text or None, NO_TEXT_CAME
        except NoSuchArticle:
            # One of the shipped articles.
            pass
        except StoreError as error:
            return None, f"Its text cannot be shown: {plain(error)}"
    folder = texts_folder()
    if folder is None:
        return None, HOW_TO
    if not article["file"]:
        return None, "No text file is recorded for this article (column file of documents.csv)."
    try:
        return read_article_text(folder, article["file"]), ""
    except NoText as error:
        return None, f"Its text cannot be shown: {plain(error)}"


def _show_with_text(
    view: View, article: Claim, mentions: pd.DataFrame, text: str, chosen: str
) -> None:
    """Show the text with its figures marked, and the mentions in its order beside it."""
    columns = ["mention_id", "wording", "occurrence"]
    found = locate(text, [Wording(*row) for row in mentions[columns].itertuples(index=False)])
    further = further_figures(article, mentions, text, found.spans)
    order = [*(span.mention_id for span in found.spans), *found.missing]
    in_order = mentions.set_index("mention_id", drop=False).loc[order]
    if view.narrow:
        left, right = st.container(), st.container()
    else:
        left, right = st.columns([6, 5], gap="large")
    with left, st.container(key="beside_mentions"):
        _show_text(view, article, in_order, text, found, further.figures, chosen)
    with right:
        show_mentions(view, article, in_order, chosen, beside_text=True)
        if in_order.empty:
            st.markdown("Nobody has coded this article yet: the ledger has no mention from it.")
    offer_mentions(view, article)
    if not is_added(article["document_id"]):
        show_found_figures(view, further)


def _show_text(
    view: View,
    article: Claim,
    mentions: pd.DataFrame,
    text: str,
    found: Located,
    figures: Sequence[FoundFigure],
    chosen: str,
) -> None:
    """Show the text, a select box to mark one place strongly, and what was not found in it."""
    marked = figures[:MOST]
    titles = {
        mention["mention_id"]: phrase_of(view, mention) for mention in mentions.to_dict("records")
    } | {figure.found_id: phrase_of_figure(view, figure) for figure in marked}
    spans = [*found.spans, *(Span(one.start, one.end, one.found_id) for one in marked)]
    there = [span.mention_id for span in spans]
    key = f"mark_in_{article['document_id']}"
    st.session_state[key] = chosen if chosen in there else None
    st.selectbox(
        "Mention",
        there,
        format_func=titles.__getitem__,
        index=None,
        key=key,
        placeholder="Mark one mention: choose it in the text, or here",
        on_change=choose_mention_option,
        args=(key,),
        label_visibility="collapsed",
    )
    show_marked_text(
        cut(text, spans),
        titles,
        chosen,
        article["language"],
        "article_text",
        choose_mention,
        faint=[figure.found_id for figure in marked],
    )
    if marked:
        st.caption("Shaded: in the ledger. Dotted: found by the extractor, not in the ledger.")
    if found.missing:
        lost = ", ".join(f"{titles[mention]} [{mention}]" for mention in found.missing)
        st.caption(f"Not found in this text: {plain(lost)}")
