"""The colours: told apart by everybody, readable, and those of the app's theme."""

import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from analysis.codebook import Bloc
from analysis.figures.palette import DARK, LIGHT, SYMBOLS, TEXT_CONTRAST, Palette, contrast, symbol
from analysis.ledger import Ledger
from tests.figures.colour_science import SEEN_WITH, ciede2000, lab_as_seen

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_gives_the_published_differences(
    one: tuple[float, ...], other: tuple[float, ...], difference: float
) -> None:
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(difference, abs=1e-4)


@BOTH
@pytest.mark.parametrize("vision", SEEN_WITH)
def test_any_two_hues_stay_apart_with_any_colour_vision(palette: Palette, vision: str) -> None:
    hues = sorted(set(palette.blocs.values()))
    assert len(hues) == 6
    seen = [lab_as_seen(hue, vision) for hue in hues]
    worst = min(ciede2000(one, other) for one, other in combinations(seen, 2))
    assert worst >= 19


@pytest.mark.parametrize(("palette", "least"), [(LIGHT, 3.1), (DARK, 4.0)], ids=["light", "dark"])
def test_marks_stand_out_from_their_surface(palette: Palette, least: float) -> None:
    for hue in palette.blocs.values():
        assert contrast(hue, palette.surface) >= least


@BOTH
def test_texts_can_be_read(palette: Palette) -> None:
    for colour in (palette.ink, palette.muted, *map(palette.text, palette.blocs.values())):
        assert contrast(colour, palette.surface) >= TEXT_CONTRAST


@BOTH
def test_a_pale_colour_is_between_colour_and_surface(palette: Palette) -> None:
    for hue in palette.blocs.values():
        assert 1 < contrast(palette.pale(hue), palette.surface) < contrast(hue, palette.surface)


def test_surfaces_and_inks_are_those_of_the_app(project: Path) -> None:
    theme = tomllib.loads((project / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for palette, name in ((LIGHT, "light"), (DARK, "dark")):
        assert palette.surface == theme[name]["backgroundColor"]
        assert palette.ink == theme[name]["textColor"]


@BOTH
def test_every_bloc_has_a_colour(palette: Palette) -> None:
    assert set(palette.blocs) == set(Bloc)


def test_sources_of_a_bloc_have_symbols_of_their_own(ledger: Ledger) -> None:
    for bloc, claimants in ledger.claimants.groupby("bloc"):
        symbols = [symbol(claimant) for claimant in claimants["claimant"]]
        assert len(set(symbols)) == len(symbols), bloc


def test_every_claimant_of_the_ledger_has_a_symbol(ledger: Ledger) -> None:
    assert set(ledger.claimants["claimant"]) == set(SYMBOLS)
