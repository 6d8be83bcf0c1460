"""The few rules of style that the theme has no setting for; they name only our own containers."""

STYLE = """
<style>
/* The watcher takes no room, but stands in the text column: it measures how wide that is. */
.st-key-surface { height: 0; overflow: hidden; }
/* Controls that this page has no use for; they must be drawn to keep their values. */
.st-key-option_show_idle, .st-key-option_time_idle, .st-key-option_shares_idle,
.st-key-option_claims_idle, .st-key-option_map_idle { display: none; }
/* Lines that can be read. */
.st-key-head, [class*="st-key-prose"] { max-width: 40rem; }
/* Six groups of sources and three of claim types within one glance. */
.st-key-filters { gap: 0.5rem; }
.st-key-filters button { min-height: 1.7rem; padding: 0 0.6rem; }
.st-key-head button, [class*="_save_files"] button { min-height: 2rem; padding: 0.2rem 0.75rem; }
.st-key-option_time, .st-key-option_map, .st-key-option_shares { margin-top: 0.75rem; }
/* A finger that swipes up over the map scrolls the page. */
.st-key-map [data-testid="stDeckGlJsonChart"] * { touch-action: pan-y !important; }
/* Chosen options are written in the accent, which is too dark for text on a dark page. */
.st-key-filters.st-key-filters button[aria-pressed="true"],
.st-key-filters.st-key-filters button[aria-checked="true"],
.st-key-options.st-key-options button[aria-pressed="true"],
.st-key-options.st-key-options button[aria-checked="true"] { color: inherit; }
</style>
"""
