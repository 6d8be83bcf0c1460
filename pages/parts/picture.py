"""Pictures of a chart, made in the reader's browser, so that a server without Chrome serves them.

A click tells format and size. Python answers with the print version, the same as the command
line's; the page's own Plotly draws it and the browser saves the file. Where the page has no Plotly,
because it shows no chart or because Streamlit no longer leaves it where it is found, the answer
brings plotly.js along, out of the installed package: 5 MB that no page has to load before, no copy
that could fall behind the package, and nothing in a folder that the server may not write to.
"""

from collections.abc import Callable

import streamlit as st
from plotly.offline import get_plotlyjs

from analysis.exports.print_figure import FINE, FORMATS, Print, Size

NAMES = {Size.SLIDE: "Slide", Size.SQUARE: "Square", Size.PAGE: "Page width"}
ENDINGS = ("png", "svg")

DRAW = """
const done = new WeakMap()

async function plotly(script) {
  if (!window.Plotly && script) {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
    await new Promise((resolve, reject) => {
      const element = document.createElement("script")
      element.src = url
      element.onload = resolve
      element.onerror = () => reject(new Error("plotly.js could not be loaded"))
      document.head.append(element)
    })
    URL.revokeObjectURL(url)
  }
  return window.Plotly
}

async function draw(made) {
  const { data, layout } = JSON.parse(made.figure)
  const url = await (await plotly(made.script)).toImage({ data, layout }, {
    format: made.ending,
    width: layout.width,
    height: layout.height,
    scale: made.scale,
  })
  const comma = url.indexOf(",")
  const body = url.slice(comma + 1)
  if (made.ending === "svg") return new Blob([decodeURIComponent(body)], { type: "image/svg+xml" })
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: "image/png" })
}

function save(blob, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector("form")
  const said = parentElement.querySelector("[role=status]")
  root.onsubmit = (event) => {
    event.preventDefault()
    said.textContent = "Drawing …"
    setTriggerValue("wanted", {
      size: new FormData(root).get("size"),
      ending: event.submitter.value,
      lacking: !window.Plotly,
      // The same button twice is two wishes.
      nonce: `${Date.now()} ${Math.random()}`,
    })
  }
  const made = data?.made
  if (!made || done.get(root) === made.nonce) return
  done.set(root, made.nonce)
  draw(made).then(
    (blob) => {
      save(blob, made.name)
      said.textContent = made.said
    },
    (error) => {
      said.textContent = `The picture could not be drawn: ${error.message}`
    },
  )
}
"""

STYLE = """
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem; margin: 0;
  font-size: 0.875rem; color: var(--st-text-color); }
fieldset { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; border: 0; margin: 0; padding: 0; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
label { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 2rem; cursor: pointer; }
input { accent-color: var(--st-primary-color); margin: 0; }
button {
  font: inherit; color: inherit; background: transparent; cursor: pointer; min-height: 2rem;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.2rem 0.75rem;
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); }
button:focus-visible, input:focus-visible {
  outline: 2px solid var(--st-primary-color); outline-offset: 1px;
}
"""


def _form() -> str:
    sizes = "".join(
        f'<label><input type="radio" name="size" value="{size.value}"'
        f"{' checked' if size is Size.PAGE else ''}>{_size_name(size)}</label>"
        for size in Size
    )
    buttons = "".join(
        f'<button type="submit" value="{ending}">{ending.upper()}</button>' for ending in ENDINGS
    )
    return (
        '<form><span aria-hidden="true">Picture:</span>'
        f"<fieldset><legend>Format of the picture</legend>{sizes}</fieldset>"
        f'{buttons}<span role="status"></span></form>'
    )


def _size_name(size: Size) -> str:
    width, height = FORMATS[size]
    return f"{NAMES[size]} {width}{f' × {height}' if height else ''}"


_buttons = st.components.v2.component("muster_picture", html=_form(), css=STYLE, js=DRAW)


# A fragment of its own: whatever else is drawn anew with it, a download button say, would not hear
# a click that comes meanwhile.
@st.fragment
def offer_pictures(key: str, make: Callable[[Size], Print], name: Callable[[str], str]) -> None:
    """Offer a chart as PNG and SVG in each format; a click draws nothing else anew.

    ``make`` makes the print version, ``name`` the file's name for an ending.
    """
    wanted = f"{key}_wanted"

    def keep() -> None:
        # A trigger is gone once the element has been drawn, and the answer goes along with that.
        st.session_state[wanted] = st.session_state[key]["wanted"]

    order = st.session_state.pop(wanted, None)
    made = None
    if order:
        size, ending = Size(order["size"]), str(order["ending"])
        printed = make(size)
        made = {
            "nonce": order["nonce"],
            "ending": ending,
            "name": name(ending),
            "figure": printed.figure.to_json(),
            "scale": printed.scale * (FINE if ending == "png" else 1),
            "script": get_plotlyjs() if order["lacking"] else "",
            "said": saved_words(printed),
        }
    _buttons(key=key, data={"made": made}, on_wanted_change=keep)


def saved_words(printed: Print) -> str:
    """Say that a picture is saved, and what may be wrong with it."""
    if printed.readable:
        return "Saved"
    return (
        f"Saved. Its smallest text is {printed.smallest_text:.0f} pixels high: choose fewer "
        "sources, or the page width."
    )
