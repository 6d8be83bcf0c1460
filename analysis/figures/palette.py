"""Which colour and which symbol stand for whom, on a light and on a dark surface.

Six hues for blocs, no more; a source within its bloc is told by its symbol and its direct label.
Both sets were computed, not picked: the worst pair keeps CIEDE2000 19 as seen with full colour
vision and with protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes 2009,
severity 1); each hue keeps 3.1:1 on white and 4:1 on the dark surface. The tests compute it anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analysis.codebook import Bloc

# Text needs more contrast than a mark (WCAG 2.2, success criterion 1.4.3).
TEXT_CONTRAST = 4.5


@dataclass(frozen=True)
class Palette:
    """The colours of one surface, as ``#rrggbb``.

    ``ink`` is for text that must be read, ``muted`` for what goes with it; ``axis``, ``grid`` and
    ``wash`` go from the zero line to the palest fill.
    """

    surface: str
    ink: str
    muted: str
    axis: str
    grid: str
    wash: str
    pale_left: float
    blocs: Mapping[str, str]

    def bloc(self, bloc: str) -> str:
        """Give the colour of a bloc's marks."""
        return self.blocs[bloc]

    def pale(self, colour: str, left: float | None = None) -> str:
        """Mix a colour into the surface, ``left`` (0 to 1) or else ``pale_left`` of it left.

        Mixed and not made transparent, so that two pale marks do not add up to a strong one.
        """
        return _mix(colour, self.surface, self.pale_left if left is None else left)

    def text(self, colour: str) -> str:
        """Give the nearest colour to this one in which small text can be read."""
        return _readable(colour, self.surface, self.ink)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def _mix(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21, as WCAG defines it.

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def _readable(colour: str, surface: str, ink: str) -> str:
    for tenths in range(10, 0, -1):
        mixed = _mix(colour, ink, tenths / 10)
        if contrast(mixed, surface) >= TEXT_CONTRAST:
            return mixed
    return ink


def _hues(
    seoul: str, kyiv: str, washington: str, western: str, moscow: str, others: str
) -> dict[str, str]:
    return {
        Bloc.SEOUL: seoul,
        Bloc.KYIV: kyiv,
        Bloc.WASHINGTON: washington,
        Bloc.WESTERN: western,
        Bloc.MOSCOW_PYONGYANG: moscow,
        Bloc.MEDIA: others,
        Bloc.EXPERTS: others,
        Bloc.UNATTRIBUTED: others,
    }


# Surface and ink are those of the app's theme (.streamlit/config.toml); a test holds them together.
LIGHT = Palette(
    surface="#ffffff",
    ink="#11151a",
    muted="#5f6368",
    axis="#9a9a96",
    grid="#ecebe7",
    wash="#d9d8d3",
    pale_left=0.38,
    blocs=_hues("#0077aa", "#bb8800", "#550066", "#222222", "#aa2200", "#666666"),
)
DARK = Palette(
    surface="#14171b",
    ink="#e7e5df",
    muted="#a2a6ab",
    axis="#6f757c",
    grid="#262b31",
    wash="#3a4048",
    # On a dark ground the eye tells less of a pale colour.
    pale_left=0.5,
    blocs=_hues("#1f80a8", "#ffa13d", "#d7abfc", "#eff1f2", "#d74041", "#8d9592"),
)

# Filled shapes that stay apart at 10 pixels. Triangles are left out: they would read as arrows.
# The claimant with most claims in a bloc has the dot.
SYMBOLS = {
    "nis": "circle",
    "rok_jcs": "square",
    "rok_officials": "diamond",
    "rok_mnd": "cross",
    "rok_president": "star",
    "ua_gur": "square",
    "ua_president": "circle",
    "ua_officials": "diamond",
    "ua_ccd": "cross",
    "ua_mod": "star",
    "us_pentagon": "circle",
    "us_officials": "diamond",
    "us_state": "square",
    "us_white_house": "cross",
    "uk_mod": "circle",
    "western_officials": "diamond",
    "un_msmt": "square",
    "dprk": "circle",
    "ru_officials": "diamond",
    "ru_kremlin": "square",
    "media_other": "circle",
    "rok_media": "square",
    "ru_media": "diamond",
    "ua_media": "cross",
    "think_tank": "star",
    "unattributed": "circle",
}
OTHER_SYMBOL = "hexagon"


def symbol(claimant: str) -> str:
    """Give the shape of a claimant's dots; one shape for all claimants that the list lacks."""
    return SYMBOLS.get(claimant, OTHER_SYMBOL)
