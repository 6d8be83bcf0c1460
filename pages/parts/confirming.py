"""What an article is, confirmed by a person: title, outlet, day, language; then it is added."""

from collections.abc import Callable

import streamlit as st

from analysis.codebook import LANGUAGE_LABELS
from analysis.errors import MusterError
from analysis.extraction.proposals import Proposable, proposals_of
from analysis.extraction.wordings import cut
from analysis.ledger.intake.apart import BrokeOff, run_apart
from analysis.ledger.intake.copies import NearCopy
from analysis.ledger.intake.draft import Draft
from analysis.ledger.store.articles import SameArticle, add_article, document_id_of
from analysis.ledger.store.checking import check_document
from analysis.ledger.store.people import require_writer
from analysis.ledger.store.records import Article
from pages.parts.article_table import article_phrase
from pages.parts.chosen_article import choose_article
from pages.parts.desk import now, open_desk, store_to_write
from pages.parts.known_texts import same_and_near, text_of
from pages.parts.marked_text import show_marked_text
from pages.parts.options import CODING, LIST, PART, QUEUE
from pages.parts.review_desk import say
from pages.parts.view import View, shipped_ledger
from pages.parts.wording import plain

SECONDS = 60
# Longer texts are books; their first part is read for figures, and this is said.
MOST_READ = 200_000

OWN = "An article of its own"
BASES = {"stated": "stated on the page", "inferred": "inferred, not stated there"}
REFUSAL = "adding_refused"


def confirm(view: View, draft: Draft, done: Callable[[], None]) -> None:
    """Show a draft with what its page says of itself; ``done`` is called when it is dealt with."""
    refused = st.session_state.pop(REFUSAL, "")
    if refused:
        st.warning(plain(refused))
    try:
        same, near = same_and_near(view, draft.text)
    except MusterError as error:
        st.warning(plain(error))
        return
    if same:
        _refuse(view, same, done)
        return
    first = _choose_copy(view, draft, near) if near else OWN
    with st.form("confirm", enter_to_submit=False):
        st.markdown("What the page says of itself, to be checked. What is marked * is needed.")
        _fields(draft, "" if first in (None, OWN) else _agency_of(view, first))
        st.form_submit_button(
            "Add it and look for figures",
            key="add_article",
            type="primary",
            on_click=_add,
            args=(view, draft, first, done),
        )
    st.button("Leave it out", key="leave_out", on_click=done)
    if not near:
        with st.expander("The text as it was read", expanded=True):
            _show_text(draft.text, draft.language, "draft_text")


def _refuse(view: View, same: str, done: Callable[[], None]) -> None:
    st.warning(
        f"This text is here already, as {plain(_phrase(view, same))}. It is not added once more."
    )
    with st.container(horizontal=True, gap="small"):
        st.button("Open that article", key="open_same", on_click=_open, args=(view, same, done))
        st.button("Go on", key="leave_out", on_click=done)


def _open(view: View, document_id: str, done: Callable[[], None]) -> None:
    in_tables = (view.ledger.documents["document_id"] == document_id).any()
    st.session_state[PART] = LIST if in_tables else QUEUE
    st.session_state[CODING] = ""
    choose_article(document_id)
    done()


def _choose_copy(view: View, draft: Draft, near: list[NearCopy]) -> str | None:
    """Show the nearest texts beside this one, and have the person say what it is."""
    nearest = near[0]
    st.markdown(
        f"**{nearest.share:.0%}** of the shorter text's word runs stand in "
        f"{plain(_phrase(view, nearest.document_id))} too."
    )
    columns = [st.container(), st.container()] if view.narrow else st.columns(2, gap="medium")
    with columns[0]:
        st.caption("This text")
        _show_text(draft.text, draft.language, "draft_text")
    with columns[1]:
        st.caption("The text that is here")
        _show_text(text_of(view, nearest.document_id), draft.language, "near_text")
    names = {OWN: OWN} | {
        copy.document_id: f"Another print of {_phrase(view, copy.document_id)} ({copy.share:.0%})"
        for copy in near[:5]
    }
    return st.radio(
        "What is it? Another print of one text is a further outlet, not a further origin.",
        list(names),
        format_func=lambda name: plain(names[name]),
        index=None,
        key=_key(draft, "copy_of"),
    )


def _phrase(view: View, document_id: str) -> str:
    documents = view.ledger.documents
    rows = documents[documents["document_id"] == document_id].to_dict("records")
    return article_phrase(rows[0]) if rows else f"article {document_id}"


def _agency_of(view: View, document_id: str) -> str:
    """Name whose text the first article is: its agency, else whoever published it."""
    documents = view.ledger.documents
    rows = documents[documents["document_id"] == document_id].to_dict("records")
    return str(rows[0]["agency"] or rows[0]["outlet"]) if rows else ""


def _show_text(text: str, language: str, key: str) -> None:
    show_marked_text(cut(text, []), {}, "", language, key, lambda _: None)


def _fields(draft: Draft, agency: str) -> None:
    """Draw the form; its values are read by key when it is sent."""
    st.text_input("Title *", draft.title, key=_key(draft, "title"), max_chars=500)
    left, right = st.columns(2, gap="medium")
    left.text_input(
        "Outlet * (who published it)", draft.outlet, key=_key(draft, "outlet"), max_chars=200
    )
    right.text_input(
        "Agency",
        agency,
        key=_key(draft, "agency"),
        max_chars=200,
        help="Whose text the outlet printed, if not its own. Needed for another print of a text.",
    )
    left.text_input(
        "Printed on *",
        draft.published_on,
        key=_key(draft, "published_on"),
        placeholder="YYYY-MM-DD, or YYYY-MM where the day is not known",
        max_chars=10,
    )
    right.radio(
        "That day is *",
        list(BASES),
        format_func=BASES.__getitem__,
        index=None,
        key=_key(draft, "basis"),
        horizontal=True,
    )
    languages = {**LANGUAGE_LABELS}
    if draft.language:
        languages.setdefault(draft.language, draft.language)
    codes = list(languages)
    left.selectbox(
        "Language *",
        codes,
        index=codes.index(draft.language) if draft.language else None,
        format_func=languages.__getitem__,
        key=_key(draft, "language"),
    )
    right.text_input(
        "Address", draft.url, key=_key(draft, "url"), placeholder="https://", max_chars=2000
    )


def _key(draft: Draft, name: str) -> str:
    """Name a control of the form: one for each draft, or the next would show this one's."""
    return f"new_{name}_{hash(draft)}"


def _add(view: View, draft: Draft, copy_of: str | None, done: Callable[[], None]) -> None:
    """Add the article with what is found in it, and open its review; or say what is missing."""
    given = {
        name: (st.session_state.get(_key(draft, name)) or "").strip()
        for name in ("title", "outlet", "agency", "published_on", "basis", "language", "url")
    }
    missing = [
        label
        for name, label in {
            "title": "title",
            "outlet": "outlet",
            "published_on": "day of printing",
            "basis": "whether that day is stated or inferred",
            "language": "language",
        }.items()
        if not given[name]
    ]
    if copy_of is None:
        missing.append("whether it is an article of its own")
    elif copy_of != OWN and not given["agency"]:
        missing.append("agency: whose text both printed")
    if missing:
        st.session_state[REFUSAL] = f"Not added. Still missing: {', '.join(missing)}."
        return
    new = Article(
        document_id=document_id_of(draft.text),
        text=draft.text,
        outlet=given["outlet"],
        agency=given["agency"],
        url=given["url"],
        title=given["title"],
        published_on=given["published_on"],
        published_basis=given["basis"],
        language=given["language"],
        near_copy_of="" if copy_of in (None, OWN) else str(copy_of),
    )
    problems = check_document(shipped_ledger(view), new)
    if problems:
        st.session_state[REFUSAL] = f"Not added. {problems[0]}"
        return
    try:
        _keep(view, new)
    except SameArticle as error:
        say(str(error))
        _open(view, error.document_id, done)
        return
    except MusterError as error:
        st.session_state[REFUSAL] = str(error)
        return
    st.session_state[PART], st.session_state[CODING] = QUEUE, ""
    choose_article(new.document_id)
    done()


def _keep(view: View, new: Article) -> None:
    """Look for figures and write the article with them. Raises NotAllowed and StoreError."""
    person = open_desk().person
    # Before anything is done with the text: the library asks again when it writes.
    require_writer(person)
    found: tuple[Proposable, ...] = ()
    told = ""
    try:
        found = run_apart(SECONDS, proposals_of, new.text[:MOST_READ], new.published_on, new.outlet)
        if not found:
            told = "No figure on the subject was found. Select words in the text to propose them."
    except BrokeOff as error:
        told = f"No figures were looked for: {error}. Select words in the text to propose them."
    if len(new.text) > MOST_READ:
        told += f" Only the first {MOST_READ:,} characters were read for figures."
    add_article(store_to_write(), person, new, found, f"Muster {view.edition.version}", now())
    if told:
        say(told)
