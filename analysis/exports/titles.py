"""What a chart is called when it leaves the page that it stood on: its title, its files' subject."""

from collections.abc import Sequence

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates.comparisons import COMPARED_DAYS
from analysis.estimates.panels import Panel

# What stands beneath a chart of who says what now.
TICKS = "Pale ticks: what the same source, or another voice under its name, said before."

WHOLE_NAMES = {
    Kind.CASUALTIES: "reported casualties",
    Kind.SENT_TOTAL: "those reported sent",
}
STATED = "Shares as the sources stated them"


def now_title(kind: Kind) -> str:
    """Name the chart of who says what now."""
    return f"{KIND_TERMS[kind].title}: latest claim by each source"


def now_name(kind: Kind) -> str:
    """Name its files.

    >>> now_name(Kind.KILLED)
    'killed by source'
    """
    return f"{KIND_TERMS[kind].label} by source"


def panel_title(panel: Panel) -> str:
    """Name a chart over time."""
    apart = f" ({', '.join(panel.apart)})" if panel.apart else ""
    return f"{KIND_TERMS[panel.kind].title}: statements over time{apart}"


def panel_name(panel: Panel) -> str:
    """Name its files."""
    return " ".join([KIND_TERMS[panel.kind].label, *panel.apart, "over time"])


def shares_title(part: Kind, whole: Kind) -> str:
    """Name a chart of shares.

    >>> shares_title(Kind.KILLED, Kind.CASUALTIES)
    'Reported killed as a share of reported casualties'
    """
    return f"{KIND_TERMS[part].title} as a share of {WHOLE_NAMES[whole]}"


def shares_name(part: Kind, whole: Kind) -> str:
    """Name its files."""
    return f"{KIND_TERMS[part].label} as share of {KIND_TERMS[whole].label}"


def shares_remarks(lacking: Sequence[str], same_source: bool) -> list[str]:
    """Say beneath a chart of shares what it divides, and what it could not divide.

    ``lacking`` names rows without a whole; ``same_source``: each part is divided by a whole of its
    own source.
    """
    remarks = [
        "Each number is its source’s latest as known on the chosen day.",
        f"A row says where the two were said more than {COMPARED_DAYS} days apart.",
    ]
    if lacking:
        remarks.append(f"No whole to divide by: {', '.join(lacking)}.")
    if same_source:
        remarks.append(
            "Of officials, media and others who are several voices, only numbers of one day are "
            "divided by each other."
        )
    return remarks


def stated_title(kind: Kind | None = None) -> str:
    """Name a chart of percentages that sources stated, of one kind or of all."""
    return f"{KIND_TERMS[kind].title}: {STATED[0].lower()}{STATED[1:]}" if kind else STATED


def stated_name(kind: Kind | None = None) -> str:
    """Name its files."""
    return f"{KIND_TERMS[kind].label} stated shares" if kind else "stated shares"
