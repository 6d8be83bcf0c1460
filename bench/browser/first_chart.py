"""How much longer the first chart takes than that of a page with nothing to compute.

    .venv/bin/python -m bench.browser.first_chart [--rounds 7]

Each round opens all three pages one after the other, so that whatever else the machine does weighs
on all of them; the least of each is taken. Ratios only: seconds belong to the machine.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser.waiting import (
    FIRST_CHART,
    PATIENCE,
    chromium_browser,
    seconds_to_first_chart,
    serving,
)
from scripts import serve
from tests.browser.watching import wait_ready

HERE = Path(__file__).resolve().parent
APP = serve.APP
PAGE = "troops"
FRESH_ROUNDS = 3


def recorded(browser: Browser, file: Path) -> None:
    """Write down what the page sends once it is ready."""
    with serving(APP, before=("-m", "bench.browser.recorder", str(file))) as address:
        page = browser.new_page()
        page.goto(f"{address}/{PAGE}")
        page.wait_for_selector(FIRST_CHART, timeout=PATIENCE)
        wait_ready(page, timeout=PATIENCE)
        page.close()


def fresh(browser: Browser, app: Path, path: str) -> float:
    """Time the first chart of the first visit to a server that was just started."""
    with serving(app) as address:
        return seconds_to_first_chart(browser, f"{address}/{path}")


def main() -> int:
    """Measure and print the ratios; 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, chromium_browser() as browser:
        file = Path(folder) / "elements"
        recorded(browser, file)
        with (
            serving(APP) as muster,
            serving(HERE / "constant_page.py", {"MUSTER_RECORDED": str(file)}) as constant,
            serving(HERE / "bare_page.py") as bare,
        ):
            pages = {"muster": f"{muster}/{PAGE}", "constant": constant, "bare": bare}
            times: dict[str, list[float]] = {name: [] for name in pages}
            # The first visit to each is not counted: caches of the server are filled by it.
            for number in range(rounds + 1):
                for name, address in pages.items():
                    seconds = seconds_to_first_chart(browser, address)
                    if number:
                        times[name].append(seconds)
        least = {name: min(seconds) for name, seconds in times.items()}
        first = [
            (fresh(browser, APP, PAGE), fresh(browser, HERE / "bare_page.py", ""))
            for _ in range(FRESH_ROUNDS)
        ]
    ratios = (
        ("the same elements from constant data", least["muster"] / least["constant"], 1.15),
        ("a bare page with one chart", least["muster"] / least["bare"], 1.6),
        (
            "a bare page, both on a fresh server",
            min(muster for muster, _ in first) / min(bare for _, bare in first),
            2.0,
        ),
    )
    print(f"First chart of {PAGE}, {datetime.now(UTC):%Y-%m-%d}")
    for name, ratio, limit in ratios:
        print(f"  {ratio:.2f} times {name} (limit {limit:g})")
    print("  seconds, least of each: " + ", ".join(f"{n} {s:.2f}" for n, s in least.items()))
    return int(any(ratio > limit for _, ratio, limit in ratios))


if __name__ == "__main__":
    sys.exit(main())
