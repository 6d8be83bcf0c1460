"""The few rules of style that the theme has no setting for; they name only our own containers."""

STYLE = """
<style>
/* The watcher is no part of the page's rhythm, and as wide as what stands on it, edges left out. */
[data-testid="stLayoutWrapper"]:has(> .st-key-surface) { position: relative; }
.st-key-surface { position: absolute; width: 100%; height: 0; overflow: hidden; }
/* Controls that this page has no use for; they must be drawn to keep their values. */
.st-key-option_show_idle, .st-key-option_time_idle, .st-key-option_shares_idle,
.st-key-option_claims_idle, .st-key-option_articles_idle, .st-key-option_part_idle,
.st-key-option_queue_idle, .st-key-option_ids_idle, .st-key-option_sources_idle,
.st-key-option_map_idle { display: none; }
/* Stands at the foot of the window, and takes no place in the page. */
[data-testid="stLayoutWrapper"]:has(> .st-key-pace) { position: absolute; }
/* Lines that can be read. */
.st-key-head, [class*="st-key-prose"] { max-width: 40rem; }
/* Six groups of sources and three of claim types within one glance. */
.st-key-filters { gap: 0.5rem; }
.st-key-filters button { min-height: 1.7rem; padding: 0 0.6rem; }
.st-key-head button, [class*="_save_files"] button { min-height: 2rem; padding: 0.2rem 0.75rem; }
.st-key-option_time, .st-key-option_map, .st-key-option_shares, .st-key-option_queue,
.st-key-option_articles { margin-top: 0.75rem; }
/* The mentions of an article, one beneath the other; the one that is marked in its text. */
[class*="st-key-mention_"] {
  border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-top: 0.6rem;
}
[class*="st-key-mention_chosen_"] { border-top: 3px solid currentColor; }
/* Proposals that are not open read as a list. */
[class*="st-key-line_"] button, [class*="st-key-line_"] button * {
  justify-content: flex-start; text-align: left;
}
/* Streamlit fades the keys of a shortcut too far to be read on the accent. */
[class*="st-key-accept_card"] kbd { color: inherit; opacity: 1; }
/* The text stays in sight while its mentions are gone through. */
@media (min-width: 60rem) {
  [data-testid="stLayoutWrapper"]:has(> .st-key-beside_mentions) { position: sticky; top: 4.5rem; }
}
/* A finger that swipes up over the map scrolls the page. */
.st-key-map [data-testid="stDeckGlJsonChart"] * { touch-action: pan-y !important; }
/* Chosen options are written in the accent, which is too dark for text on a dark page. */
.st-key-filters.st-key-filters button[aria-pressed="true"],
.st-key-filters.st-key-filters button[aria-checked="true"],
.st-key-options.st-key-options button[aria-pressed="true"],
.st-key-options.st-key-options button[aria-checked="true"],
.st-key-way_in.st-key-way_in button[aria-checked="true"],
[class*="st-key-segment"][class*="segment_"] button[aria-checked="true"] { color: inherit; }
</style>
"""
