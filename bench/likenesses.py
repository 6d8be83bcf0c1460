"""Names beside the real ones, each like one of them: who speaks and who prints in a larger ledger."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.ledger.csv_file import TEXT

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Likenesses:
    """Real names, each followed by so many like it, and which of them stands for it in each copy.

    ``names`` are all of them, ``of_real`` the place of the real one that each is like, ``number``
    1 for the real one itself, 2 for the next. ``chosen`` has a row for each copy and a column for
    each real name: the place among ``names``.
    """

    real: pd.Index
    names: list[str]
    of_real: Ints
    number: Ints
    chosen: Ints

    @classmethod
    def draw(
        cls, weight: pd.Series, growth: float, copies: int, rng: np.random.Generator, joint: str
    ) -> "Likenesses":
        """Add names until there are ``growth`` times as many, and choose for each copy.

        ``weight``, by real name, says how the new names are spread over the real ones. As among the
        real ones, a few of them are heard of often and many now and then. The first copy is real.
        """
        wanted = round(len(weight) * growth) - len(weight)
        alike = 1 + np.floor(weight / weight.sum() * wanted).to_numpy(dtype=np.int64)
        start = alike.cumsum() - alike
        chosen = np.zeros((copies, len(weight)), dtype=np.int64)
        for place, count in enumerate(alike.tolist()):
            rank = 1 / np.arange(1, count + 1)
            chosen[:, place] = rng.choice(count, size=copies, p=rank / rank.sum())
        chosen[0] = 0
        of_real = np.repeat(np.arange(len(weight)), alike)
        number = np.arange(len(of_real)) - start[of_real] + 1
        names = [
            f"{weight.index[place]}{joint}{nth}" if nth > 1 else weight.index[place]
            for place, nth in zip(of_real.tolist(), number.tolist(), strict=True)
        ]
        return cls(weight.index, names, of_real, number, chosen + start)

    def names_in(self, column: pd.Series, rows: Ints, copy: Ints) -> pd.Series:
        """Name what stands for the cells of a real column (by their places) in the copies."""
        known = self.real.get_indexer(column)[rows]
        place = np.where(known < 0, len(self.names), self.chosen[copy, known])
        return pd.Series(self._array.take(place))

    def name_in(self, name: str, copy: int) -> str:
        """Name what stands for one real name in a copy."""
        return self.names[self.chosen[copy, self.real.get_loc(name)]]

    @cached_property
    def _array(self) -> pd.api.extensions.ExtensionArray:
        """All names, and an empty one for a cell that names nobody."""
        return pd.array([*self.names, ""], dtype=TEXT)
