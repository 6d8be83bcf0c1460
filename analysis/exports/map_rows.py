"""What goes with the map when it leaves Muster: its title, and its rows in one table.

A row is what one mark stands for, one area's counts, or one movement; ``shown_as`` tells which.
"""

import pandas as pd

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates import Estimates
from analysis.figures.map_tables import MapTables
from analysis.figures.map_view import VIEW_LABELS
from analysis.figures.places import places

MOVEMENT = "movement"

# Each kind of row leaves those of the other empty.
PLACE_PART = (
    "location",
    "location_role",
    "modality",
    "claims",
    "mentions",
    "sightings",
    "articles",
    "latitude",
    "longitude",
    "radius_km",
)
MOVEMENT_PART = (
    "movement_id",
    "from_location",
    "to_location",
    "claimant",
    "stated_on",
    "event_from",
    "event_to",
    "mention_id",
    "document_id",
    "outlet",
    "printed_on",
    "url",
    "note",
)
NUMBERS = frozenset(PLACE_PART[3:])
MAP_ROW = ("shown_as", "name", *PLACE_PART, *MOVEMENT_PART)

NAME = "map"


def map_title(kind: str = "", part: str = "region") -> str:
    """Name the map: the kind whose figures stand in it, and the part that it shows.

    >>> map_title(), map_title("killed", "west")
    ('Reported places and movements', 'Reported killed: places and movements (Kursk and Ukraine)')
    """
    title = (
        f"{KIND_TERMS[Kind(kind)].title}: places and movements"
        if kind
        else "Reported places and movements"
    )
    return title if part == "region" else f"{title} ({VIEW_LABELS[part]})"


def map_rows(estimates: Estimates, tables: MapTables) -> pd.DataFrame:
    """List what the map shows, places first: the columns of MAP_ROW.

    Counts are whole numbers, empty for movements. An area has no latitude and no longitude.
    """
    counted = places(estimates, tables.sightings).rename(
        columns={"evidence": "shown_as", "role": "location_role"}
    )
    about = tables.locations[["location", "name", "latitude", "longitude", "radius_km"]]
    at_places = counted.merge(about, on="location", how="left")
    names = dict(zip(about["location"], about["name"], strict=True))
    moved = tables.movements.assign(
        shown_as=MOVEMENT,
        name=[
            " to ".join(names.get(end, "place not said") for end in ends)
            for ends in zip(
                tables.movements["from_location"], tables.movements["to_location"], strict=True
            )
        ],
    )
    rows = pd.concat([at_places, moved], ignore_index=True).reindex(columns=list(MAP_ROW))
    texts = [name for name in MAP_ROW if name not in NUMBERS]
    counts = dict.fromkeys(("claims", "mentions", "sightings", "articles"), "Int64")
    return rows.astype(counts).assign(**{name: rows[name].fillna("") for name in texts})
