"""Pictures of print versions: SVG, PNG and PDF, made by an installed Chrome or Chromium.

Kaleido lets the browser draw. Starting one takes seconds, a picture a fraction of one, so it is
kept for a whole batch.
"""

import asyncio
import logging
from collections.abc import Mapping
from types import TracebackType
from typing import Self

import kaleido  # type: ignore[import-untyped]
from choreographer.browsers.chromium import Chromium
from kaleido.errors import (  # type: ignore[import-untyped]
    BrowserClosedError,
    BrowserFailedError,
    ChromeNotFoundError,
    JavascriptError,
    KaleidoError,
)

from analysis.errors import MusterError
from analysis.exports.print_figure import FINE, Print

ENDINGS = ("svg", "png", "pdf")
SETTING = "MUSTER_CHROMIUM"
SECONDS = 90

ADVICE = f"""\
Pictures are drawn by Chrome or Chromium, and none was found. Do one of these:
  sudo apt install chromium fonts-noto-cjk        (Debian)
  install Chrome, Chromium or Edge                (any system)
  {SETTING}=/path/to/chrome                (one that is installed elsewhere)
CSV, Excel, JSON and HTML need no browser."""


class NoBrowser(MusterError):
    """There is no Chrome or Chromium to draw pictures with; the message says what to install."""


class PictureFailed(MusterError):
    """The browser is there, and did not draw the picture."""


def find_browser(environment: Mapping[str, str]) -> str:
    """Find the browser: the one named in MUSTER_CHROMIUM, else any that Kaleido knows.

    Raises NoBrowser where there is none.
    """
    found = environment.get(SETTING) or Chromium.find_browser(skip_local=False)
    if not found:
        raise NoBrowser(ADVICE)
    return found


class Pictures:
    """A browser that stays open for as many pictures as are wanted.

        with Pictures(find_browser(os.environ)) as pictures:
            pictures.picture(printed, "png")

    Raises NoBrowser when it is opened and the browser is not there, PictureFailed when it cannot
    be started or does not draw.
    """

    def __init__(self, browser: str) -> None:
        """Name the browser's file; nothing is started yet."""
        self.browser = browser

    def __enter__(self) -> Self:
        """Start the browser."""
        # A browser that ends says so in a message that is no JSON, and its reader logs a traceback.
        logging.getLogger("choreographer.channels.pipe").setLevel(logging.CRITICAL)
        # Without mathjax=False the page would fetch a script from another host.
        try:
            self._kaleido = kaleido.Kaleido(path=self.browser, mathjax=False, timeout=SECONDS)
        except ChromeNotFoundError as error:
            raise NoBrowser(f"{self.browser} is not there.\n{ADVICE}") from error
        self._runner = asyncio.Runner()
        try:
            self._runner.run(self._kaleido.open())
        except (BrowserFailedError, BrowserClosedError, OSError) as error:
            self._runner.close()
            raise PictureFailed(f"{self.browser} could not be started: {error}") from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser."""
        self._runner.run(self._kaleido.close())
        self._runner.close()

    def picture(self, printed: Print, ending: str) -> bytes:
        """Draw one picture: SVG and PDF at its size, PNG at FINE times that."""
        layout = printed.figure.layout
        options = {
            "format": ending,
            "width": layout.width,
            "height": layout.height,
            "scale": printed.scale * (FINE if ending == "png" else 1),
        }
        try:
            drawn: bytes = self._runner.run(self._kaleido.calc_fig(printed.figure, options))
        except (
            KaleidoError,
            JavascriptError,
            BrowserClosedError,
            BrowserFailedError,
            TimeoutError,
        ) as error:
            raise PictureFailed(f"The picture could not be drawn: {error}") from error
        return drawn
