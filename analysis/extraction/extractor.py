"""Article text in, coded mentions out: the order in which the rules are asked, for one article.

The subject comes first: a text that never names the North is not read at all, a sentence without a
number is not looked into, and a sentence in which the North is neither named nor spoken of before
is passed over.
"""

import re
from dataclasses import replace
from datetime import date

from analysis.extraction import korean, slavic
from analysis.extraction.article import Article
from analysis.extraction.assemble import Setting, drafted
from analysis.extraction.drafts import Draft, Drafts
from analysis.extraction.folding import fold
from analysis.extraction.found import Extraction, numbered
from analysis.extraction.headlines import claimants_of_headlines
from analysis.extraction.knowledge.nations import GATE, GATE_WORDS
from analysis.extraction.lexicon import Lexicon, shipped
from analysis.extraction.limits import check_day, most_numbers, most_sentences, rest
from analysis.extraction.numbers import STARTERS
from analysis.extraction.page import parts
from analysis.extraction.plain import mentions
from analysis.extraction.reading import Reading
from analysis.extraction.said_later import days_told_later
from analysis.extraction.seen import Words
from analysis.extraction.sentences import split
from analysis.extraction.sides import NORTH, OTHER, UNKNOWN
from analysis.extraction.speakers import Speakers
from analysis.extraction.speech import Speech
from analysis.extraction.waves import first_waves
from analysis.wrapped_lines import made_whole

# What may hold a number: a digit or a word of number. Articles ("a dozen") come with their numeral.
_WORDS_OF_NUMBER = "|".join(sorted(word for word in STARTERS if word.isalpha() and len(word) > 2))
_NUMERIC = re.compile(rf"\d|\b(?:{_WORDS_OF_NUMBER})\b")
_NORTHERN = re.compile(
    r"north korea|people.s republic of korea|n\. ?korea|\bn korea|dprk|pyongyang|\bnk\b|north-korea|koreans|korean (?:soldier|troop)"
    r"|storm corps|\bkim\b"
)
# "By Ukrainian forces" and "against Russian troops" say what befell the North's.
_OTHER_FORCES = re.compile(
    r"(?<!by )(?<!by the )(?<!against )(?<!against the )(?<!with )\b(?:russia|ukrain|british|american)\w*+(?:'s)? (?:[\w,.%-]++ ){0,4}(?:troops|soldiers|forces|army|losses|servicemen)"
)


def extract(
    text: str,
    published_on: date,
    outlet: str = "",
    knowledge: Lexicon | None = None,
) -> Extraction:
    """Find the mentions of a text, and say where the reading ended if that was before its end.

    ``published_on`` is the day that relative dates are told from. Raises DayOutOfReach for one that
    no article can be from. ``outlet`` is who printed the text: its own name as a source is its own
    voice. ``knowledge`` replaces the shipped tables.
    """
    check_day(published_on)
    whole = made_whole(text)
    found = _extract(whole, published_on, outlet, knowledge)
    if whole == text:
        return found
    own = [replace(one, wording=text[one.start : one.end]) for one in found.mentions]
    return replace(found, mentions=numbered(text, own))


def _extract(text: str, published_on: date, outlet: str, knowledge: Lexicon | None) -> Extraction:
    """Find the mentions of a text whose sentences no line end cuts."""
    folded = fold(text)
    script = script_of(text)
    if script:
        return _in_other_languages(text, folded, published_on, script)
    if not names_the_north(folded):
        return Extraction()
    article = Article(text, folded, published_on, knowledge or shipped())
    drafts, end = _drafts(article, Speakers(article, outlet))
    return Extraction(numbered(text, [draft.found() for draft in drafts]), rest(text, end))


def names_the_north(folded: str) -> bool:
    """Tell whether a folded text names the North at all.

    >>> names_the_north("n korea sent 300"), names_the_north("a ship built in korea")
    (True, False)
    """
    if any(name in folded for name in GATE):
        return True
    return any(word in folded and re.search(rf"\b{word}", folded) for word in GATE_WORDS)


def script_of(text: str) -> str:
    """Name the script that a text is mostly written in, if it is not Latin.

    >>> script_of("국정원은 밝혔다"), script_of("ГУР повідомило"), script_of("the NIS said")
    ('hangul', 'cyrillic', '')
    """
    if text.isascii():
        return ""
    sample = text[:4_000]
    for name, letter in _SCRIPTS.items():
        of_script = len(letter.findall(sample))
        if of_script and of_script * 3 > sum(map(str.isalpha, sample)):
            return name
    return ""


_SCRIPTS = {"hangul": re.compile("[가-힣]"), "cyrillic": re.compile("[Ѐ-ӿ]")}


def _in_other_languages(text: str, folded: str, day: date, script: str) -> Extraction:
    """Find the mentions of a Korean, Ukrainian or Russian text."""
    speech = Speech(text, folded, split(text, most_sentences(text)))
    left = most_numbers(text)
    words: list[Words] = []
    for line in speech.lines:
        if script == "hangul":
            words.append(korean.read(line.sentence, text, day))
        else:
            words.append(slavic.read(line.sentence, folded, day))
        left -= len(words[-1].figures)
        if left < 0:
            break
    found = mentions(text, words, parts(speech, text, shipped().furniture)[: len(words)])
    return Extraction(found, rest(text, words[-1].sentence.end if words else len(text)))


_MOST_NUMBERS = 40
# Dates and ranges take several groups of digits for one number.
_MOST_DIGITS = 120
# So far into a text its headline may look for what it is about.
_LEAD = 1_500


def _drafts(article: Article, speakers: Speakers) -> tuple[list[Draft], int]:
    """Read the sentences in order, draft a mention of each number, and tell where they end."""
    found = Drafts()
    folded = article.folded
    home = NORTH if len(_NORTHERN.findall(folded, 0, _LEAD)) >= 2 else UNKNOWN
    topic = home
    northern_before = -1
    paragraph = -1
    left = most_numbers(article.text)
    end = article.lines[-1].sentence.end if article.lines else 0
    for index, line in enumerate(article.lines):
        part = article.parts[index]
        if part is None:
            continue
        sentence = line.sentence
        start, stop = sentence.start, sentence.end
        if sentence.paragraph != paragraph and home == NORTH:
            topic = NORTH
        paragraph = sentence.paragraph
        northern = _NORTHERN.search(folded, start, stop) is not None
        if (northern or topic == NORTH) and _NUMERIC.search(folded, start, stop):
            is_near = northern_before == sentence.paragraph
            left -= _read(article.reading(index), speakers, Setting(part, topic, is_near, found))
            if left < 0:
                end = stop
                break
        northern_before = sentence.paragraph if northern else -1
        if northern:
            topic = NORTH
        elif _OTHER_FORCES.search(folded, start, stop):
            topic = OTHER
    first_waves(found.all)
    days_told_later(found.all, speakers)
    claimants_of_headlines(found.all)
    return found.all, end


def _read(reading: Reading, speakers: Speakers, setting: Setting) -> int:
    """Draft the numbers of one sentence, and count them with its dates.

    A sentence of too many for prose is a table.
    """
    if sum([word[0].isdecimal() for word in reading.words]) > _MOST_DIGITS:
        return 0
    if len(reading.quantities) <= _MOST_NUMBERS:
        for quantity in reading.quantities:
            draft = drafted(speakers, reading, quantity, setting)
            if draft is not None:
                setting.before.add(draft)
    return len(reading.quantities) + len(reading.moments)
