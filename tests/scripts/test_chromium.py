"""Which browser the tests take, and what is said where there is none."""

import shutil
from pathlib import Path

import pytest

from scripts import chromium, debian


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser; returns the folder for one to be put into."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(chromium, "PLACES", (tmp_path / "Google Chrome",))
    monkeypatch.setattr(chromium, "of_playwright", lambda: tmp_path / "chrome")
    return tmp_path


def test_a_browser_of_ones_own_choice_goes_first(tmp_path: Path) -> None:
    chosen = tmp_path / "my-chrome"
    chosen.touch()
    assert chromium.find({"MUSTER_CHROMIUM": str(chosen)}) == chosen


def test_a_choice_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="my-chrome, which is not there"):
        chromium.find({"MUSTER_CHROMIUM": str(tmp_path / "my-chrome")})


def test_on_a_bare_machine_none_is_found(bare: Path) -> None:
    assert chromium.find({}) is None


@pytest.mark.parametrize("name", ["Google Chrome", "chrome"])
def test_installed_ones_are_found_off_the_path(bare: Path, name: str) -> None:
    (bare / name).touch()
    assert chromium.find({}) == bare / name


def test_without_a_browser_the_advice_is_printed(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MUSTER_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "install", lambda: False)
    assert chromium.main() == 1
    assert capsys.readouterr().err.strip() == chromium.ADVICE


def test_debians_package_is_tried_before_the_download(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[list[str]] = []

    def fail(step: list[str]) -> bool:
        steps.append(step)
        return False

    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(debian, "is_root", lambda: True)
    monkeypatch.setattr(debian, "succeeds", fail)
    assert not chromium.install()
    assert [step[0] for step in steps] == ["apt-get", steps[-1][0]]
    assert steps[-1][1:] == ["-m", "playwright", "install", "chromium"]
