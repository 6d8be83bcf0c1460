"""The rules in plain words, section by section, as the Method page prints them."""

WHAT_IT_IS = """
Muster records who put which number on North Korean troops in Russia, on what day, and which
articles carried it. It checks no number against reality and adds nothing up to a total of its own.
A source may err, repeat another, or have its reasons. What can be read here is what was said, how
firmly, and how it changed.

Three things are counted apart. A **mention** is one place in one article where a number stands. A
**claim** is one source's distinct figure, whatever the number of articles that print it. An
**origin** is a source whose own estimate a figure is; whoever repeats it adds mentions, no origin.
Source, outlet and whoever passed the figure on between them are three different roles.
"""

FOLDING = """
Mentions fold into one claim when they agree on source, claim type, scope, who is counted, unit,
item, done or planned, and the number. A number that is true of one time and place (“there at a
time”) also has to agree on the place; a single wave or incident on place and period too.

If the days on which the source said it certainly differ, the claim has several statements: when it
was first said, and when it was said again. A mention that merely recalls a figure joins the claim
with that number and begins nothing new.

Mentions are kept as they are printed. What looks wrong is settled by a judgement: a row of its own
with a reason, which can be taken back. All judgements are listed below.
"""

BOUNDS = """
A claim takes the hedge that most articles gave to its first statement: bodies of articles printed
within 30 days of it, one vote for each article, the earliest printed where votes are equal. “About
2,000” becomes a bare 2,000 only if no article hedges it. Headlines have no vote, because they
shorten. Where a mention says it otherwise, that is **drift**, and it is marked there.

A figure that one source is quoted with both as killed and as casualties is counted where more
articles have it. The other one stays visible with a mark of its own and is never in force.

No middle of a range is ever taken, for no label, order or export. Charts are ordered by a number
that was stated: the lower end, or the upper one where there is no lower.
"""

REVISION = """
A later figure of the same named source about the same thing **revises** the earlier one. Old figures
stay visible, paler, tied to what replaced them.

- Officials, media, experts and unnamed voices are many under one name. All are shown; none revises
  another. Joint statements revise nothing either.
- Single waves and incidents revise nothing: each is an event of its own.
- A word such as “thousands” does not replace a number.
- Where both figures give their period, one about an earlier time does not replace one about a later
  time.
- A fall that rests on one mention without a day replaces nothing until a person has judged it.
- When a source returns to an older figure on a later day, that figure is in force again.

**In force** on a day means: said last among what was printed by then, and not revised. *As known on*
goes back to a day in earnest: articles printed later are left out first, then everything is folded
anew.
"""

ORIGIN = """
Where a person has judged that a source only passes on another's figure, both stand in one row and
count as one origin. For all others it is not known whether they are independent, and the pages say
so. Two signs of a common origin are pointed out: articles that print the text of one agency, and
the same figure from services that are known to share intelligence, given within 60 days.
"""

DAYS = """
Three days are kept apart: the day that a number is about, the day it was said, and the day it was
printed. Charts stand on the day said. Where the articles do not tell it, the first printing takes
its place and is marked; if the day of printing is itself inferred, that is marked again.

A date known to its month or year stays so: it is drawn as that stretch of time, and compares as
one. February 2025 is neither before nor after 14 February 2025.
"""

ARITHMETIC = """
Shares and comparisons keep every hedge. More than 3,000 of about 11,000 is more than about 27 %. An
end that was not stated stays open, so “up to 4,000” has no lower end, not nought. Ends are cut
outwards: a floor is rounded down, a ceiling up.

Two figures are called different only if they are apart whatever their hedges allow. Because
“about” has no stated margin, it is read as a tenth either way for this one question. Only totals
said within 60 days of each other are compared.
"""

KEPT_APART = """
Killed, wounded, casualties, captured and missing are never mixed; casualties means killed and
wounded together. Running totals, numbers there at a time, waves, single incidents, daily rates and
percentages are kept apart too. Charts show soldiers and special forces; officers, sappers, workers
and counts that include Russians are rows of their own. Denial, silence and nought are three things.
"""

VAGUE = """
Words of number are read as the ranges below and drawn as faint bars. Other collections do it
otherwise: ACLED takes the lowest number that a word allows, 12 for dozens and 100 for hundreds.
"""

AGREEMENT = """
Each row was coded by one reader and checked against the article by a second; all differences were
settled. Five of the articles were also coded twice by readers who did not see each other's rows: both
found the same 26 mentions. Scope, and whether a mention stands in a headline, were added later by one
reader; a third reader then went through every row, and 132 cells were corrected.
"""

JUDGED = """
Mentions stay as printed. Where a printed number or its coding looks wrong, a person's decision stands
beside it with its reason; without its row, the decision falls away. What looked wrong, and why some of
it was left as printed, is told mention by mention in `docs/findings.md`.
"""

DOUBTS = """
The same number under killed and under casualties, by anybody, within 90 days: one of the two may be
the other, misprinted. Nothing is decided by this list; some of it is discussed in `docs/findings.md`.
What the rule for one source's figure under both kinds settles is left out.
"""

LIMITS = """
- The articles are those that were collected, no sample of all that was printed. Most are in English;
  statements in Korean, Russian or Ukrainian often come through a translation.
- They are uneven over time, as the table shows. A quiet month may be a month with few articles,
  which is why charts over time show the articles of each month beneath.
- Where only the day of printing is known, a claim may be older than it looks.
- “Now” is the day of the last article, not today.
- Links lead to the words in an article where the browser can; articles may have been moved or
  changed since.
"""

RULES = {
    "What is recorded, and what is not": WHAT_IT_IS,
    "What is kept apart": KEPT_APART,
    "How mentions become claims": FOLDING,
    "How hedges are kept": BOUNDS,
    "How figures are revised": REVISION,
    "Whose estimate it is": ORIGIN,
    "Days": DAYS,
    "Shares and comparisons": ARITHMETIC,
}
