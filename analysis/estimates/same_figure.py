"""Who else gave a figure, and of how many origins all of it is."""

from dataclasses import dataclass, field

import pandas as pd

from analysis.codebook import Bloc
from analysis.estimates.board import Estimates
from analysis.estimates.origins import SAME_FIGURE, SHARING_DAYS


@dataclass(frozen=True)
class SameFigure:
    """The claims that give one figure, the chosen one first, and what they rest on.

    ``claims`` has the columns of the estimates and ``judged`` (bool): a judgement says that it is
    another claimant's own estimate. ``mentions``: theirs, in the order of printing.
    """

    claims: pd.DataFrame = field(repr=False)
    mentions: pd.DataFrame = field(repr=False)

    @property
    def articles(self) -> int:
        """Number of different articles."""
        return self.mentions["document_id"].nunique()

    @property
    def outlets(self) -> int:
        """Number of different outlets, those that are not named left out."""
        return self.mentions.loc[self.mentions["outlet"] != "", "outlet"].nunique()

    @property
    def named(self) -> pd.DataFrame:
        """The claims that are put to somebody; of the others nobody knows whose estimate they are."""
        return self.claims[self.claims["bloc"] != Bloc.UNATTRIBUTED]

    @property
    def claimants(self) -> list[str]:
        """Everybody who is named for the figure."""
        return _names(self.named["claimants"])

    @property
    def origins(self) -> list[str]:
        """Those whose own estimate it is, as far as it has been judged."""
        return _names(self.named["origin"])


def same_figure(estimates: Estimates, claim_id: str) -> SameFigure:
    """Find the claims with the same number of the same thing as a claim of the board.

    The number counts, whatever its hedge; kind, scope, population, unit, item, base of a share and
    modality must agree. Claims of other origins count if they were said within SHARING_DAYS of the
    chosen one: the same number half a year later is another estimate.
    """
    claims = estimates.claims
    chosen = claims[claims["claim_id"] == claim_id].iloc[0]
    alike = pd.Series(True, index=claims.index)
    for column in SAME_FIGURE:
        alike &= claims[column] == chosen[column]
    near = claims[alike]
    low, high = near["low"].fillna(near["high"]), near["high"].fillna(near["low"])
    own = near["claim_id"] == claim_id
    same = (low == low[own].item()) & (high == high[own].item())
    days = (near["said_last"] - chosen["said_last"]).abs().dt.days
    found = near[same & ((near["origin"] == chosen["origin"]) | (days <= SHARING_DAYS))]
    found = found.assign(judged=found["origin"] != found["claimants"])
    found = pd.concat([found[found["claim_id"] == claim_id], found[found["claim_id"] != claim_id]])
    mentions = estimates.mentions
    return SameFigure(found, mentions[mentions["claim_id"].isin(found["claim_id"])])


def _names(joined: pd.Series) -> list[str]:
    return list(dict.fromkeys(name for names in joined for name in names.split(";")))
