"""Thousands of broken and hostile uploads: does each give a text or a reason, in time?

    .venv/bin/python -m bench.reliability.uploads [--uploads 10000] [--seed 1]

Half are sound files of each kind that are cut, flipped, doubled, spliced into each other and salted
with what breaks parsers and pages; half were made to break them (``hostile_files``). Whatever comes
out of one must be a text that can be kept and shown, or a CannotRead of one line.
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
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread

from analysis.ledger.intake.apart import AT_ONCE, CRASHED, EXHAUSTED, MEMORY, BrokeOff, make_ready
from analysis.ledger.intake.draft import LARGEST_UPLOAD, MEGABYTE, MOST_LETTERS, CannotRead, Draft
from analysis.ledger.intake.reading import SECONDS, read_apart
from analysis.ledger.intake.small_files import small_files
from bench.reliability.hostile_files import HOSTILE

# What a busy machine may add to the limit before a reader counts as hanging.
GRACE = 5
LONGEST_REASON = 500
# A little beyond what is read.
LARGEST = LARGEST_UPLOAD + MEGABYTE
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
    """One file to read: what is wrong with it, its name, and what is in it."""

    kind: str
    name: str
    content: bytes = field(repr=False)


def uploads(number: int, chance: random.Random) -> Iterator[Upload]:
    """Make so many broken and hostile files."""
    files = small_files()
    for count in range(number):
        if count % 2:
            kind = chance.choice(list(HOSTILE))
            yield Upload(kind, *HOSTILE[kind](chance))
            continue
        ending = chance.choice(list(files))
        content = bytearray(files[ending])
        if ending == ".docx" and chance.random() < 0.5:
            content = bytearray(_repacked(bytes(content), chance))
        for _ in range(chance.randrange(1, 6)):
            content = chance.choice(CHANGES)(content, files, chance)[:LARGEST]
        yield Upload(f"changed {ending}", f"upload {count}{ending}", bytes(content))


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


@dataclass
class Outcome:
    """What came of the uploads so far.

    ``answers`` counts by kind of upload and "text", "refused", "over time", "over memory",
    "crashed" (its reader, not the dashboard) or "broken", all but the first with a reason; ``otherwise`` names what none of these is. ``longest``
    is in seconds, ``memory`` the most that one reader was seen to hold, in MB.
    """

    answers: Counter[tuple[str, str]] = field(default_factory=Counter)
    otherwise: list[str] = field(default_factory=list)
    longest: float = 0
    memory: float = 0

    def of(self, answer: str) -> int:
        """Count the uploads with this answer, of whatever kind."""
        return sum(count for (_, given), count in self.answers.items() if given == answer)


def run(number: int, seed: int) -> Outcome:
    """Read so many broken and hostile files, a few of them at once."""
    # The first reader of a dashboard waits for the libraries; how long is no question of this file.
    make_ready()
    read_apart("first.txt", b"The first file.")
    outcome = Outcome()
    waiting = uploads(number, random.Random(seed))
    lock = Lock()

    def work() -> None:
        while True:
            with lock:
                upload = next(waiting, None)
            if upload is None:
                return
            begun = time.monotonic()
            answer = _answer(upload)
            took = time.monotonic() - begun
            # Held by whoever makes the next upload, and that takes long for some.
            with lock:
                outcome.longest = max(outcome.longest, took)
                if answer in ANSWERS:
                    outcome.answers[upload.kind, answer] += 1
                else:
                    outcome.otherwise.append(f"{upload!r}: {answer}")

    with _watched_memory(outcome), ThreadPoolExecutor(AT_ONCE) as workers:
        for worker in [workers.submit(work) for _ in range(AT_ONCE)]:
            # What is neither a text nor a CannotRead ends the run here, with its traceback.
            worker.result()
    return outcome


ANSWERS = ("text", "refused", "over time", "over memory", "crashed", "broken")


def _answer(upload: Upload) -> str:
    """Read one upload; name what came, or what is wrong with what came."""
    try:
        draft = read_apart(upload.name, upload.content)
    except CannotRead as error:
        if not _is_one_line(str(error)) or len(str(error)) > LONGEST_REASON:
            return f"its reason cannot be shown: {str(error)[:LONGEST_REASON]!r}"
        return _kind_of(error.__cause__)
    return "text" if _can_be_kept(draft) else f"its text cannot be kept: {draft!r}"


def _kind_of(cause: BaseException | None) -> str:
    if not isinstance(cause, BrokeOff):
        return "refused"
    told = str(cause)
    if "longer than" in told:
        return "over time"
    return {EXHAUSTED: "over memory", CRASHED: "crashed"}.get(told, "broken")


def _is_one_line(text: str) -> bool:
    return text.isprintable()


def _can_be_kept(draft: Draft) -> bool:
    """Tell whether a draft is text that files and databases take, in lines, and of a sane size."""
    text = draft.text.replace("\n", "").replace("\t", "")
    steering = any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in text)
    cells = (draft.title, draft.outlet, draft.published_on, draft.language, draft.url)
    draft.text.encode()
    return not steering and 0 < len(draft.text) <= MOST_LETTERS and "\n" not in "".join(cells)


@contextmanager
def _watched_memory(outcome: Outcome) -> Iterator[None]:
    """Keep in ``outcome`` the most memory that any process of a reader is seen with, on Linux."""
    over = Event()

    def watch() -> None:
        while not over.wait(0.05):
            outcome.memory = max(outcome.memory, _largest_reader())

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _largest_reader() -> float:
    """Look up the highest mark of memory among the readers, in MB: what has their limit set."""
    marks = [0.0]
    for child in _children("self"):
        for reader in _children(child):
            try:
                limits = Path(f"/proc/{reader}/limits").read_text(encoding="utf-8")
                status = Path(f"/proc/{reader}/status").read_text(encoding="utf-8")
            except OSError:
                # It has ended meanwhile.
                continue
            if str(MEMORY) in limits:
                lines = status.splitlines()
                marks += [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")]
    return max(marks)


def _children(process: str) -> list[str]:
    found: list[str] = []
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += thread.read_text(encoding="utf-8").split()
        except OSError:
            continue
    return found


def main() -> int:
    """Run it and print what came of it; 1 where something but a text or a reason came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    begun = time.monotonic()
    outcome = run(args.uploads, args.seed)
    for kind in sorted({kind for kind, _ in outcome.answers}):
        counts = (f"{outcome.answers[kind, answer]:>6,} {answer}" for answer in ANSWERS)
        print(f"{kind:<26}", *counts)
    print(f"{'all':<26}", *(f"{outcome.of(answer):>6,} {answer}" for answer in ANSWERS))
    print(
        f"{outcome.longest:.1f} s and {outcome.memory:,.0f} MB at most for one; "
        f"{(time.monotonic() - begun) / 60:.0f} minutes, {AT_ONCE} at once"
    )
    print(*outcome.otherwise[:20], sep="\n")
    return 1 if outcome.otherwise or outcome.longest > SECONDS + GRACE else 0


if __name__ == "__main__":
    sys.exit(main())
