"""What a proposed mention would be among the claims: one more mention, a new claim, a revision."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from analysis.estimates.board import Estimates, estimate
from analysis.ledger import Ledger
from analysis.ledger.rows import extended


class Place(StrEnum):
    """How a proposed mention stands to the claims that are there."""

    JOINS = "joins"
    NEW = "new"
    REVISES = "revises"


@dataclass(frozen=True)
class Match:
    """The claim that a proposed mention would belong to.

    ``claim_id`` is the claim with the mention in it, ``others`` counts its mentions in the ledger,
    ``revised`` lists the claims that it would revise and that nothing revises so far.
    """

    place: Place
    claim_id: str
    others: int
    revised: tuple[str, ...]


@dataclass(frozen=True)
class Proposed:
    """The board as it would stand with the proposals, and what each of them would be in it."""

    board: Estimates
    matches: Mapping[str, Match]


def proposed(
    ledger: Ledger, board: Estimates, documents: pd.DataFrame, mentions: pd.DataFrame
) -> Proposed:
    """Fold proposals with the ledger, as if all of them were accepted, and tell what each would be.

    ``board`` is the ledger's own. ``documents`` and ``mentions`` are sound rows of text in the
    ledger's columns; their article may be in the ledger already. The ledger itself stays as it is.
    """
    strange = ~documents["document_id"].isin(ledger.documents["document_id"])
    with_proposals = extended(ledger, {"documents": documents[strange], "mentions": mentions})
    would_be = estimate(with_proposals)
    ids = set(mentions["mention_id"])
    of_proposals = would_be.mentions[would_be.mentions["mention_id"].isin(ids)]
    others = would_be.mentions.loc[~would_be.mentions["mention_id"].isin(ids), "claim_id"]
    counts = others.value_counts()
    revised_by = _newly_revised(board, would_be)
    matches = {
        mention_id: _match(claim_id, int(counts.get(claim_id, 0)), revised_by.get(claim_id, ()))
        for mention_id, claim_id in zip(
            of_proposals["mention_id"], of_proposals["claim_id"], strict=True
        )
    }
    return Proposed(would_be, matches)


def _newly_revised(board: Estimates, would_be: Estimates) -> dict[str, tuple[str, ...]]:
    """List, for each claim that would revise, those that nothing revises on the board as it is."""
    standing = board.claims.loc[board.claims["superseded_by"] == "", "claim_id"]
    falls = would_be.claims[
        would_be.claims["claim_id"].isin(standing) & (would_be.claims["superseded_by"] != "")
    ]
    return {
        str(claim_id): tuple(group)
        for claim_id, group in falls.groupby("superseded_by")["claim_id"]
    }


def _match(claim_id: str, others: int, revised: tuple[str, ...]) -> Match:
    if others:
        return Match(Place.JOINS, claim_id, others, revised)
    return Match(Place.REVISES if revised else Place.NEW, claim_id, others, revised)
