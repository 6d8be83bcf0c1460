"""Which places the articles name, in which role, and how often: what the map is drawn from."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.codebook import LocationRole, Modality
from analysis.estimates import Estimates
from analysis.estimates.grouping import (
    Coded,
    Ints,
    distinct_counts,
    first_rows,
    numbered,
    pairs,
    places_among,
)

CLAIM, SIGHTING = "claim", "sighting"

KEYS = ["location", "location_role", "modality"]

PLACE_COLUMNS = (
    "location",
    "role",
    "evidence",
    "modality",
    "claims",
    "mentions",
    "sightings",
    "articles",
)

# The places of the reported training and fighting: on the map also when nothing is shown there.
ALWAYS = ("kursk", "vladivostok", "ussuriysk", "khabarovsk", "chongjin")

ROLES = tuple(role.value for role in LocationRole)
MODALITIES = tuple(modality.value for modality in Modality)


def places(estimates: Estimates, sightings: pd.DataFrame) -> pd.DataFrame:
    """Count what is tied to each place: one row per place, role, evidence and modality.

    Columns are PLACE_COLUMNS. ``evidence`` is "claim" (a number is tied to the place) or
    "sighting" (the place is named without a number); the counts of the other one are 0. A claim
    counts once for every place and role in which one of its mentions stands. Rows go by place,
    claims before sightings, roles and modalities in the codebook's order.
    """
    mentions = estimates.mentions
    placed = mentions.loc[mentions["location"] != "", [*KEYS, "document_id", "claim_id"]]
    by_claim = _counted(placed, "mentions", claims="claim_id")
    by_sighting = _counted(sightings, "sightings")
    table = pd.concat(
        [by_claim.assign(evidence=CLAIM), by_sighting.assign(evidence=SIGHTING)], ignore_index=True
    ).reindex(columns=list(PLACE_COLUMNS))
    counts = list(PLACE_COLUMNS[4:])
    table[counts] = table[counts].fillna(0).astype("int64")
    order = pd.DataFrame(
        {
            "location": table["location"],
            "evidence": table["evidence"],
            "role": table["role"].map({role: i for i, role in enumerate(ROLES)}),
            "modality": table["modality"].map({name: i for i, name in enumerate(MODALITIES)}),
        }
    )
    return table.loc[order.sort_values(list(order.columns)).index].reset_index(drop=True)


def _counted(rows: pd.DataFrame, size: str, **distinct: str) -> pd.DataFrame:
    """Count the rows of each place, role and modality, as ``size``, and distinct values of them."""
    group = numbered(rows[key] for key in KEYS)
    count = int(group.max(initial=-1)) + 1
    counted = rows[KEYS].take(first_rows(group, count)).rename(columns={"location_role": "role"})
    columns = {**distinct, "articles": "document_id"}
    return counted.assign(
        **{size: np.bincount(group, minlength=count)},
        **{
            name: distinct_counts(group, numbered([rows[column]]), count)
            for name, column in columns.items()
        },
    )


@dataclass(frozen=True)
class Tied:
    """Which claims a mention ties to which place, each claim once a place.

    ``place`` numbers the places in ``names``; ``claim`` is the row of the claim in the estimates.
    """

    names: tuple[str, ...]
    place: Ints
    claim: Ints

    def counts(self) -> dict[str, int]:
        """Count the claims of each place."""
        counted = np.bincount(self.place, minlength=len(self.names)).tolist()
        return dict(zip(self.names, counted, strict=True))

    def at(self, claims: pd.DataFrame, kept: np.ndarray) -> dict[str, pd.DataFrame]:
        """Give the claims of each place, as far as a mask over all claims keeps them."""
        chosen = kept[self.claim]
        rows = claims.take(self.claim[chosen])
        groups = rows.groupby(self.place[chosen], sort=False)
        return {self.names[int(str(place))]: of_place for place, of_place in groups}

    def sources(self, claims: pd.DataFrame) -> dict[str, pd.Series]:
        """Count the claims of each place by the short name of their source, the most first."""
        source = Coded.of(claims["source"])
        several = len(source.values)
        pair, number = np.unique(
            self.place * several + source.codes[self.claim], return_counts=True
        )
        counts = pd.DataFrame(
            {"place": pair // several, "source": pair % several, "claims": number}
        ).sort_values(["place", "claims"], ascending=[True, False], kind="stable")
        return {
            self.names[int(str(place))]: pd.Series(
                rows["claims"].to_numpy(), index=source.values.take(rows["source"].to_numpy())
            )
            for place, rows in counts.groupby("place")
        }


def tied(estimates: Estimates) -> Tied:
    """Find which of the claims a mention ties to which place."""
    mentions, claims = estimates.mentions, estimates.claims
    placed = mentions.loc[mentions["location"] != "", ["location", "claim_id"]]
    location = Coded.of(placed["location"])
    claim = places_among(placed["claim_id"], claims["claim_id"])
    once = ~pd.Series(pairs(location.codes, claim)).duplicated().to_numpy()
    return Tied(tuple(location.values), location.codes[once], claim[once])
