"""The proposals of a coding, one beneath the other: one line each, and the card of the open one."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.codebook import words
from analysis.estimates.proposed import Match, Place, proposed
from analysis.ledger.store.accepted import mention_id_of
from analysis.ledger.store.articles import SHARED
from analysis.ledger.store.checking import documents_table, mentions_table
from analysis.ledger.store.decisions import history
from analysis.ledger.store.records import Decision, Fields, Standing, State
from pages.parts.review_desk import (
    OPEN_CARD,
    Review,
    accept,
    edited,
    edits_of,
    forget_edits,
    open_card,
    reject,
    take_back,
)
from pages.parts.review_fields import show_fields, take_typed
from pages.parts.review_keys import ACCEPT, BACK, NEXT, REJECT
from pages.parts.sentences import claim_phrase_with_kind
from pages.parts.tables import KINDS
from pages.parts.view import View, current_board
from pages.parts.wording import counted, plain

STATE_WORDS = {State.OPEN: "open", State.ACCEPTED: "accepted", State.REJECTED: "rejected"}
ACTION_WORDS = {
    "accept": "accepted it as it was",
    "correct": "corrected and accepted it",
    "reject": "rejected it",
    "undo": "took decision {undoes} back",
}


@dataclass(frozen=True)
class Matches:
    """What proposals would be among the claims: by proposal, with every claim as a phrase."""

    by_proposal: Mapping[str, Match]
    phrases: Mapping[str, str]
    known: frozenset[str]


def figure_of(view: View, fields: Fields) -> str:
    """Say in short what cells come to: who, how many, of which kind; what is missing stays out."""
    source = view.names.get(fields.get("claimant", ""), "nobody chosen")
    kind = fields.get("claim_type", "")
    named = f", {KINDS[kind]}" if kind in KINDS else ""
    return f"{source}: {_number(fields)}{named}"


def _number(fields: Fields) -> str:
    try:
        low, high = (float(fields.get(end) or "nan") for end in ("low", "high"))
        return words(fields.get("bound", ""), low, high, fields.get("unit", ""))
    except ValueError:
        # Cells that make no number yet; the words of the article do.
        return f"“{fields.get('wording', '')}”"


def matches_of(view: View, review: Review) -> Matches:
    """Tell what each sound proposal would be, as if all of them were accepted."""
    if review.coder != SHARED:
        return Matches({}, {}, frozenset())
    rows = {
        mention_id_of(of.proposal.proposal_id): of
        for of in review.standings
        if of.state is not State.REJECTED
        and of.proposal.proposal_id not in review.problems
        and not of.fields.get("mention_id")
    }
    token = repr([(name, sorted(of.fields.items())) for name, of in rows.items()])
    return view.remember(f"matches {review.coding_id} {token}", lambda: _match(view, review, rows))


def _match(view: View, review: Review, rows: Mapping[str, Standing]) -> Matches:
    board = current_board(view.state, view.ledger, "") or view.board
    mentions = board.mentions.set_index("mention_id")["claim_id"]
    document = review.article.document_id
    new = [
        {**of.fields, "mention_id": name, "document_id": document}
        for name, of in rows.items()
        if name not in mentions.index
    ]
    matches: dict[str, Match] = {}
    claims = board.claims
    if new:
        would_be = proposed(
            view.ledger,
            board,
            documents_table(view.ledger, review.article),
            mentions_table(view.ledger, new),
        )
        matches = dict(would_be.matches)
        claims = pd.concat([would_be.board.claims, board.claims]).drop_duplicates("claim_id")
    counts = mentions.value_counts()
    for name in rows:
        if name in mentions.index:
            claim_id = mentions[name]
            others = int(counts.get(claim_id, 1)) - 1
            matches[name] = Match(Place.JOINS if others else Place.NEW, claim_id, others, ())
    named = {match.claim_id for match in matches.values()}
    named |= {one for match in matches.values() for one in match.revised}
    phrases = {
        claim["claim_id"]: claim_phrase_with_kind(claim)
        for claim in claims[claims["claim_id"].isin(named)].to_dict("records")
    }
    return Matches(
        {rows[name].proposal.proposal_id: match for name, match in matches.items()},
        phrases,
        frozenset(board.claims["claim_id"]),
    )


def match_words(matches: Matches, proposal_id: str) -> str:
    """Say what a proposal would be among the claims, with a way to those that are there."""
    match = matches.by_proposal.get(proposal_id)
    if match is None:
        return ""
    revised = ", ".join(_claim(matches, one) for one in match.revised)
    if match.place is Place.JOINS:
        more = f"; revises {revised}" if revised else ""
        joined = counted(match.others, "other mention")
        return f"Joins {_claim(matches, match.claim_id)}: {joined}{more}."
    if match.place is Place.REVISES:
        return f"Revises {revised}."
    return "A new claim."


def _claim(matches: Matches, claim_id: str) -> str:
    phrase = plain(matches.phrases.get(claim_id, claim_id))
    return f"[{phrase}](claims?claim={claim_id})" if claim_id in matches.known else phrase


def show_cards(view: View, review: Review, matches: Matches) -> None:
    """Show every proposal in the order of the text, the open one with all its cells."""
    chosen = st.session_state.get(OPEN_CARD, "")
    for number, of in enumerate(review.standings, start=1):
        proposal_id = of.proposal.proposal_id
        if proposal_id == chosen:
            with st.container(border=True, key="open_card_box"):
                _show_card(view, review, matches, of, number)
        else:
            _show_line(view, review, of, number)


def _show_line(view: View, review: Review, of: Standing, number: int) -> None:
    proposal_id = of.proposal.proposal_id
    notes = [STATE_WORDS[of.state]]
    if edits_of(proposal_id):
        notes.append("changed, not saved")
    elif of.state is State.OPEN and proposal_id in review.problems:
        notes.append("to mend")
    st.button(
        f"{number}. {plain(figure_of(view, edited(of)))} · {', '.join(notes)}",
        key=f"line_{proposal_id}",
        on_click=open_card,
        args=(proposal_id,),
        width="stretch",
        wrap=True,
    )


def _show_card(view: View, review: Review, matches: Matches, of: Standing, number: int) -> None:
    proposal_id = of.proposal.proposal_id
    take_typed(of)
    fields = edited(of)
    st.markdown(
        f"**{number}. “{plain(of.fields.get('wording', ''))}”** · {STATE_WORDS[of.state]}  \n"
        f"{plain(figure_of(view, of.fields))}. {match_words(matches, proposal_id)}"
    )
    problems = review.problems_of({proposal_id: fields}).get(proposal_id, ())
    show_fields(view, of, problems)
    _show_actions(review, of)
    made = history(view.desk.store, proposal_id) if view.desk.store else ()
    if made:
        _show_history(review, of, made)


def _show_actions(review: Review, of: Standing) -> None:
    proposal_id = of.proposal.proposal_id
    changed = bool(edits_of(proposal_id))
    if changed or of.state is not State.ACCEPTED:
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Correct and accept" if changed else "Accept",
                key=_named("accept_card", of),
                type="primary",
                on_click=_accept,
                args=(review, of),
                shortcut=ACCEPT,
            )
            if changed:
                st.button("Drop my changes", key="drop_edits", on_click=_drop, args=(of,))
    if of.state is not State.REJECTED:
        reason_key = f"reason_{proposal_id}_{of.seen}"
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.text_input(
                "Reason, to reject it",
                key=reason_key,
                max_chars=300,
                placeholder="another army, a repeat …",
            )
            st.button(
                "Reject",
                key=_named("reject_card", of),
                on_click=_reject,
                args=(review, of, reason_key),
                shortcut=REJECT,
            )
    with st.container(horizontal=True, gap="small"):
        for label, step, shortcut in (("Back", -1, BACK), ("Next", 1, NEXT)):
            st.button(
                label,
                key=_named(f"step_{label}", of),
                on_click=_step,
                args=(review, of, step),
                shortcut=shortcut,
            )
        st.button("Close", key="close_card", on_click=_leave, args=(of,))


def _named(button: str, of: Standing) -> str:
    """Name a button by its card as it stands: a press that arrives late never acts on another one."""
    return f"{button}_{of.proposal.proposal_id}_{of.seen}"


def _accept(review: Review, of: Standing) -> None:
    take_typed(of)
    accept(review, of)


def _leave(of: Standing) -> None:
    take_typed(of)
    open_card("")


def _step(review: Review, of: Standing, step: int) -> None:
    """Open the card before or after this one, round the end."""
    take_typed(of)
    ids = [one.proposal.proposal_id for one in review.standings]
    open_card(ids[(ids.index(of.proposal.proposal_id) + step) % len(ids)])


def _reject(review: Review, of: Standing, reason_key: str) -> None:
    reject(review, of, st.session_state.get(reason_key) or "")


def _drop(of: Standing) -> None:
    """Forget the changes; the controls begin anew with what is saved."""
    forget_edits(of.proposal.proposal_id)
    start = f"cell_{of.proposal.proposal_id}_{of.seen}_"
    for key in [key for key in st.session_state if str(key).startswith(start)]:
        del st.session_state[key]


def _show_history(review: Review, of: Standing, made: tuple[Decision, ...]) -> None:
    """List who decided what and when, each with the way to take it back."""
    st.caption("Decisions")
    for one in made:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(decision_words(one))
            st.button(
                "Undo",
                key=f"undo_{one.decision_id}",
                on_click=take_back,
                args=(review, of, one.number),
                help="It stands again as it stood before this decision. All stay on record.",
            )


def decision_words(one: Decision) -> str:
    """Say who decided what and when, what it changed, and why."""
    what = ACTION_WORDS[one.action.value].format(undoes=one.undoes)
    changed = [
        f"{name.replace('_', ' ')}: {one.before.get(name) or 'empty'} → {one.after.get(name) or 'empty'}"
        for name in dict.fromkeys([*one.before, *one.after])
        if one.before.get(name, "") != one.after.get(name, "")
    ]
    why = [f"“{one.reason}”"] if one.reason else []
    told = "; ".join([*changed, *why])
    day = one.decided_at[:16].replace("T", " ")
    return f"{one.number}. {plain(one.decided_by)} {what}, {day} UTC{': ' if told else ''}{plain(told)}"
