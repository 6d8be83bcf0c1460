"""Article text in, coded mentions out: the order in which the rules are asked, for one article.

The subject comes first: a text that never names the North is not read at all, a sentence without a
number is not looked into, and a sentence in which the North is neither named nor spoken of before
is passed over.
"""

import re
from datetime import date

from analysis.extraction import korean, slavic
from analysis.extraction.article import Article
from analysis.extraction.assemble import Setting, drafted
from analysis.extraction.drafts import Draft, Drafts
from analysis.extraction.folding import fold
from analysis.extraction.found import Found, numbered
from analysis.extraction.headlines import claimants_of_headlines
from analysis.extraction.knowledge.nations import GATE
from analysis.extraction.lexicon import Lexicon, shipped
from analysis.extraction.numbers import STARTERS
from analysis.extraction.page import parts
from analysis.extraction.plain import mentions
from analysis.extraction.reading import Reading
from analysis.extraction.seen import Words
from analysis.extraction.sentences import split
from analysis.extraction.sides import NORTH, OTHER, UNKNOWN
from analysis.extraction.speakers import Speakers
from analysis.extraction.speech import Speech
from analysis.extraction.waves import first_waves

# What may hold a number: a digit or a word of number. Articles ("a dozen") come with their numeral.
_WORDS_OF_NUMBER = "|".join(sorted(word for word in STARTERS if word.isalpha() and len(word) > 2))
_NUMERIC = re.compile(rf"\d|\b(?:{_WORDS_OF_NUMBER})\b")
_NORTHERN = re.compile(
    r"north korea|people.s republic of korea|n\. ?korea|\bn korea|dprk|pyongyang|\bnk\b|north-korea|koreans|korean (?:soldier|troop)"
    r"|storm corps|\bkim\b"
)
_BRIEFED = re.compile(r"\bnis\b|intelligence (?:service|agency)|spy agency|\bspies\b")
_CHIEFS = re.compile(r"joint chiefs|\bjcs\b")
_OTHER_FORCES = re.compile(
    r"(?:russia|ukrain|british|american)\w*+(?:'s)? (?:[\w,.%-]++ ){0,4}(?:troops|soldiers|forces|army|losses|servicemen)"
)


def extract(
    text: str,
    published_on: date,
    outlet: str = "",
    knowledge: Lexicon | None = None,
) -> tuple[Found, ...]:
    """Find the mentions of a text, in the order in which they stand.

    ``published_on`` is the day that relative dates are told from. ``outlet`` is who printed the
    text: its own name as a source is its own voice. ``knowledge`` replaces the shipped tables.
    """
    folded = fold(text)
    script = script_of(text)
    if script:
        return _in_other_languages(text, folded, published_on, script)
    if not any(name in folded for name in GATE):
        return ()
    article = Article(text, folded, published_on, knowledge or shipped())
    drafts = _drafts(article, Speakers(article, outlet))
    return numbered(text, [draft.found() for draft in drafts])


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


def _in_other_languages(text: str, folded: str, day: date, script: str) -> tuple[Found, ...]:
    """Find the mentions of a Korean, Ukrainian or Russian text."""
    speech = Speech(text, folded, split(text))
    left = _most_numbers(text)
    words: list[Words] = []
    for line in speech.lines:
        if script == "hangul":
            words.append(korean.read(line.sentence, text, day))
        else:
            words.append(slavic.read(line.sentence, folded, day))
        left -= len(words[-1].figures)
        if left < 0:
            break
    return mentions(text, words, parts(speech, text, shipped().furniture)[: len(words)])


_MOST_NUMBERS = 40
# Dates and ranges take several groups of digits for one number.
_MOST_DIGITS = 120
# More numbers on the subject than any article has, or any book per character: short articles have
# up to twenty in a thousand, what runs to a megabyte a few. A text is read up to there.
_IN_ANY_TEXT = 2_000
_NUMBERS_PER_CHARACTER = 1 / 250
# So far into a text its headline may look for what it is about.
_LEAD = 1_500


def _drafts(article: Article, speakers: Speakers) -> list[Draft]:
    """Read the sentences in order and draft a mention of each number on the subject."""
    found = Drafts()
    folded = article.folded
    topic = NORTH if len(_NORTHERN.findall(folded, 0, _LEAD)) >= 2 else UNKNOWN
    northern_before = -1
    left = _most_numbers(article.text)
    for index, line in enumerate(article.lines):
        part = article.parts[index]
        if part is None:
            continue
        sentence = line.sentence
        start, end = sentence.start, sentence.end
        northern = _NORTHERN.search(folded, start, end) is not None
        if (northern or topic == NORTH) and _NUMERIC.search(folded, start, end):
            is_near = northern_before == sentence.paragraph
            left -= _read(article.reading(index), speakers, Setting(part, topic, is_near, found))
            if left < 0:
                break
        northern_before = sentence.paragraph if northern else -1
        if northern:
            topic = NORTH
        elif _OTHER_FORCES.search(folded, start, end):
            topic = OTHER
    first_waves(found.all)
    claimants_of_headlines(found.all)
    if _CHIEFS.search(folded):
        for draft in found.all:
            draft.name_the_chiefs()
    return found.all


def _most_numbers(text: str) -> float:
    """Say how many numbers of a text are looked into, so that no text takes long."""
    return _IN_ANY_TEXT + len(text) * _NUMBERS_PER_CHARACTER


def _read(reading: Reading, speakers: Speakers, setting: Setting) -> int:
    """Draft the numbers of one sentence, and count them; one of too many for prose is a table."""
    if sum([word[0].isdecimal() for word in reading.words]) > _MOST_DIGITS:
        return 0
    if len(reading.quantities) <= _MOST_NUMBERS:
        for quantity in reading.quantities:
            draft = drafted(speakers, reading, quantity, setting)
            if draft is not None:
                setting.before.add(draft)
    return len(reading.quantities)
