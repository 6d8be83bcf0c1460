"""Words beside numbers that are names."""

from analysis.extraction.knowledge.table import word_set

# Things that are numbered, not counted.
NUMBERED = word_set(
    """
    no number chapter page section article act channel flight route highway interstate room
    category type model version phase stage group level grade size gate season episode part
    volume unit iphone ipad windows formula apollo class mark ps galaxy team resolution covid
    title proposition area district lot platform
    """
)
# Capital or not, what follows these is a count: they begin sentences and headlines.
BEFORE_A_COUNT = word_set(
    """
    in on at by with the a an of for from to than over about around some nearly almost only just
    least and or but all these those its their his her our more up between approximately roughly
    under below above another lost killed has have had was were is are will would sent sends
    hits hit
    """
)
ONE_IS_A_PRONOUN_BEFORE = word_set(
    """
    no each every any some this that the which another only everyone as new old good bad big
    right same first last is was be like for a an day number
    """
)
ONE_IS_A_PRONOUN_AFTER = word_set(
    """
    another that who which they he she it we you i can could should must might may would will is
    was to by with at day time thing way side or and in on for from way more else as has 's
    direction wonders needs knows
    """
)
STREETS = word_set("road street avenue lane boulevard st ave rd drive")
