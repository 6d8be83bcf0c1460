"""Find a Chromium for the browser tests, and install one where there is none.

    .venv/bin/python scripts/chromium.py    print the path of the browser, installed if need be

``MUSTER_CHROMIUM`` names a browser of one's own choice; it goes before all others.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Where the installers of macOS and Windows put it, off the PATH.
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Google/Chrome/Application/chrome.exe"),
)
# Korean and Chinese titles stand in the ledger; without such a font they are drawn as boxes.
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")

ADVICE = """\
The browser tests need Chromium or Chrome, and none could be installed from here. Do one of these:
  .venv/bin/python -m playwright install chromium        (any system; downloads a browser)
  sudo apt install chromium fonts-noto-cjk               (Debian)
  MUSTER_CHROMIUM=/path/to/chrome make test              (one that is installed elsewhere)
The tests that need no browser:  .venv/bin/python -m pytest -m 'not browser'"""


def of_playwright() -> Path:
    """Name the place where Playwright keeps the Chromium that it downloads."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def find(environment: Mapping[str, str]) -> Path | None:
    """Find an installed Chromium or Chrome; None where there is none.

    Raises FileNotFoundError if ``MUSTER_CHROMIUM`` names a file that is not there.
    """
    if chosen := environment.get("MUSTER_CHROMIUM"):
        if not Path(chosen).is_file():
            raise FileNotFoundError(f"MUSTER_CHROMIUM names {chosen}, which is not there.")
        return Path(chosen)
    on_path = (shutil.which(name) for name in NAMES)
    places = [Path(path) for path in on_path if path] + list(PLACES)
    installed = next((place for place in places if place.is_file()), None)
    if installed:
        return installed
    downloaded = of_playwright()
    return downloaded if downloaded.is_file() else None


def install() -> bool:
    """Install a Chromium as this machine allows; tells whether that worked.

    Debian's package comes first where it may be installed: Playwright's download needs system
    libraries that a bare machine lacks.
    """
    if debian.is_debian() and debian.is_root() and debian.install(DEBIAN_PACKAGES):
        return True
    return debian.succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> int:
    """Print the path of a Chromium, after installing one if need be; 1 if that fails."""
    try:
        found = find(os.environ)
        if found is None and install():
            found = find(os.environ)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if found is None:
        print(ADVICE, file=sys.stderr)
        return 1
    print(f"Browser for the tests: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
