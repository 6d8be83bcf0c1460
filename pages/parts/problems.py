"""The list of what is wrong with the tables, in place of a traceback."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.ledger import Problem
from pages.parts.wording import counted, plain

MOST_SHOWN = 500


def show_problems(problems: Sequence[Problem], all_is_lost: bool) -> None:
    """Say that tables cannot be used, what that costs, and list every problem with its remedy."""
    tables = ", ".join(dict.fromkeys(f"{problem.table}.csv" for problem in problems))
    found = counted(len(problems), "problem")
    if all_is_lost:
        st.error(
            f"{found} in {plain(tables)}. Without sound tables there are no claims to show. "
            "Mend the cells listed here, then load the page again."
        )
    else:
        st.warning(f"{found} in {plain(tables)}. What is shown here does not rest on it.")
    with st.expander(f"What is wrong: {found}", expanded=all_is_lost):
        table = pd.DataFrame(
            {
                "Table": [problem.table for problem in problems],
                "Row": [problem.row for problem in problems],
                "Column": [problem.column for problem in problems],
                "Found": [problem.value for problem in problems],
                "What is wrong": [problem.reason for problem in problems],
                "What to do": [problem.remedy for problem in problems],
            }
        ).head(MOST_SHOWN)
        st.table(table.map(plain), hide_index=True, border="horizontal")
        if len(problems) > MOST_SHOWN:
            st.caption(f"The first {MOST_SHOWN:,}. `python -m analysis check` lists all.")


def show_trouble(trouble: str) -> None:
    """Say what is the matter with the database of added articles, and that the rest still stands."""
    st.warning(
        "Articles that were added here are left out: their database cannot be read. The shipped "
        f"tables are shown. {plain(trouble)}"
    )


def show_left_out(problems: Sequence[Problem]) -> None:
    """Say that accepted rows do not fit to the tables any more, and how to see all of them."""
    st.warning(
        f"{counted(len({problem.key for problem in problems}), 'accepted row')} had to stay out of "
        f"the tables. {plain(problems[0])} All of them: `python -m analysis doctor`."
    )
