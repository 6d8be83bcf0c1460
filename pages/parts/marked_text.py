"""An article's text with stretches marked, shown letter by letter.

The text is somebody else's and may hold anything. It reaches the browser as data and is put there
into text nodes, so that nothing in it is ever read as HTML, Markdown or an address.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

import streamlit as st

from analysis.extraction.wordings import Piece

SHOW = """
const shown = new WeakMap()

function bring(box, mark) {
  const above = mark.offsetTop < box.scrollTop
  const below = mark.offsetTop + mark.offsetHeight > box.scrollTop + box.clientHeight
  if (above || below) box.scrollTop = mark.offsetTop - box.clientHeight / 3
}

// What the reader has selected in the text, counted in whole characters as Python counts them.
function selectedIn(box) {
  const selection = document.getSelection()
  const root = box.getRootNode()
  const inside = root instanceof ShadowRoot
  const range = selection.getComposedRanges
    ? selection.getComposedRanges({ shadowRoots: inside ? [root] : [] })[0]
    : rangeOf((inside && root.getSelection?.()) || selection)
  if (!range || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return null
  const place = (node, offset) => {
    const before = document.createRange()
    before.setStart(box, 0)
    before.setEnd(node, offset)
    return [...before.toString()].length
  }
  const start = place(range.startContainer, range.startOffset)
  const end = place(range.endContainer, range.endOffset)
  return start < end ? [start, end] : null
}

function rangeOf(selection) {
  return selection.rangeCount ? selection.getRangeAt(0) : null
}

// Whoever cannot select words, or has not, types them: the key leads to the field for it.
function typeIt(typed) {
  const field = document.querySelector(`.st-key-${typed} input`)
  const folded = field?.closest("details:not([open])")
  folded?.querySelector("summary").click()
  setTimeout(() => document.querySelector(`.st-key-${typed} input`)?.focus(), folded ? 250 : 0)
}

// By the place of the letter on the keyboard: with Alt, some keyboards write another one.
function obeyKey(key) {
  if (!key || window.musterObeysPropose) return
  window.musterObeysPropose = true
  const letter = `Key${key.at(-1)}`
  window.addEventListener("keydown", (event) => {
    const held = (event.ctrlKey || event.metaKey) && event.altKey && !event.shiftKey
    if (!held || event.code !== letter || event.repeat || !window.musterProposes) return
    event.preventDefault()
    window.musterProposes()
  }, true)
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const marking = parentElement.querySelector(".marking")
  marking.hidden = !data.markable
  const said = marking.querySelector("[role=status]")
  const button = marking.querySelector("button")
  // A press would take the selection away before the click is told.
  button.onmousedown = (event) => event.preventDefault()
  const propose = () => {
    const place = selectedIn(parentElement.querySelector(".text"))
    said.textContent = place ? "" : "Select the words in the text first."
    if (place) setTriggerValue("phrase", place)
    return place
  }
  button.onclick = propose
  obeyKey(data.key)
  const byKey = () => propose() || typeIt(data.typed)
  if (data.markable) window.musterProposes = byKey
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
    mark.classList.toggle("chosen", ids.includes(data.chosen))
    mark.classList.toggle("faint", ids.every((id) => data.faint.includes(id)))
    mark.onclick = () => setTriggerValue("mention", ids[0])
    content.append(mark)
  }
  box.replaceChildren(content)
  const chosen = box.querySelector(".chosen")
  if (chosen && shown.get(parentElement) !== data.chosen) bring(box, chosen)
  shown.set(parentElement, data.chosen)
  // A text that is gone does not answer for the next one.
  return () => { if (window.musterProposes === byKey) window.musterProposes = null }
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
mark.faint { background: transparent; border-bottom-style: dotted; }
.marking { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; margin-top: 0.6rem; }
.marking[hidden] { display: none; }
button {
  font: inherit; font-size: 0.875rem; color: var(--st-text-color); background: transparent; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.2rem 0.75rem; min-height: 2rem;
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
mark.chosen { color: #ffffff; background: var(--st-primary-color); }
/* What is marked weakly stays apart from the rest when it is chosen. */
mark.chosen.faint { color: inherit; background: transparent; outline: 2px solid var(--st-primary-color); }
"""

_text = st.components.v2.component(
    "muster_marked_text",
    html=(
        '<div class="text" role="region" aria-label="Text of the article" tabindex="0" dir="auto">'
        '</div><div class="marking" hidden><button type="button">Propose the selected words</button>'
        '<span role="status"></span></div>'
    ),
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
    faint: Collection[str] = (),
    on_select: Callable[[int, int], None] | None = None,
    select_key: str = "",
    typed: str = "",
) -> None:
    """Show a text with the pieces of mentions marked, those of the chosen one strongly.

    ``titles`` say what is under each mark, by mention id; ``faint`` ones are marked weakly. A click
    on a mark hands the id of the mention that speaks for it to ``on_choose``. With ``on_select``,
    words can be selected and are handed over as the places of their first letter and after their
    last; ``select_key`` (Ctrl+Alt and a letter) does so by keyboard, and leads to the text input with
    the key ``typed`` where nothing is selected.
    """
    _text(
        key=key,
        data={
            "pieces": [[_with_line_ends(piece.text), list(piece.mention_ids)] for piece in pieces],
            "titles": dict(titles),
            "chosen": chosen,
            "faint": list(faint),
            "language": language,
            "markable": on_select is not None,
            "key": select_key,
            "typed": typed,
        },
        on_phrase_change=lambda: _hand_over(key, on_select),
        on_mention_change=lambda: on_choose(st.session_state[key]["mention"]),
    )


def _hand_over(key: str, on_select: Callable[[int, int], None] | None) -> None:
    """Hand over the places of selected words; whatever else a browser sends is not one."""
    match st.session_state[key]["phrase"]:
        case [int(start), int(end)] if on_select is not None:
            on_select(start, end)


def _with_line_ends(text: str) -> str:
    """Write line ends as a browser breaks lines: a carriage return alone would be a blank there."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
