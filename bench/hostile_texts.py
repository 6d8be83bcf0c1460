"""Texts of any length that are made to take an extractor long: no article, but anybody could paste them."""

import random

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
}
PIECES = (
    "North Korean soldiers", "about", "300", "12,000", "1 of 2 of", "between 1,000 and", "“", '"', ".",
    "the NIS said", "were killed", "in Kursk", "\n", "\u00a0", "two brigades of 6,000 each", "%", "1/3",
    "Zelensky:", "last month", "(", "]", "'s", "half", "more than", ",", "according to", "the agency",
    "on Monday", "another", "to", "-", "who", "of the", "officials", "while", "and",
)  # fmt: skip


def hostile_texts(length: int) -> dict[str, str]:
    """Make each of the texts, of so many characters; the same ones each time."""
    texts = {name: (LEAD + _filled(piece, length))[:length] for name, piece in REPEATED.items()}
    texts |= {name: _filled(piece, length) for name, piece in IN_OTHER_SCRIPTS.items()}
    draw = random.Random(7)
    pieces = (draw.choice(PIECES) for _ in range(length // 2))
    return texts | {"words at random": (LEAD + " ".join(pieces))[:length]}


def _filled(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]
