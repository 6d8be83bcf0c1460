"""Make the project's own Python environment, ``.venv``, and install the locked packages in it.

    python3 scripts/environment.py          what the dashboard needs (requirements.lock)
    python3 scripts/environment.py --dev    that and what the tests need (requirements-dev.lock)

Run by whatever Python 3 is at hand, before anything is installed: only the standard library is
used, and an interpreter that is too old looks for a newer one on the PATH and hands over to it.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
# Those for which the locks were resolved; a newer one usually works as well, but is tried last.
NAMES = ("python3.13", "python3.12", "python3.11", "python3", "python")

RUN_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
# Inside the environment, so that it goes when the environment goes.
STAMP = "installed-locks"


class CannotPrepare(Exception):
    """The environment cannot be made; the text says why and what to do about it."""


def interpreter(folder: Path) -> Path:
    """Name the Python inside an environment, which Windows keeps elsewhere."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def version(python: str | Path) -> tuple[int, ...]:
    """Ask an interpreter for its version; empty where it does not start.

    A name on the PATH may be a launcher that finds no Python behind it, and an environment may
    have outlived the interpreter that it was made from.
    """
    code = "import sys; print(*sys.version_info[:2])"
    try:
        asked = subprocess.run(
            [str(python), "-c", code], capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(int(part) for part in asked.stdout.split())


def newer_python() -> str | None:
    """Find an interpreter on the PATH that is new enough; None where there is none."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and version(path) >= OLDEST), None)


def digest(lock: Path) -> str:
    """Tell one content of a lock from another."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def locks(dev: bool) -> tuple[str, ...]:
    """Name the locks that hold after an installation: the development lock contains the other."""
    return (DEV_LOCK, RUN_LOCK) if dev else (RUN_LOCK,)


def stamp_text(root: Path, dev: bool) -> str:
    """Write down which locks, in which state, an installation satisfies."""
    return "".join(f"{name} {digest(root / name)}\n" for name in locks(dev))


def is_installed(root: Path, folder: Path, dev: bool) -> bool:
    """Tell whether the environment already holds the lock as it stands now."""
    stamp = folder / STAMP
    if not stamp.is_file():
        return False
    wanted = stamp_text(root, dev).splitlines()[0]
    return wanted in stamp.read_text(encoding="utf-8").splitlines()


def make(folder: Path) -> None:
    """Make an empty environment, in place of one that no longer works.

    Raises CannotPrepare where Python came without its venv module, as on Debian and Ubuntu.
    """
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        major, minor = sys.version_info[:2]
        raise CannotPrepare(
            f"{sys.executable} lacks the module {missing[0]}, which makes environments.\n"
            f"On Debian and Ubuntu:  sudo apt install python{major}.{minor}-venv"
        )
    print(f"Making {folder.name} with Python {sys.version.split()[0]} …", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False)
    if made.returncode:
        raise CannotPrepare(f"{folder} could not be made; the lines above say why.")


def install(root: Path, folder: Path, dev: bool) -> None:
    """Install one lock, every file checked against its hash, and note that it is installed."""
    lock = locks(dev)[0]
    print(f"Installing {lock}; the first time takes a minute or two …", flush=True)
    stamp = folder / STAMP
    stamp.unlink(missing_ok=True)
    pip = [str(interpreter(folder)), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    options = ["install", "--quiet", "--require-hashes", "--requirement", str(root / lock)]
    installed = subprocess.run(pip + options, check=False, stdin=subprocess.DEVNULL)
    if installed.returncode:
        raise CannotPrepare(f"{lock} could not be installed; the lines above say why.")
    stamp.write_text(stamp_text(root, dev), encoding="utf-8")


def prepare(root: Path, dev: bool) -> Path:
    """Bring the environment of a project folder up to date and return its interpreter.

    Does nothing where it is up to date. Raises CannotPrepare.
    """
    folder = root / ".venv"
    if version(interpreter(folder)) < OLDEST:
        make(folder)
    if not is_installed(root, folder, dev):
        install(root, folder, dev)
    return interpreter(folder)


def main(arguments: list[str]) -> int:
    """Prepare the environment, with another interpreter where this one is too old."""
    parser = argparse.ArgumentParser(description="Make .venv and install the locked packages.")
    parser.add_argument("--dev", action="store_true", help="install what the tests need as well")
    chosen = parser.parse_args(arguments)
    if sys.version_info < OLDEST:
        python = newer_python()
        if python is None:
            print(
                f"Muster needs Python {OLDEST[0]}.{OLDEST[1]} or newer; "
                f"this is {sys.version.split()[0]}, and no newer one is on the PATH.",
                file=sys.stderr,
            )
            return 1
        return subprocess.run([python, __file__, *arguments], check=False).returncode
    try:
        prepare(ROOT, chosen.dev)
    except CannotPrepare as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
