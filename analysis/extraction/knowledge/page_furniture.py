"""Lines of a page that are not the article: menus, teasers, calls to subscribe."""

from analysis.extraction.knowledge.table import rows

# ``end``: what follows on the page is other stories. ``line``: this line alone is furniture.
# ``list``: this line and the short ones behind it.
FURNITURE = rows(
    "lines seen in the pages of news sites in the field",
    """
    end: read next; follow us on; follow us; related articles; related stories; related news; related topics; more stories; more from; you may also like; you might also like; recommended; recommended for you; recommended articles; most read; most popular; trending; trending now; popular news; other news; latest articles; leave the first comment; leave a comment; comments; what is your opinion on this topic?; discover more from; see all; more news; editors' picks; editor's picks; up next; more on this story; top stories; sponsored content; from our partners; also interesting; similar news; news feed; today's headlines; newsletter; share this article; about the author; tags; don't miss; in other news; elsewhere on this site; keep reading; best of the week; all news; read more stories; next article; previous article; other stories; most viewed; popular; latest news; more headlines; also on this site; around the web; continue reading; you can also read; our other stories; related; read more on this topic; more in world; see more; most commented; popular now; watch next; what to read next; top news; trending stories; recent posts; promoted stories; stories you may like
    line: read also; read more; also read; see also; related; watch; listen; read; subscribe; sign up; advertisement; ad; share; photo; image; source; get the app; download the app; support us; donate; breaking; live; read in app; category; authors; join us on telegram; join our telegram; subscribe to; sign up for; subscribe to our newsletter; story continues below; continue reading below; min read; to get the latest posts; for more news; don't miss; more on this; read this; must read; recommended reading; previously; copyright; all rights reserved; follow; click here; caption; photo credit; illustrative photo; editor's note; skip to content; home; menu; cookies; we use cookies; this site uses cookies; more; tap here
    """,
)
# A line with one of these marks in front is an item of a list.
ITEMS = frozenset("•·▪◦‣*-–—")
# A line with one of these marks in front is a teaser.
BULLETS = frozenset("►▶▸»→➡👉🔗")
