"""Which columns an exported table has, and what each of them means.

Columns that stand in the ledger are explained in its own words, out of ``datapackage.json``; what
is worked out from them is explained here.
"""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.codebook import words
from analysis.estimates import CLAIM_COLUMNS
from analysis.ledger.package import Package

# The claims of a table: who in words, what is worked out, and what the chart did with each.
EXPORTED_CLAIM = ("source", *CLAIM_COLUMNS, "share_of", "status", "drawn")

EXPORTED_MENTION = (
    "mention_id",
    "claim_id",
    "document_id",
    "outlet",
    "agency",
    "language",
    "printed_on",
    "printed_basis",
    "url",
    "wording",
    "occurrence",
    "part",
    "claimant",
    "co_claimants",
    "claimant_text",
    "relay",
    "claim_type",
    "scope",
    "population",
    "bound",
    "low",
    "high",
    "unit",
    "item",
    "share_of",
    "event_from",
    "event_to",
    "stated_on",
    "location",
    "location_role",
    "modality",
    "statement",
    "drift",
    "note",
)

# The shares of a chart, by the names of the columns that they are worked out under.
EXPORTED_SHARE = {
    "source": "source",
    "text": "share",
    "bound": "bound",
    "low": "low_percent",
    "high": "high_percent",
    "detail": "part",
    "under": "whole",
    "days_apart": "days_apart",
    "share_id": "part_claim",
    "whole_id": "whole_claim",
}

EXPORTED_ARTICLE = (
    "document_id",
    "outlet",
    "agency",
    "url",
    "copy_url",
    "title",
    "published_on",
    "published_basis",
    "language",
    "mentions_in_it",
    "claims_in_it",
    "mentions_chosen",
)

# Columns that carry a name of the ledger in another sense are explained here too.
WORKED_OUT = {
    "source": "Who asserts the figure, by short name; of a joint statement all of its claimants.",
    "claim_id": "Id of the claim: one claimant's distinct figure, whatever number of articles.",
    "kind": "Claim type, as claim_type of the mentions.",
    "low": "The stated lower end; empty where the hedge leaves it open. Never a midpoint.",
    "high": "The stated upper end; empty where the hedge leaves it open. Never a midpoint.",
    "said_on": "Day on which the claim was first said; 2025-02 or 2025 where no more is known.",
    "said_on_basis": "stated: an article gives the day; printed: the day of the first printing.",
    "about_from": "First day that the number is about; may be partial or empty.",
    "about_to": "Last day that the number is about; may be partial or empty.",
    "origin": "Whose own estimate the figure is, by claimant id.",
    "articles": "Number of collected articles that carry the claim.",
    "mentions": "Number of places in these articles where it stands.",
    "outlets": "Number of named outlets that printed it.",
    "first_said": "Earliest day on which it was said.",
    "last_said": "Latest day on which it was said, repeats included.",
    "first_printed": "Day of the first printing.",
    "last_printed": "Day of the last printing.",
    "printed_on": "Day on which the article was printed; may be partial.",
    "printed_basis": "stated: the article gives its day; inferred: it was worked out.",
    "superseded_by": "Id of the later claim of the same source that revised this one.",
    "status": "in_force: not revised by the data's last day; otherwise why it is not in force.",
    "mentions_in_it": "Number of places in this article where a number on the subject stands.",
    "claims_in_it": "Number of distinct claims that these mentions belong to.",
    "mentions_chosen": "How many of its mentions are of claims that the filters leave.",
    "drawn": "How the chart draws the claim: mark, or earlier (a pale tick beside a later mark).",
    **{
        f"{side}_{name}": f"{meaning} {which}."
        for side, which in (
            ("higher", "the higher figure"),
            ("lower", "the lower figure"),
            ("before", "the figure that was revised"),
            ("after", "the figure that revised it"),
        )
        for name, meaning in (
            ("source", "Who asserts"),
            ("figure", "In words, hedge kept:"),
            ("said_on", "Day of the claim of"),
            ("claim", "Id of the claim of"),
        )
    },
    "times": "How many times the lower figure's upper end goes into the higher one's lower end.",
    "share": "The share in words, with the hedges of both numbers.",
    "low_percent": "Lower end of the share in per cent; empty where the hedges leave it open.",
    "high_percent": "Upper end of the share in per cent; empty where the hedges leave it open.",
    "part": "The number that is divided, and when it was said.",
    "whole": "The number that it is divided by: whose, and when it was said.",
    "days_apart": "Days between the two statements.",
    "part_claim": "Id of the claim that is divided.",
    "whole_claim": "Id of the claim that it is divided by.",
    "statement": "1: first said; 2 and more: said again on a certainly later day.",
    "shown_as": "claim: a number is tied to the place; sighting: it is named without; movement.",
    "claims": "Number of claims that are tied to the place in this role.",
    "sightings": "Number of times that the place is named without a number.",
}
DRIFT_OF_CLAIM = "How mentions print the number otherwise than the claim has it, with counts."
DRIFT_OF_MENTION = "How this mention departs from its claim: bound, number or kind; empty if not."


def claim_rows(claims: pd.DataFrame, drawn: str = "") -> pd.DataFrame:
    """Give claims the columns of an exported table.

    ``drawn`` says how a chart draws all of them; where the claims have such a column it stays.
    """
    told = claims if "drawn" in claims else claims.assign(drawn=drawn)
    return told[list(EXPORTED_CLAIM)].reset_index(drop=True)


def mention_rows(mentions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Give the mentions of these claims the columns of an exported table, in order of printing."""
    own = mentions["claim_id"].isin(claims["claim_id"])
    return mentions.loc[own, list(EXPORTED_MENTION)].reset_index(drop=True)


def share_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Give shares, with their texts, the columns of an exported table."""
    return rows[list(EXPORTED_SHARE)].rename(columns=EXPORTED_SHARE).reset_index(drop=True)


def article_rows(articles: pd.DataFrame) -> pd.DataFrame:
    """Give articles, as ``select_articles`` lists them, the columns of an exported table."""
    counts = {
        "mentions": "mentions_in_it",
        "claims": "claims_in_it",
        "fitting": "mentions_chosen",
    }
    return articles.rename(columns=counts)[list(EXPORTED_ARTICLE)].reset_index(drop=True)


def pair_table(pairs: pd.DataFrame, claims: pd.DataFrame, sides: Sequence[str]) -> pd.DataFrame:
    """Give pairs of claims the columns of an exported table.

    ``sides`` name the two columns of claim ids; each gets its source, figure and day beside it.
    """
    by_id = claims.drop_duplicates("claim_id").set_index("claim_id")
    columns: dict[str, object] = {}
    for side in sides:
        own = by_id.loc[pairs[side]]
        figures = zip(*(own[name] for name in ("bound", "low", "high", "unit")), strict=True)
        columns[f"{side}_source"] = own["source"].to_numpy()
        columns[f"{side}_figure"] = [words(*figure) for figure in figures]
        columns[f"{side}_said_on"] = own["said_on"].to_numpy()
        columns[f"{side}_claim"] = pairs[side].to_numpy()
    kinds = by_id.loc[pairs[sides[0]], "kind"].to_numpy()
    return pd.DataFrame({"kind": kinds} | columns)


def meanings(columns: Iterable[str], package: Package | None) -> dict[str, str]:
    """Say what each column means; "" for one that neither the ledger nor Muster knows."""
    ledger = _of_ledger(package)
    names = list(columns)
    drift = DRIFT_OF_MENTION if "mention_id" in names else DRIFT_OF_CLAIM
    return {
        name: drift if name == "drift" else WORKED_OUT.get(name) or ledger.get(name, "")
        for name in names
    }


def _of_ledger(package: Package | None) -> Mapping[str, str]:
    """Collect the ledger's descriptions by column name, those of the mentions first."""
    if package is None:
        return {}
    found: dict[str, str] = {}
    for table in ("mentions", "documents", "claimants", "locations", "movements"):
        if table in package.tables:
            for field in package.tables[table].fields:
                found.setdefault(field.name, field.description)
    return found
