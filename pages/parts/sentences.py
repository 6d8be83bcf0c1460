"""A claim in short, as select boxes, buttons and tables name it."""

from analysis.codebook import KIND_TERMS, Kind, words
from analysis.figures.hover import Claim, said

# The columns that name a claim.
PHRASE_COLUMNS = (
    "claim_id",
    "source",
    "bound",
    "low",
    "high",
    "unit",
    "said_on",
    "said_on_basis",
    "said_inferred",
)


def claim_phrase(claim: Claim) -> str:
    """Say one claim in short: who, how many, when.

    >>> claim_phrase({"source": "NIS", "bound": "about", "low": 600.0, "high": 600.0,
    ...     "unit": "people", "said_on": "2025-04-30", "said_on_basis": "stated",
    ...     "said_inferred": False})
    'NIS, about 600 (30 Apr 2025)'
    """
    figure = words(claim["bound"], claim["low"], claim["high"], claim["unit"])
    return f"{claim['source']}, {figure} ({said(claim, short=True)})"


def claim_phrase_with_kind(claim: Claim) -> str:
    """Say one claim in short where claims of several kinds stand together.

    >>> claim_phrase_with_kind({"source": "NIS", "kind": "killed", "bound": "about", "low": 600.0,
    ...     "high": 600.0, "unit": "people", "said_on": "2025-04-30", "said_on_basis": "stated",
    ...     "said_inferred": False})
    'NIS, killed, about 600 (30 Apr 2025)'
    """
    source = str(claim["source"])
    kind = KIND_TERMS[Kind(claim["kind"])].label
    return f"{source}, {kind}{claim_phrase(claim).removeprefix(source)}"
