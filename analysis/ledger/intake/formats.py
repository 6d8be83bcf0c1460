"""Bytes of a file to the text of an article. Runs in a process of its own: see ``reading``.

Everything here may be handed anything: the libraries parse what strangers wrote. What they raise is
turned into CannotRead where it is about the file; whatever else happens ends the process, not the
dashboard.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from analysis.ledger.intake.draft import LARGEST_UPLOAD, MEGABYTE, MOST_LETTERS, CannotRead, Draft

# A document of 10 MB that unpacks to more than this was made to exhaust memory.
MOST_UNPACKED = 100 * MEGABYTE
MOST_PAGES = 500
# Shorter texts are told apart by chance.
SHORTEST_FOR_LANGUAGE = 40

PASTE_INSTEAD = "Open it elsewhere, copy the article's text and paste it."


def read_upload(name: str, content: bytes) -> Draft:
    """Read a file by the ending of its name, without its language. Raises CannotRead for no text."""
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise CannotRead(
            f"{name}: files of this kind are not read. Take one of: {', '.join(READERS)}, or paste "
            "the text."
        )
    if len(content) > LARGEST_UPLOAD:
        raise CannotRead(
            f"{name}: {len(content) / MEGABYTE:.1f} MB; at most {LARGEST_UPLOAD // MEGABYTE} MB are "
            "read. " + PASTE_INSTEAD
        )
    draft = READERS[ending](name, content)
    return Draft(
        text=require_text(name, draft.text),
        title=_one_line(draft.title),
        outlet=_one_line(draft.outlet),
        published_on=draft.published_on,
        url=draft.url,
    )


def require_text(name: str, text: str) -> str:
    """Take a text as it is, but for its line ends and signs that are none. Raises CannotRead."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    # Half a character, which no file can be written with.
    plain = plain.encode("utf-8", "replace").decode("utf-8")
    if not plain.strip():
        raise CannotRead(
            f"{name}: there is no text in it. If it shows pictures of text, paste the text."
        )
    if len(plain) > MOST_LETTERS:
        raise CannotRead(
            f"{name}: {len(plain):,} characters are no article; at most {MOST_LETTERS:,} are read."
        )
    return plain


def language_of(text: str) -> str:
    """Guess the language of a text, as two letters; "" for a text too short to tell."""
    import py3langid

    letters = text.strip()
    if len(letters) < SHORTEST_FOR_LANGUAGE:
        return ""
    return str(py3langid.classify(letters[:20_000])[0])


def _from_text(name: str, content: bytes) -> Draft:
    from charset_normalizer import from_bytes

    try:
        return Draft(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        found = from_bytes(content).best()
    if found is None:
        raise CannotRead(f"{name}: its encoding cannot be told. Save it as UTF-8.")
    return Draft(str(found))


def _from_html(name: str, content: bytes) -> Draft:
    import trafilatura
    from htmldate import find_date
    from lxml import html

    tree = trafilatura.load_html(content)
    if not isinstance(tree, html.HtmlElement):
        raise CannotRead(f"{name}: there is no page in it. {PASTE_INSTEAD}")
    date = find_date(tree, extensive_search=False, original_date=True) or ""
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, favor_precision=True
    )
    if found is None:
        raise CannotRead(f"{name}: no article is found in the page. {PASTE_INSTEAD}")
    page: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return Draft(
        text=page["text"] or "",
        title=page["title"] or "",
        outlet=page["sitename"] or "",
        published_on=date,
        url=_web_address(page["url"] or ""),
    )


def _from_pdf(name: str, content: bytes) -> Draft:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = PdfReader(io.BytesIO(content))
        if document.is_encrypted:
            raise CannotRead(f"{name}: it is locked with a password. {PASTE_INSTEAD}")
        if len(document.pages) > MOST_PAGES:
            raise CannotRead(
                f"{name}: {len(document.pages):,} pages; at most {MOST_PAGES} are read. {PASTE_INSTEAD}"
            )
        text = "\n\n".join(page.extract_text() for page in document.pages)
    except PyPdfError as error:
        raise CannotRead(
            f"{name}: this is no PDF that can be read ({error}). {PASTE_INSTEAD}"
        ) from error
    title = document.metadata.title if document.metadata else ""
    return Draft(text, title=title or "")


def _from_docx(name: str, content: bytes) -> Draft:
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise CannotRead(f"{name}: it unpacks to {unpacked // MEGABYTE:,} MB. {PASTE_INSTEAD}")
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError) as error:
        raise CannotRead(
            f"{name}: this is no Word document that can be read ({error}). {PASTE_INSTEAD}"
        ) from error
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return Draft(text, title=document.core_properties.title or "")


READERS: dict[str, Callable[[str, bytes], Draft]] = {
    ".txt": _from_text,
    ".md": _from_text,
    ".html": _from_html,
    ".htm": _from_html,
    ".pdf": _from_pdf,
    ".docx": _from_docx,
}


def _one_line(text: str) -> str:
    return " ".join(text.split())[:500]


def _web_address(text: str) -> str:
    """Keep an address that a page gives of itself only where it leads to the web."""
    is_web = text.startswith(("https://", "http://")) and not any(map(str.isspace, text))
    return text if is_web and len(text) <= 2_000 else ""
