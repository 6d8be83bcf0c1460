"""Bytes of a file to the text of an article. Runs in a process of its own: see ``reading``.

Everything here may be handed anything: the libraries parse what strangers wrote. What they raise is
turned into CannotRead where it is about the file; whatever else happens ends the process, not the
dashboard.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from analysis.ledger.intake.draft import LARGEST_UPLOAD, MEGABYTE, MOST_LETTERS, CannotRead, Draft
from analysis.ledger.intake.encodings import cleaned, letters_of
from analysis.wrapped_lines import made_whole

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# A document of 10 MB that unpacks to more than this was made to exhaust memory.
MOST_UNPACKED = 100 * MEGABYTE
MOST_PAGES = 500
# Shorter texts are told apart by chance.
SHORTEST_FOR_LANGUAGE = 40
# Kinds of files that have lines, and not paragraphs alone.
LINE_BY_LINE = frozenset({".txt", ".md", ".pdf"})
LONGEST_HEADLINE = 200

PASTE_INSTEAD = "Open it elsewhere, copy the article's text and paste it."


def read_upload(name: str, content: bytes) -> Draft:
    """Read a file by the ending of its name, without its language. Raises CannotRead for no text."""
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise CannotRead(
            f"{name}: files of this kind are not read. Take one of: {', '.join(READERS)}, or paste "
            "the text."
        )
    require_size(name, content)
    draft = READERS[ending](name, content)
    text = require_text(name, draft.text)
    return Draft(
        text=made_whole(text) if ending in LINE_BY_LINE else text,
        title=_one_line(draft.title),
        outlet=_one_line(draft.outlet),
        published_on=draft.published_on,
        url=draft.url,
    )


def require_size(name: str, content: bytes) -> None:
    """Raise CannotRead for a file that is too large to be read."""
    if len(content) > LARGEST_UPLOAD:
        raise CannotRead(
            f"{name}: {len(content) / MEGABYTE:.1f} MB; at most {LARGEST_UPLOAD // MEGABYTE} MB are "
            "read. " + PASTE_INSTEAD
        )


def require_text(name: str, text: str) -> str:
    """Take a text as it is, but for its line ends and signs that are none. Raises CannotRead."""
    plain = cleaned(text)
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
    text = letters_of(name, content)
    return Draft(text, title=_headline(text))


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
        # Many are locked against changes alone, and open without a password.
        if document.is_encrypted and not document.decrypt(""):
            raise CannotRead(f"{name}: it is locked with a password. {PASTE_INSTEAD}")
        if len(document.pages) > MOST_PAGES:
            raise CannotRead(
                f"{name}: {len(document.pages):,} pages; at most {MOST_PAGES} are read. {PASTE_INSTEAD}"
            )
        text = "\n\n".join(page.extract_text() for page in document.pages)
        title = document.metadata.title if document.metadata else ""
    except PyPdfError as error:
        raise CannotRead(
            f"{name}: this is no PDF that can be read ({_reason(error)}). {PASTE_INSTEAD}"
        ) from error
    return Draft(text, title=str(title or ""))


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
        text = "\n".join(_lines(document.iter_inner_content()))
        title = document.core_properties.title
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError) as error:
        raise CannotRead(
            f"{name}: this is no Word document that can be read ({_reason(error)}). {PASTE_INSTEAD}"
        ) from error
    return Draft(text, title=title or "")


def _lines(blocks: "Iterable[Paragraph | Table]") -> Iterator[str]:
    """Give paragraphs, and the rows of tables with their cells behind each other, as they stand."""
    for block in blocks:
        if hasattr(block, "rows"):
            yield from ("\t".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


READERS: dict[str, Callable[[str, bytes], Draft]] = {
    ".txt": _from_text,
    ".md": _from_text,
    ".html": _from_html,
    ".htm": _from_html,
    ".pdf": _from_pdf,
    ".docx": _from_docx,
}


def _headline(text: str) -> str:
    """Take the first line for the title where it stands by itself, as headlines do; else ""."""
    first, _, rest = text.strip().partition("\n")
    stands_alone = bool(rest) and (not rest.split("\n")[0].strip() or first.startswith("# "))
    line = first.removeprefix("# ").strip()
    return line if stands_alone and len(line) <= LONGEST_HEADLINE else ""


def _reason(error: Exception) -> str:
    """Shorten what a library says, which may hold anything that stands in the file."""
    return "".join(filter(str.isprintable, _one_line(str(error))))[:120]


def _one_line(text: str) -> str:
    return " ".join(cleaned(text).split())[:500]


def _web_address(text: str) -> str:
    """Keep an address that a page gives of itself only where it leads to the web."""
    is_web = text.startswith(("https://", "http://")) and not any(map(str.isspace, text))
    return text if is_web and len(text) <= 2_000 else ""
