"""What a person decided about the shipped mentions, carried over to their copies."""

import numpy as np
import pandas as pd

from analysis.codebook import JudgementKind
from analysis.ledger import Ledger
from analysis.ledger.csv_file import TEXT
from analysis.ledger.judgement_rules import VALUE_IS_MENTION
from analysis.partial_dates import PARTIAL_DATE
from bench.variation import Draws, Ints, moved_days, other_numbers

NUMBERS = ("low", "high")
DATES = ("event_from", "event_to", "stated_on")


def copied_judgements(real: Ledger, place: Ints, draws: Draws) -> pd.DataFrame:
    """Repeat each judgement in each copy that has the mentions it is about.

    ``place`` finds a mention by copy and real mention, -1 where it was left out. Claimants, numbers
    and days in the values are the copy's own.
    """
    mentions = pd.Index(real.mentions["mention_id"])
    rows = []
    for judgement in real.judgements.to_dict("records"):
        about = place[:, mentions.get_loc(judgement["mention_id"])]
        copy = np.flatnonzero(about >= 0)
        values = _values(real, judgement, copy, place, draws)
        rows += [
            {**judgement, "mention_id": f"m{about[number] + 1:04d}", "value": value}
            for number, value in zip(copy.tolist(), values, strict=True)
            if value is not None
        ]
    table = pd.DataFrame(rows, columns=real.judgements.columns)
    ids = [f"j{number:03d}" for number in range(1, len(table) + 1)]
    return table.assign(judgement_id=ids).astype(TEXT)


def _values(
    real: Ledger, judgement: dict[str, str], copy: Ints, place: Ints, draws: Draws
) -> list[str | None]:
    """Give a judgement's value in each copy; None where it names a mention that was left out."""
    kind, field, value = (judgement[name] for name in ("judgement", "field", "value"))
    if kind in VALUE_IS_MENTION:
        other = place[copy, pd.Index(real.mentions["mention_id"]).get_loc(value)]
        return [f"m{number + 1:04d}" if number >= 0 else None for number in other.tolist()]
    if kind == JudgementKind.SAME_ORIGIN:
        return [
            ";".join(draws.claimants.name_in(name, number) for name in value.split(";"))
            for number in copy.tolist()
        ]
    if kind == JudgementKind.CORRECT and field in NUMBERS:
        return _numbers(real, judgement, copy, draws)
    if kind == JudgementKind.CORRECT and field in DATES and PARTIAL_DATE.fullmatch(value):
        one = np.zeros(len(copy), dtype=np.int64)
        return moved_days(pd.Series([value]), one, draws.days[copy]).tolist()
    return [value] * len(copy)


def _numbers(real: Ledger, judgement: dict[str, str], copy: Ints, draws: Draws) -> list[str | None]:
    """Multiply a corrected number as the numbers of its claimant are multiplied in each copy."""
    row = real.mentions.set_index("mention_id").loc[judgement["mention_id"]]
    claimant = pd.Index(real.claimants["claimant"]).get_loc(row["claimant"])
    end = np.full(len(copy), float(judgement["value"]))
    number, _ = other_numbers(
        end,
        end,
        pd.Series(row["bound"], index=range(len(copy))),
        pd.Series(row["unit"], index=range(len(copy))),
        draws.factors[copy, claimant],
    )
    return [f"{value:g}" if value < 1e6 else f"{value:.0f}" for value in number.tolist()]
