"""Words around and inside ranges."""

from analysis.extraction.knowledge.table import word_set

# A pair after one of these is a change from one number to another, not a range of one number.
# From the rows of data/mentions.csv that tell a rise (m0097) and the speech of market reports.
CHANGE = word_set(
    """
    rise rises rose risen rising grow grows grew grown growing increase increases increased
    increasing climb climbs climbed jump jumps jumped drop drops dropped dropping fall falls
    fell fallen falling decrease decreased decline declined declining reduce reduced cut slow
    slowed plummeted plunged raised raise raises revised up down went goes soared doubled
    expanded expand shrank changed
    """
)
HEDGES_INSIDE = word_set(
    """
    about around some approximately roughly nearly almost estimated an up as many over anywhere
    somewhere even possibly perhaps maybe the a of total just
    """
)
MONEY = word_set("$ € £ ¥ us usd eur gbp c hk")
PERCENT = frozenset(["%", "percent", "per", "pc", "percentage", "pct"])
# May stand behind the first number of a pair that nothing opens: "10 percent to 15 percent".
UNITS_INSIDE = word_set("to - ~ through or % percent per cent pc a € £ degrees and")
