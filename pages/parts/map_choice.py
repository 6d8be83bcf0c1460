"""The place or the movement that is chosen on the map: its name stands in the address.

Every way to choose one (a mark, a line, the select box, a row of a list) ends here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis.figures.deck import MOVEMENT_KEY, PLACE_KEY
from analysis.figures.movements import ENDS, movement_title, pair_id
from analysis.ledger import Ledger
from pages.parts.wording import distinct

ON_MAP = "on_map"
# Counts the choices of a visit: with each, the layers that can be clicked get names of their own.
TURN = "on_map_turn"


@dataclass(frozen=True)
class OnMap:
    """A place by its id, or a movement by that of its two ends; nothing where both are empty."""

    place: str = ""
    movement: str = ""

    @property
    def name(self) -> str:
        """The id of whichever it is, "" for nothing."""
        return self.place or self.movement


NOTHING = OnMap()

# What can be chosen, with its name: short, unique, and the same whatever the filters leave.
Names = Mapping[OnMap, str]


def names_on_map(ledger: Ledger) -> Names:
    """Name every place, and every two ends that a movement is reported between."""
    locations = ledger.locations
    places = distinct(locations["location"], locations["name"])
    names = {OnMap(place=place): name for place, name in places.items()}
    if "movements" in ledger.broken:
        return names
    pairs = ledger.movements.drop_duplicates(ENDS)
    return names | {
        OnMap(movement=pair_id(row)): movement_title(row, places)
        for row in pairs.to_dict("records")
    }


def choose(thing: OnMap, names: Names) -> None:
    """Choose a place or a movement, or nothing; for callbacks."""
    st.session_state[ON_MAP] = names.get(thing)
    st.session_state[TURN] = turn() + 1


def chosen_name() -> str | None:
    """Give the name of what is chosen at this moment; None for nothing."""
    name: str | None = st.session_state.get(ON_MAP)
    return name


def turn() -> int:
    """Tell how many choices were made in this visit."""
    return int(st.session_state.get(TURN, 0))


def clicked_in_deck(event: Any) -> OnMap:
    """Read what was clicked out of the deck's selection; nothing where that is empty."""
    layers = event["selection"]["objects"] if event else {}
    for found in layers.values():
        for thing in found:
            if thing.get(PLACE_KEY) or thing.get(MOVEMENT_KEY):
                return OnMap(str(thing.get(PLACE_KEY, "")), str(thing.get(MOVEMENT_KEY, "")))
    return NOTHING


def clicked_in_figure(event: Any, roles: Mapping[int, str]) -> OnMap:
    """Read what was clicked out of the static map's selection.

    ``roles``: by the number of a trace, what its points stand for: "mark" or "place" for a place,
    "movement" for a movement.
    """
    points = event["selection"]["points"] if event else []
    for point in points:
        data, role = point.get("customdata"), roles.get(point.get("curve_number"))
        if data and role:
            name = str(data[0] if isinstance(data, list) else next(iter(data.values())))
            return OnMap(movement=name) if role == "movement" else OnMap(place=name)
    return NOTHING
