"""Words that bound noun phrases and clauses."""

from analysis.extraction.knowledge.table import word_set

PRONOUNS = word_set("he she they it we i you both others some many")
RELATIVES = frozenset(["who", "which", "that"])
DETERMINERS = word_set(
    """
    the a an his her its their our my this these those one some many several another other no
    most few two three
    """
)
# Where a noun phrase, read backwards from its verb, has begun at the latest.
BOUNDARIES = word_set(
    """
    . , ; : ! ? " '' ( ) - — … / _ [ ] * • | but that as when while because if although after
    before since where what how or though so than then whether and said says was were is are
    will would could had has have can may might should did does do why until unless
    """
)
# Where a source behind "according to" ends.
SOURCE_STOPS = word_set(
    """
    . , ; : ! ? " '' ( ) — … [ ] - said says was were is are has have had will would that which
    who while but as reported and
    """
)
