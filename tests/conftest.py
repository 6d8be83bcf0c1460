"""What every test can rely on: the folder of the project, and settings that repeat."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine and at every run: what fails once fails again.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder that holds app.py."""
    return Path(__file__).resolve().parent.parent
