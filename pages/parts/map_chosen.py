"""What stands behind the chosen place or movement: claims, mentions, sightings, with words and links."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.codebook import Modality
from analysis.figures.hover import LOCATION_WORDS
from analysis.figures.movements import ENDS, movement_tip, movement_title, of_pair
from pages.parts import tables
from pages.parts.chart import choose_from
from pages.parts.evidence import TABLE_HEIGHT, TALL, outlet_cell, printed_cell
from pages.parts.map_chart import tables_of
from pages.parts.map_choice import NOTHING, Names, OnMap
from pages.parts.map_lists import movement_list
from pages.parts.paging import offer_pages, rows_of
from pages.parts.sentences import claim_phrase
from pages.parts.tables import fitted
from pages.parts.view import View
from pages.parts.wording import counted, plain

Row = Mapping[Hashable, Any]

# Words stand in a table that is sent whole.
MOST_WORDS = 200
# So many movements are told one by one.
MOST_TOLD = 6
GRID_HEIGHT = 320


def show_chosen(view: View, thing: OnMap, names: Names) -> None:
    """Show what stands behind the chosen place or movement, or how to choose one."""
    if thing == NOTHING:
        st.markdown(
            "Choose a place or a movement, on the map or in a list, to see the words and the "
            "articles behind it."
        )
        return
    with st.container(key="map_chosen"):
        st.header(plain(names[thing]), anchor=False)
        if thing.place:
            _show_place(view, thing.place)
        else:
            _show_pair(view, thing.movement)


def _show_place(view: View, place: str) -> None:
    claims, mentions = tied_to(view, place)
    beside = tables_of(view)
    sightings = beside.sightings[beside.sightings["location"] == place]
    ends = beside.movements[["from_location", "to_location"]]
    movements = beside.movements[(ends == place).any(axis=1)]
    note = str(view.ledger.locations.set_index("location").at[place, "note"])
    with st.container(key="prose_map_place"):
        if note:
            st.caption(plain(note[:1].upper() + note[1:]))
        st.markdown(_counts(claims, mentions, sightings, movements))
    if len(claims):
        st.subheader("Claims tied to it", anchor=False)
        page = rows_of("map_claims", repr((view.token, place)), len(claims))
        rows = claims.iloc[page.cut]
        tables.show(
            tables.claim_table(rows, view.names, view.places),
            alt="The claims tied to this place",
            key=f"map_claims_{place}",
            height=GRID_HEIGHT if len(rows) > TALL else "auto",
        )
        offer_pages(page, "the latest said first")
        choose_from(view, "map place", rows)
        st.subheader("The words that tie them to it", anchor=False)
        _show_mentions(view, claims, mentions)
    if len(sightings):
        st.subheader("Sightings: named without a number", anchor=False)
        _show_sightings(view, sightings)
    if len(movements):
        st.subheader("Movements from or to it", anchor=False)
        _show_movements(view, movements, "map_place_movements")


def tied_to(view: View, place: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the shown claims that a mention ties to a place, the latest said first, and these mentions."""
    shown = view.shown
    mentions = shown.mentions[shown.mentions["location"] == place]
    claims = shown.claims[shown.claims["claim_id"].isin(mentions["claim_id"])]
    return claims.sort_values("said_last", ascending=False, kind="stable"), mentions


def _counts(
    claims: pd.DataFrame, mentions: pd.DataFrame, sightings: pd.DataFrame, movements: pd.DataFrame
) -> str:
    """Count what is tied to a place in this selection; what there is none of is said too."""
    if claims.empty:
        first = "No claim in this selection is tied to it"
    else:
        articles = mentions["document_id"].nunique()
        first = (
            f"{counted(len(claims), 'claim')} with {counted(len(mentions), 'mention')} here, in "
            f"{counted(articles, 'article')}"
        )
    named = counted(len(sightings), "sighting") if len(sightings) else "no sighting"
    moved = counted(len(movements), "movement") if len(movements) else "no movement"
    return f"{first}; {named}, {moved}."


def _show_mentions(view: View, claims: pd.DataFrame, mentions: pd.DataFrame) -> None:
    """Show the words of these mentions, with the claim that each belongs to."""
    by_id = claims.set_index("claim_id", drop=False).to_dict("index")
    rows = _with_copies(view, mentions.head(MOST_WORDS))
    table = pd.DataFrame(
        {
            "Words as printed": [f"“{plain(row['wording'])}”" for row in rows],
            "Claim": [plain(claim_phrase(by_id[row["claim_id"]])) for row in rows],
            "Role": [_role(row) for row in rows],
            "Outlet": [outlet_cell(row) for row in rows],
            "Printed": [printed_cell(row) for row in rows],
            "Mention": [row["mention_id"] for row in rows],
        }
    )
    _table(view, table, "The mentions, in the order of printing")
    _say_what_is_cut(len(rows), len(mentions), "mentions")


def _show_sightings(view: View, sightings: pd.DataFrame) -> None:
    rows = _with_copies(view, sightings.head(MOST_WORDS))
    table = pd.DataFrame(
        {
            "Words as printed": [f"“{plain(row['wording'])}”" for row in rows],
            "Role": [_role(row) for row in rows],
            "Outlet": [outlet_cell(row) for row in rows],
            "Printed": [printed_cell(row) for row in rows],
            "Note": [plain(row["note"]) for row in rows],
            "Sighting": [row["sighting_id"] for row in rows],
        }
    )
    _table(view, table, "The sightings, in the order of the ledger")
    _say_what_is_cut(len(rows), len(sightings), "sightings")


def _say_what_is_cut(shown: int, found: int, what: str) -> None:
    if shown < found:
        st.caption(f"The first {shown} of {found:,} {what}. Filter to see others.")


def _show_pair(view: View, pair: str) -> None:
    """Show every report that joins two ends, the claims of these, and sightings beside them."""
    beside = tables_of(view)
    found = of_pair(beside.movements, pair)
    if found.empty:
        st.markdown("This movement is not among those shown: a filter or the day leaves it out.")
        return
    alone = len(found) == 1
    if alone:
        _tell_movement(view, found.iloc[0].to_dict())
    else:
        st.markdown(f"{counted(len(found), 'report')}, {plain(_states(found))}.")
        _show_movements(view, found, "map_reports")
    mentions = view.board.mentions[view.board.mentions["mention_id"].isin(found["mention_id"])]
    claims = view.board.claims[view.board.claims["claim_id"].isin(mentions["claim_id"])]
    it = "it" if alone else "them"
    if claims.empty:
        st.markdown(f"No number goes with {it}, so no claim.")
    else:
        what = "claim that goes" if len(claims) == 1 else "claims that go"
        st.subheader(f"The {what} with {it}", anchor=False)
        choose_from(view, "map movement", claims)
        _show_mentions(view, claims, mentions)
    at_ends = beside.sightings["location"].isin({*found.iloc[0][ENDS]})
    of_article = beside.sightings["document_id"].isin(found["document_id"])
    if (at_ends & of_article).any():
        where = "its ends in the same article" if alone else "these ends in the same articles"
        st.subheader(f"Sightings at {where}", anchor=False)
        _show_sightings(view, beside.sightings[at_ends & of_article])


def _states(movements: pd.DataFrame) -> str:
    """Count the reports that put a movement as done, as planned, or as not so."""
    counts = movements["modality"].value_counts()
    words = {Modality.ACTUAL: "as done", Modality.PLANNED: "as planned", Modality.DENIED: "denied"}
    return ", ".join(
        f"{counts[state]:,} {word}" for state, word in words.items() if state in counts
    )


def _show_movements(view: View, movements: pd.DataFrame, name: str) -> None:
    """Tell a few movements one by one; many stand in a table, the latest printed first."""
    if len(movements) <= MOST_TOLD:
        for row in movements.to_dict("records"):
            st.markdown(f"**{plain(movement_title(row, view.places))}**")
            _tell_movement(view, row)
        return
    page = rows_of(name, repr((view.token, len(movements))), len(movements))
    latest = movements.sort_values(
        ["printed_last", "printed_first"], ascending=False, kind="stable"
    )
    table = movement_list(view, latest.iloc[page.cut]).drop(columns="id")
    st.dataframe(
        table,
        hide_index=True,
        height=GRID_HEIGHT,
        key=f"{name}_table",
        alt="Reported movements, the latest printed first",
    )
    offer_pages(page, "the latest printed first")


def _tell_movement(view: View, row: Row) -> None:
    """Say of a movement who reported it and when, and lead to the article."""
    told = movement_tip(row, view.places, view.names).split("\n")[1:]
    article = _with_copies(view, pd.DataFrame([{**row, "wording": _wording(view, row)}]))[0]
    st.markdown("  \n".join([*map(plain, told), f"Article: {outlet_cell(article)}"]))


def _wording(view: View, row: Row) -> str:
    """Give the words of the mention that a movement goes with; "" where there is none."""
    mentions = view.ledger.mentions
    words = mentions.loc[mentions["mention_id"] == row["mention_id"], "wording"]
    return str(words.iloc[0]) if len(words) else ""


def _with_copies(view: View, rows: pd.DataFrame) -> list[Row]:
    """Add where a copy of each row's article is kept."""
    documents = view.ledger.documents.set_index("document_id")
    joined = rows.join(documents[["copy_url"]], on="document_id")
    return [*joined.to_dict("records")]


def _role(row: Row) -> str:
    modality = "" if row["modality"] == Modality.ACTUAL else f", {row['modality']}"
    return f"{LOCATION_WORDS[row['location_role']]}{modality}"


def _table(view: View, table: pd.DataFrame, alt: str) -> None:
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        height=TABLE_HEIGHT if len(table) > TALL else "content",
        alt=alt,
    )
