"""Source by month: what was said in which month, and where a source denied, or kept silent."""

import pandas as pd
import streamlit as st

from analysis.codebook import STANCE_LABELS, Stance
from analysis.estimates.coverage import articles_per_month
from analysis.estimates.said_months import month_tiles, months_between, said_by_month
from analysis.estimates.stances import dated_stances, stances
from analysis.exports.tables import escaped
from analysis.figures.source_months import MonthView, source_months_figure
from analysis.figures.source_sentences import months_sentence
from analysis.partial_dates import in_words
from pages.parts import tables
from pages.parts.chart import choose_from
from pages.parts.export import offer_chart
from pages.parts.paging import offer_pages, rows_of
from pages.parts.source_choices import SourceChoices, choose_one, hold
from pages.parts.source_kinds import blocs
from pages.parts.tables import fitted
from pages.parts.tile_chart import show_tiles
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "sources months"
TITLE = "Figures by source and month"
# Columns of the table, and how they are headed.
HEADINGS = {
    "source": "Source",
    "month": "Month",
    "claims": "Figures",
    "again": "Of them said before",
    "undated": "Of them dated by printing",
    "denial": "Denials",
    "silence": "Silences",
    "confirmation": "Confirmations",
    "articles_collected": "Articles collected",
}
# What analysis.estimates.stances leaves alone.
UNNUMBERED = (
    "Denials, silences and confirmations carry no number: claim type, scope, place and who is counted "
    "leave them as they are."
)
# More statements than these are told by a filter.
MOST_STANCES = 200


def show(view: View, choices: SourceChoices) -> None:
    """Show the tiles, and what was said where a reader looks."""
    st.header("What was said in which month", anchor=False)
    said = view.remember("said by month", lambda: said_by_month(view.shown))
    taken = shown_stances(view)
    drawn = view.remember("months", lambda: _drawn(view, said, taken))
    chosen = f"{choices.said_by}|{choices.said_in}"
    show_tiles(
        view,
        PLACE,
        TITLE,
        lambda look, tile: source_months_figure(drawn, look, tile),
        months_sentence(drawn),
        chosen=chosen,
        choose=_choose,
    )
    if len(taken):
        st.caption(UNNUMBERED)
    _choose_source_and_month(view, choices, drawn, said, taken)
    box = st.expander("The table behind this chart", key="sources_months_box", on_change="rerun")
    if box.open:
        with box:
            _show_table(view, drawn)
    offer_chart(
        view,
        PLACE,
        TITLE,
        lambda look, tile: source_months_figure(drawn, look, tile),
        view.shown.claims.iloc[:0],
        about=view.shown.claims,
        rows=view.remember("months rows", lambda: _rows(drawn, view)),
        name="said by source and month",
    )


def _choose(tile: str) -> None:
    voice, _, month = tile.partition("|")
    hold(said_by=voice, said_in=month)


def shown_stances(view: View) -> pd.DataFrame:
    """Give the stances that the filters show; none where their table is broken."""
    return view.remember("stances", lambda: _stances(view))


def _stances(view: View) -> pd.DataFrame:
    ledger = view.ledger
    if "stances" in ledger.broken:
        return pd.DataFrame(columns=["claimant", "month", "group"])
    dated = view.remember_board("stances", lambda: dated_stances(ledger.stances, ledger.documents))
    return stances(dated, view.selection, view.board.known_on)


def _drawn(view: View, said: pd.DataFrame, taken: pd.DataFrame) -> MonthView:
    """Sum up what the chart draws, from the first month in which anything was said to the last."""
    tiles = month_tiles(said)
    known = sorted({*tiles["month"], *taken["month"]} - {""})
    articles = articles_per_month(view.ledger.documents, view.board.known_on)
    last = max([*known, view.board.as_of[:7]]) if known else ""
    return MonthView(
        tiles=tiles,
        stances=taken,
        months=months_between(known[0], last) if known else [],
        articles=dict(zip(articles["month"], articles["articles"].tolist(), strict=True)),
        names=view.names,
        blocs=blocs(view),
        undatable=said.loc[said["month"] == "", "claim_id"].nunique(),
    )


def _choose_source_and_month(
    view: View, choices: SourceChoices, drawn: MonthView, said: pd.DataFrame, taken: pd.DataFrame
) -> None:
    """Draw the keyboard's way to a tile, and list what was said there."""
    speakers = {*said["voice"], *taken["claimant"]}
    left, right = st.columns(2, gap="medium")
    with left:
        names = {key: name for key, name in view.names.items() if key in speakers}
        voice = choose_one("said_by", choices.said_by, "Said by", names, "anybody")
    with right:
        months = {month: in_words(month) for month in reversed(drawn.months)}
        month = choose_one("said_in", choices.said_in, "Said in", months, "any month")
    if not voice and not month:
        st.caption("Choose a tile, or a source and a month here, to see what was said.")
        return
    _list_claims(view, said, voice, month)
    _list_stances(view, taken, voice, month)


def _list_claims(view: View, said: pd.DataFrame, voice: str, month: str) -> None:
    there = said
    if voice:
        there = there[there["voice"] == voice]
    if month:
        there = there[there["month"] == month]
    claims = view.shown.claims[view.shown.claims["claim_id"].isin(there["claim_id"])]
    who = f" by {view.names[voice]}" if voice else ""
    when = f" in {in_words(month)}" if month else ""
    if claims.empty:
        st.markdown(
            f"**No figure{plain(who)}{plain(when)}** in the collected articles. That is not nought."
        )
        return
    st.markdown(f"**{counted(len(claims), 'figure')}{plain(who)}{plain(when)}.**")
    page = rows_of("sources_said", repr((view.token, voice, month)), len(claims))
    tables.show(
        tables.claim_table(claims.iloc[page.cut], view.names, view.places),
        alt=f"Figures{who}{when}",
        key="sources_said_table",
    )
    offer_pages(page, "in the order of the ledger")
    choose_from(view, PLACE, claims)


def _list_stances(view: View, taken: pd.DataFrame, voice: str, month: str) -> None:
    there = taken
    if voice:
        there = there[there["claimant"] == voice]
    if month:
        there = there[there["month"] == month]
    if len(there):
        st.markdown(f"**{counted(len(there), 'stance')} without a number.**")
        show_stances(view, there, with_source=not voice)


def show_stances(view: View, taken: pd.DataFrame, with_source: bool = False) -> None:
    """List stances: what, in own words, when, and where it was printed."""
    rows = taken.head(MOST_STANCES).to_dict("records")
    columns = {
        "Source": [plain(view.names[row["claimant"]]) for row in rows],
        "Stance": [STANCE_LABELS[Stance(row["stance"])] for row in rows],
        "In our words": [plain(row["summary"]) for row in rows],
        "Said": [
            in_words(row["stated_on"])
            if row["stated_on"]
            else f"printed {in_words(row['said_on'])}"
            for row in rows
        ],
        "Printed by": [plain(row["outlet"] or "outlet not known") for row in rows],
        "By way of": [plain(row["relay"].replace(";", ", ")) for row in rows],
    }
    table = pd.DataFrame(columns)
    if not with_source:
        table = table.drop(columns="Source")
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Denials, silences and confirmations without a number",
    )
    if len(taken) > MOST_STANCES:
        st.caption(f"The first {MOST_STANCES}. Filter to see others.")


def _rows(drawn: MonthView, view: View) -> pd.DataFrame:
    """List the tiles and the stances of each source and month, as they are exported."""
    signs = (
        drawn.stances.groupby(["claimant", "month", "group"]).size().unstack(fill_value=0)
        if len(drawn.stances)
        else pd.DataFrame(index=pd.MultiIndex.from_arrays([[], []], names=["claimant", "month"]))
    )
    signs = signs.reindex(columns=["denial", "silence", "confirmation"], fill_value=0)
    counts = drawn.tiles.rename(columns={"voice": "claimant"}).set_index(["claimant", "month"])
    rows = counts.join(signs, how="outer").fillna(0).astype("int64").reset_index()
    return rows.assign(
        source=rows["claimant"].map(view.names),
        articles_collected=rows["month"].map(drawn.articles).fillna(0).astype("int64"),
    )[list(HEADINGS)]


def _show_table(view: View, drawn: MonthView) -> None:
    """Show the tiles as rows, the latest month first."""
    rows = view.remember("months rows", lambda: _rows(drawn, view))
    page = rows_of("sources_months", view.token, len(rows))
    latest = rows.sort_values("month", ascending=False, kind="stable").iloc[page.cut]
    table = latest.rename(columns=HEADINGS).assign(
        Month=[in_words(month) if month else "not known" for month in latest["month"]]
    )
    st.dataframe(
        escaped(table),
        hide_index=True,
        key="sources_months_table",
        alt="Figures and stances by source and month",
    )
    offer_pages(page, "the latest month first")
