"""Which PostgreSQL the tests take, and what happens where there is none."""

import shutil
from pathlib import Path

import pytest

from scripts import debian, postgresql


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any server, on which none can be installed."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(postgresql, "find", lambda: None)
    monkeypatch.setattr(postgresql, "install", lambda packages: False)
    monkeypatch.setattr(debian, "is_root", lambda: False)


def test_the_newest_of_debians_servers_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    for version in ("9", "15", "13"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    (tmp_path / "16" / "bin").mkdir(parents=True)
    assert postgresql.find(tmp_path) == tmp_path / "15" / "bin"


@pytest.mark.usefixtures("bare")
def test_without_a_server_a_readers_machine_goes_on_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert postgresql.main() == 0
    assert capsys.readouterr().err.strip() == postgresql.ADVICE


@pytest.mark.usefixtures("bare")
def test_where_everything_has_to_be_tested_a_missing_server_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "1")
    assert postgresql.main() == 1
