"""Which environment is made and when, without making one: that takes the network and minutes."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import environment
from scripts.environment import CannotPrepare


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project folder with two locks and an environment without packages."""
    (tmp_path / environment.RUN_LOCK).write_text("pandas==3.1.1\n", encoding="utf-8")
    (tmp_path / environment.DEV_LOCK).write_text("pandas==3.1.1\npytest==9.2.0\n", encoding="utf-8")
    python = environment.interpreter(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collects the locks that pip is asked for, instead of installing them."""
    asked: list[str] = []

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        asked.append(Path(command[-1]).name)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(environment, "version", lambda python: (3, 11))
    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_an_unchanged_lock_is_installed_once(folder: Path, installed: list[str]) -> None:
    environment.prepare(folder, dev=False)
    environment.prepare(folder, dev=False)
    assert installed == [environment.RUN_LOCK]


def test_a_changed_lock_is_installed_again(folder: Path, installed: list[str]) -> None:
    environment.prepare(folder, dev=False)
    (folder / environment.RUN_LOCK).write_text("pandas==3.1.2\n", encoding="utf-8")
    environment.prepare(folder, dev=False)
    assert installed == [environment.RUN_LOCK, environment.RUN_LOCK]


def test_run_after_test_installs_nothing_but_test_after_run_does(
    folder: Path, installed: list[str]
) -> None:
    environment.prepare(folder, dev=False)
    environment.prepare(folder, dev=True)
    environment.prepare(folder, dev=False)
    assert installed == [environment.RUN_LOCK, environment.DEV_LOCK]


def test_a_failed_installation_is_not_taken_for_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(environment, "version", lambda python: (3, 11))
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(CannotPrepare, match=r"requirements\.lock could not be installed"):
        environment.prepare(folder, dev=False)
    assert not environment.is_installed(folder, folder / ".venv", dev=False)


def test_a_python_without_ensurepip_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else found(name)
    )
    with pytest.raises(
        CannotPrepare, match=r"lacks the module ensurepip(?s:.*)apt install python3"
    ):
        environment.prepare(tmp_path, dev=False)
    assert not (tmp_path / ".venv").exists()


def test_an_old_python_without_a_newer_one_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "OLDEST", (99, 0))
    assert environment.main([]) == 1
    assert "Muster needs Python 99.0 or newer" in capsys.readouterr().err


def test_version_is_empty_where_nothing_starts(tmp_path: Path) -> None:
    assert environment.version(tmp_path / "python") == ()
    assert environment.version(sys.executable) == sys.version_info[:2]
