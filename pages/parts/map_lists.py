"""The lists beneath the map: every place with its counts, every movement that is shown."""

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Kind, Modality
from analysis.exports.tables import escaped
from analysis.figures.map_tables import MapTables
from analysis.figures.movements import movement_title, pair_id
from analysis.partial_dates import in_words
from pages.parts.map_chart import figures_of, scene_of, tables_of
from pages.parts.map_choice import NOTHING, Names, OnMap, choose
from pages.parts.options import Options
from pages.parts.paging import offer_pages, rows_of
from pages.parts.view import View
from pages.parts.wording import counted

HEIGHT = 320
NOTHING_HERE = "no claim in this selection"
UNTOUCHED = (
    "Sightings and movements carry no number: claim type, scope and who is counted leave them as "
    "they are. A sighting has no source."
)


def show_lists(view: View, options: Options, names: Names) -> None:
    """Show both lists; a row that is chosen is chosen on the map too."""
    tables = tables_of(view)
    of_places, of_movements = st.tabs(["Places", "Movements"])
    with of_places:
        places = place_list(view, options, tables)
        things = [OnMap(place=name) for name in places.pop("id")]
        _grid(places, things, options.on_map, names, "places")
    with of_movements:
        page = rows_of("map_movements", view.token, len(tables.movements))
        movements = movement_list(view, tables.movements.iloc[page.cut])
        if movements.empty:
            st.markdown("No movement in this selection.")
        else:
            things = [OnMap(movement=name) for name in movements.pop("id")]
            _grid(movements, things, options.on_map, names, "movements")
            offer_pages(page, "in the order of the table")
    with st.container(key="prose_lists"):
        for name in tables.missing:
            st.caption(
                f"The table of {name} cannot be used, so none is shown: see the top of the page."
            )
        st.caption(UNTOUCHED)


def place_list(view: View, options: Options, tables: MapTables) -> pd.DataFrame:
    """List every place of the tables with its counts, the most reported first; ``id`` comes last."""
    listed = scene_of(view, options, "region").listed
    ends = pd.concat([tables.movements["from_location"], tables.movements["to_location"]])
    moved = ends.value_counts()
    table = pd.DataFrame(
        {
            "Place": listed["name"],
            "Claims": listed["claims"],
            "Mentions": listed["mentions"],
            "Sightings": listed["sightings"],
            "Movements": listed["location"].map(moved).fillna(0).astype("int64"),
        }
    )
    if kind := figures_of(view):
        table[f"Latest {KIND_TERMS[Kind(kind)].label}, in force"] = listed["figure"]
    table["Remark"] = listed["claims"].map(lambda number: "" if number else NOTHING_HERE)
    return escaped(table).assign(id=listed["location"])


def movement_list(view: View, movements: pd.DataFrame) -> pd.DataFrame:
    """List reported movements; ``id`` comes last, that of the two ends, which several may share."""
    rows = movements.to_dict("records")
    table = pd.DataFrame(
        {
            "Movement": [movement_title(row, view.places) for row in rows],
            "By": [view.names[row["claimant"]] for row in rows],
            "Said": [in_words(row["stated_on"]) for row in rows],
            "Printed by": [row["outlet"] or "outlet not known" for row in rows],
            "Printed": [in_words(row["printed_on"]) for row in rows],
            "Modality": [
                row["modality"] if row["modality"] != Modality.ACTUAL else "" for row in rows
            ],
            "Note": [row["note"] for row in rows],
        }
    )
    return escaped(table).assign(id=[pair_id(row) for row in rows])


def _grid(table: pd.DataFrame, things: list[OnMap], chosen: OnMap, names: Names, what: str) -> None:
    """Show a list whose rows can be chosen; the chosen one is marked, wherever it was chosen."""
    here = chosen in things
    key = f"map_{what}_{chosen.name if here else ''}"
    st.dataframe(
        table,
        hide_index=True,
        height=HEIGHT,
        key=key,
        on_select=lambda: _choose_row(key, things, names),
        selection_mode="single-row",
        selection_default={"selection": {"rows": [things.index(chosen)]}} if here else None,
        alt=f"{counted(len(table), what.removesuffix('s'))} with their counts and days",
    )


def _choose_row(key: str, things: list[OnMap], names: Names) -> None:
    """Choose the thing of the chosen row; nothing where its row was chosen no more."""
    rows = st.session_state[key]["selection"]["rows"]
    choose(things[rows[0]] if rows else NOTHING, names)
