"""How many bytes of its own each page sends to a browser.

.venv/bin/python -m bench.browser.page_weight [--mentions 1000000]
"""

import argparse
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.browser.waiting import chromium_browser, serving, weight_of
from bench.synthetic import synthetic, write
from pages.parts.frame import ENTRIES
from scripts import serve

LIMIT = 1_500_000


def main() -> int:
    """Measure every page and print it; 1 where one is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=0, help="0: the shipped ledger")
    mentions = parser.parse_args().mentions
    with tempfile.TemporaryDirectory() as folder:
        environment = {}
        if mentions:
            environment = {"MUSTER_DATA": str(write(synthetic(mentions), Path(folder)))}
        begun = time.perf_counter()
        with serving(serve.APP, environment) as address, chromium_browser() as browser:
            print(
                f"Own data of a page at {mentions or 550:,} mentions, {datetime.now(UTC):%Y-%m-%d}; "
                f"the server answered after {time.perf_counter() - begun:.0f} s"
            )
            over = False
            for entry in ENTRIES:
                # The first page is the one without a name in its address.
                path = "" if entry is ENTRIES[0] else Path(entry.file).stem
                weight = weight_of(browser, f"{address}/{path}")
                over |= weight.total > LIMIT
                print(
                    f"  {entry.title:12} {weight.total / 1000:8,.0f} kB "
                    f"(websocket {weight.websocket / 1000:,.0f}, HTTP {weight.http / 1000:,.0f})",
                    flush=True,
                )
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
