"""Verbs and nouns of saying: words that tie a statement to whoever makes it.

Verbs are those of news style guides and of the reported speech in the ledger's wordings; the
groups say how much each of them proves.
"""

from analysis.extraction.knowledge.table import word_set


def _forms(*stems: str) -> frozenset[str]:
    """Write out a regular verb: claim, claims, claimed, claiming."""
    forms: set[str] = set()
    for stem in stems:
        forms |= (
            {stem, f"{stem}s"}
            if not stem.endswith(("s", "sh", "ch", "x"))
            else {
                stem,
                f"{stem}es",
            }
        )
        base = stem.removesuffix("e")
        if stem.endswith("y") and stem[-2] not in "aeo":
            forms |= {f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"}
        else:
            forms |= {f"{base}ed", f"{base}ing"}
    return frozenset(forms)


# What follows one of these is what somebody says.
SAY = (
    word_set(
    """
    say says said saying tell tells told telling write writes wrote written writing find finds
    found finding show shows showed shown showing admit admits admitted admitting tweeted tweets
    read reads forecast forecasts predicting reckons deny denies denied relayed posted
    corroborated corroborates cites cited
    """
)
    | _forms(
        "add", "announce", "report", "claim", "state", "warn", "estimate", "confirm", "argue",
        "assert", "insist", "suggest", "conclude", "predict", "acknowledge", "explain", "declare",
        "reveal", "allege", "testify", "stress", "emphasize", "emphasise", "maintain", "disclose",
        "indicate", "note", "recall", "mention", "contend", "project", "inform", "assess",
        "calculate", "observe", "continue", "respond", "reply", "point", "brief", "count",
        "document", "publish", "release", "comment", "concede", "caution", "remark", "specify",
        "detect", "record", "charge", "joke", "underline", "underscore", "highlight", "clarify",
        "reiterate", "repeat", "elaborate", "speculate", "quip", "recount", "boast", "rate",
        "identify", "verify",
    )
)  # fmt: skip

# What somebody thinks, wants or plans: theirs as well, though they did not say it there.
HOLD = word_set(
    """
    believe believes believed think thinks thought know knows knew want wants wanted expect
    expects expected plan plans planned propose proposes proposed proposing promise promises
    promised pledge pledges pledged vow vows vowed hope hopes hoped demand demands demanded
    demanding seek seeks sought agree agrees agreed ask asks asked offer offers offered decide
    decided accuse accuses accused blame blames blamed criticize criticized call calls called
    describe describes described threaten threatened recommend recommends recommended urge urges
    urged complain complained understood suspect suspects doubt doubts fear fears see sees decry
    decried learned discovered noticed determined concluded supports support intends brags
    slammed blasted advocates considers views worries welcomed praised allows demonstrates
    """
)
# What somebody means to do: told by others as well.
INTEND = word_set(
    """
    plan plans planned want wants wanted intends agree agrees agreed decide decided seek seeks
    sought expect expects expected
    """
)
VERBS = SAY | HOLD

# Verbs of so many uses that they count only right behind the name of a claimant.
WEAK_VERBS = word_set(
    """
    puts put gives gave has have had counts counted sees reckons reckon spoke spoken speaks
    speak tallied tallies lists listed places placed arrive arrives arrived names named thinks
    identified saw identifies observed sets set quantified reported estimates estimate says adds
    tells grasped explains monitors reports report calculates documents warns heard believes
    recorded informs informed specify
    """
)

# Nouns as well. Verbs only where what follows them is said, and no article or owner stands before.
NOUNS_TOO = word_set(
    """
    state states plan plans rate rates record records report reports show support count counts
    call calls project projects forecast forecasts document documents release releases note
    notes claim claims estimate estimates point points charge charges brief briefs views comment
    comments offer offers find finds demand demands promise promises pledge pledges hope hopes
    fear fears doubt doubts blame blames supports thought tweets tweet worries saying reported
    supposed estimated projected suspected documented planned remark remarks caution highlight
    stress reply response repeat
    """
)
# Verbs of saying where the right word follows: "spoke of 300 dead", "put the number at 8,000",
# "gave the toll as 5,000", "has given a lower figure, 1,100".
WITH_A_WORD = {
    "spoke": ("of",), "speaks": ("of",), "spoken": ("of",), "speaking": ("of",),
    **dict.fromkeys(("put", "puts", "placed", "places", "set", "sets"), ("at",)),
    **dict.fromkeys(("gave", "gives", "given"), ("as", "at", ":", ",")),
    **dict.fromkeys(("hold", "holds", "held"), ("that",)),
    **dict.fromkeys(("counted", "counts", "tallied", "tallies"), ("at", "as")),
}  # fmt: skip
# What may follow a verb of saying, so that one of those is known to be one.
SAID_NEXT = word_set(
    """
    that : the a an at about more nearly around some up as he she it they his her its their
    there on to " between over almost approximately roughly out how why this only just
    """
)

# Participles that need the sentence's own subject: "Lee spoke on Monday, adding that 300 died".
PARTICIPLES = word_set(
    """
    saying adding claiming noting arguing telling warning suggesting stating explaining
    insisting asserting estimating alleging asking promising predicting showing confirming
    emphasizing reporting writing announcing stressing pointing calling accusing reiterating
    revealing proposing referring indicating concluding
    """
)

# Phrases that name the source right behind them.
SOURCE_FOLLOWS = (
    *("according to", "citing", "cited by", "quoting", "as reported by", "as stated by"),
    *("as told by", "in the words of", "in the view of", "in the estimate of", "with reference to"),
    *("referring to data from", "with a link to", "per data from", "quote from", "as per"),
    *("stated by", "announced by", "said by", "told by", "confirmed by", "revealed by", "noted by"),
    *("reported by", "published by", "released by", "provided by", "compiled by", "claimed by"),
    *("by the reckoning of", "by the count of", "by the estimate of", "if one believes"),
    *("estimated by", "assessed by", "conducted by", "disclosed by", "informed by", "shared by"),
)
# The same, but only for what comes after: they stand in passing as well.
PAPERS_OF = (
    *(
        "estimate from",
        "estimate by",
        "assessment by",
        "assessment from",
        "report by",
        "report from",
    ),
    *("data from", "figures from", "statistics from", "estimates from", "estimates by"),
    *("a report by", "a report from", "reports by", "reports from", "a study by", "a survey by"),
    *("an analysis by", "an analysis from", "analysis by", "information from", "intelligence from"),
)

# Nouns that hold a statement: "the ministry's estimate of 300", "an NIS report that".
STATEMENTS = word_set(
    """
    report reports claim claims estimate estimates assessment assessments statement statements
    announcement figure figures data count tally briefing analysis forecast assertion remarks
    comments counts tallies projection poll survey study intelligence calculations prediction promise plan
    pledge proposal toll account reckoning total totals numbers number sum allegation
    allegations testimony speech call
    """
)

# Between a subject and its verb.
ADVERBS = word_set(
    """
    also then later previously earlier once again just still now first even has have had is was
    are were would could did not never been already often long since further too to will do does
    be being 'd 's 've separately today yesterday
    """
)
BE = frozenset(["is", "was", "are", "were", "be", "been", "being", "'s"])
# Past forms that are participles too: after a form of "be" they have no subject of their own.
PARTICIPLE_ENDINGS = ("ed", "said", "told", "written", "found", "shown", "known", "thought", "put")
