"""One coding of an article under review: what is in it now, what a person decides about it.

Whoever writes is looked up anew for each decision, and the library asks again whether they may.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import streamlit as st

from analysis.errors import MusterError
from analysis.extraction.wordings import Span, Wording, locate
from analysis.ledger import Ledger, Problem
from analysis.ledger.store.articles import add_proposal
from analysis.ledger.store.checking import check_mentions
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import DecidedMeanwhile, Signed, decide, undo
from analysis.ledger.store.people import Person
from analysis.ledger.store.records import Action, Article, Fields, Standing, State, Versions
from analysis.ledger.store.unsaved import keep_unsaved, unsaved_of
from pages.parts.desk import now, open_desk, store_to_write
from pages.parts.wording import counted, plain

# What a person has typed and not saved, by proposal, as this page has it; and of which codings the
# database was asked for it.
EDITS, EDITS_OF = "unsaved_edits", "unsaved_edits_of"
OPEN_CARD = "open_card"
SAID = "said_at_review"
# Counts what a person's presses came to.
ANSWERS = "review_answers"
# Which article's cards were last laid out: another one begins with its first open proposal.
LAID_OUT = "review_laid_out"
MOST_WORDS = 10


@dataclass(frozen=True)
class Review:
    """A coding as it stands at this moment, with its article and the shipped tables to check by."""

    article: Article
    coding_id: str
    coder: str
    standings: tuple[Standing, ...] = field(repr=False)
    shipped: Ledger = field(repr=False)
    versions: Versions = field(repr=False)

    @cached_property
    def problems(self) -> dict[str, tuple[Problem, ...]]:
        """What keeps proposals, as they are saved, out of the tables; by proposal."""
        held = [of for of in self.standings if of.state is not State.REJECTED]
        return self.problems_of({of.proposal.proposal_id: of.fields for of in held})

    def problems_of(self, fields_by_id: Mapping[str, Fields]) -> dict[str, tuple[Problem, ...]]:
        """Check cells against the tables, beside what was accepted, and words against the text."""
        beside = {
            of.proposal.proposal_id: of.fields
            for of in self.standings
            if of.state is State.ACCEPTED and of.proposal.proposal_id not in fields_by_id
        }
        checked = check_mentions(self.shipped, self.article, {**beside, **fields_by_id})
        found = {name: checked[name] for name in fields_by_id if name in checked}
        for name, fields in fields_by_id.items():
            strange = self._strange_words(fields)
            if strange:
                found[name] = (*found.get(name, ()), strange)
        return found

    def _strange_words(self, fields: Fields) -> Problem | None:
        words, occurrence = fields.get("wording", ""), fields.get("occurrence", "")
        if not self.article.text or not words or not occurrence.isdecimal():
            return None
        there = locate(self.article.text, [Wording("", words, int(occurrence))]).spans
        if there and len(words.split()) <= MOST_WORDS:
            return None
        reason = (
            f"a phrase has at most {MOST_WORDS} words"
            if there
            else "these words do not stand so often in the text"
        )
        return Problem(
            "mentions", 0, "", "wording", words, reason, "Copy the phrase letter for letter."
        )

    def span(self, of: Standing) -> Span:
        """Tell where in the text a proposal stands, as its words are now."""
        proposal, words = of.proposal, of.fields.get("wording", "")
        own = Span(proposal.start, proposal.end, proposal.proposal_id)
        if self.article.text[own.start : own.end] == words:
            return own
        occurrence = of.fields.get("occurrence", "1")
        asked = Wording(own.mention_id, words, int(occurrence) if occurrence.isdecimal() else 1)
        return next(iter(locate(self.article.text, [asked]).spans), own)


def take_up_edits(store: Store, person: Person, coding_id: str) -> None:
    """Take up what this person has typed in a coding on an earlier visit. Raises StoreError."""
    taken: set[str] = st.session_state.setdefault(EDITS_OF, set())
    if coding_id not in taken:
        _edits().update(unsaved_of(store, person, coding_id))
        taken.add(coding_id)


def edits_of(proposal_id: str) -> dict[str, str]:
    """Give the cells of a proposal that the person has changed and not saved."""
    return _edits().get(proposal_id, {})


def edited(of: Standing) -> dict[str, str]:
    """Give the cells of a proposal with what the person has changed in them."""
    return {**of.fields, **edits_of(of.proposal.proposal_id)}


def keep_edits(of: Standing, cells: Mapping[str, str]) -> None:
    """Keep the cells that differ from what is saved, on this page and through reloads."""
    proposal_id = of.proposal.proposal_id
    held = {**edits_of(proposal_id), **cells}
    changed = {name: cell for name, cell in held.items() if cell != of.fields.get(name, "")}
    if changed == edits_of(proposal_id):
        return
    if changed:
        _edits()[proposal_id] = changed
    else:
        _edits().pop(proposal_id, None)
    _written(lambda person, store: keep_unsaved(store, person, proposal_id, changed, now()))


def forget_edits(proposal_id: str) -> None:
    """Forget what the person has changed in a proposal."""
    if _edits().pop(proposal_id, None):
        _written(lambda person, store: keep_unsaved(store, person, proposal_id, {}, now()))


def _edits() -> dict[str, dict[str, str]]:
    edits: dict[str, dict[str, str]] = st.session_state.setdefault(EDITS, {})
    return edits


def open_card(proposal_id: str) -> None:
    """Open the card of a proposal; "" closes the one that is open."""
    st.session_state[OPEN_CARD] = proposal_id
    _answer()


def say(text: str) -> None:
    """Keep a line for the top of the review at the next run."""
    st.session_state[SAID] = text
    _answer()


def answers() -> int:
    """Count how often a press came to something: a card opened, or a line that says why not."""
    return int(st.session_state.get(ANSWERS, 0))


def _answer() -> None:
    st.session_state[ANSWERS] = answers() + 1


def show_said() -> None:
    """Show what the last deed came to, once."""
    said = st.session_state.pop(SAID, "")
    if said:
        st.info(plain(said))


def accept(review: Review, of: Standing) -> None:
    """Accept a proposal, with the person's corrections where there are any; open the next one."""
    proposal_id = of.proposal.proposal_id
    fields = edited(of)
    problems = review.problems_of({proposal_id: fields}).get(proposal_id, ())
    if problems:
        say(f"Not saved: {counted(len(problems), 'cell')} to mend. {problems[0]}")
        return
    changed = fields != dict(of.fields)
    if _decided(review, of, Action.CORRECT if changed else Action.ACCEPT, fields, ""):
        _open_next(review, of)


def reject(review: Review, of: Standing, reason: str) -> None:
    """Reject a proposal for a reason; open the next one."""
    if _decided(review, of, Action.REJECT, of.fields, reason):
        _open_next(review, of)


def settle(review: Review, of: Standing, cells: Mapping[str, str], reason: str) -> None:
    """Correct cells of a place in the shared coding to what another coding has."""
    fields = {**of.fields, **cells}
    proposal_id = of.proposal.proposal_id
    problems = review.problems_of({proposal_id: fields}).get(proposal_id, ())
    if problems:
        say(f"Not saved. {problems[0]} Correct the whole row in its card.")
        return
    _decided(review, of, Action.CORRECT, fields, reason)


def accept_unchanged(review: Review) -> None:
    """Accept every open proposal that nobody has changed and that fits the tables."""
    done, left = 0, []
    for of in review.standings:
        proposal_id = of.proposal.proposal_id
        if of.state is not State.OPEN:
            continue
        if edits_of(proposal_id) or proposal_id in review.problems:
            left.append(proposal_id)
        elif _decided(review, of, Action.ACCEPT, of.fields, ""):
            done += 1
        else:
            return
    rest = f" Left open, with changes or gaps: {counted(len(left), 'proposal')}." if left else ""
    say(f"{counted(done, 'proposal')} accepted.{rest}")
    open_card(left[0] if left else "")


def last_of(review: Review, name: str) -> Standing | None:
    """Find the proposal that this person decided on last, if that decision still holds."""
    own = [
        (of.last.decision_id, of)
        for of in review.standings
        if of.last and of.last.decided_by == name and of.last.action is not Action.UNDO
    ]
    return max(own, key=lambda one: one[0])[1] if own else None


def take_back(review: Review, of: Standing, number: int) -> None:
    """Take back a decision on a proposal, with those after it, and open its card."""

    def write(person: Person, store: Store) -> None:
        undo(store, _signed(review, person, of.seen, ""), of.proposal.proposal_id, number)

    if _written(write):
        open_card(of.proposal.proposal_id)


def take_over(review: Review, of: Standing) -> None:
    """Propose in this coding what another one has, as it was coded there."""

    def write(person: Person, store: Store) -> None:
        place = (of.proposal.start, of.proposal.end)
        added = add_proposal(store, person, review.coding_id, place, of.fields, now())
        open_card(added.proposal_id)

    _written(write)


def propose(review: Review, start: int, end: int) -> None:
    """Propose a phrase of the text that nobody has proposed so far, and open its card."""
    text = review.article.text
    words = text[start:end].strip()
    start = text.find(words, start)
    if not words or len(words.split()) > MOST_WORDS:
        say(f"Select up to {MOST_WORDS} words: the hedge, the number and what is counted.")
        return
    fields = {
        "wording": words,
        "occurrence": str(_count(text, words, start)),
        "part": "headline" if "\n" not in text[:start].lstrip() else "body",
        "modality": "actual",
    }

    def write(person: Person, store: Store) -> None:
        added = add_proposal(
            store, person, review.coding_id, (start, start + len(words)), fields, now()
        )
        open_card(added.proposal_id)

    _written(write)


def _count(text: str, words: str, start: int) -> int:
    """Count the places of these words up to this one; they may overlap."""
    number, place = 0, -1
    while place < start:
        place = text.find(words, place + 1)
        number += 1
    return number


def _decided(review: Review, of: Standing, action: Action, fields: Fields, reason: str) -> bool:
    def write(person: Person, store: Store) -> None:
        signed = _signed(review, person, of.seen, reason)
        corrected = fields if action is Action.CORRECT else None
        decide(store, signed, of.proposal.proposal_id, action, corrected)

    if not _written(write):
        return False
    forget_edits(of.proposal.proposal_id)
    return True


def _signed(review: Review, person: Person, seen: int, reason: str) -> Signed:
    return Signed(person, now(), review.versions, seen, reason.replace("\0", ""))


def _written(write: Callable[[Person, Store], None]) -> bool:
    """Write something; what keeps it from being written is said, and nothing is lost."""
    try:
        write(open_desk().person, store_to_write())
    except DecidedMeanwhile as error:
        say(f"{error} What you have typed is still in the card.")
        return False
    except MusterError as error:
        say(str(error))
        return False
    return True


def _open_next(review: Review, done: Standing) -> None:
    """Open the next proposal that is still open, from the one just decided on, round the end."""
    ids = [of.proposal.proposal_id for of in review.standings]
    at = ids.index(done.proposal.proposal_id)
    rest = [*review.standings[at + 1 :], *review.standings[:at]]
    still = (of.proposal.proposal_id for of in rest if of.state is State.OPEN)
    open_card(next(still, ""))
