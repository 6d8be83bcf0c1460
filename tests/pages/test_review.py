"""Reviewing: accept, correct, reject, undo; what stands where; several people; a second coding."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from analysis.ledger.store.access import Visitor
from analysis.ledger.store.articles import add_proposal, begin_blind_coding, document_id_of
from analysis.ledger.store.database import open_store
from analysis.ledger.store.decisions import Signed, decide, standings
from analysis.ledger.store.people import Person
from analysis.ledger.store.records import Action, State, Versions
from tests.pages.added import ADDING, QUEUE, TEXT, add, button, cell, fill, lines, paste
from tests.pages.conftest import come_as, texts

OpenPage = Callable[..., AppTest]

DOCUMENT = document_id_of(TEXT)
SHARED = f"{DOCUMENT}.1"
BEN = Person("ben")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
VERSIONS = Versions("0.1.0", "0.1.0")


def said(app: AppTest) -> str:
    return "\n".join(info.value.replace("\\", "") for info in app.info)


def states(url: str, coding_id: str = SHARED) -> list[str]:
    """Where the proposals of a coding stand in the database."""
    store = open_store(url)
    found = [of.state.value for of in standings(store, coding_id)]
    store.close()
    return found


def review(open_page: OpenPage) -> AppTest:
    """Open the article anew, as a person does who comes back."""
    return open_page("Articles", article=DOCUMENT, **QUEUE)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("a\n" * 11_000, "Read for figures up to character 20,"),
        ("a " * 100_000, "Only the first 200,000 characters were read for figures."),
    ],
)
def test_a_text_that_is_not_read_to_its_end_says_so(
    open_page: OpenPage, at_home: str, behind: str, told: str
) -> None:
    app = fill(paste(open_page("Articles", **ADDING), TEXT + "\n" + behind))
    assert told in said(app)
    later = open_page("Articles", article=document_id_of(TEXT + "\n" + behind), **QUEUE)
    assert told in texts(later)
    assert "What stands behind has no proposals of the extractor." in texts(later)


def test_what_is_accepted_stands_on_every_page_at_once(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    button(app, "accept_card").click().run()
    assert "4 proposals, 3 open, 1 accepted, 0 rejected" in texts(app)
    assert states(at_home) == ["accepted", "open", "open", "open"]
    listed = open_page("Articles", find="Harbour")
    assert listed.dataframe[0].value["Mentions"].tolist() == [1]
    assert "130 articles" in texts(open_page("Articles"))
    claims = open_page("Claims", search="Harbour").dataframe[0].value
    assert claims["Source"].tolist() == ["NIS"]
    # The evidence of the claim leads to the words in the article's text.
    evidence = open_page("Claims", claim=claims["Claim"].iloc[0])
    table = next(t.value for t in evidence.table if "Mention" in t.value)
    mention = DOCUMENT.replace("added-", "m-") + "-1"
    assert f"[{mention}](articles?article={DOCUMENT}&mention={mention})" in set(table["Mention"])
    article = open_page("Articles", article=DOCUMENT, mention=mention)
    assert "“about 600”" in texts(article).replace("\\", "")


def test_the_next_open_proposal_opens_after_a_decision(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    for left in (3, 2, 1, 0):
        button(app, "accept_card").click().run()
        assert f"{left} open" in texts(app)
    assert len(lines(app)) == 4, "no card is open when nothing is left to decide"


def test_a_correction_is_checked_kept_and_told(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    app.text_input(key=cell(app, "low")).set_value("6,500").run()
    assert "Exact and about need low and high to be the same number" in texts(app).replace("\\", "")
    button(app, "accept_card").click().run()
    assert "Not saved: 1 cell to mend" in said(app)
    assert states(at_home)[0] == "open"
    app.text_input(key=cell(app, "high")).set_value("6500").run()
    assert button(app, "accept_card").label == "Correct and accept"
    button(app, "accept_card").click().run()
    assert lines(app)[0] == "1. NIS: about 6,500, killed · accepted"
    app.button(key=f"line_{SHARED}.1").click().run()
    told = texts(app).replace("\\", "")
    assert "anna corrected and accepted it" in told
    assert "low: 600 → 6500" in told


def test_unsaved_changes_wait_while_other_cards_are_open(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    app.text_input(key=cell(app, "note")).set_value("a second briefing").run()
    button(app, "step_Next").click().run()
    assert lines(app)[0].endswith("open, changed, not saved")
    button(app, "accept_all").click().run()
    assert "3 proposals accepted. Left open, with changes or gaps: 1 proposal." in said(app)
    assert app.text_input(key=cell(app, "note")).value == "a second briefing"
    app.button(key="drop_edits").click().run()
    assert app.text_input(key=cell(app, "note")).value == ""
    assert button(app, "accept_card").label == "Accept"


def test_unsaved_changes_wait_through_a_reload_for_their_own_person(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = add(open_page)
    app.text_input(key=cell(app, "note")).set_value("a second briefing").run()
    app.selectbox(key=cell(app, "bound")).set_value("at_least").run()
    with monkeypatch.context() as patch:
        patch.setattr("pages.parts.desk._own_name", lambda: "ben")
        other = review(open_page)
        assert other.text_input(key=cell(other, "note")).value == ""
    app = review(open_page)
    assert app.text_input(key=cell(app, "note")).value == "a second briefing"
    assert app.selectbox(key=cell(app, "bound")).value == "at_least"
    assert button(app, "accept_card").label == "Correct and accept"
    assert states(at_home)[0] == "open"
    app.button(key="drop_edits").click().run()
    app = review(open_page)
    assert app.text_input(key=cell(app, "note")).value == ""
    app.text_input(key=cell(app, "note")).set_value("a third").run()
    button(app, "accept_card").click().run()
    app = review(open_page)
    app.button(key=f"line_{SHARED}.1").click().run()
    assert app.text_input(key=cell(app, "note")).value == "a third"
    assert app.button(key="undo_1").label == "Undo"
    assert "drop_edits" not in {one.key for one in app.button}


def test_a_rejection_needs_its_reason_and_can_be_undone(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    button(app, "reject_card").click().run()
    assert "Say in a few words why it is rejected" in said(app)
    reason = next(w.key for w in app.text_input if w.key and w.key.startswith("reason_"))
    app.text_input(key=reason).set_value("a headline, repeated below").run()
    button(app, "reject_card").click().run()
    assert states(at_home)[0] == "rejected"
    app.button(key=f"line_{SHARED}.1").click().run()
    assert "“a headline, repeated below”" in texts(app).replace("\\", "")
    undo = next(b.key for b in app.button if b.key and b.key.startswith("undo_"))
    app.button(key=undo).click().run()
    assert states(at_home)[0] == "open"
    assert "anna took decision 1 back" in texts(app).replace("\\", "")


def test_ones_own_last_decision_is_taken_back_with_one_press(
    open_page: OpenPage, at_home: str
) -> None:
    app = add(open_page)
    assert "Undo my last decision" not in {one.label for one in app.button}
    button(app, "accept_card").click().run()
    store = open_store(at_home)
    decide(store, Signed(BEN, NOON, VERSIONS, 0, "no figure"), f"{SHARED}.4", Action.REJECT)
    store.close()
    app.run()
    button(app, "undo_last").click().run()
    assert states(at_home) == ["open", "open", "open", "rejected"]
    assert "**1. “about 600”** · open" in texts(app).replace("\\", "")
    assert "Undo my last decision" not in {one.label for one in app.button}


def test_what_a_proposal_would_be_is_said_with_its_kind(open_page: OpenPage, at_home: str) -> None:
    told = texts(add(open_page)).replace("\\", "")
    # 10 mentions of the shipped tables say this; see test of the folding.
    assert "Joins [NIS, killed, about 600 (30 Apr 2025)](claims?claim=" in told
    assert "): 10 other mentions." in told


def test_a_phrase_that_was_missed_is_proposed_and_coded(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    app.text_input(key="missed_phrase").set_value("around 2,000 flew home").run()
    app.button(key="propose_phrase").click().run()
    assert "5 proposals" in texts(app)
    assert "**Needed.**" in texts(app)
    button(app, "accept_card").click().run()
    assert "Not saved" in said(app)
    for column, value in {
        "claimant": "nis",
        "claim_type": "withdrawn",
        "scope": "total",
        "population": "soldiers",
        "bound": "about",
        "unit": "people",
    }.items():
        app.selectbox(key=cell(app, column)).set_value(value)
    for end in ("low", "high"):
        app.text_input(key=cell(app, end)).set_value("2,000")
    app.run()
    button(app, "accept_card").click().run()
    assert "4. NIS: about 2,000, withdrawn · accepted" in lines(app)


def test_words_that_are_not_in_the_text_are_not_proposed(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    app.text_input(key="missed_phrase").set_value("about 9,000").run()
    app.button(key="propose_phrase").click().run()
    assert "do not stand so often in the text" in said(app)
    app.text_input(key="missed_phrase").set_value(TEXT.split("\n\n")[1]).run()
    app.button(key="propose_phrase").click().run()
    assert "up to 10 words" in said(app)
    assert "4 proposals" in texts(app)


def test_work_goes_on_where_it_was_left(open_page: OpenPage, at_home: str) -> None:
    button(add(open_page), "accept_card").click().run()
    app = review(open_page)
    assert "3 open, 1 accepted" in texts(app)
    assert "**2. “About 600 North Korean soldiers”**" in texts(app).replace("\\", "")


def test_who_decides_second_is_told_and_loses_nothing(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    app.text_input(key=cell(app, "note")).set_value("mine").run()
    store = open_store(at_home)
    decide(store, Signed(BEN, NOON, VERSIONS, 0, "no figure"), f"{SHARED}.1", Action.REJECT)
    store.close()
    button(app, "accept_card").click().run()
    assert "ben has decided on this proposal meanwhile (reject)" in said(app)
    told = texts(app).replace("\\", "")
    assert "ben rejected it" in told
    assert app.text_input(key=cell(app, "note")).value == "mine"
    assert states(at_home)[0] == "rejected"
    button(app, "accept_card").click().run()
    assert states(at_home)[0] == "accepted"


def test_the_queue_counts_filters_and_logs(open_page: OpenPage, at_home: str) -> None:
    button(add(open_page), "accept_card").click().run()
    app = open_page("Articles", **QUEUE)
    row = app.dataframe[0].value.iloc[0]
    assert (row["Open"], row["Accepted"], row["Rejected"]) == (3, 1, 0)
    assert (row["Added by"], row["Decided by"]) == ("anna", "anna")
    assert "anna accepted it as it was" in texts(app).replace("\\", "")
    assert "0 codings of 1" in texts(open_page("Articles", queue_standing="all decided", **QUEUE))
    assert "0 codings of 1" in texts(open_page("Articles", queue_who="ben", **QUEUE))
    assert "1 coding of 1" in texts(open_page("Articles", queue_who="ANN", **QUEUE))
    logged = next(b.key for b in app.button if b.key and b.key.startswith("log_"))
    app.button(key=logged).click().run()
    assert "**1. “about 600”** · accepted" in texts(app).replace("\\", "")


def test_a_blind_coding_sees_nothing_of_the_others_and_is_compared(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    button(add(open_page), "accept_all").click().run()
    monkeypatch.setattr("pages.parts.desk._own_name", lambda: "ben")
    app = review(open_page)
    app.button(key="begin_blind").click().run()
    assert app.query_params["coding"] == f"{DOCUMENT}.2"
    assert "Your own, blind coding: 0 phrases marked" in texts(app)
    assert lines(app) == []
    assert "600" not in " ".join(lines(app))

    # Ben codes one figure as the others did, but for its hedge, and one that they have not.
    store = open_store(at_home)
    first = standings(store, SHARED)[1]
    place = (first.proposal.start, first.proposal.end)
    fields = {**first.fields, "bound": "at_least", "high": ""}
    add_proposal(store, BEN, f"{DOCUMENT}.2", place, fields, NOON)
    words = "around 2,000 flew home"
    start = TEXT.index(words)
    other = {**fields, "wording": words, "occurrence": "1", "low": "2000"}
    add_proposal(store, BEN, f"{DOCUMENT}.2", (start, start + len(words)), other, NOON)
    for of in standings(store, f"{DOCUMENT}.2"):
        decide(store, Signed(BEN, NOON, VERSIONS, 0), of.proposal.proposal_id, Action.ACCEPT)
    store.close()

    app = review(open_page)
    told = texts(app).replace("\\", "")
    assert "1 place marked in both codings, 3 only in the shared one, 1 only in that of ben" in told
    assert "Hedge: shared **about**, ben **at_least**" in told
    assert "High end: shared **600**, ben **empty**" in told
    agreement = next(table.value for table in app.table if "Filled alike" in table.value)
    agreed = agreement.set_index("Field")["Filled alike"]
    assert set(agreement["Of"]) == {1}, "one place is marked in both"
    assert (agreed["Source"], agreed["Low end"], agreed["Hedge"], agreed["High end"]) == (
        1,
        1,
        0,
        0,
    )
    # A hedge and its ends fit only together.
    settle = f"settle_{SHARED}.2_bound"
    app.button(key=settle).click().run()
    assert "Not saved." in said(app)
    app.button(key=f"{settle}_high").click().run()
    assert "Hedge: shared" not in texts(app).replace("\\", "")
    take = next(b.key for b in app.button if b.key and b.key.startswith("take_"))
    app.button(key=take).click().run()
    assert "5 proposals, 1 open" in texts(app)
    # Nothing of a blind coding is charted.
    assert open_page("Articles", find="Harbour").dataframe[0].value["Mentions"].tolist() == [4]


def test_somebody_elses_blind_coding_is_not_shown(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(open_page)
    store = open_store(at_home)
    begin_blind_coding(store, BEN, DOCUMENT, NOON)
    store.close()
    app = open_page("Articles", article=DOCUMENT, coding=f"{DOCUMENT}.2", **QUEUE)
    assert "The coding that all share" in texts(app)
    assert "1 coding of 1" in texts(open_page("Articles", **QUEUE))


def test_a_review_of_nothing_says_so(open_page: OpenPage, at_home: str) -> None:
    app = open_page("Articles", article="added-aaaaaaaaaaaa", **QUEUE)
    assert "No article has the id" in app.warning[0].value
    add(open_page)
    app = open_page("Articles", article="added-aaaaaaaaaaaa", **QUEUE)
    assert "No article has the id" in app.warning[0].value


def test_a_reviewer_who_is_struck_off_meanwhile_writes_nothing(
    open_page: OpenPage, at_home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = add(open_page)
    come_as(monkeypatch, Visitor("0.0.0.0", {"Host": "muster.example.org"}, "203.0.113.9"))
    button(app, "accept_card").click().run()
    assert states(at_home) == [State.OPEN.value] * 4
