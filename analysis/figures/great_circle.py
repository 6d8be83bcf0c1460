"""Great circles: the shortest lines on the globe, as points that a flat map can draw.

Points are (longitude, latitude) in degrees. Longitudes run on past 180°, so that no line jumps.
"""

from math import asin, atan2, ceil, cos, degrees, radians, sin

Point = tuple[float, float]

# Mean radius of the Earth (IUGG).
EARTH_KM = 6371.0088
# No piece of a drawn line is longer: on the map it bends by less than a pixel within one.
PIECE_KM = 140.0


def distance_km(start: Point, end: Point) -> float:
    """Give the length of the great circle between two points, in kilometres.

    >>> round(distance_km((0, 0), (90, 0)))
    10008
    """
    return EARTH_KM * _angle(start, end)


def _angle(start: Point, end: Point) -> float:
    """Give the angle between two points as seen from the Earth's centre (haversine formula)."""
    (lon1, lat1), (lon2, lat2) = _radians(start), _radians(end)
    across = sin((lat2 - lat1) / 2) ** 2
    across += cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * asin(min(across**0.5, 1.0))


def _radians(point: Point) -> Point:
    return radians(point[0]), radians(point[1])


def great_circle(start: Point, end: Point, piece_km: float = PIECE_KM) -> list[Point]:
    """Give the points of the great circle from ``start`` to ``end``, both among them.

    Raises ValueError for two points opposite each other, between which there is no shortest line.
    """
    angle = _angle(start, end)
    if sin(angle) < 1e-9:
        if angle > 1:
            raise ValueError("the points lie opposite each other")
        return [start, end]
    pieces = max(ceil(EARTH_KM * angle / piece_km), 1)
    points = [_between(start, end, angle, i / pieces) for i in range(1, pieces)]
    return _unbroken([start, *points, end])


def _between(start: Point, end: Point, angle: float, share: float) -> Point:
    (lon1, lat1), (lon2, lat2) = _radians(start), _radians(end)
    a, b = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2)
    y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2)
    z = a * sin(lat1) + b * sin(lat2)
    return degrees(atan2(y, x)), degrees(atan2(z, (x * x + y * y) ** 0.5))


def _unbroken(points: list[Point]) -> list[Point]:
    """Let longitudes run on past 180° instead of starting anew."""
    line = points[:1]
    for longitude, latitude in points[1:]:
        turns = round((line[-1][0] - longitude) / 360)
        line.append((longitude + 360 * turns, latitude))
    return line


def destination(start: Point, bearing: float, km: float) -> Point:
    """Go ``km`` kilometres along a great circle that leaves at ``bearing`` degrees from north.

    >>> lon, lat = destination((30, 0), 90, 10007.5)
    >>> round(lon), abs(round(lat))
    (120, 0)
    """
    (lon, lat), turn, angle = _radians(start), radians(bearing), km / EARTH_KM
    sine = sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(turn)
    east = sin(turn) * sin(angle) * cos(lat)
    return degrees(lon + atan2(east, cos(angle) - sin(lat) * sine)), degrees(asin(sine))
