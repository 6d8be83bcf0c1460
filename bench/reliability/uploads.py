"""Thousands of broken and hostile uploads: does each give a text or a reason, in time?

    .venv/bin/python -m bench.reliability.uploads [--uploads 10000] [--seed 1]

Sound files of each kind are cut, flipped, doubled, spliced into each other, renamed, and salted with
what breaks parsers and pages. Whatever comes out of one must be a text or a CannotRead.
"""

import argparse
import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from docx import Document

from analysis.ledger.intake.draft import CannotRead
from analysis.ledger.intake.formats import READERS
from analysis.ledger.intake.reading import SECONDS, read_apart

AT_ONCE = 3
WORDS = "The agency counts about 2,100 dead. It had counted 2,000 in September.\n"
SALT = (
    b"<script>alert(1)</script>",
    b"<img src=x onerror=alert(1)>",
    b"[a](javascript:alert(1))",
    b"<!ENTITY a SYSTEM 'file:///etc/passwd'>",
    b"<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
    b"\x00" * 64,
    b"\xff\xfe\xfd",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae" * 20,
    b"<div>" * 3_000,
    b"(" * 5_000,
    b"[" * 5_000,
    b"<< /Kids [1 0 R] /Count 9999999 >>",
    b"/Length 99999999999",
    b"1,000 " * 2_000,
)


@dataclass(frozen=True)
class Upload:
    """One file to read: its name, and what is in it."""

    name: str
    content: bytes


def sound_files() -> dict[str, bytes]:
    """Give one sound file of each kind, by its ending."""
    document = Document()
    document.add_paragraph(WORDS)
    word = io.BytesIO()
    document.save(word)
    page = f"<html><head><title>A</title></head><body><article><p>{WORDS * 4}</p></article></body>"
    pdf = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
        b"/Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]"
        b" /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 30 >>\nstream\nBT (about 2,100 dead) Tj ET "
        b"\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"
    )
    return {
        ".txt": WORDS.encode(),
        ".md": b"# Dead\n\n" + WORDS.encode("utf-16"),
        ".html": page.encode(),
        ".htm": page.encode("utf-16"),
        ".pdf": pdf,
        ".docx": word.getvalue(),
    }


def uploads(number: int, chance: random.Random) -> Iterator[Upload]:
    """Make so many broken and hostile files."""
    files = sound_files()
    for count in range(number):
        ending = chance.choice(list(READERS))
        content = bytearray(files[ending])
        if ending == ".docx" and chance.random() < 0.5:
            content = bytearray(_repacked(bytes(content), chance))
        for _ in range(chance.randrange(1, 6)):
            content = chance.choice(CHANGES)(content, files, chance)
        yield Upload(f"upload {count}{ending}", bytes(content))


def _cut(content: bytearray, files: dict[str, bytes], chance: random.Random) -> bytearray:
    return content[: chance.randrange(len(content) + 1)]


def _flip(content: bytearray, files: dict[str, bytes], chance: random.Random) -> bytearray:
    for _ in range(chance.randrange(1, 30)):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)
    return content


def _salt(content: bytearray, files: dict[str, bytes], chance: random.Random) -> bytearray:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(SALT) + content[place:]


def _splice(content: bytearray, files: dict[str, bytes], chance: random.Random) -> bytearray:
    other = chance.choice(list(files.values()))
    place = chance.randrange(len(content) + 1)
    return content[:place] + other[chance.randrange(len(other)) :]


def _double(content: bytearray, files: dict[str, bytes], chance: random.Random) -> bytearray:
    return content * chance.choice((2, 3, 40))


CHANGES: tuple[Callable[[bytearray, dict[str, bytes], random.Random], bytearray], ...] = (
    _cut,
    _flip,
    _salt,
    _splice,
    _double,
)


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """Break a part inside the archive of a Word document, which stays a sound archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            if chance.random() < 0.3:
                part = chance.choice((_cut, _flip, _salt))(part, {}, chance)
            new.writestr(name, bytes(part))
    return out.getvalue()


@dataclass(frozen=True)
class Outcome:
    """How many gave a text, how many a reason, what else happened, and the longest wait in seconds."""

    texts: int
    refused: int
    longest: float
    otherwise: tuple[str, ...]


def run(number: int, seed: int) -> Outcome:
    """Read so many broken and hostile files, a few of them at once."""
    with ThreadPoolExecutor(AT_ONCE) as readers:
        pending = [
            (upload.name, readers.submit(_seconds_to_a_text, upload))
            for upload in uploads(number, random.Random(seed))
        ]
    answers = Counter[str]()
    longest = 0.0
    for name, future in pending:
        error = future.exception()
        if error is None:
            answers["text"] += 1
            longest = max(longest, future.result())
        elif isinstance(error, Refused):
            answers["refused"] += 1
            longest = max(longest, error.seconds)
        else:
            answers[f"{name}: {error!r}"] += 1
    otherwise = tuple(answer for answer in answers if answer not in ("text", "refused"))
    return Outcome(answers["text"], answers["refused"], longest, otherwise)


class Refused(Exception):
    """An upload was refused with a reason, after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


def _seconds_to_a_text(upload: Upload) -> float:
    begun = time.monotonic()
    try:
        read_apart(upload.name, upload.content)
    except CannotRead as error:
        raise Refused(time.monotonic() - begun) from error
    return time.monotonic() - begun


def main() -> int:
    """Run it and print what came of it; 1 where something but a text or a reason came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    outcome = run(args.uploads, args.seed)
    print(
        f"{outcome.texts:,} gave a text, {outcome.refused:,} a reason; {outcome.longest:.1f} s at most"
    )
    print(*outcome.otherwise[:20], sep="\n")
    return 1 if outcome.otherwise or outcome.longest > SECONDS + 5 else 0


if __name__ == "__main__":
    sys.exit(main())
