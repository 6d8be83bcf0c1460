"""Whether this is a machine on which Debian's packages may be installed."""

from pathlib import Path

import pytest

from scripts import debian


@pytest.mark.parametrize(
    ("release", "expected"),
    [("NAME=x\nID=debian\n", True), ("ID=ubuntu\nID_LIKE=debian\n", False), ("ID=fedora\n", False)],
)
def test_ubuntu_is_not_taken_for_debian(tmp_path: Path, release: str, expected: bool) -> None:
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    assert debian.is_debian(file) is expected
