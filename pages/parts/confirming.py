"""What an article is, confirmed by a person: title, outlet, day, language; then it is added."""

import streamlit as st

from analysis.errors import MusterError
from analysis.extraction.proposals import Proposals, proposals_of
from analysis.extraction.wordings import cut
from analysis.ledger.intake.apart import BrokeOff, run_apart
from analysis.ledger.intake.copies import NearCopy
from analysis.ledger.store.articles import SameArticle, add_article, document_id_of
from analysis.ledger.store.checking import check_document
from analysis.ledger.store.drafts import Waiting
from analysis.ledger.store.people import require_writer
from analysis.ledger.store.records import Article
from pages.parts.article_table import article_phrase
from pages.parts.chosen_article import choose_article
from pages.parts.desk import now, open_desk, store_to_write
from pages.parts.draft_form import COPY_OF, given_in, keep_form, key_of, show_form
from pages.parts.drafts import drop
from pages.parts.how_far import MOST_READ, how_far
from pages.parts.known_texts import same_and_near, text_of
from pages.parts.marked_text import show_marked_text
from pages.parts.options import CODING, LIST, PART, QUEUE
from pages.parts.review_desk import say
from pages.parts.view import View, shipped_ledger
from pages.parts.wording import plain

SECONDS = 60

OWN = "An article of its own"
REFUSAL = "adding_refused"


def confirm(view: View, one: Waiting) -> None:
    """Show a draft with what its page says of itself, until it is added or left out."""
    refused = st.session_state.pop(REFUSAL, "")
    if refused:
        st.warning(plain(refused))
    draft = one.read
    try:
        same, near = same_and_near(view, draft.text)
    except MusterError as error:
        st.warning(plain(error))
        return
    if same:
        _refuse(view, same, one)
        return
    copy_of = _choose_copy(view, one, near) if near else OWN
    with st.container(border=True, key="confirm"):
        st.markdown("What the article says of itself, to be checked. What is marked * is needed.")
        show_form(one)
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Add it and look for figures",
                key="add_article",
                type="primary",
                on_click=_add,
                args=(view, one, copy_of),
            )
            st.button("Leave it out", key="leave_out", on_click=drop, args=(one.draft_id,))
    if not near:
        with st.expander("The text as it was read", expanded=True):
            _show_text(draft.text, draft.language, "draft_text")


def _refuse(view: View, same: str, one: Waiting) -> None:
    st.warning(
        f"This text is here already, as {plain(_phrase(view, same))}. It is not added once more."
    )
    with st.container(horizontal=True, gap="small"):
        st.button("Open that article", key="open_same", on_click=_open, args=(view, same, one))
        st.button("Go on", key="leave_out", on_click=drop, args=(one.draft_id,))


def _open(view: View, document_id: str, one: Waiting) -> None:
    in_tables = (view.ledger.documents["document_id"] == document_id).any()
    st.session_state[PART] = LIST if in_tables else QUEUE
    st.session_state[CODING] = ""
    choose_article(document_id)
    drop(one.draft_id)


def _choose_copy(view: View, one: Waiting, near: list[NearCopy]) -> str | None:
    """Show the nearest texts beside this one, and have the person say what it is."""
    nearest, draft = near[0], one.read
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
    chosen = one.filled.get(COPY_OF, "")
    return st.radio(
        "What is it? Another print of one text is a further outlet, not a further origin.",
        list(names),
        format_func=lambda name: plain(names[name]),
        index=list(names).index(chosen) if chosen in names else None,
        key=key_of(one, COPY_OF),
        on_change=_take_agency,
        args=(view, one),
    )


def _take_agency(view: View, one: Waiting) -> None:
    """Propose whose text another print is, where nothing is given."""
    chosen, agency = st.session_state.get(key_of(one, COPY_OF)), key_of(one, "agency")
    if chosen not in (None, OWN) and not st.session_state.get(agency):
        st.session_state[agency] = _agency_of(view, chosen)
    keep_form(one)


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


def _add(view: View, one: Waiting, copy_of: str | None) -> None:
    """Add the article with what is found in it, and open its review; or say what is missing."""
    draft, given = one.read, given_in(one)
    keep_form(one)
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
        _add_with_figures(view, new)
    except SameArticle as error:
        say(str(error))
        _open(view, error.document_id, one)
        return
    except MusterError as error:
        st.session_state[REFUSAL] = str(error)
        return
    st.session_state[PART], st.session_state[CODING] = QUEUE, ""
    choose_article(new.document_id)
    drop(one.draft_id)


def _add_with_figures(view: View, new: Article) -> None:
    """Look for figures and write the article with them. Raises NotAllowed and StoreError."""
    person = open_desk().person
    # Before anything is done with the text: the library asks again when it writes.
    require_writer(person)
    found = Proposals()
    told = ""
    try:
        found = run_apart(SECONDS, proposals_of, new.text[:MOST_READ], new.published_on, new.outlet)
        if not found.all:
            told = "No figure on the subject was found. Select words in the text to propose them."
        told = f"{told} {how_far(new.text, found)}".strip()
    except BrokeOff as error:
        told = f"No figures were looked for: {error}. Select words in the text to propose them."
    add_article(store_to_write(), person, new, found.all, f"Muster {view.edition.version}", now())
    if told:
        say(told)
