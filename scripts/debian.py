"""Debian's packages, installed where that needs to ask nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def is_debian(release: Path = Path("/etc/os-release")) -> bool:
    """Tell whether this is Debian itself: Ubuntu's packages differ, some are only stubs."""
    return release.is_file() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def is_root() -> bool:
    """Tell whether system packages may be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: Sequence[str]) -> bool:
    """Install packages; tells whether that worked."""
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
    quiet = ["-y", "-qq", "--no-install-recommends"]
    return all(
        succeeds(step) for step in ([*apt, "update", "-qq"], [*apt, "install", *quiet, *packages])
    )


def succeeds(step: Sequence[str]) -> bool:
    """Run a command, telling it and what it prints; tells whether it succeeded."""
    print("$", *step, file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        step, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr
    )
    return done.returncode == 0
