"""Files are read in processes of their own: whatever one of them does, the others do not notice."""

import os
import re
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import forkserver

import pytest

from analysis.ledger.intake.apart import LOADED_ONCE, BrokeOff, run_apart
from analysis.ledger.intake.draft import MEGABYTE, CannotRead, Draft
from analysis.ledger.intake.reading import read_apart, shown_name
from tests.ledger.intake import broken_readers
from tests.ledger.intake.test_formats import WORDS, pdf

pytestmark = pytest.mark.slow


BROKEN = [
    (broken_readers.hang, "longer than 3 s"),
    (broken_readers.sleep_on, "longer than 3 s"),
    (broken_readers.fill_memory, "exhausts what one text may use"),
    (broken_readers.go_too_deep, "exhausts what one text may use"),
    (broken_readers.fill_the_disk, "it is broken|ended the process"),
    (broken_readers.divide_by_zero, r"it is broken \(ZeroDivisionError\)"),
    (broken_readers.break_oddly, r"it is broken \(Odd\)"),
    (broken_readers.leave, r"it is broken \(SystemExit\)"),
    (broken_readers.crash, "it ended the process that read it"),
    (broken_readers.give_no_text, "it is broken"),
]
HANGING = [reader for reader, reason in BROKEN if "longer than" in reason]


def test_reading_happens_in_another_process_with_the_same_answers() -> None:
    assert read_apart("a.txt", WORDS.encode()) == Draft(WORDS, language="en")
    with pytest.raises(CannotRead, match="locked with a password"):
        read_apart("a.pdf", pdf(password="secret"))


@pytest.mark.parametrize(("reader", "reason"), BROKEN)
def test_a_file_that_breaks_its_reader_costs_nothing_but_that_reader(
    reader: Callable[[str, bytes], Draft], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "longer than" in reason:
        monkeypatch.setattr("analysis.ledger.intake.reading.SECONDS", 3)
    monkeypatch.setattr("analysis.ledger.intake.reading.read_upload", reader)
    begun = time.monotonic()
    with pytest.raises(CannotRead, match=reason) as told:
        read_apart("a.txt", b"text")
    assert str(told.value).startswith("a.txt: ")
    assert "<b>" not in str(told.value)
    assert time.monotonic() - begun < 25


def test_readers_that_break_lose_nobody_elses_file() -> None:
    """Sound files and broken readers at once, more of them than there are readers."""

    def outcome(reader: Callable[..., object] | None) -> str:
        if reader is None:
            return read_apart("a.txt", WORDS.encode()).text
        try:
            run_apart(3 if reader in HANGING else 20, reader, "a.txt", b"text")
        except BrokeOff as error:
            return str(error)
        return "nothing broke"

    readers = [item for reader, _ in BROKEN for item in (None, reader, None)]
    with ThreadPoolExecutor(len(readers)) as people:
        outcomes = list(people.map(outcome, readers))
    assert [one for one, reader in zip(outcomes, readers, strict=True) if reader is None] == [
        WORDS
    ] * (2 * len(BROKEN))
    broken = [one for one, reader in zip(outcomes, readers, strict=True) if reader is not None]
    assert all(re.search(reason, told) for told, (_, reason) in zip(broken, BROKEN, strict=True))


def test_a_reader_is_not_forked_off_the_dashboard_and_finds_its_libraries_loaded() -> None:
    """A fork of the dashboard would have its threads' locks, its memory and its connections."""
    parent, loaded, writes_to_the_log = run_apart(20, broken_readers.whence)
    assert parent != os.getpid()
    assert loaded == list(LOADED_ONCE)
    assert not writes_to_the_log


def test_readers_are_made_again_where_what_they_come_from_was_killed() -> None:
    parent, _, _ = run_apart(20, broken_readers.whence)
    assert parent == forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    os.kill(parent, signal.SIGKILL)
    time.sleep(0.5)
    assert read_apart("a.txt", WORDS.encode()).text == WORDS


def test_a_reader_that_outlives_the_dashboard_is_ended_by_the_system() -> None:
    limits = run_apart(7, broken_readers.limits)
    assert limits["RLIMIT_CPU"] == (12, 12)
    assert limits["RLIMIT_AS"][1] == 2_048 * MEGABYTE
    assert limits["RLIMIT_CORE"] == (0, 0)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report.pdf", "report.pdf"),
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\windows\\a.txt", "a.txt"),
        ("a\nb\n===.txt", "ab===.txt"),
        ("\u202efdp.txt", "fdp.txt"),
        ("a\0b\ud800.txt", "ab.txt"),
        ("x" * 300 + ".docx", "x" * 50 + "…" + "x" * 45 + ".docx"),
        ("", "The file"),
        ("기사.html", "기사.html"),
    ],
)
def test_a_file_is_named_in_one_line_without_its_folders(name: str, shown: str) -> None:
    assert shown_name(name) == shown
