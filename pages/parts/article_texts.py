"""The reader's folder of article texts: which it is, what is in it, and how to set it up."""

import os
from pathlib import Path

from analysis.ledger.article_texts import is_at_hand

HOW_TO = (
    "Texts of articles are not shipped. To read them here with their figures marked, put yours into "
    "a folder and name it in MUSTER_TEXTS (README, Texts of articles)."
)


def texts_folder() -> Path | None:
    """Name the folder in MUSTER_TEXTS; None where that is not set."""
    named = os.environ.get("MUSTER_TEXTS")
    return Path(named) if named else None


def at_hand(file: str) -> bool:
    """Tell whether the text file of an article is in the folder."""
    folder = texts_folder()
    return bool(file) and folder is not None and is_at_hand(folder, file)
