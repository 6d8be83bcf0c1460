"""One plain sentence for each figure, for readers who do not see it: bounds kept, nobody unnamed."""

import pandas as pd

from analysis.codebook import KIND_TERMS, Bloc, Bound, Kind
from analysis.figures.hover import Claim, count_text, figure_words, said
from analysis.figures.now import Now

# What a sentence needs of a claim.
READ = (
    *("source", "bound", "low", "high", "unit", "said_on", "said_on_basis", "said_inferred"),
    *("said_first", "said_last", "status"),
)
NOTHING = "No source in this selection gives such a figure."


def now_sentence(now: Now, kind: str) -> str:
    """Say who states the highest number and who the lowest, and how many figures are old.

    Sources are compared by a number they stated: the lower end, or the upper where it is the only
    one. The sentence speaks of numbers stated, because "more than 200" is not the least that anybody
    can mean. A word of number or a figure that nobody is named for is not compared.
    """
    rows = now.rows
    if rows.empty:
        return NOTHING
    title = KIND_TERMS[Kind(kind)].title
    claims = rows.assign(number=rows["low"].fillna(rows["high"]))
    named = claims[(claims["bound"] != Bound.VAGUE) & (claims["bloc"] != Bloc.UNATTRIBUTED)]
    ranked = (named if len(named) else claims).sort_values("number", kind="stable")
    most = ranked[ranked["number"] == ranked["number"].max()].to_dict("records")
    least = ranked[ranked["number"] == ranked["number"].min()].to_dict("records")
    if len(rows) == 1:
        sentence = f"{title}: one source, {most[0]['row']}, with {_figure_and_day(most[0])}"
    else:
        sentence = (
            f"{title}: of {count_text(len(rows), 'source')} the highest number stated is that of "
            f"{_everybody(most)}"
        )
        if len(most) < len(ranked):
            sentence += f", the lowest that of {_everybody(least)}"
    stale = int(rows["stale"].sum())
    if stale:
        is_are = "is" if stale == 1 else "are"
        sentence += f". {stale:,} of {count_text(len(rows), 'figure')} {is_are} older than 180 days"
    return f"{sentence}. As claimed, not verified."


def statements_sentence(claims: pd.DataFrame, kind: str) -> str:
    """Say how many claims of a kind there are, by whom and when, and what was said last."""
    own = claims.loc[claims["kind"] == kind, list(READ)]
    if own.empty:
        return NOTHING
    term = KIND_TERMS[Kind(kind)].title
    last_said = own[own["said_last"] == own["said_last"].max()]
    last = last_said.sort_values("said_first", kind="stable").tail(1).to_dict("records")[0]
    revised = int((own["status"] == "revised").sum())
    first = own[own["said_first"] == own["said_first"].min()].head(1).to_dict("records")[0]
    sentence = (
        f"{term}: {count_text(len(own), 'claim')} by "
        f"{count_text(own['source'].nunique(), 'source')}"
    )
    if len(own) > 1:
        sentence += f". The first: {first['source']}, {_figure_and_day(first)}"
    sentence += f". The latest: {last['source']}, {_figure_and_day(last)}"
    if revised:
        was = "was" if revised == 1 else "were"
        sentence += f". {revised:,} {was} revised since by the same source"
    return f"{sentence}. As claimed, not verified."


def shares_sentence(rows: pd.DataFrame) -> str:
    """Say the shares one after the other, in the words that the rows give; at most five."""
    if rows.empty:
        return "No source in this selection gives both numbers of such a share."
    shown = rows.head(5).to_dict("records")
    said_shares = "; ".join(f"{row['source']}: {row['text']}" for row in shown)
    more = len(rows) - len(shown)
    return f"{said_shares}{f'; and {more} more' if more else ''}. As claimed, not verified."


def _everybody(claims: list[Claim]) -> str:
    """Name all sources of one number; more than three are counted, and the latest one is named."""
    if len(claims) > 3:
        return f"{len(claims)} of them, the latest {_source_and_figure(_latest(claims))}"
    return " and ".join(_source_and_figure(claim) for claim in claims)


def _latest(claims: list[Claim]) -> Claim:
    return max(claims, key=lambda claim: claim["said_last"])


def _source_and_figure(claim: Claim) -> str:
    return f"{claim['row']}, {_figure_and_day(claim)}"


def _figure_and_day(claim: Claim) -> str:
    return f"{figure_words(claim)} ({said(claim, short=True)})"
