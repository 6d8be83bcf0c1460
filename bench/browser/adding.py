"""How long the machine takes over an article: from the paste to the last of its proposals accepted.

    .venv/bin/python -m bench.browser.adding [--rounds 3]

A browser pastes an article of nine figures, confirms it, and accepts its proposals one by one by
keyboard. What is timed is what somebody would wait for. What people need to read and to think is not
in it, and was not measured.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.browser.waiting import chromium_browser, serving
from scripts import serve
from tests.browser.conftest import WIDE
from tests.browser.watching import wait_ready

APP = serve.ROOT / "app.py"
PATIENCE = 120_000

TITLE = "Seoul puts North Korean dead in Russia at about 600"
# Of our own words; another one for each round, for the same text is refused.
TEXT = """{title}

SEOUL, April 30 - About 600 North Korean soldiers have been killed in Russia so far, South Korea's
National Intelligence Service told lawmakers on Wednesday. Around 4,100 more were wounded, it said.

The agency put the number of troops sent in two deployments at some 15,000. Around 2,000 of the wounded
flew home between January and March, according to the agency.

Ukraine's military intelligence, known as HUR, said more than 5,000 North Korean troops had been killed
or wounded in the Kursk region. Ukrainian President Volodymyr Zelenskyy said on April 28 that at least
3,000 North Koreans had been killed.

In Washington, a Pentagon spokesman said up to 12,000 North Korean soldiers had been sent to Russia by
last December. The British Defence Ministry estimated total North Korean casualties at more than 6,000.
"""


def walk(browser: Browser, address: str, text: str) -> dict[str, list[float]]:
    """Add one article and accept what is proposed; gives the seconds of each step."""
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        page.goto(f"{address}/articles?part_of_articles=Add+an+article")
        wait_ready(page)
        seconds = {"form": [_form(page, text)], "marked": [_marked(page)], "decision": []}
        proposals = page.locator("mark").count()
        for number in range(1, proposals + 1):
            begun = time.perf_counter()
            page.keyboard.press("ControlOrMeta+Enter")
            page.get_by_text(f"{number} accepted").wait_for()
            seconds["decision"].append(time.perf_counter() - begun)
            # Nobody presses the next key in the same instant, and such a press would not count.
            wait_ready(page, quiet=0)
            page.wait_for_function("window.musterPace.since === null")
        begun = time.perf_counter()
        page.goto(f"{address}/claims?search=Harbour")
        page.get_by_test_id("stDataFrame").first.wait_for()
        seconds["charted"] = [time.perf_counter() - begun]
        return seconds
    finally:
        context.close()


def _form(page: Page, text: str) -> float:
    """Paste a text; gives the seconds until the form of confirmation is there."""
    page.get_by_role("textbox", name="Text of the article").fill(text)
    begun = time.perf_counter()
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("textbox", name="Outlet *").wait_for()
    return time.perf_counter() - begun


def _marked(page: Page) -> float:
    """Confirm what it is; gives the seconds until its figures are marked."""
    page.get_by_role("textbox", name="Outlet *").fill("Harbour Gazette")
    page.get_by_role("textbox", name="Printed on *").fill("2025-04-30")
    page.get_by_text("stated on the page").click()
    wait_ready(page)
    begun = time.perf_counter()
    page.get_by_role("button", name="Add it").click()
    page.locator("mark.chosen").wait_for()
    return time.perf_counter() - begun


def main() -> int:
    """Measure and print the seconds of each step, of the fastest round and over all rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    found: list[dict[str, list[float]]] = []
    with tempfile.TemporaryDirectory() as folder, chromium_browser() as browser:
        settings = {"MUSTER_DATABASE_URL": f"sqlite:///{Path(folder).as_posix()}/muster.sqlite3"}
        with serving(APP, settings) as address:
            for number in range(rounds):
                # No near copies of each other: that would ask for one more decision.
                words = " ".join(f"w{number}x{n}" for n in range(300))
                text = f"{TEXT.format(title=TITLE)}\n{words}\n"
                found.append(walk(browser, address, text))
    print(f"{len(found[0]['decision'])} proposals in each article, {rounds} rounds; seconds")
    for step in found[0]:
        every = [second for one in found for second in one[step]]
        print(
            f"{step:9} median {statistics.median(every):5.2f}   least {min(every):5.2f}   "
            f"most {max(every):5.2f}"
        )
    totals = [sum(sum(step) for step in one.values()) for one in found]
    print(f"an article: least {min(totals):.1f}, most {max(totals):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
