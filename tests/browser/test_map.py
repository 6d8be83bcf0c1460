"""The Map in a browser: drawn and clicked with WebGL, still without, day by day, calling nobody."""

import base64
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, WebSocket, expect

from analysis.figures.look import Look
from analysis.figures.map_view import window
from tests.browser.conftest import FLAGS, NARROW, WIDE
from tests.browser.served import Served
from tests.browser.watching import OWN_HOSTS, Watch, grave_findings, wait_ready

OpenTab = Callable[..., Page]
Point = tuple[float, float]

# Longitude and latitude; Khabarovsk has a sighting alone, so its mark is grey.
KURSK, KHABAROVSK = (36.1926, 51.7304), (135.0719, 48.4802)
CLAIMS, SIGHTINGS = (0x1F, 0x4E, 0x79), (0x85, 0x88, 0x8C)
# Drawing without a graphics card takes its time on a busy machine.
PATIENCE = 60.0
SOON = 30_000

FIRST_PIXEL = """
async (shot) => {
  const picture = new Image()
  picture.src = `data:image/png;base64,${shot}`
  await picture.decode()
  const canvas = document.createElement("canvas").getContext("2d")
  canvas.drawImage(picture, 0, 0)
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
}
"""


def on_page(page: Page, place: Point, selector: str = '[data-testid="stDeckGlJsonChart"]') -> Point:
    """Where a place of the whole region stands on the page, in pixels."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    width = round(box["width"]) // 20 * 20
    at = window("region", Look(width=width))
    x, y = at.px(place)
    # A frame that is a little wider than the map was worked out for shows more on both sides.
    slack = (box["width"] - width) / 2 if "Deck" in selector else 0
    return box["x"] + x + slack, box["y"] + y


def colour(page: Page, point: Point) -> Point:
    clip = {"x": point[0], "y": point[1], "width": 1, "height": 1}
    shot = base64.b64encode(page.screenshot(clip=clip)).decode()
    return tuple(page.evaluate(FIRST_PIXEL, shot))


def wait_drawn(page: Page) -> None:
    """Wait until the marks of Kursk and Khabarovsk stand on the map in their colours."""
    # What a mark says when it is pointed at would cover it.
    page.mouse.move(5, 5)
    deadline = time.monotonic() + PATIENCE
    wanted, seen = [CLAIMS, SIGHTINGS], None
    while time.monotonic() < deadline:
        seen = [colour(page, on_page(page, place)) for place in (KURSK, KHABAROVSK)]
        if seen == wanted:
            return
        page.wait_for_timeout(300)
    pytest.fail(f"not drawn: {seen}, not {wanted}")


def click_until_chosen(page: Page, point: Point) -> None:
    """Click, again where a busy browser took the click for something else."""
    deadline = time.monotonic() + PATIENCE
    while "on_map" not in page.url:
        assert time.monotonic() < deadline, "no click was taken"
        page.mouse.click(*point)
        page.wait_for_timeout(1500)
    wait_ready(page)


def chosen_box(page: Page) -> str:
    box = page.get_by_role("combobox", name="Place or movement")
    return str(box.input_value())


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_click_on_a_place_lists_what_is_behind_it(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/map")
    wait_drawn(page)
    page.evaluate("document.querySelector('.st-key-map canvas').dataset.same = 'yes'")
    click_until_chosen(page, on_page(page, KURSK))
    assert query(page)["on_map"] == ["Kursk Oblast"]
    listed = page.locator(".st-key-map_chosen")
    expect(listed.get_by_role("heading", name="Kursk Oblast")).to_be_visible()
    expect(listed).to_contain_text("68 claims with 116 mentions here, in 58 articles", timeout=SOON)
    # Neither faded nor begun anew: the reader's zoom stays.
    wait_drawn(page)
    assert page.evaluate("document.querySelector('.st-key-map canvas').dataset.same") == "yes"

    page.reload()
    wait_ready(page)
    assert chosen_box(page) == "Kursk Oblast"
    expect(page.locator(".st-key-map_chosen")).to_contain_text("68 claims", timeout=SOON)
    wait_drawn(page)


def test_the_map_is_drawn_where_every_other_host_is_out_of_reach(
    server: Served, new_context: Callable[..., object]
) -> None:
    context = new_context()
    refused: list[str] = []

    def only_own(route: Route) -> None:
        if urlsplit(route.request.url).hostname in OWN_HOSTS:
            route.continue_()
        else:
            refused.append(route.request.url)
            route.abort()

    context.route("http*://**/*", only_own)  # type: ignore[attr-defined]
    page = context.new_page()  # type: ignore[attr-defined]
    page.goto(f"{server.address}/map")
    wait_ready(page)
    wait_drawn(page)
    assert refused == []


@pytest.fixture(scope="module")
def without_webgl(chromium_path: Path, playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws no WebGL, as on machines whose drivers forbid it."""
    flags = [flag for flag in FLAGS if "gl" not in flag and "swiftshader" not in flag]
    launched = playwright.chromium.launch(
        executable_path=chromium_path, args=[*flags, "--disable-gpu", "--disable-3d-apis"]
    )
    yield launched
    launched.close()


def test_without_webgl_the_still_map_is_shown_and_can_be_clicked(
    server: Served, without_webgl: Browser
) -> None:
    watch = Watch()
    context = without_webgl.new_context(viewport=WIDE, locale="en-GB")
    watch.attach(context)
    page = context.new_page()
    page.goto(f"{server.address}/map")
    wait_ready(page)
    expect(page.get_by_text("does not draw with WebGL")).to_be_visible()
    expect(page.get_by_test_id("stDeckGlJsonChart")).to_have_count(0)
    expect(page.get_by_role("button", name="Play")).to_have_count(0)
    expect(page.locator(".st-key-map_still_region")).to_contain_text("Kursk Oblast", timeout=SOON)
    click_until_chosen(page, on_page(page, KURSK, ".st-key-map_still_region .main-svg"))
    assert query(page)["on_map"] == ["Kursk Oblast"]
    expect(page.locator(".st-key-map_chosen")).to_contain_text("68 claims", timeout=SOON)
    assert grave_findings(page) == []
    context.close()
    watch.assert_clean()


def shown_day(page: Page) -> str:
    return page.locator(".st-key-map_day .shown").inner_text()


def test_steps_and_keys_move_the_day_that_all_pages_share(
    server: Served, open_tab: OpenTab
) -> None:
    """Before 27 February 2026, articles were printed on the 16th and some time in January."""
    page = open_tab(f"{server.address}/map")
    assert shown_day(page) == "As known on 27 Feb 2026, all articles"
    page.get_by_role("button", name="Earlier").click()
    page.wait_for_url("**/map?known_on=2026-02-16")
    wait_ready(page)
    page.get_by_role("slider", name="As known on").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/map?known_on=2026-01-31")
    wait_ready(page)
    assert shown_day(page) == "As known on 31 Jan 2026"
    assert "as known on 31 Jan 2026" in page.locator(".st-key-shown").inner_text()
    page.keyboard.press("End")
    page.wait_for_url("**/map")
    wait_ready(page)
    page.go_back()
    wait_ready(page)
    assert query(page)["known_on"] == ["2026-01-31"], "each rest is a step that Back takes off"
    expect(page.locator(".st-key-map_day .shown")).to_have_text("As known on 31 Jan 2026")


def test_a_day_between_two_printings_is_kept_and_can_be_left(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/map?known_on=2026-02-20")
    assert shown_day(page) == "As known on 20 Feb 2026"
    page.get_by_role("button", name="Earlier").click()
    page.wait_for_url("**/map?known_on=2026-02-16")
    wait_ready(page)
    assert shown_day(page) == "As known on 16 Feb 2026"
    page.get_by_role("button", name="Reset filters").click()
    page.wait_for_url("**/map")
    expect(page.locator(".st-key-map_day .shown")).to_contain_text("27 Feb 2026", timeout=SOON)


def test_playing_writes_the_address_only_when_it_pauses_and_sends_little(
    server: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{server.address}/map")
    wait_drawn(page)
    address, steps = page.url, page.evaluate("history.length")
    received: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    # The socket is open already; another visit to the page opens one that can be listened to.
    page.on("websocket", listen)
    page.reload()
    wait_ready(page)
    received.clear()
    page.get_by_role("button", name="Play").click()
    days = []
    for day in ("31 Oct 2024", "30 Nov 2024", "31 Dec 2024"):
        expect(page.locator(".st-key-map_day .shown")).to_contain_text(day, timeout=PATIENCE * 1000)
        days.append(day)
    assert page.url == address
    assert page.evaluate("history.length") == steps
    assert "as known on" not in page.locator(".st-key-shown").inner_text()
    assert sum(received) / len(days) < 45_000
    page.get_by_role("button", name="Pause").click()
    wait_ready(page, quiet=1500)
    page.wait_for_url("**/map?known_on=*")
    assert query(page)["known_on"][0] >= "2024-12-31"
    wait_ready(page)
    assert page.evaluate("history.length") == steps + 1
    assert "as known on" in page.locator(".st-key-shown").inner_text()


def test_whoever_asked_for_less_motion_steps_only(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/map", reduced_motion="reduce")
    expect(page.get_by_role("button", name="Later")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_have_count(0)


def test_on_a_phone_both_ends_stand_one_below_the_other(server: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{server.address}/map", viewport=NARROW)
    expect(page.get_by_test_id("stDeckGlJsonChart")).to_have_count(2)
    part = page.get_by_role("combobox", name="Part of the map")
    part.click()
    page.get_by_role("option", name="Whole region").click()
    wait_ready(page)
    expect(page.get_by_test_id("stDeckGlJsonChart")).to_have_count(1)
    assert query(page)["map_view"] == ["Whole region"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1440", "390"])
def test_a_chosen_place_shuts_no_reader_out(
    server: Served, open_tab: OpenTab, viewport: dict[str, int], scheme: str
) -> None:
    page = open_tab(
        f"{server.address}/map?on_map=Kursk+Oblast", viewport=viewport, color_scheme=scheme
    )
    assert grave_findings(page) == []
    inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner[0] <= inner[1]
