"""Which claims a panel draws when there are more than it can show: a choice, never an average."""

import pandas as pd

# Beyond this, marks cover each other whatever is done, and the figure gets too heavy to send.
MOST_MARKS = 400
# Stretches of time, in months, of which each source keeps its last claim; the finest that is
# enough is taken.
STRETCHES = (1, 3, 6, 12, 24, 60, 120)


def thinned_claims(claims: pd.DataFrame, most: int = MOST_MARKS) -> tuple[pd.DataFrame, str]:
    """Keep each source's last claim of every month, or of a longer stretch, until few enough.

    Of what is still too many the claims printed in most articles stay. Returns the claims, in
    their order, and a sentence that says what was left out; empty where nothing was.
    """
    if len(claims) <= most:
        return claims, ""
    ordered = claims.sort_values(["said_last", "articles"], kind="stable")
    month = ordered["said_last"].dt.year * 12 + ordered["said_last"].dt.month
    kept, stretch = ordered, ""
    for months in STRETCHES:
        keys = pd.DataFrame({"source": ordered["source"], "stretch": month // months})
        kept = ordered[~keys.duplicated(keep="last")]
        stretch = "month" if months == 1 else f"{months} months"
        if len(kept) <= most:
            break
    kept = kept.nlargest(most, "articles")
    note = (
        f"{len(kept):,} of {len(claims):,} claims are drawn: the last of each source in every "
        f"{stretch}, at most {most:,}. The table holds all of them."
    )
    return claims.loc[claims.index.isin(kept.index)], note
