"""Where the name of an area stands on the map, and where a line to it ends.

An anchor is a place on the paper, not in the world: the texts name no point in these areas. It
lies in the area, off other names. Areas are drawn as areas (static/areas.geojson, see
scripts/outlines.py), and no mark of a size is ever set upon an anchor.
"""

from analysis.figures.great_circle import Point

AREA_ANCHORS: dict[str, Point] = {
    "russia": (44.0, 61.3),
    "siberia": (88.0, 58.3),
    "eastern_russia": (113.0, 58.6),
    "russian_far_east": (134.0, 60.5),
    "north_korea": (126.7, 40.0),
    # In the southwest, clear of Poltava's name and of Crimea.
    "ukraine": (32.3, 47.4),
    # On the border's eastern stretch, where there is room for its name.
    "russia_ukraine_border": (39.6, 49.6),
    # Neither is drawn but for Crimea: both moved with the war, and no text gives their course.
    "russia_ukraine_front": (38.0, 47.9),
    "occupied_ukraine": (36.5, 45.3),
}

# A line to the middle of Russia would show a journey into Siberia that nobody reported.
TOO_WIDE_FOR_AN_END = frozenset({"russia"})
