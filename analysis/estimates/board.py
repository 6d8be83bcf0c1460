"""Ledger to claims, in the order of the rules: judged, printed by the day, folded, revised."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.codebook import COLLECTIVE_CLAIMANT_KINDS
from analysis.estimates.claims import sum_up, with_bounds
from analysis.estimates.folding import with_claimants, with_claims, with_number
from analysis.estimates.grouping import (
    Coded,
    Ints,
    Mask,
    distinct_rows,
    first_rows,
    options,
    texts_of,
)
from analysis.estimates.hedges import claim_bounds
from analysis.estimates.judged import judged
from analysis.estimates.kind_drift import with_kind_drift
from analysis.estimates.origins import with_origins, with_possible_origins
from analysis.estimates.reading import as_printed, with_said_days
from analysis.estimates.revisions import with_revisions
from analysis.estimates.statements import with_statements
from analysis.ledger import Ledger

# What the steps hand on to one another and nobody else needs.
WORKING_COLUMNS = (
    "day_first",
    "day_last",
    "number_low",
    "number_high",
    "claim_bound",
    "claim_low",
    "claim_high",
    "claim",
    "article",
    "split_label",
)


@dataclass(frozen=True)
class Estimates:
    """Claims and the mentions behind them, as printed in the collected articles by a day.

    ``claims`` has one row per claim, ordered by the day said: the columns of CLAIM_COLUMNS and

    - ``share_of``: the base of a percentage;
    - ``claimants``: everybody who asserts the figure, ";"-separated;
    - ``source`` and ``bloc``: the short name to show, and the lead claimant's bloc;
    - ``said_first``, ``said_last`` (datetime64): the days on which it can have been said;
    - ``said_inferred``: neither the day said nor the article's own date is stated;
    - ``status``, ``in_force``, ``kind_drift``: see revisions and kind_drift;
    - ``possibly_one_origin``: signs of a common origin, in words.

    ``mentions`` has one row per mention of these claims in the order of printing, as judged: the
    ledger's columns and ``claim_id``, ``statement``, ``drift`` ("", "bound", "number" or "kind"),
    ``opens_claim``, and what the article tells (``outlet``, ``printed_on``, ``url`` …).

    A selection of claims holds ``rows``, the places of its mentions among all, and takes them only
    when they are asked for: most charts need few columns of few of them. ``claim_of`` names the claim
    of each of all mentions by its place on the board, which is its index label in every selection.

    The frames are shared between readers: treat them as immutable.
    """

    claims: pd.DataFrame = field(repr=False)
    all_mentions: pd.DataFrame = field(repr=False)
    claim_of: Ints = field(repr=False)
    known_on: str
    data_day: str
    rows: Ints | None = field(default=None, repr=False)
    # Made when first asked for, once for a board and all of its selections.
    _coded: dict[str, Coded] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """The mentions behind these claims, with all their columns."""
        return self.all_mentions if self.rows is None else self.all_mentions.take(self.rows)

    @property
    def mention_index(self) -> pd.Index:
        """The index of ``mentions``."""
        index = self.all_mentions.index
        return index if self.rows is None else index.take(self.rows)

    def mentions_of(self, claims: pd.DataFrame, *columns: str) -> pd.DataFrame:
        """Take some columns of those mentions that stand behind a part of these claims."""
        rows = self._rows()
        rows = rows[self._are(claims)[self.claim_of[rows]]]
        return self.all_mentions[list(columns)].take(rows)

    def claim_places(self, mentions: pd.DataFrame) -> Ints:
        """Say for each of some mentions which of these claims is theirs, by its place, from 0."""
        rows = self.all_mentions.index.get_indexer(mentions.index)
        return self.claims.index.get_indexer(pd.Index(self.claim_of[rows])).astype(np.int64)

    def distinct(self, column: str, claims: pd.DataFrame) -> int:
        """Count the different texts, other than "", that a column has in the mentions of claims."""
        coded = self.coded(column)
        rows = self._rows()
        found = coded.codes[rows[self._are(claims)[self.claim_of[rows]]]]
        seen = np.bincount(found, minlength=len(coded.values)) > 0
        return int((seen & (np.asarray(coded.values) != "")).sum())

    def coded(self, column: str) -> Coded:
        """Give a column of all mentions as numbers."""
        if column not in self._coded:
            self._coded[column] = Coded.of(self.all_mentions[column])
        return self._coded[column]

    def keep(self, claims: pd.DataFrame) -> "Estimates":
        """Keep some of these claims, each with all of its mentions that are here."""
        rows = self._rows()
        return replace(self, claims=claims, rows=rows[self._are(claims)[self.claim_of[rows]]])

    def _rows(self) -> Ints:
        return np.arange(len(self.all_mentions)) if self.rows is None else self.rows

    def _are(self, claims: pd.DataFrame) -> Mask:
        """Tell by its place on the board whether a claim is among some."""
        among = np.zeros(int(self.claim_of.max(initial=-1)) + 1, dtype=bool)
        among[claims.index] = True
        return among

    @property
    def as_of(self) -> str:
        """The day on which the board stands: the day asked for, else the data's last day."""
        return self.known_on or self.data_day


def estimate(ledger: Ledger, known_on: str | None = None) -> Estimates:
    """Fold the ledger's mentions into claims, as known on a day (a partial date; None: all).

    A partly known day counts to its end, and a mention counts when it was certainly in print.
    Raises BadDate for a day that is none, and BrokenTable when a table it needs is broken.
    """
    claimants = ledger.claimants.set_index("claimant")
    collective = frozenset(claimants.index[claimants["kind"].isin(COLLECTIVE_CLAIMANT_KINDS)])
    short_names, blocs = (
        dict(zip(claimants.index, claimants[name], strict=True)) for name in ("short_name", "bloc")
    )

    mentions = as_printed(ledger.mentions, ledger.documents, known_on)
    mentions, decisions = judged(mentions, ledger.judgements)
    mentions = with_claimants(with_number(with_said_days(mentions)))
    mentions, what = with_claims(mentions, decisions.merges)
    mentions = with_statements(mentions)
    mentions = with_bounds(mentions, claim_bounds(mentions))

    claims = with_kind_drift(sum_up(mentions, what), collective)
    claims = with_revisions(claims, mentions, collective, decisions)
    claims = with_origins(claims, mentions, decisions.origins)
    claims = with_possible_origins(claims, mentions, ledger.shared_intelligence, short_names)
    claims = claims.assign(
        source=_sources(claims, short_names).array,
        bloc=_looked_up(claims["claimant"], blocs).array,
    )
    return Estimates(
        claims=_as_text(claims).reset_index(drop=True),
        all_mentions=_as_text(_mention_table(mentions, claims)),
        claim_of=np.argsort(claims.index)[mentions["claim"].to_numpy()],
        known_on=known_on or "",
        data_day=ledger.data_day,
    )


def _sources(claims: pd.DataFrame, short_names: Mapping[str, str]) -> pd.Series:
    """Write who says it, all of a joint statement's claimants, the first-named first."""
    codes, leads = pd.factorize(claims["claimant"])
    joint = np.flatnonzero(claims["co_claimants"] != "")
    pair, names = distinct_rows(claims[["claimant", "co_claimants"]].take(joint))
    together = [
        " + ".join(short_names[name] for name in [lead, *others.split(";")])
        for lead, others in names.itertuples(index=False, name=None)
    ]
    codes[joint] = pair + len(leads)
    return options([*(short_names[name] for name in leads), *together], codes)


def _looked_up(keys: pd.Series, texts: Mapping[str, str]) -> pd.Series:
    """Give the text of each key; each distinct key is looked up once."""
    codes, distinct = pd.factorize(keys)
    return options([texts[key] for key in distinct], codes)


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn categories, which the steps compare among themselves, back into text."""
    names = [name for name, dtype in frame.dtypes.items() if isinstance(dtype, pd.CategoricalDtype)]
    return frame.assign(**{str(name): texts_of(frame[name]).array for name in names})


def _mention_table(mentions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Mark drift of kind and each claim's first mention, and drop the columns of the folding."""
    of_kind = np.zeros(len(claims), dtype=bool)
    of_kind[claims.index[claims["kind_drift"]]] = True
    opens_claim = np.zeros(len(mentions), dtype=bool)
    opens_claim[first_rows(mentions["claim"].to_numpy(), len(claims))] = True
    return mentions.assign(
        drift=mentions["drift"].mask(of_kind[mentions["claim"]], "kind"), opens_claim=opens_claim
    ).drop(columns=list(WORKING_COLUMNS))
