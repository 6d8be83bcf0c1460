"""The command extract over many articles: kept part by part, gone on with, reported."""

import csv
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster

from analysis.__main__ import main
from analysis.corpus import batches, manifest
from analysis.corpus.job import COLUMNS

TEXT = "The NIS said on Wednesday that some {} North Korean soldiers were killed.\n"
DAY = ["--published-on", "2025-02-27"]


def folder_of(path: Path, number: int) -> Path:
    """Make a folder of so many articles with one mention each."""
    path.mkdir()
    for one in range(number):
        (path / f"a{one:04d}.txt").write_text(TEXT.format(100 + one), encoding="utf-8")
    return path


def parquet_of(path: Path, number: int, **columns: object) -> Path:
    """Make a Parquet file of so many articles; ``columns`` replace or add some."""
    table: dict[str, object] = {
        "document_id": [f"p{one:06d}" for one in range(number)],
        "outlet": ["Somewhere"] * number,
        "published_on": ["2025-02-27"] * number,
        "language": ["en"] * number,
        "text": [TEXT.format(100 + one) for one in range(number)],
        **columns,
    }
    pq.write_table(pa.table({name: cells for name, cells in table.items() if cells}), path)
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_text_that_is_not_read_to_its_end_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path / "texts", 3)
    with (folder / "a0001.txt").open("a", encoding="utf-8") as file:
        file.write("a\n" * 20_000)
    (folder / "a0002.txt").write_bytes(b"\xff\xfe")
    assert main(["extract", str(folder), *DAY, "-o", str(tmp_path / "out.csv")]) == 1
    one, two = read_csv(tmp_path / "out.skipped.csv")
    assert (one["document_id"], two["document_id"]) == ("a0001", "a0002")
    assert one["reason"].startswith("Read for figures up to character 20,")
    assert one["reason"].split("character ")[1].startswith(f"{int(one['unread_from']):,}:")
    assert two["unread_from"] == ""
    printed = capsys.readouterr().err
    assert "2 articles read, 2 mentions found" in printed
    assert "1 skipped, 1 not read to the end" in printed
    assert "read in part: a0001" in printed
    assert [row["document_id"] for row in read_csv(tmp_path / "out.csv")] == ["a0000", "a0001"]


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have parts of ten articles, so that a small stock has several."""
    monkeypatch.setattr(batches, "MOST_ARTICLES", 10)


def test_parquet_and_csv_hold_the_same_rows(tmp_path: Path) -> None:
    source = parquet_of(tmp_path / "in.parquet", 250)
    for name in ("out.parquet", "out.csv"):
        assert main(["extract", str(source), "-o", str(tmp_path / name)]) == 0
    table = pq.read_table(tmp_path / "out.parquet")
    assert tuple(table.column_names) == COLUMNS
    assert table.schema.field("low").type == pa.float64()
    assert table.schema.field("start").type == pa.int64()
    rows = read_csv(tmp_path / "out.csv")
    assert [row["mention_id"] for row in rows] == table["mention_id"].to_pylist()
    assert [float(row["low"]) for row in rows] == list(range(100, 350))
    assert [int(row["start"]) for row in rows] == table["start"].to_pylist()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "in.parquet",
        "out.csv",
        "out.parquet",
    ]


def test_days_of_a_parquet_file_may_be_dates_and_ids_numbers(tmp_path: Path) -> None:
    days, ids = [date(2025, 2, 27), None], [7, 8]
    source = parquet_of(tmp_path / "in.parquet", 2, published_on=days, document_id=ids)
    assert main(["extract", str(source), "-o", str(tmp_path / "out.csv")]) == 1
    (row,) = read_csv(tmp_path / "out.csv")
    assert (row["document_id"], row["stated_on"]) == ("7", "2025-02-26")


def test_missing_columns_are_all_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = parquet_of(tmp_path / "in.parquet", 2, text=None, outlet=None)
    assert main(["extract", str(source)]) == 2
    told = capsys.readouterr().err
    assert "no column 'outlet', 'text'. It needs document_id, outlet, published_on, text" in told
    assert "it has document_id, published_on, language" in told


def test_a_column_of_numbers_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = parquet_of(tmp_path / "in.parquet", 2, text=[1.5, 2.5])
    assert main(["extract", str(source)]) == 2
    assert "column 'text' is of type double; it has to be text" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"no Parquet"])
def test_what_is_no_parquet_file_is_told(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.parquet"
    source.write_bytes(content)
    assert main(["extract", str(source)]) == 2
    assert "no Parquet file" in capsys.readouterr().err
    source.unlink()
    assert main(["extract", str(source)]) == 2
    assert "no such file" in capsys.readouterr().err


def test_what_was_skipped_is_listed_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder_of(tmp_path / "texts", 3)
    (source / "a0001.txt").write_bytes(b"\xff")
    out = tmp_path / "out.parquet"
    assert main(["extract", str(source), *DAY, "-o", str(out)]) == 1
    (row,) = read_csv(tmp_path / "out.skipped.csv")
    assert row == {
        "document_id": "a0001",
        "file": str(source / "a0001.txt"),
        "reason": "no UTF-8 at byte 0; save it as UTF-8",
        "unread_from": "",
    }
    assert pq.read_table(out)["document_id"].to_pylist() == ["a0000", "a0002"]
    told = capsys.readouterr().err
    assert f"skipped: a0001 ({source / 'a0001.txt'}): no UTF-8" in told
    assert "2 articles read, 2 mentions found" in told

    (source / "a0001.txt").write_text(TEXT.format(7), encoding="utf-8")
    assert main(["extract", str(source), *DAY, "-o", str(out)]) == 0
    assert not (tmp_path / "out.skipped.csv").exists(), "the old list would be wrong now"


def test_many_skipped_articles_do_not_flood_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = parquet_of(tmp_path / "in.parquet", 50, published_on=["soon"] * 50)
    assert main(["extract", str(source), "-o", str(tmp_path / "out.csv")]) == 1
    told = capsys.readouterr().err
    assert told.count("skipped: p") == 20
    assert "and 30 more" in told
    assert len(read_csv(tmp_path / "out.skipped.csv")) == 50


def broken_off(source: Path, out: Path, number: signal.Signals, project: Path) -> int | None:
    """Start a run in a process of its own, end it by a signal on the way, and give its exit code.

    None where the run came to its end before the signal, as it may on a busy machine.
    """
    command = [sys.executable, "-m", "analysis", "extract", str(source), "-o", str(out)]
    with subprocess.Popen(
        [*command, "--processes", "2"], cwd=project, start_new_session=True, stderr=subprocess.PIPE
    ) as process:
        parts = out.with_name(f"{out.name}.parts")
        until = time.monotonic() + 60
        while len(list(parts.glob("*.parquet"))) < 3:
            assert time.monotonic() < until
            if process.poll() is not None:
                break
            time.sleep(0.01)
        else:
            os.killpg(process.pid, number)
        process.communicate()
    if out.exists():
        out.unlink()
        return None
    assert len(list(parts.glob("*.parquet"))) >= 3
    return process.returncode


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_was_broken_off_goes_on(
    tmp_path: Path, project: Path, number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    source = parquet_of(tmp_path / "in.parquet", 6_000)
    whole, out = tmp_path / "whole.parquet", tmp_path / "out.parquet"
    tries = (broken_off(source, out, number, project) for _ in range(5))
    code = next(code for code in tries if code is not None)
    assert code == (130 if number is signal.SIGINT else -9)
    assert main(["extract", str(source), "-o", str(out)]) == 0
    told = capsys.readouterr().err
    assert f"Going on with {out}.parts" in told
    assert "00 articles had been read before" in told
    assert main(["extract", str(source), "-o", str(whole)]) == 0
    assert pq.read_table(out).equals(pq.read_table(whole))
    assert not out.with_name("out.parquet.parts").exists()


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A folder of 30 articles and an output whose parts are there, but not put together yet."""
    monkeypatch.setattr(batches, "MOST_ARTICLES", 10)
    source, out = folder_of(tmp_path / "texts", 30), tmp_path / "out.csv"
    with monkeypatch.context() as stopped:
        stopped.setattr("analysis.corpus.output.write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            main(["extract", str(source), *DAY, "-o", str(out)])
    assert len(list(Path(f"{out}.parts").glob("*.parquet"))) == 3
    return source, out


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_changed_article_is_noticed_and_read_again(
    begun: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = begun
    (source / "a0015.txt").write_text(TEXT.format(77_777), encoding="utf-8")
    assert main(["extract", str(source), *DAY, "-o", str(out)]) == 0
    told = capsys.readouterr().err
    assert "20 articles had been read before" in told
    assert "10 articles were read again: their batches have changed since" in told
    assert [row["low"] for row in read_csv(out)][14:17] == ["114", "77777", "116"]


def test_a_part_that_is_not_whole_is_read_again(begun: tuple[Path, Path]) -> None:
    source, out = begun
    part = next(Path(f"{out}.parts").glob("*1.parquet"))
    part.write_bytes(part.read_bytes()[:-50])
    assert main(["extract", str(source), *DAY, "-o", str(out)]) == 0
    assert len(read_csv(out)) == 30


def test_other_options_are_refused(
    begun: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = begun
    later = ["--published-on", "2025-03-27", "--outlet", "Elsewhere"]
    assert main(["extract", str(source), *later, "-o", str(out)]) == 2
    told = capsys.readouterr().err
    assert "begun with other --published-on, --outlet. Delete the folder to begin anew" in told


def test_other_rules_are_refused(
    begun: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = begun
    monkeypatch.setattr(manifest, "rules_version", lambda: "another")
    assert main(["extract", str(source), *DAY, "-o", str(out)]) == 2
    assert "begun with other version of the rules" in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = folder_of(tmp_path / "texts", 1), tmp_path / "out.csv"
    Path(f"{out}.parts").mkdir()
    (Path(f"{out}.parts") / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["extract", str(source), *DAY, "-o", str(out)]) == 2
    assert "no folder of a run that was begun" in capsys.readouterr().err
    assert (Path(f"{out}.parts") / "mine.txt").exists()


@pytest.mark.parametrize("wrong", [["--processes", "0"], ["--time-limit", "nan"]])
def test_numbers_that_make_no_sense_are_refused(tmp_path: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["extract", str(folder_of(tmp_path / "texts", 1)), *DAY, *wrong])


def test_a_cluster_gives_the_same_file(tmp_path: Path, small_batches: None) -> None:
    """Texts go with the batches: the workers need no folder of them."""
    source = folder_of(tmp_path / "texts", 60)
    (source / "a0001.txt").write_bytes(b"\xff")
    here, there = tmp_path / "here.parquet", tmp_path / "there.parquet"
    assert main(["extract", str(source), *DAY, "-o", str(here)]) == 1
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        scheduler = ["--scheduler", cluster.scheduler_address]
        assert main(["extract", str(source), *DAY, *scheduler, "-o", str(there)]) == 1
    assert here.read_bytes() == there.read_bytes()
    assert read_csv(tmp_path / "here.skipped.csv") == read_csv(tmp_path / "there.skipped.csv")


def test_without_the_package_for_clusters_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "analysis.corpus.dask_pool", raising=False)
    source = folder_of(tmp_path / "texts", 1)
    assert main(["extract", str(source), *DAY, "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert "pip install distributed" in capsys.readouterr().err


def test_the_cluster_package_is_loaded_for_clusters_alone(project: Path) -> None:
    code = (
        "import sys; import analysis.commands.extract_many, analysis.corpus.local_pool;"
        " sys.exit(bool({'distributed', 'dask', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=project, check=False).returncode == 0
