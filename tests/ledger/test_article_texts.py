"""Texts in a reader's folder: read as they are, refused where the name leads out of it."""

import os
from pathlib import Path

import pytest

from analysis.ledger.article_texts import (
    MOST_BYTES,
    MissingText,
    OutsideFolder,
    UnreadableText,
    is_at_hand,
    read_article_text,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of texts with a secret beside it."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    texts = tmp_path / "texts"
    (texts / "more").mkdir(parents=True)
    (texts / "a.txt").write_bytes("about 300\xa0men\r\n".encode())
    (texts / "more" / "b.txt").write_text("b", encoding="utf-8")
    return texts


def test_a_text_is_read_as_it_is(folder: Path) -> None:
    assert read_article_text(folder, "a.txt") == "about 300\xa0men\r\n"
    assert read_article_text(folder, "more/b.txt") == "b"
    assert is_at_hand(folder, "a.txt")


def test_a_byte_order_mark_is_no_letter(folder: Path) -> None:
    (folder / "marked.txt").write_bytes(b"\xef\xbb\xbf300 men")
    assert read_article_text(folder, "marked.txt") == "300 men"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "more/../../secret.txt",
        "/etc/passwd",
        "..",
        "",
        "a.txt\0.png",
        "../texts-of-others/a.txt",
    ],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(OutsideFolder):
        read_article_text(folder, name)
    assert not is_at_hand(folder, name)


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")
def test_a_link_that_leads_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    for name in ("link.txt", "loop.txt"):
        with pytest.raises((OutsideFolder, UnreadableText)):
            read_article_text(folder, name)
        assert not is_at_hand(folder, name)
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    assert read_article_text(folder, "inside.txt").startswith("about 300")


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in a folder there")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with pytest.raises(UnreadableText, match="no file"):
        read_article_text(folder, "pipe.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"300 men\ncaf\xe9", r"not UTF-8 \(line 2\)"),
        ("300".encode("utf-16-le"), "NUL bytes"),
        (b"a" * (MOST_BYTES + 1), "larger than 2 MB"),
    ],
)
def test_what_is_no_text_is_told(folder: Path, data: bytes, reason: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    with pytest.raises(UnreadableText, match=reason):
        read_article_text(folder, "bad.txt")


def test_a_folder_in_the_place_of_a_file_is_told(folder: Path) -> None:
    with pytest.raises(UnreadableText, match="no file"):
        read_article_text(folder, "more")


def test_what_is_missing_is_told_apart(folder: Path) -> None:
    with pytest.raises(MissingText, match=r"c\.txt is not in the folder"):
        read_article_text(folder, "c.txt")
    with pytest.raises(MissingText, match="folder of texts does not exist"):
        read_article_text(folder / "nowhere", "c.txt")
    assert not is_at_hand(folder, "c.txt")


def test_a_name_longer_than_any_file_has_is_told(folder: Path) -> None:
    with pytest.raises(UnreadableText):
        read_article_text(folder, "a" * 5000)
    assert not is_at_hand(folder, "a" * 5000)
