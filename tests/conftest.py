"""What every test can rely on: the folder of the project, and settings that repeat."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine and at every run: what fails once fails again.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

RUNNING = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Put back what Streamlit's AppTest replaces by the app.

    Processes that are started afterwards would run the app first, as what they were started from.
    """
    yield
    sys.modules["__main__"] = RUNNING


@pytest.fixture(scope="session", autouse=True)
def database_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests, and the servers that they start, from the database of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        file = tmp_path_factory.mktemp("store") / "muster.sqlite3"
        patch.setenv("MUSTER_DATABASE_URL", f"sqlite:///{file.as_posix()}")
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder that holds app.py."""
    return Path(__file__).resolve().parent.parent
