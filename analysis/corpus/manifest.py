"""What a run is known by: its articles, its options, and the rules that it reads with."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from analysis.corpus.batches import MOST_ARTICLES, MOST_BYTES, Alias
from analysis.corpus.job import COLUMNS
from analysis.errors import MusterError

NAME = "manifest.json"
ANALYSIS = Path(__file__).resolve().parents[1]
# What is written in a manifest, and how a message speaks of it.
WORDS = {
    "articles": "articles",
    "texts": "--texts",
    "published_on": "--published-on",
    "outlet": "--outlet",
    "aliases": "own names (--aliases)",
    "rules": "version of the rules",
    "form": "form of parts",
}


def manifest(
    articles: Path, texts: Path | None, published_on: str, outlet: str, aliases: tuple[Alias, ...]
) -> dict[str, str]:
    """Write down a run: parts of two runs with equal manifests may stand beside each other."""
    return {
        "articles": str(articles.resolve()),
        "texts": str(texts.resolve()) if texts else "",
        "published_on": published_on,
        "outlet": outlet,
        "aliases": _digest(json.dumps(aliases)) if aliases else "",
        "rules": rules_version(),
        "form": _digest(json.dumps([COLUMNS, MOST_ARTICLES, MOST_BYTES])),
    }


def rules_version() -> str:
    """Give the version of the extractor: a digest of its modules, so that each change counts."""
    files = [ANALYSIS / "codebook.py", ANALYSIS / "partial_dates.py"]
    files += sorted((ANALYSIS / "extraction").rglob("*.py"))
    return _digest(*(file.read_bytes() for file in files))


def check(folder: Path, wanted: Mapping[str, str]) -> None:
    """Refuse to go on with a run that was begun otherwise. Raises MusterError."""
    path = folder / NAME
    try:
        begun = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise MusterError(
            f"{folder}: no folder of a run that was begun. Name another output, or move it away."
        ) from error
    other = [words for name, words in WORDS.items() if begun.get(name) != wanted[name]]
    if other:
        raise MusterError(
            f"{folder}: this run was begun with other {', '.join(other)}. Delete the folder to"
            " begin anew, or go on with what it was begun with."
        )


def write(folder: Path, wanted: Mapping[str, str]) -> None:
    """Write the manifest of a run that begins."""
    (folder / NAME).write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")


def _digest(*pieces: str | bytes) -> str:
    digest = blake2b(digest_size=8)
    for piece in pieces:
        digest.update(piece.encode() if isinstance(piece, str) else piece)
    return digest.hexdigest()
