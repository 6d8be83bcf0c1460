"""What a browser test keeps an eye on besides its own question, and when a page is ready.

No page may ask another host for anything, fail to get a file, or raise an error in the browser.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

# The server that a test started is the only host there is.
OWN_HOSTS = frozenset({"localhost", "127.0.0.1"})
NETWORK_SCHEMES = frozenset({"http", "https", "ws", "wss"})

# At a deep link, Streamlit first looks for its own endpoints below the page's address.
STREAMLITS_OWN_404 = ("/_stcore/health", "/_stcore/host-config")

# Impacts that axe-core gives to what shuts somebody out.
GRAVE = frozenset({"serious", "critical"})

READY_TIMEOUT = 60_000
# A component that reports its width or theme starts one more run shortly after the first.
QUIET_MILLISECONDS = 400

# True once the page has been idle for the asked time and at several looks in a row: connected, no
# run, nothing faded as stale, every visible chart drawn, no press in a review still to be answered. On a busy machine a look may come so late
# that time alone would take the moment before a run for the end of it.
IDLE = """
(quiet) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = (chart) => chart.offsetParent === null || chart.querySelector('.main-svg');
  const idle = app !== null
    && app.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]') === null
    && !window.musterPace?.since
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn);
  const now = performance.now();
  if (!idle) window.busyUntil = now;
  window.idleLooks = idle ? (window.idleLooks ?? 0) + 1 : 0;
  return window.idleLooks >= 5 && now - window.busyUntil >= quiet;
}
"""


@dataclass
class Watch:
    """The complaints about every page of one browser context, in the order they came up."""

    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        """Start to listen to a context, before it opens its first page."""
        context.on("request", self._request)
        context.on("requestfailed", self._request_failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._web_error)
        context.on("page", lambda page: page.on("websocket", lambda ws: self._visit(ws.url)))

    def assert_clean(self) -> None:
        """Fail with everything that came up."""
        assert not self.foreign, f"requests to other hosts: {self.foreign}"
        assert not self.failed, f"failed requests: {self.failed}"
        assert not self.errors, f"errors in the browser: {self.errors}"

    def _visit(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in NETWORK_SCHEMES and parts.hostname not in OWN_HOSTS:
            self.foreign.append(url)

    def _request(self, request: Request) -> None:
        self._visit(request.url)

    def _request_failed(self, request: Request) -> None:
        # Leaving a page breaks off what it was still loading; that is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.failure} {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not _is_streamlits_own(response.url, response.status):
            self.failed.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        url = message.location["url"]
        # The browser repeats each failed request here; those are judged in _response.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.errors.append(f"{message.text} ({url})")

    def _web_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))


def _is_streamlits_own(url: str, status: int) -> bool:
    return status == 404 and urlsplit(url).path.endswith(STREAMLITS_OWN_404)


def wait_ready(page: Page, quiet: int = QUIET_MILLISECONDS, timeout: int = READY_TIMEOUT) -> None:
    """Wait until Streamlit has finished, charts and follow-up runs included.

    Call it after every action too: it counts from the moment of the call, so it does not take the
    instant before a run begins for the end of that run. Fails if the page shows an exception.
    """
    page.wait_for_selector('[data-testid="stApp"]', state="attached", timeout=timeout)
    page.evaluate("window.busyUntil = performance.now(); window.idleLooks = 0")
    page.wait_for_function(IDLE, arg=quiet, polling=50, timeout=timeout)
    shown = page.get_by_test_id("stException").all_inner_texts()
    assert not shown, shown


def grave_findings(page: Page) -> list[str]:
    """Run axe-core over the page and list what it finds serious or critical, with the elements."""
    findings = Axe().run(page).response["violations"]
    return [
        f"{finding['impact']}: {finding['id']}: {node['html']}"
        for finding in findings
        if finding["impact"] in GRAVE
        for node in finding["nodes"]
    ]
