"""How sure the coding is: agreement of coders, what was judged and corrected, doubts for review."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.codebook import JudgementKind
from analysis.estimates.kind_drift import kind_doubts
from analysis.figures.hover import Claim
from analysis.ledger import Ledger
from analysis.partial_dates import in_words
from pages.parts import method_text
from pages.parts.chart import choose_from
from pages.parts.judgements import decision
from pages.parts.method_contents import AGREEMENT, DOUBTS, JUDGED, heading
from pages.parts.sentences import claim_phrase
from pages.parts.tables import fitted
from pages.parts.view import View
from pages.parts.wording import counted, distinct, plain

# Longer tables stand in a box that scrolls; of still longer ones the page shows the first rows.
TALL = 15
MOST_ROWS = 200
TABLE_HEIGHT = 480

# Of the codebook's section "How sure"; the second column is of 26 mentions.
AGREEMENT_TABLE = pd.DataFrame(
    [
        ("hedge, numbers, unit", "99–100 %", "26 of 26"),
        ("done or planned; who is counted", "99–100 %", "26 of 26"),
        ("claim type", "95–99 %", "26 of 26"),
        ("source", "91–99 %", "26 of 26"),
        ("day said, days it is about", "74–91 %", "17 to 20 of 26"),
        ("where the wording begins and ends", "", "24 of 26"),
    ],
    columns=["Field", "Coder and checker, all rows", "Two blind codings, five articles"],
)

DECISIONS = {
    JudgementKind.SAME_ORIGIN: "own estimate of another source",
    JudgementKind.CORRECT: "cell read otherwise",
    JudgementKind.SET_ASIDE: "mention set aside",
    JudgementKind.MERGE: "mention joined to another claim",
    JudgementKind.SPLIT: "mention split off its claim",
    JudgementKind.SUPERSEDE: "claim revises another",
    JudgementKind.REINSTATE: "claim in force again",
}


def show_agreement(narrow: bool) -> None:
    """Say field by field how far two coders agreed."""
    with st.container(key="prose_agreement"):
        heading(AGREEMENT)
        st.markdown(method_text.AGREEMENT)
        st.table(
            fitted(AGREEMENT_TABLE, narrow),
            hide_index=True,
            border="horizontal",
            alt="Agreement of coders by field",
        )


def show_judgements(ledger: Ledger, narrow: bool) -> None:
    """Count what was decided and which cells were corrected, and list every judgement."""
    with st.container(key="prose_judged"):
        heading(JUDGED)
        st.markdown(method_text.JUDGED)
    if "judgements" in ledger.broken:
        st.markdown("The table of judgements cannot be read; see the list at the top.")
        return
    judgements = ledger.judgements
    corrected = judgements[judgements["judgement"] == JudgementKind.CORRECT]
    st.markdown(
        f"{counted(len(judgements), 'decision')} by a person about "
        f"{counted(judgements['mention_id'].nunique(), 'mention')}; "
        f"{counted(len(corrected), 'cell')} read otherwise."
    )
    left, right = st.columns(2, gap="medium")
    kinds = judgements["judgement"].map(DECISIONS).value_counts()
    left.table(_counts(kinds, "Decision", "Judgements"), **_look("Judgements by kind"))
    fields = corrected["field"].value_counts()
    right.table(_counts(fields, "Column read otherwise", "Cells"), **_look("Cells by column"))
    names = distinct(ledger.claimants["claimant"], ledger.claimants["short_name"])
    with st.expander(f"Every judgement: {counted(len(judgements), 'row')}"):
        latest = judgements.iloc[::-1].head(MOST_ROWS) if _is_cut(judgements) else judgements
        table = pd.DataFrame(
            {
                "Judgement": latest["judgement_id"],
                "Mention": latest["mention_id"],
                "Decision": [decision(row, names) for row in latest.to_dict("records")],
                "Reason": latest["reason"].map(plain),
            }
        )
        tall: Any = TABLE_HEIGHT if len(table) > TALL else "content"
        st.table(fitted(table, narrow), height=tall, **_look("Every judgement with its reason"))
        if _is_cut(judgements):
            st.caption(
                f"The last {MOST_ROWS} of {len(judgements):,} in the order of the table; "
                "`judgements.csv` has all of them, and a claim's evidence those that bear on it."
            )


def _is_cut(rows: pd.DataFrame) -> bool:
    return len(rows) > MOST_ROWS


def show_doubts(view: View) -> None:
    """List pairs of claims with one number as killed and as casualties, and open their evidence."""
    with st.container(key="prose_doubts"):
        heading(DOUBTS)
        st.markdown(method_text.DOUBTS)
        if view.board.known_on:
            st.caption(f"As known on {in_words(view.board.known_on)}.")
    claims = view.board.claims
    doubts = view.remember("kind doubts", lambda: kind_doubts(claims))
    if doubts.empty:
        st.markdown("There is none.")
        return
    found = len(doubts)
    doubts = doubts.head(MOST_ROWS)
    shown = claims[claims["claim_id"].isin([*doubts["killed"], *doubts["casualties"]])]
    by_id: dict[str, Claim] = {row["claim_id"]: row for row in shown.to_dict("records")}
    table = pd.DataFrame(
        {
            "As killed": [plain(claim_phrase(by_id[claim])) for claim in doubts["killed"]],
            "As casualties": [plain(claim_phrase(by_id[claim])) for claim in doubts["casualties"]],
            "Days between": doubts["days"],
        }
    )
    tall: Any = TABLE_HEIGHT if len(table) > TALL else "content"
    st.table(
        fitted(table, view.narrow), height=tall, **_look("Pairs of claims with the same number")
    )
    if found > MOST_ROWS:
        st.caption(f"The first {MOST_ROWS} of {found:,} pairs.")
    choose_from(view, "method doubts", shown)


def _counts(counts: pd.Series, name: str, what: str) -> pd.DataFrame:
    table = counts.rename_axis(name).reset_index(name=what)
    return table.assign(**{name: table[name].map(plain)})


def _look(alt: str) -> dict[str, Any]:
    return {"hide_index": True, "border": "horizontal", "alt": alt}
