"""What has to stand with a chart or a table wherever it goes: filters, sources, data day, licence.

Pictures, pages of HTML, workbooks and JSON all carry the same notes, so that a figure that is
passed on alone still says whose numbers it shows and how to come back to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from analysis.codebook import Bloc
from analysis.figures.hover import count_text
from analysis.partial_dates import in_words

# What a picture or a table that is passed on alone would not say otherwise.
SUBJECT = "North Korean troops and arms in Russia"
NOT_VERIFIED = "As claimed, not verified."
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
ORDER = {bloc: number for number, bloc in enumerate(Bloc)}


@dataclass(frozen=True)
class Edition:
    """Which Muster and which data: the version of CITATION.cff, and the data's last day."""

    version: str
    data_day: str


@dataclass(frozen=True)
class Notes:
    """The notes of one chart or table.

    ``filters``: what was chosen, in words. ``known_on``: the day that the board was set to, "" for
    all of the data. ``address``: where, or by which command, the view is had again; may be empty.
    ``remarks``: what the chart does not show as it is, in sentences.
    """

    title: str
    filters: str
    sources: tuple[str, ...]
    behind: str
    edition: Edition
    known_on: str = ""
    address: str = ""
    remarks: tuple[str, ...] = ()

    def with_remarks(self, remarks: list[str]) -> "Notes":
        """Give the same notes with more remarks, each of them once."""
        return replace(self, remarks=tuple(dict.fromkeys((*self.remarks, *remarks))))

    @property
    def day(self) -> str:
        """The day on which the view stands: the day asked for, else the data's last day."""
        return self.known_on or self.edition.data_day

    def data_words(self) -> str:
        """Say which data these are, and as known when."""
        return data_words(self.edition, self.known_on)

    def lines(self) -> dict[str, str]:
        """List the notes as name and text, those that are empty left out."""
        listed = {
            "Title": self.title,
            "Subject": SUBJECT,
            "Shown": self.filters,
            "Sources": ", ".join(self.sources),
            "Behind it": self.behind,
            "Standing": NOT_VERIFIED,
            "Remarks": " ".join(self.remarks),
            "Data": self.data_words(),
            "Licence": f"{LICENCE}, {LICENCE_ADDRESS}",
            "This view": self.address,
        }
        return {name: text for name, text in listed.items() if text}


def data_words(edition: Edition, known_on: str = "") -> str:
    """Say which data these are, and as known when.

    >>> data_words(Edition("0.1.0", "2026-02-27"), "2025-02")
    'Muster 0.1.0, articles to 27 Feb 2026, as known on Feb 2025'
    """
    known = f", as known on {in_words(known_on)}" if known_on else ""
    return f"Muster {edition.version}, articles to {in_words(edition.data_day)}{known}"


def sources_shown(claims: pd.DataFrame) -> tuple[str, ...]:
    """Name the sources of these claims once each, bloc by bloc, those with most claims first."""
    counts = claims.groupby(["source", "bloc"], sort=True).size().reset_index(name="claims")
    ranked = counts.assign(order=counts["bloc"].map(ORDER)).sort_values(
        ["order", "claims"], ascending=[True, False], kind="stable"
    )
    return tuple(ranked["source"].drop_duplicates())


def silent_sources(
    wanted: Iterable[str], claims: pd.DataFrame, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Say which sources that were asked for give none of these claims: silence is not zero.

    Returns a remark, or none where everybody is heard, or where there are no claims to hear.
    """
    if claims.empty:
        return ()
    heard = set(claims["claimants"].str.split(";").explode())
    silent = [names[source] for source in wanted if source not in heard]
    return (f"No figure to draw by {', '.join(silent)}.",) if silent else ()


def behind(claims: pd.DataFrame, mentions: pd.DataFrame) -> str:
    """Count what these claims rest on; only mentions of these claims are counted."""
    own = mentions[mentions["claim_id"].isin(claims["claim_id"])]
    outlets = own.loc[own["outlet"] != "", "outlet"].nunique()
    return (
        f"{count_text(claims['claim_id'].nunique(), 'claim')}, "
        f"{count_text(len(own), 'mention')} in "
        f"{count_text(own['document_id'].nunique(), 'article')} of "
        f"{count_text(outlets, 'outlet')}"
    )
