"""The short texts that stand in a figure: escaped for Plotly, hedge and day always with the number.

Plotly reads its texts as a small HTML, so the "<" of "less than" has to be escaped.
"""

from html import escape

from analysis.codebook import Bound, label, vague_word
from analysis.figures.hover import Claim, count_text, said
from analysis.figures.look import Look


def figure_label(claim: Claim) -> str:
    """Write a claim's number as short as its hedge allows, escaped."""
    bound = claim["bound"]
    low, high = claim["low"], claim["high"]
    if bound == Bound.VAGUE and vague_word(low, high):
        return escape(vague_word(low, high))
    return escape(label(bound, low, high, claim["unit"]))


def full_figure_label(claim: Claim) -> str:
    """Write a claim's number with, where it is a word, the range that the codebook gives it."""
    return escape(
        label(
            claim["bound"],
            claim["low"],
            claim["high"],
            claim["unit"],
        )
    )


def value_label(claim: Claim, look: Look, cut: bool = False) -> str:
    """Write number, day and number of articles, the number in bold, the rest after it, muted."""
    runs_on = " →" if cut else ""
    rest = f" · {said(claim, short=True)} · {count_text(int(str(claim['articles'])), 'article')}"
    return (
        f"<b>{full_figure_label(claim)}{runs_on}</b>"
        f'<span style="color:{look.palette.muted}">{rest}</span>'
    )


def coloured(text: str, colour: str) -> str:
    """Set a text in a colour; the text is taken as escaped already."""
    return f'<span style="color:{colour}">{text}</span>'
