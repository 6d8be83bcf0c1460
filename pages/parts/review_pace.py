"""One press at a time: while a press is answered, the next ones are dropped, and the page says so.

Whoever presses a key twice in haste would decide on a card that they have not read: the second press
comes when the next card is on its way, or has been there for a blink. So a press that falls between
the one before and a moment after its answer does nothing, and a quiet line tells it. This is for the
eye: what a press acts on is in the name of its button, so that one that slips through (a page that
never answered) means the card that stood there, and no other.
"""

import streamlit as st

from pages.parts.review_desk import answers
from pages.parts.review_keys import OBEYED_BY

# Nobody reads a card in less. And so long a page may take before keys are free again all the same.
READING_MILLISECONDS, PATIENCE_MILLISECONDS = 400, 15_000
# Buttons without a key that lead to another card.
OTHERS = ("line_", "close_card")

PACE = """
// One for the whole window: this code is loaded anew with each review.
const pace = window.musterPace ?? { buttons: {}, since: null }

function keyOf(event) {
  const name = event.key.replace("Arrow", "")
  const held = [
    [event.ctrlKey || event.metaKey, "Ctrl"], [event.altKey, "Alt"], [event.shiftKey, "Shift"],
  ]
  return [...held.filter(([down]) => down).map(([, told]) => told), name].join("+")
}

const within = (name) => `[class*="st-key-${name}"] button`

function isPress(event) {
  if (event.type === "keydown") {
    const name = pace.buttons[keyOf(event)]
    return Boolean(name && document.querySelector(within(name)))
  }
  const names = [...Object.values(pace.buttons), ...pace.others]
  return event.target instanceof Element && names.some((name) => event.target.closest(within(name)))
}

function take(event) {
  if (!pace.on || !isPress(event)) return
  const now = performance.now()
  const waits = pace.since !== null && now - pace.since < pace.patience
  if (waits || event.repeat) {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (waits) pace.say("At work. What was pressed meanwhile does not count: press again.")
    return
  }
  pace.since = now
  pace.say("At work. Keys and buttons wait for the answer.")
}

if (!window.musterPace) {
  window.musterPace = pace
  window.addEventListener("keydown", take, true)
  window.addEventListener("click", take, true)
}

function free() {
  pace.since = null
  pace.say("")
}

export default function (component) {
  const { parentElement, data } = component
  const said = parentElement.querySelector("[role=status]")
  Object.assign(pace, {
    on: true, buttons: data.buttons, others: data.others, patience: data.patience,
    say: (text) => { said.textContent = text },
  })
  if (pace.answers !== data.answers) {
    pace.answers = data.answers
    clearTimeout(pace.timer)
    pace.timer = setTimeout(free, data.reading)
  }
  return () => { pace.on = false }
}
"""

# At the foot of the window: whoever reads a card may have scrolled far below its article.
STYLE = """
span { position: fixed; left: 50%; bottom: 1.25rem; transform: translateX(-50%); z-index: 100; }
span:not(:empty) {
  width: max-content; max-width: calc(100vw - 3rem); padding: 0.4rem 0.9rem; font-size: 0.875rem;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
"""

_pace = st.components.v2.component(
    "muster_review_pace", html='<span role="status"></span>', css=STYLE, js=PACE
)


def show_pace() -> None:
    """Draw the line that says when the review is at work, and free the keys that waited for this run."""
    with st.container(key="pace"):
        _pace(
            key="review_pace",
            data={
                "answers": answers(),
                "buttons": OBEYED_BY,
                "others": list(OTHERS),
                "reading": READING_MILLISECONDS,
                "patience": PATIENCE_MILLISECONDS,
            },
        )
