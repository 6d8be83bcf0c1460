"""Rows under everybody who speaks in them: a joint statement is found under each of its claimants."""

import pandas as pd


def has_voice(claimants: pd.Series, voice: str) -> pd.Series:
    """Tell in which of the ";"-separated lists a claimant stands; each distinct list is read once."""
    with_it = [who for who in claimants.unique() if voice in who.split(";")]
    return claimants.isin(with_it)


def by_voice(rows: pd.DataFrame) -> pd.DataFrame:
    """Repeat each row for each of its ``claimants`` (";"-separated), and name that one ``voice``.

    Keeps the order of the rows; the index is new.
    """
    joint = rows["claimants"].str.contains(";", regex=False)
    alone = rows[~joint].assign(voice=rows.loc[~joint, "claimants"])
    if not joint.any():
        return alone.reset_index(drop=True)
    together = rows[joint].assign(voice=rows.loc[joint, "claimants"].str.split(";"))
    each = together.explode("voice").astype({"voice": alone["voice"].dtype})
    return pd.concat([alone, each]).sort_index(kind="stable").reset_index(drop=True)
