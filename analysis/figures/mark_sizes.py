"""How large marks are, in pixels: the same on every chart, on every scale."""

DOT = 10
# The flat base of an open bound, and the whole arrow upon it.
BASE = 14
ARROW = 18
HEAD = 8
# Across a bar from end to end.
BAR = 8
STROKE = 2.4
# The dash before a mark that is dated by its printing.
DASH = 7
