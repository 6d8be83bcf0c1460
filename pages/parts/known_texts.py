"""The texts that are here already: those of the reader's folder, and those in the database."""

from collections.abc import Iterator

import streamlit as st

from analysis.ledger.article_texts import NoText, read_article_text
from analysis.ledger.intake.copies import NearCopy, near_copies
from analysis.ledger.store.articles import articles, text_hash
from pages.parts.article_texts import at_hand, texts_folder
from pages.parts.view import View


def known_texts(view: View) -> Iterator[tuple[str, str]]:
    """Give id and text of every article whose text is here. Raises StoreError."""
    folder = texts_folder()
    if folder is not None:
        shipped = view.ledger.documents[["document_id", "file"]].itertuples(index=False)
        for document_id, file in shipped:
            if at_hand(file):
                try:
                    yield document_id, read_article_text(folder, file)
                except NoText:
                    # The Articles page says what is wrong with it.
                    continue
    if view.desk.store is not None:
        with view.desk.store.reading() as connection:
            added = articles(connection)
        yield from ((one.document_id, one.text) for one in added if one.text)


def same_and_near(view: View, text: str) -> tuple[str, list[NearCopy]]:
    """Find the article with this very text ("" if none), and those that it nearly repeats."""
    wanted = text_hash(text)
    # Each look at a form asks again; the texts are compared once.
    token = repr((view.state, wanted))
    if st.session_state.get("compared", ("",))[0] != token:
        texts = list(known_texts(view))
        same = next((name for name, other in texts if text_hash(other) == wanted), "")
        st.session_state["compared"] = (token, same, near_copies(text, texts))
    _, same, near = st.session_state["compared"]
    return same, near


def text_of(view: View, document_id: str) -> str:
    """Give the text of an article that is here; "" where it is not."""
    return next((text for name, text in known_texts(view) if name == document_id), "")
