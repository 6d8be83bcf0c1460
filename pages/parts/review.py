"""An article under review: its text with the figures marked, and its proposals beside it."""

import streamlit as st

from analysis.errors import MusterError
from analysis.extraction.wordings import cut
from analysis.ledger.store.articles import SHARED, article_of
from analysis.ledger.store.decisions import standings
from analysis.ledger.store.queue import Queued, queue
from analysis.ledger.store.records import State, Versions
from analysis.partial_dates import in_words
from pages.parts.chosen_article import choose_article
from pages.parts.how_far import show_how_far
from pages.parts.marked_text import show_marked_text
from pages.parts.options import ArticleChoices
from pages.parts.review_cards import figure_of, matches_of, show_cards
from pages.parts.review_desk import (
    LAID_OUT,
    OPEN_CARD,
    Review,
    accept_unchanged,
    edited,
    edits_of,
    last_of,
    open_card,
    propose,
    say,
    show_said,
    take_back,
    take_up_edits,
)
from pages.parts.review_keys import ACCEPT_ALL, PROPOSE, UNDO, show_keys
from pages.parts.review_pace import show_pace
from pages.parts.second_coding import begin, choose_coding, show_agreement
from pages.parts.view import View, shipped_ledger
from pages.parts.wording import counted, plain

PHRASE, PLACE = "missed_phrase", "missed_place"


def show(view: View, choices: ArticleChoices) -> None:
    """Show the review of the article that the address names."""
    if view.desk.store is None:
        st.warning(f"No article has the id {plain(choices.article)} in the database.")
        return
    try:
        codings = queue(view.desk.store, choices.article)
        if not codings:
            st.warning(f"No article has the id {plain(choices.article)} in the database.")
            return
        own = [one for one in codings if one.coder in (SHARED, view.desk.person.name)]
        chosen = next((one for one in own if one.coding_id == choices.coding), own[0])
    except MusterError as error:
        st.warning(plain(error))
        return
    # Outside the fragment: these change the address.
    with st.container(horizontal=True, gap="small"):
        st.button("Back to the queue", key="leave_review", on_click=choose_article, args=("",))
        _offer_codings(view, chosen, codings)
    _show_review(view, chosen, codings)


@st.fragment
def _show_review(view: View, chosen: Queued, codings: tuple[Queued, ...]) -> None:
    """Show one coding. A fragment: a decision draws this anew, and not the whole page.

    What was accepted is in the tables all the same, and on each page from its next run on.
    """
    try:
        review = _review(view, chosen)
        if view.desk.store is not None:
            take_up_edits(view.desk.store, view.desk.person, chosen.coding_id)
        _open_first(review)
        with st.container(border=True, key="review"):
            _show_head(review, chosen)
            show_said()
            _show_bulk(view, review)
            if view.narrow:
                left, right = st.container(), st.container()
            else:
                left, right = st.columns([5, 6], gap="medium")
            with left, st.container(key="beside_mentions"):
                _show_text(view, review)
            with right:
                show_cards(view, review, matches_of(view, review))
            if len(codings) > 1 and chosen.coder == SHARED:
                show_agreement(view, review, codings)
            # Last: it tells the browser that all of the above is there.
            show_pace()
    except MusterError as error:
        st.warning(plain(error))


def _review(view: View, chosen: Queued) -> Review:
    store = view.desk.store
    if store is None:
        raise MusterError("The database is not open. Load the page again.")
    package = view.ledger.package
    return Review(
        article=article_of(store, chosen.document_id),
        coding_id=chosen.coding_id,
        coder=chosen.coder,
        standings=standings(store, chosen.coding_id),
        shipped=shipped_ledger(view),
        versions=Versions(package.version if package else "", view.edition.version),
    )


def _open_first(review: Review) -> None:
    """Open the first open proposal when an article is come to."""
    if st.session_state.get(LAID_OUT) == review.coding_id:
        return
    st.session_state[LAID_OUT] = review.coding_id
    still = (of.proposal.proposal_id for of in review.standings if of.state is State.OPEN)
    open_card(next(still, ""))


def _show_head(review: Review, chosen: Queued) -> None:
    article = review.article
    inferred = ", inferred" if article.published_basis == "inferred" else ""
    st.subheader(plain(article.title or article.document_id), anchor=False)
    agency = f", text of {plain(article.agency)}" if article.agency else ""
    copy = f" A near copy of {plain(article.near_copy_of)}." if article.near_copy_of else ""
    st.markdown(
        f"**{plain(article.outlet)}**{agency}. Printed {in_words(article.published_on)}{inferred}. "
        f"Added by {plain(article.added_by)}, {article.added_at[:10]}.{copy} "
        f"Article {plain(article.document_id)}."
    )
    counts = dict.fromkeys(State, 0)
    for of in review.standings:
        counts[of.state] += 1
    whose = "The coding that all share" if chosen.coder == SHARED else "Your own, blind coding"
    st.markdown(
        f"{whose}: {counted(len(review.standings), 'proposal')}, {counts[State.OPEN]} open, "
        f"{counts[State.ACCEPTED]} accepted, {counts[State.REJECTED]} rejected. "
        "Only what is accepted is charted."
        if chosen.coder == SHARED
        else f"{whose}: {counted(len(review.standings), 'phrase')} marked, "
        f"{counts[State.ACCEPTED]} accepted. Nothing of it is charted; it measures agreement."
    )


def _offer_codings(view: View, chosen: Queued, codings: tuple[Queued, ...]) -> None:
    """Offer to code the article once more, blind, and the way between both codings."""
    person = view.desk.person.name
    own = next((one for one in codings if one.coder == person), None)
    if chosen.coder != SHARED:
        st.button("To the shared coding", key="to_shared", on_click=choose_coding, args=("",))
    elif own is not None:
        st.button(
            "To your blind coding", key="to_own", on_click=choose_coding, args=(own.coding_id,)
        )
    else:
        st.button(
            "Code it once more, blind",
            key="begin_blind",
            on_click=begin,
            args=(chosen.document_id,),
            help="You mark and code every figure yourself, without seeing the proposals.",
        )


def _show_bulk(view: View, review: Review) -> None:
    """Offer to accept at once what is open, unchanged and sound, and to take the last step back."""
    ready = [
        of
        for of in review.standings
        if of.state is State.OPEN
        and not edits_of(of.proposal.proposal_id)
        and of.proposal.proposal_id not in review.problems
    ]
    last = last_of(review, view.desk.person.name)
    with st.container(horizontal=True, gap="small"):
        if len(ready) > 1:
            st.button(
                f"Accept all {len(ready)} that are unchanged",
                key=f"accept_all_{_moment(review)}",
                on_click=accept_unchanged,
                args=(review,),
                help="Those that you have changed and those with something to mend stay open.",
                shortcut=ACCEPT_ALL,
            )
        if last is not None and last.last is not None:
            st.button(
                "Undo my last decision",
                key=f"undo_last_{last.last.decision_id}",
                on_click=take_back,
                args=(review, last, last.last.number),
                help="Opens its card again. Every decision can be undone there, of whoever it was.",
                shortcut=UNDO,
            )
    if not view.narrow and review.standings:
        show_keys()


def _moment(review: Review) -> str:
    """Name what is shown: a press for all means those that were there when it was pressed."""
    return f"{len(review.standings)}_{sum(of.seen for of in review.standings)}"


def _show_text(view: View, review: Review) -> None:
    """Show the text with each proposal marked, and ways to mark what was missed."""
    text = review.article.text
    if not text:
        st.caption("This article came in without its text, from another Muster's tables.")
        return
    if review.coder == SHARED:
        show_how_far(text, review.article.published_on, review.article.outlet)
    spans = sorted(review.span(of) for of in review.standings)
    ids = {of.proposal.proposal_id: of for of in review.standings}
    show_marked_text(
        cut(text, spans),
        {name: figure_of(view, edited(of)) for name, of in ids.items()},
        st.session_state.get(OPEN_CARD, ""),
        review.article.language,
        f"review_text_{review.coding_id}",
        open_card,
        faint=[name for name, of in ids.items() if of.state is State.REJECTED],
        on_select=lambda start, end: propose(review, start, end),
        select_key=PROPOSE,
        typed=PHRASE,
    )
    with st.expander("Propose a phrase by typing it"):
        st.text_input("Phrase, letter for letter", key=PHRASE, max_chars=200)
        st.number_input("Which place of it", min_value=1, value=1, key=PLACE)
        st.button(
            "Propose this phrase", key="propose_phrase", on_click=_propose_typed, args=(review,)
        )


def _propose_typed(review: Review) -> None:
    words = (st.session_state[PHRASE] or "").strip()
    start = -1
    for _ in range(int(st.session_state[PLACE] or 1)):
        start = review.article.text.find(words, start + 1)
        if start < 0:
            break
    if start < 0 or not words:
        say("These words do not stand so often in the text. Copy them letter for letter.")
    else:
        propose(review, start, start + len(words))
