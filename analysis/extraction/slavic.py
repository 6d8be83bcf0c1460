"""Ukrainian and Russian articles: numbers with their cases, hedges and the names of claimants."""

import re
from datetime import date
from functools import lru_cache

from analysis.codebook import Bound, Kind, Population, Unit
from analysis.extraction.knowledge import slavic_words as known
from analysis.extraction.numbers import NO_COUNT, value_of_digits
from analysis.extraction.seen import Figure, Near, Words
from analysis.extraction.sentences import Sentence
from analysis.extraction.slavic_dates import MONTHS, day_stated, months_of, period_of
from analysis.extraction.stems import Stems, fits
from analysis.extraction.tokens import Tokens, tokenise

_NUMERALS = {form: value for value, forms in known.NUMERALS.items() for form in forms.split()}
_SCALES = tuple((stem, value) for value, stems in known.SCALES.items() for stem in stems.split())
_BEFORE = Stems(known.BEFORE)
_NOUNS = Stems(known.NOUNS)
_EVENTS = Stems(known.EVENTS)
_PLANNED = Stems(known.PLANNED)
_CLAIMANTS = Stems(known.CLAIMANTS)
_PLACES = Stems(known.PLACES)
_POPULATIONS = {
    "officers": Population.OFFICERS,
    "generals": Population.GENERALS,
    "workers": Population.WORKERS,
    "sappers": Population.SAPPERS,
    "soldiers": Population.SOLDIERS,
    "units": Population.UNITS,
    "sites": Population.SITES,
}
# A sentence of more groups of digits than this is a table.
_MOST_DIGITS = 120
# A number without a noun needs this much to be a count of soldiers.
_BARE = 100
_OTHERS = re.compile(
    r"російськ\w* (?:армі|війсь)|росіяни|российск\w* (?:арми|войск)|россияне|від початку вторгнення"
)


def read(sentence: Sentence, folded: str, day: date) -> Words:
    """See a Ukrainian or Russian sentence through the tables."""
    tokens = tokenise(folded, sentence.start, sentence.end)
    line = folded[sentence.start : sentence.end]
    months = months_of(tokens, day)
    is_table = sum([word[0].isdecimal() for word in tokens.words]) > _MOST_DIGITS
    of_others = _OTHERS.search(line) is not None and "кндр" not in line
    figures = [] if is_table or of_others else _figures(tokens)
    northern = any(word in line for word in known.NORTHERN)
    return Words(
        sentence=sentence,
        figures=figures,
        events=_EVENTS.find(tokens),
        places=_PLACES.find(tokens),
        claimants=_CLAIMANTS.find(tokens),
        relays=_relays(tokens),
        is_northern=northern,
        is_planned=lambda figure: _is_planned(tokens, figure),
        points_back=not known.BACKWARD.isdisjoint(tokens.words),
        tells_of_the_one_before=line.startswith(known.TELLS_OF_IT),
        recalls=not known.EARLIER.isdisjoint(tokens.words),
        same_day=any(phrase in line for phrase in known.SAME_DAY),
        stated=day_stated(tokens, day, months),
        period=period_of(tokens, months),
    )


def _figures(tokens: Tokens) -> list[Figure]:
    """Read the numbers of a sentence with their hedges and nouns."""
    words = tokens.words
    found: list[Figure] = []
    at, behind = 0, 0
    while at < len(words):
        number = _number_at(words, at)
        if number is None or number[2] >= NO_COUNT:
            at += 1
            continue
        last, low, high = number
        opener = ""
        second = _second(words, last)
        if second is not None:
            two = _number_at(words, second)
            if two is not None and 0 < two[1] <= two[2] < NO_COUNT:
                scale = _scale_of(two[1], low)
                low, high, last = low * scale, two[2], two[0]
                opener = "range"
        figure = _figure(tokens, at, last, low, high, opener, behind)
        if figure is not None:
            found.append(figure)
            behind = last
        at = last
    return found


def _number_at(words: list[str], at: int) -> tuple[int, float, float] | None:
    """Read a number at a token: the token behind it, and its two ends."""
    word = words[at]
    if word in known.SEVERAL and at + 1 < len(words):
        scale = _scale(words[at + 1])
        if scale is not None:
            return at + 2, 2 * scale, 10 * scale - 1
        if words[at + 1] in known.VAGUE:
            return at + 2, *known.VAGUE[words[at + 1]]
        return None
    if word in known.VAGUE:
        if at + 1 < len(words) and word.startswith("десятк") and _scale(words[at + 1]):
            scale = _scale(words[at + 1]) or 1.0
            return at + 2, 20 * scale, 100 * scale - 1
        if at > 0 and word in known.ONE_THOUSAND and _is_hedged(words, at):
            return at + 1, 1e3, 1e3
        if at == 0 or not _is_number(words[at - 1]):
            return at + 1, *known.VAGUE[word]
    value, last = _plain(words, at)
    if value is None:
        scale = _scale(word)
        if scale is None:
            return None
        return at + 1, scale, scale
    while last < len(words):
        scale = _scale(words[last])
        if scale is None:
            break
        value *= scale
        last += 1
        if last < len(words) and words[last] == ".":
            last += 1
        rest, after = _plain(words, last) if last < len(words) else (None, last)
        if rest is not None and rest < scale:
            value, last = value + rest, after
    return last, value, value


def _is_hedged(words: list[str], at: int) -> bool:
    """Tell whether a hedge stands right before: "about a thousand", not "thousands"."""
    return any(
        hit is not None and hit[0] == at
        for hit in (_BEFORE.at(words, start) for start in range(max(0, at - 3), at))
    )


def _is_number(word: str) -> bool:
    return word[:1].isdecimal() or word in _NUMERALS


def _plain(words: list[str], at: int) -> tuple[float | None, int]:
    """Read digits, with groups set apart by spaces, or numerals one after another."""
    word = words[at]
    if word[0].isdecimal():
        value = value_of_digits(word, comma_is_decimal=True)
        last = at + 1
        while value is not None and last < len(words) and re.fullmatch(r"\d{3}", words[last]):
            value = value * 1000 + float(words[last])
            last += 1
        return value, last
    total, last = 0.0, at
    while last < len(words) and words[last] in _NUMERALS:
        total += _NUMERALS[words[last]]
        last += 1
    return (total, last) if last > at else (None, at)


@lru_cache(maxsize=1024)
def _scale(word: str) -> float | None:
    return next((value for stem, value in _SCALES if fits(word, stem)), None)


def _scale_of(high: float, low: float) -> float:
    """Give the first end of a range the second one's scale: 11 до 12 тисяч."""
    for scale in (1e9, 1e6, 1e3):
        if low < 1000 <= high and high % scale == 0 and low < high / scale:
            return scale
    return 1.0


def _second(words: list[str], last: int) -> int | None:
    """Find where the second end of a range begins: від 11 до 12, 20-25, от 50 до 100."""
    if last < len(words) - 1 and words[last] in ("до", "-", "—"):
        return last + 1
    return None


def _figure(
    tokens: Tokens, first: int, last: int, low: float, high: float, opener: str, behind: int
) -> Figure | None:
    words = tokens.words
    if last < len(words) and (
        words[last] in ("%", "рік", "року", "год", "года") or MONTHS.at(words, last)
    ):
        return None
    if low == high and 1900 <= low <= 2100 and opener == "" and words[first][0].isdecimal():
        return None
    start, bound, rule = _hedge(words, first, behind)
    if low != high:
        bound = Bound.RANGE if opener else Bound.VAGUE
        rule = "range: A to B" if opener else f"bound: the word {words[first]!r}"
        if opener and start == first and first > behind and words[first - 1] in ("від", "от"):
            start = first - 1
    noun, end = _noun(words, last)
    if noun is None and high < _BARE:
        return None
    unit, population, item = _counted(noun)
    return Figure(
        start=tokens.starts[start],
        end=tokens.ends[end - 1],
        low=None if bound in (Bound.UP_TO, Bound.LESS_THAN) else low,
        high=None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else high,
        bound=bound,
        bound_rule=rule,
        unit=unit,
        population=population,
        item=item,
        kind=Kind.UNITS if _is_of_each(words, end) else None,
    )


def _is_of_each(words: list[str], last: int) -> bool:
    """Tell the strength of one unit: "three thousand in each"."""
    return any(word.startswith(known.EACH) for word in words[last : last + 2])


def _hedge(words: list[str], first: int, behind: int) -> tuple[int, Bound, str]:
    at = first
    while at > behind and words[at - 1] in known.FILLERS:
        at -= 1
    for size in (4, 3, 2, 1):
        start = at - size
        if start < behind:
            continue
        hit = _BEFORE.at(words, start)
        if hit is not None and hit[0] == at:
            phrase = " ".join(words[start:at])
            return start, Bound(hit[1]), f"bound: {phrase!r} before"
    return first, Bound.EXACT, "bound: none printed"


def _noun(words: list[str], last: int) -> tuple[str | None, int]:
    """Find the noun behind a number, over a few adjectives."""
    noun, end = None, last
    for at in range(last, min(last + 4, len(words))):
        if not words[at][0].isalpha() or words[at] in ("в", "у", "на", "з", "с", "и", "та", "і"):
            break
        hit = _NOUNS.at(words, at)
        if hit is not None:
            noun, end = noun if noun not in (None, "soldiers") else hit[1], hit[0]
    return noun, end


def _counted(noun: str | None) -> tuple[Unit, Population, str]:
    if noun is None or noun in ("soldiers", "officers", "generals", "workers", "sappers"):
        return Unit.PEOPLE, _POPULATIONS.get(noun or "soldiers", Population.SOLDIERS), ""
    if noun in ("units", "sites"):
        return Unit(noun), _POPULATIONS[noun], ""
    items = {"shells": "artillery rounds", "guns": "guns and rocket launchers"}
    return Unit(noun), Population.MATERIEL, items.get(noun, "")


def _is_planned(tokens: Tokens, figure: Figure) -> bool:
    first = tokens.first_at(figure.start)
    last = tokens.first_at(figure.end)
    near = tokens.words[max(0, first - 6) : last + 3]
    return any(_PLANNED.at(near, at) is not None for at in range(len(near)))


def _relays(tokens: Tokens) -> list[Near]:
    """Find a member of parliament who passes on what he was told, with the name behind."""
    found = []
    for at, word in enumerate(tokens.words):
        if word.startswith(known.RELAYS):
            last = min(at + 4, len(tokens.words))
            found.append(Near(tokens.starts[at], tokens.ends[last - 1], "relay"))
    return found
