"""Which places the articles name, in which role, and how often: what the map is drawn from."""

import pandas as pd

from analysis.codebook import LocationRole, Modality
from analysis.estimates import Estimates

CLAIM, SIGHTING = "claim", "sighting"

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
    placed = mentions[mentions["location"] != ""]
    by_claim = _counted(placed, claims=("claim_id", "nunique"), mentions=("mention_id", "size"))
    by_sighting = _counted(sightings, sightings=("sighting_id", "size"))
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


def _counted(rows: pd.DataFrame, **counts: tuple[str, str]) -> pd.DataFrame:
    keys = ["location", "location_role", "modality"]
    counted = rows.groupby(keys, as_index=False).agg(**counts, articles=("document_id", "nunique"))
    return counted.rename(columns={"location_role": "role"})
