"""Texts of articles in a reader's own folder: which are at hand, and one of them read.

A file name stands in a table that anybody can write; it never leads out of the folder, neither by
dots, nor from the root, nor by a link in the file system.
"""

import stat
from pathlib import Path

from analysis.errors import MusterError
from analysis.ledger.csv_file import BYTE_ORDER_MARK

# A hundred times a long article; what is larger is no article, and a browser would choke on it.
MOST_BYTES = 2_000_000


class NoText(MusterError):
    """The text of an article cannot be had; the message says why, and what to do."""


class MissingText(NoText):
    """The folder, or the file in it, is not there."""


class OutsideFolder(NoText):
    """The file name leads out of the folder."""


class UnreadableText(NoText):
    """The file is there, and is no text that can be read."""


def read_article_text(folder: Path, name: str) -> str:
    """Read the text file of an article, as it is but for a byte order mark.

    Raises MissingText, OutsideFolder or UnreadableText.
    """
    path = _path(folder, name)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableText(f"{name} is no file. Put the text there, or mend the name.")
        if state.st_size > MOST_BYTES:
            most = f"{MOST_BYTES // 1_000_000} MB"
            raise UnreadableText(f"{name} is larger than {most}. Keep the article's text alone.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise MissingText("The folder of texts does not exist. Mend its path.") from error
        raise MissingText(f"{name} is not in the folder of texts. Put it there.") from error
    except OSError as error:
        raise UnreadableText(f"{name} cannot be read: {error.strerror}.") from error
    return _decoded(data.removeprefix(BYTE_ORDER_MARK), name)


def is_at_hand(folder: Path, name: str) -> bool:
    """Tell whether a file of this name is in the folder; one that leads out of it never is."""
    try:
        return _path(folder, name).is_file()
    except (NoText, OSError):
        return False


def _path(folder: Path, name: str) -> Path:
    """Give the path of a file inside the folder. Raises OutsideFolder for any other."""
    refusal = f"{name!r} leads out of the folder of texts and is not read. Mend the name."
    if not name or "\0" in name:
        raise OutsideFolder(f"{name!r} is no name of a file. Mend the name.")
    try:
        root, path = folder.resolve(), (folder / name).resolve()
    except (OSError, RuntimeError) as error:
        # A link that leads to itself has no end to resolve.
        raise OutsideFolder(refusal) from error
    if not path.is_relative_to(root):
        raise OutsideFolder(refusal)
    return path


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableText(f"{name} is not UTF-8 (line {line}). Save it as UTF-8.") from error
    if "\0" in text:
        raise UnreadableText(f"{name} holds NUL bytes. Save it as plain text in UTF-8.")
    return text
