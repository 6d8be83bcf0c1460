"""The colours of the map, light and dark: none of them is a bloc's, for marks count all sources.

Text and ground are those of every chart (``palette``).
"""

from dataclasses import dataclass

from analysis.figures.look import Look
from analysis.figures.palette import DARK, LIGHT


@dataclass(frozen=True)
class MapColours:
    """Colours as ``#rrggbb``, from the sea upwards.

    ``subject``: the three countries that the claims are about. ``tint`` fills an area that is
    reported, at ``tint_strength`` (0 to 1) where the area shows fully.
    """

    sea: str
    land: str
    subject: str
    border: str
    occupied: str
    hatching: str
    tint: str
    tint_strength: float
    line: str
    claims: str
    sightings: str
    name: str
    area_name: str
    halo: str


_LIGHT = MapColours(
    sea="#eef2f4",
    land="#fbfaf8",
    subject="#f3efe5",
    border="#d3d1c9",
    occupied="#e9e1d0",
    hatching="#a3936f",
    tint="#1f4e79",
    tint_strength=0.035,
    line="#55524b",
    claims="#1f4e79",
    sightings="#85888c",
    name=LIGHT.ink,
    area_name=LIGHT.muted,
    halo=LIGHT.surface,
)
_DARK = MapColours(
    sea=DARK.surface,
    land="#20252b",
    subject="#2a3037",
    border="#4a5159",
    occupied="#3a3a36",
    hatching="#8c8266",
    tint="#8fb8de",
    tint_strength=0.04,
    line="#c9c5ba",
    claims="#8fb8de",
    sightings="#8f959b",
    name=DARK.ink,
    area_name=DARK.muted,
    halo=DARK.surface,
)


def map_colours(look: Look) -> MapColours:
    """Give the colours for a look."""
    return _DARK if look.dark else _LIGHT


def rgba(colour: str, strength: float = 1.0) -> list[int]:
    """Write a colour as deck.gl wants it, ``strength`` being its opacity.

    >>> rgba("#1f4e79", 0.2)
    [31, 78, 121, 51]
    """
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return [*channels, round(255 * strength)]
