"""Article text and the mentions in it: found by rules, and placed in the text letter by letter."""

from analysis.extraction.extractor import extract
from analysis.extraction.found import FIELDS, Extraction, Found
from analysis.extraction.knowledge.table import Row
from analysis.extraction.lexicon import OWN_TABLES, Lexicon, UnknownWord, compiled, shipped

__all__ = [
    "FIELDS",
    "OWN_TABLES",
    "Extraction",
    "Found",
    "Lexicon",
    "Row",
    "UnknownWord",
    "compiled",
    "extract",
    "shipped",
]
