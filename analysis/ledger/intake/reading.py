"""Strangers' files read to drafts, each in a process of its own with limits of time and memory."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.ledger.intake import fetching
from analysis.ledger.intake.apart import BrokeOff, run_apart
from analysis.ledger.intake.draft import CannotRead, Draft
from analysis.ledger.intake.fetching import fetch, is_allowed, shortened
from analysis.ledger.intake.formats import language_of, read_upload, require_size, require_text
from analysis.wrapped_lines import made_whole

SECONDS = 20
# A little more than the fetching sets itself, which can say where the time went.
SECONDS_TO_FETCH = fetching.SECONDS + 2
LONGEST_NAME = 100
OTHER_WAY = "Paste its text instead."


def read_apart(name: str, content: bytes) -> Draft:
    """Read a file in another process. Raises CannotRead for whatever goes wrong in there."""
    name = shown_name(name)
    # Before it is handed over: the limit of memory holds only once it has arrived.
    require_size(name, content)
    try:
        draft = run_apart(SECONDS, read_upload, name, content)
    except BrokeOff as error:
        raise CannotRead(f"{name}: {error}. {OTHER_WAY}") from error
    # Out here there is only text left, and the tables of languages are loaded once.
    return replace(draft, language=language_of(draft.text))


def read_address(url: str, environment: Mapping[str, str]) -> Draft:
    """Fetch a page and read it, both in other processes. Raises CannotRead, also where that is off."""
    if not is_allowed(environment):
        raise CannotRead("Nothing is fetched from this server. Paste the text instead.")
    try:
        page = run_apart(SECONDS_TO_FETCH, fetch, url)
    except BrokeOff as error:
        raise CannotRead(f"{shortened(url)}: {error}. {OTHER_WAY}") from error
    draft = read_apart(page.name, page.content)
    return replace(draft, url=draft.url or page.url)


def read_pasted(text: str) -> Draft:
    """Take a text that somebody pasted; nothing has to be parsed. Raises CannotRead for no text."""
    plain = made_whole(require_text("The pasted text", text))
    return Draft(plain, language=language_of(plain))


def shown_name(name: str) -> str:
    """Name a file in one line that can be shown: without its folders, and with its ending.

    >>> shown_name("../../etc/report.pdf")
    'report.pdf'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(filter(str.isprintable, last)).strip() or "The file"
    half = LONGEST_NAME // 2
    return shown if len(shown) <= LONGEST_NAME else f"{shown[:half]}…{shown[-half:]}"
