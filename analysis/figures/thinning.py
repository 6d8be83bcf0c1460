"""Which claims a panel draws when there are more than it can show: a choice, never an average."""

import numpy as np
import pandas as pd

# Beyond this, the marks of a panel cover each other whatever is done, and nobody can read them.
MOST_MARKS = 120
# What a panel shows at least, however many panels there are.
LEAST_MARKS = 50
# Stretches of time, in months, of which each source keeps its last claim; the finest that is
# enough is taken.
STRETCHES = (1, 3, 6, 12, 1200)

MONTHS_BEFORE_1970 = 1970 * 12


def most_marks(panels: int, most: int = MOST_MARKS) -> int:
    """Say how many marks a panel of so many may show; ``most``: how many if it stands alone."""
    return max(LEAST_MARKS, most * 3 // max(panels, 3))


def thinned_claims(claims: pd.DataFrame, most: int = MOST_MARKS) -> pd.DataFrame:
    """Keep each source's last claim of every month, or of a longer stretch, until few enough.

    Of what is still too many the claims printed in most articles stay, the latest of equals.
    Returns the claims in their order; all of them where they are few enough.
    """
    if len(claims) <= most:
        return claims
    source = pd.factorize(claims["source"])[0]
    said, articles = claims["said_last"].to_numpy(), claims["articles"].to_numpy()
    latest_first = np.lexsort((articles, said))[::-1]
    month = said.astype("datetime64[M]").astype("int64") + MONTHS_BEFORE_1970
    kept = latest_first
    for months in STRETCHES:
        # Sources are numbered from 0 and stretches from the year 0: no two pairs share a number.
        pair = source * (month.max() + 1) + month // months
        _, first = np.unique(pair[latest_first], return_index=True)
        kept = latest_first[np.sort(first)]
        if len(kept) <= most:
            break
    most_printed = np.argsort(-articles[kept], kind="stable")[:most]
    return claims.take(np.sort(kept[most_printed]))
