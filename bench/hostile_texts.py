"""Texts of any length that are made to take an extractor long: no article, but anybody could paste them."""

import random
from collections.abc import Sequence

from analysis.extraction.knowledge.claimant_names import CLAIMANTS
from analysis.extraction.knowledge.counted_nouns import NOUNS
from analysis.extraction.knowledge.event_words import EVENTS
from analysis.extraction.knowledge.korean_words import CLAIMANTS as KOREAN_CLAIMANTS
from analysis.extraction.knowledge.nations import NATIONS
from analysis.extraction.knowledge.place_names import PLACES
from analysis.extraction.knowledge.saying import VERBS
from analysis.extraction.knowledge.slavic_words import CLAIMANTS as SLAVIC_CLAIMANTS
from analysis.extraction.knowledge.slavic_words import EVENTS as SLAVIC_EVENTS

LEAD = "North Korea and Russia. North Korea has sent troops to Russia. "
# What is said over and over, behind a lead that names the subject.
REPEATED = {
    "digits": "7",
    "digits and spaces": "7 ",
    "zeros and commas": "0,",
    "figures": "300 ",
    "figures as sentences": "300. ",
    "figures as paragraphs": "300\r",
    "long figures": "9" * 400 + " ",
    "claims": "The NIS said that 300 North Korean soldiers were killed. ",
    "claims of several numbers": (
        "Seoul said 12,000 North Korean soldiers were sent to Kursk and 3,000 wounded on Jan. 5. "
    ),
    "claims as paragraphs": "NIS: 300 North Korean soldiers were killed.\n",
    "headlines": "300 North Koreans killed\n",
    "one sentence": "300 north korean soldiers were killed by the nis said and ",
    "forty numbers": "300 North Koreans " * 39 + ". ",
    "hedges": "more than ",
    "hedged figures": "more than 300 ",
    "ranges": "between 3 and ",
    "wholes": "3 of ",
    "number words": "twenty-",
    "scales": "two thousand ",
    "claimants": "The NIS, Zelensky, Kyiv, Seoul, the Pentagon and Budanov said 300 North Koreans. ",
    "sources": "according to the NIS 300 ",
    "verbs of saying": "NIS said ",
    "days": "On Jan. 5 " * 20 + "300 North Koreans. ",
    "quotation marks": '"',
    "quotations in quotations": '“"«300 killed»" said Kim” ',
    "paragraphs of quotation": "“300 killed\n",
    "quotations": "“We lost 300 North Korean soldiers.” ",
    "signatures": "- Zelensky said. 300 North Koreans killed - ",
    "brackets": "([{300",
    "dashes": "3-",
    "line breaks": "\n",
    "full stops": ". A",
    "initials": "U.S. ",
    "letters": "russia",
    "other forces": "russian a b c d troops ",
    "marks of other scripts": "\u0130\u00a0\u202f\u2019½３٣\u200d",
    "pictures": "👉🔗 300 ",
    "quotations without an end": (
        "“The NIS said that he said according to Kyiv that we lost 300 of them and "
    ),
    "one number and many speakers": "300 North Koreans. " + "NIS said so. " * 30,
    "words that point back": (
        "The agency said its chief estimated 300 North Korean soldiers killed. "
    ),
    "introduced lists": "The NIS said:\n300 North Korean soldiers killed\n",
    "entities": "&nbsp;&#8217;300&amp;&quot;North Korean troops&lt;br&gt; ",
    "short lines": "a\n",
    "one letter": "A",
    "exclamations": "! ",
    "nested quotations": "([{<«“‘ 300 ’”»>}]) ",
    "losses in passing": "300 killed, of whom 20 officers, of whom 10 wounded, ",
}
# The same in other scripts, which are read by tables of their own.
IN_OTHER_SCRIPTS = {
    "Korean claims": "북한군 300명이 사망했다고 국정원이 밝혔다. ",
    "Korean figures": "북한군은 3천명 ",
    "Korean digits": "북한군은가나다" + "1" * 40,
    "Korean digits and spaces": "북한군은가나다" + "1 " * 40,
    "Cyrillic claims": "Близько 300 солдатів КНДР загинули, повідомило ГУР. ",
    "Cyrillic scales": "КНДР тисяч ",
    "Cyrillic numerals": "КНДР три ",
    "Cyrillic ranges": "КНДР від 3 до ",
    "Cyrillic sentences": "КНДР 3. ",
    "Korean paragraphs": "북한\n",
    "Korean letters": "북한" + "가" * 400,
}
PIECES = (
    "North Korean soldiers", "about", "300", "12,000", "1 of 2 of", "between 1,000 and", "“", '"', ".",
    "the NIS said", "were killed", "in Kursk", "\n", "\u00a0", "two brigades of 6,000 each", "%", "1/3",
    "Zelensky:", "last month", "(", "]", "'s", "half", "more than", ",", "according to", "the agency",
    "on Monday", "another", "to", "-", "who", "of the", "officials", "while", "and",
)  # fmt: skip


# Phrases that the rules know, at random with numbers among them.
TABLES = {
    "words of events": [row.phrase for row in EVENTS],
    "words of places": [row.phrase for row in PLACES],
    "words of things": list(NOUNS),
    "words of claimants": [row.phrase for row in CLAIMANTS],
    "words of nations": [row.phrase for row in NATIONS],
    "words of saying": sorted(VERBS),
    "Korean words": [row.phrase for row in KOREAN_CLAIMANTS],
    "Cyrillic words": [row.phrase for row in (*SLAVIC_CLAIMANTS, *SLAVIC_EVENTS)],
}


def hostile_texts(length: int) -> dict[str, str]:
    """Make each of the texts, of so many characters; the same ones each time."""
    texts = {name: (LEAD + _filled(piece, length))[:length] for name, piece in REPEATED.items()}
    texts |= {name: _filled(piece, length) for name, piece in IN_OTHER_SCRIPTS.items()}
    draw = random.Random(7)
    texts |= {name: _at_random(phrases, draw, length) for name, phrases in TABLES.items()}
    pieces = (draw.choice(PIECES) for _ in range(length // 2))
    return texts | {"words at random": (LEAD + " ".join(pieces))[:length]}


def _at_random(phrases: Sequence[str], draw: random.Random, length: int) -> str:
    """Put phrases in sentences of twelve, with a number behind each ninth."""
    words = [LEAD]
    size = 0
    while size < length:
        words.append(draw.choice(phrases))
        if len(words) % 9 == 0:
            words.append(str(draw.randint(2, 12_000)))
        if len(words) % 12 == 0:
            words[-1] += ". "
        size += len(words[-1]) + 1
    return " ".join(words)[:length]


def _filled(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]
