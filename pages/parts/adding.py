"""Getting an article in: pasted, uploaded or fetched; each is confirmed before it is added."""

import os
from collections.abc import Callable
from functools import partial

import streamlit as st

from analysis.errors import MusterError
from analysis.ledger.intake.apart import make_ready
from analysis.ledger.intake.draft import LARGEST_UPLOAD, MEGABYTE, Draft
from analysis.ledger.intake.fetching import is_allowed
from analysis.ledger.intake.reading import read_address, read_apart, read_pasted
from pages.parts import drafts
from pages.parts.confirming import confirm
from pages.parts.view import View
from pages.parts.wording import counted, plain

PASTE, UPLOAD, ADDRESS = "Paste the text", "Upload files", "From an address"
KINDS = ["txt", "md", "html", "htm", "pdf", "docx"]

# What could not be read, and why.
REFUSED = "refused"
TO_READ = "to_read"
PASTED, FILES, URL = "pasted", "uploads", "address"

Source = Callable[[], Draft]


def show(view: View) -> None:
    """Show the draft that waits for confirmation, else the ways to get one."""
    if TO_READ in st.session_state:
        _read(view)
    for reason in st.session_state.pop(REFUSED, []):
        st.warning(plain(reason))
    waiting = drafts.waiting_drafts(view.desk)
    if drafts.why_not_kept():
        st.warning(plain(drafts.why_not_kept()))
    if waiting:
        if len(waiting) > 1:
            st.markdown(f"{counted(len(waiting), 'article')} wait to be confirmed. The first:")
        confirm(view, waiting[0])
        return
    with st.container(key="prose_adding"):
        st.markdown(
            "An article is read for numbers on the subject; each becomes a proposal. Nothing is "
            "charted before somebody has accepted it."
        )
    make_ready()
    ways = [PASTE, UPLOAD, ADDRESS] if is_allowed(os.environ) else [PASTE, UPLOAD]
    way = st.segmented_control(
        "How it comes in",
        ways,
        default=PASTE,
        required=True,
        key="way_in",
        label_visibility="collapsed",
    )
    if way == UPLOAD:
        _upload()
    elif way == ADDRESS:
        _address()
    else:
        _paste(view)


def _paste(view: View) -> None:
    # Set, not given as a value: it begins with what waits from an earlier visit.
    if PASTED not in st.session_state:
        st.session_state[PASTED] = drafts.pasted_text(view.desk)
    st.text_area(
        "Text of the article, its headline first", height=320, key=PASTED, on_change=_keep_pasted
    )
    st.caption("It is kept from the moment when you leave the field, through a reload too.")
    _offer("Read it", lambda: [partial(read_pasted, st.session_state[PASTED] or "")])


def _keep_pasted() -> None:
    drafts.keep_pasted_text(st.session_state[PASTED] or "")


def _upload() -> None:
    st.file_uploader(
        f"Files of articles, {LARGEST_UPLOAD // MEGABYTE} MB each at most",
        type=KINDS,
        accept_multiple_files=True,
        max_upload_size=LARGEST_UPLOAD // MEGABYTE,
        key=FILES,
    )
    _offer(
        "Read them",
        lambda: [
            partial(read_apart, file.name, file.getvalue())
            for file in st.session_state[FILES] or []
        ],
    )


def _address() -> None:
    st.text_input("Address of the article", key=URL, placeholder="https://")
    st.caption("This server fetches the page once, from here. Its links are not followed.")
    _offer("Fetch it", lambda: [partial(read_address, st.session_state[URL] or "", os.environ)])


def _offer(label: str, sources: Callable[[], list[Source]]) -> None:
    """Offer to read; what is read is looked up at the press, for it may come with what was typed."""
    st.button(label, key="read", type="primary", on_click=_ask, args=(sources,))


def _ask(sources: Callable[[], list[Source]]) -> None:
    """Have sources read at the beginning of the next run, where that can be shown."""
    st.session_state[TO_READ] = sources()


def _read(view: View) -> None:
    """Read what was asked for, one after the other; what cannot be read holds up nothing else."""
    found: list[Draft] = []
    refused: list[str] = []
    with st.spinner("Reading"):
        for read in st.session_state.pop(TO_READ):
            try:
                found.append(read())
            except MusterError as error:
                refused.append(str(error))
    drafts.add_drafts(view.desk, found)
    # From here on it waits as a draft.
    if found and st.session_state.get(PASTED):
        drafts.keep_pasted_text("")
    st.session_state[REFUSED] = refused
