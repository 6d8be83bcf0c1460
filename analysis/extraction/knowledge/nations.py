"""Words for the sides: whose soldiers are counted, and who acts."""

from analysis.extraction.knowledge.table import rows, word_set

# As adjectives, as names and as people; a possessive 's is a token of its own.
NATIONS = rows(
    "names of countries and capitals, and the nationalities of their forces",
    """
    kp: North Korea; North Korean; North Koreans; DPRK; D.P.R.K.; Pyongyang; N. Korea; N. Korean; N. Koreans; NK; N Korea; N Korean; N Koreans; North Korea's; Kim Jong Un; Kim Jong-un; Kim's; Storm Corps; Democratic People's Republic of Korea; the North's; the North; NKorean; Korean People's Army; KPA; Northern Korea; North-Korean; Koreans; Korean soldiers; Korean servicemen; Korean troops; Korean fighters
    ru: Russia; Russian; Russians; Moscow; Kremlin; Putin; Wagner; Kremlin's; Russian Federation; enemy losses; enemy's losses; losses of the enemy
    ua: Ukraine; Ukrainian; Ukrainians; Kyiv; Kiev; Kyiv's; Zelensky's
    kr: South Korea; South Korean; South Koreans; Seoul; ROK
    us: US; U.S.; American; Americans; United States; Washington
    other: Chinese; China; Belarusian; Belarus; Iranian; Iran; Israeli; Israel; Cuban; Cubans; Nepalese; Nepali; Indian; African; Africans; Polish; Poland; British; French; German; NATO; Japanese; Japan; Chechen; Chechens; Syrian; European; Colombian; Yemeni; Yemenis; Lao; Laotian; Vietnamese; Vietnam; Serbian; Canadian; Turkish; Libyan; Sri Lankan
    """,
)
# Small words that are nations only with their capitals.
CASED_NATIONS = frozenset({"nk", "us", "the north", "the north's", "lao", "rok"})

# Before a nation it is where or against whom, not who: "sent to Russia", "war against Ukraine".
OBLIQUE = word_set(
    """
    to in into inside against near for with within across through toward towards onto on at
    around over via between of behind from fight fighting fights fought help helping helped aid
    aiding support supporting invade invaded attack attacking join joining joined alongside told
    """
)

# Names that stand inside other words too ("in Korea"), and count only as words by themselves.
GATE_WORDS = ("n korea",)
# The texts that are looked at at all name one of these; folded, because they are looked for so.
GATE = (
    "north korea",
    "people's republic of korea",
    "n. korea",
    "dprk",
    "pyongyang",
    "north-korea",
    "northern korea",
    "storm corps",
    "nkorea",
    "north and south korea",
    "корейц",
    "кндр",
    "северн",
    "північн",
    "пхеньян",
    "пхеньян",
    "북한",
    "北",
    "норд-коре",
    "nordkorea",
    "norcorea",
    "corea del norte",
    "coree du nord",
    "corée du nord",
)
