"""How a figure is to look: light or dark, and how wide it will stand."""

from dataclasses import dataclass

from analysis.figures.palette import DARK, LIGHT, Palette

# Below this, names and labels move above the marks: a column for names would leave no room.
NARROW_BELOW = 640


@dataclass(frozen=True)
class Look:
    """The surface and the width that a figure is drawn for.

    ``width`` is the whole figure's, in pixels. Labels are placed for exactly that width; in a
    wider or narrower frame they keep their distance to their marks, not to one another. ``spare``:
    pixels of height beyond its own that a chart over time may fill, in a frame of a given height.
    """

    dark: bool = False
    width: int = 1100
    spare: int = 0

    @property
    def narrow(self) -> bool:
        """Tell whether the figure stands on a phone or in a narrow column."""
        return self.width < NARROW_BELOW

    @property
    def palette(self) -> Palette:
        """The colours for this surface."""
        return DARK if self.dark else LIGHT
