"""The card of a proposal: every column, the rule behind each, what it would be, every decision."""

import csv
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analysis.ledger.store.articles import add_proposal
from analysis.ledger.store.database import open_store
from analysis.ledger.store.decisions import Signed, decide, standings
from analysis.ledger.store.records import Action
from tests.pages.added import TEXT, add, button, cell
from tests.pages.conftest import texts
from tests.pages.test_review import BEN, NOON, SHARED, VERSIONS, review, states

OpenPage = Callable[..., AppTest]


def test_every_column_of_a_mention_can_be_edited(
    open_page: OpenPage, at_home: str, project: Path
) -> None:
    app = add(open_page)
    with (project / "data" / "mentions.csv").open(encoding="utf-8", newline="") as file:
        columns = set(next(csv.reader(file))) - {"mention_id", "document_id"}
    for column in columns:
        assert cell(app, column)


def test_the_rule_behind_each_cell_is_told_on_hover(open_page: OpenPage, at_home: str) -> None:
    app = add(open_page)
    store = open_store(at_home)
    rules = standings(store, SHARED)[0].proposal.rules
    store.close()
    told = {
        str(one.key).rsplit("_0_", 1)[-1]: one.help.replace("\\", "")
        for kind in (app.text_input, app.selectbox, app.multiselect)
        for one in kind
        if str(one.key).startswith("cell_")
    }
    assert {"claimant", "claim_type", "bound", "low", "high"} <= set(rules)
    for column, help_text in told.items():
        assert help_text == (rules.get(column) or "No rule filled this cell.")


def test_a_card_says_what_its_proposal_would_be_among_the_claims(
    open_page: OpenPage, at_home: str
) -> None:
    add(open_page)
    store = open_store(at_home)
    first = standings(store, SHARED)[0]
    # Nobody in the shipped tables has the NIS speak of missing soldiers.
    fields = {**first.fields, "claim_type": "missing", "wording": "around 2,000 flew home"}
    start = TEXT.index("around 2,000 flew home")
    add_proposal(store, BEN, SHARED, (start, start + 22), fields, NOON)
    store.close()
    app = review(open_page)
    told = []
    for _ in range(5):
        card = texts(app).replace("\\", "").split("· open  \n", 1)[1]
        told.append(card.partition("\n")[0])
        button(app, "step_Next").click().run()
    assert [one.partition(". ")[2].split("](")[0] for one in told] == [
        "Joins [NIS, killed, about 600 (30 Apr 2025)",
        "Joins [NIS, killed, about 600 (30 Apr 2025)",
        "Joins [NIS, sent, about 15,000 (30 Apr 2025)",
        "A new claim.",
        "Revises [HUR, casualties, about 4,000 (Feb 2025)",
    ]


def test_an_older_decision_of_somebody_else_is_taken_back_too(
    open_page: OpenPage, at_home: str
) -> None:
    add(open_page)
    store = open_store(at_home)
    decide(store, Signed(BEN, NOON, VERSIONS, 0), f"{SHARED}.1", Action.ACCEPT)
    decide(store, Signed(BEN, NOON, VERSIONS, 1, "a repeat"), f"{SHARED}.1", Action.REJECT)
    store.close()
    app = review(open_page)
    app.button(key=f"line_{SHARED}.1").click().run()
    # As it stood between the two, and then as before both.
    app.button(key="undo_2").click().run()
    assert states(at_home)[0] == "accepted"
    app.button(key="undo_1").click().run()
    assert states(at_home)[0] == "open"
    history = texts(app).replace("\\", "")
    for line in ("1. ben accepted it", "2. ben rejected it", "3. anna took decision 2 back"):
        assert line in history
