"""The plane of the map and the windows upon it: Web Mercator, as deck.gl draws it."""

from dataclasses import dataclass
from math import atan, degrees, exp, log, log2, pi, radians, tan

from analysis.figures.great_circle import Point
from analysis.figures.look import Look

# deck.gl's world is this many pixels wide at zoom 0.
WORLD = 512


def northing(latitude: float) -> float:
    """Project a latitude to the plane, in which a degree of longitude is 1.

    >>> northing(0), round(northing(60), 1)
    (0.0, 75.5)
    """
    return degrees(log(tan(pi / 4 + radians(latitude) / 2))) if latitude else 0.0


def latitude_at(northing: float) -> float:
    """Turn a northing of the plane back into a latitude."""
    return degrees(2 * atan(exp(radians(northing))) - pi / 2)


@dataclass(frozen=True)
class Bounds:
    """What a window must show, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Window:
    """A rectangle of the plane in a frame of ``width`` by ``height`` pixels.

    ``longitude`` and ``latitude`` are its middle, ``scale`` the pixels of a degree of longitude.
    """

    longitude: float
    latitude: float
    scale: float
    width: int
    height: int

    @property
    def zoom(self) -> float:
        """The scale as deck.gl counts it."""
        return log2(self.scale * 360 / WORLD)

    def px(self, point: Point) -> Point:
        """Give a point's pixels, from the left and from the top of the frame."""
        x = (point[0] - self.longitude) * self.scale + self.width / 2
        y = (northing(self.latitude) - northing(point[1])) * self.scale + self.height / 2
        return x, y

    @property
    def west(self) -> float:
        """The longitude of the left edge."""
        return self.longitude - self.width / 2 / self.scale

    @property
    def east(self) -> float:
        """The longitude of the right edge."""
        return self.longitude + self.width / 2 / self.scale

    @property
    def south(self) -> float:
        """The northing of the lower edge."""
        return northing(self.latitude) - self.height / 2 / self.scale

    @property
    def north(self) -> float:
        """The northing of the upper edge."""
        return northing(self.latitude) + self.height / 2 / self.scale


# The views that a reader can open the map with, by id, and what each must show.
VIEWS = {
    "region": Bounds(17.0, 34.5, 149.5, 69.5),
    "west": Bounds(22.0, 44.0, 56.0, 57.5),
    "far_east": Bounds(121.0, 37.5, 143.0, 51.0),
}
VIEW_LABELS = {
    "region": "Whole region",
    "west": "Kursk and Ukraine",
    "far_east": "Korea and the Russian Far East",
}

NARROW_REGION = Bounds(13.0, 34.5, 149.5, 69.5)


@dataclass(frozen=True)
class Room:
    """What the names at both ends of the region take, whatever the scale.

    ``west`` and ``east``: the meridians of the outermost places, ``before`` and ``after`` the pixels
    that marks and names take beyond them.
    """

    west: float
    before: int
    east: float
    after: int


# From Kursk, whose name stands to its left, to Khabarovsk, whose name stands to its right. A narrow
# frame has no room for both.
NAMES = Room(36.2, 115, 135.1, 110)
NARROW_NAMES = Room(13.0, 0, 135.1, 110)

# The outlines begin here (scripts/outlines.py); a wide frame shows more of the Pacific instead.
DRAWN_FROM = 5.0

WIDE_HEIGHT, NARROW_HEIGHT = 540, 250


def window(view: str, look: Look) -> Window:
    """Fit a view into the frame of a look. Raises KeyError for a view that is not in VIEWS."""
    is_region = view == "region"
    bounds = NARROW_REGION if look.narrow and is_region else VIEWS[view]
    height = NARROW_HEIGHT if look.narrow else round(WIDE_HEIGHT * min(look.width / 1100, 1.2))
    south, north = northing(bounds.south), northing(bounds.north)
    scale = min(look.width / (bounds.east - bounds.west), height / (north - south))
    middle = (bounds.west + bounds.east) / 2
    room = NARROW_NAMES if look.narrow else NAMES
    with_names = (look.width - room.before - room.after) / (room.east - room.west)
    if is_region and with_names < scale:
        scale = with_names
        middle = room.east - (look.width / 2 - room.after) / scale
    middle = max(middle, DRAWN_FROM + look.width / scale / 2)
    return Window(
        longitude=middle,
        latitude=latitude_at((south + north) / 2),
        scale=scale,
        width=look.width,
        height=height,
    )
