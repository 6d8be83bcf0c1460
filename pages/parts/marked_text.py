"""An article's text with stretches marked, shown letter by letter.

The text is somebody else's and may hold anything. It reaches the browser as data and is put there
into text nodes, so that nothing in it is ever read as HTML, Markdown or an address.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from analysis.extraction.wordings import Piece

SHOW = """
const shown = new WeakMap()

function bring(box, mark) {
  const above = mark.offsetTop < box.scrollTop
  const below = mark.offsetTop + mark.offsetHeight > box.scrollTop + box.clientHeight
  if (above || below) box.scrollTop = mark.offsetTop - box.clientHeight / 3
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const box = parentElement.querySelector(".text")
  box.lang = data.language
  const content = document.createDocumentFragment()
  for (const [text, ids] of data.pieces) {
    const letters = document.createTextNode(text)
    if (ids.length === 0) {
      content.append(letters)
      continue
    }
    const mark = document.createElement("mark")
    mark.append(letters)
    mark.title = ids.map((id) => data.titles[id] ?? id).join("\\n")
    if (ids.includes(data.chosen)) mark.className = "chosen"
    mark.onclick = () => setTriggerValue("mention", ids[0])
    content.append(mark)
  }
  box.replaceChildren(content)
  const chosen = box.querySelector(".chosen")
  if (chosen && shown.get(parentElement) !== data.chosen) bring(box, chosen)
  shown.set(parentElement, data.chosen)
}
"""

STYLE = """
.text {
  position: relative; box-sizing: border-box; max-width: 40rem; max-height: min(42rem, 75vh);
  overflow-y: auto; padding: 0.75rem 1rem; line-height: 1.6;
  color: var(--st-text-color); border: 1px solid var(--st-border-color);
  border-radius: var(--st-base-radius);
  white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate;
}
.text:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
mark {
  color: inherit; cursor: pointer; padding: 0.1em 0; border-bottom: 2px solid var(--st-primary-color);
  background: color-mix(in srgb, var(--st-primary-color) 16%, transparent);
}
/* On a phone, the page has to be reached beside the box. */
@media (max-width: 40rem) { .text { max-height: 26rem; } }
mark.chosen { color: #ffffff; background: var(--st-primary-color); }
"""

_text = st.components.v2.component(
    "muster_marked_text",
    html='<div class="text" role="region" aria-label="Text of the article" tabindex="0" dir="auto"></div>',
    css=STYLE,
    js=SHOW,
)


def show_marked_text(
    pieces: Sequence[Piece],
    titles: Mapping[str, str],
    chosen: str,
    language: str,
    key: str,
    on_choose: Callable[[str], None],
) -> None:
    """Show a text with the pieces of mentions marked, those of the chosen one strongly.

    ``titles`` say what is under each mark, by mention id. A click on a mark hands the id of the
    mention that speaks for it to ``on_choose``.
    """
    _text(
        key=key,
        data={
            "pieces": [[_with_line_ends(piece.text), list(piece.mention_ids)] for piece in pieces],
            "titles": dict(titles),
            "chosen": chosen,
            "language": language,
        },
        on_mention_change=lambda: on_choose(st.session_state[key]["mention"]),
    )


def _with_line_ends(text: str) -> str:
    """Write line ends as a browser breaks lines: a carriage return alone would be a blank there."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
