"""The ground of the map: outlines of countries and of reported areas, as ``make outlines`` writes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.errors import MusterError

GeoJson = Mapping[str, Any]

FILES = ("outlines.geojson", "areas.geojson")


class NoOutlines(MusterError):
    """A file of the map's ground is not there, or is none."""


@dataclass(frozen=True)
class Ground:
    """Countries with Crimea's territory and hatching, and the areas and lines that are reported."""

    outlines: GeoJson = field(repr=False)
    areas: GeoJson = field(repr=False)


def read_ground(folder: Path) -> Ground:
    """Read the ground of the map from a folder. Raises NoOutlines where a file cannot be used."""
    return Ground(*(_read(folder / name) for name in FILES))


def _read(path: Path) -> GeoJson:
    try:
        read: GeoJson = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoOutlines(
            f"{path}: cannot be read as outlines of the map ({error}). Restore it from the "
            "repository, or make it anew with: make outlines"
        ) from error
    return read
