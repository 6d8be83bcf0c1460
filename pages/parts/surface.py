"""What only the browser knows or can do: theme and width, the history, the clipboard.

A switch between light and dark causes no run of its own, and nothing in Python knows the width of
the page; a chart drawn for another surface would be unreadable, so an element without height
watches both and starts a run when they change. It also makes every choice of a filter a step that
Back takes off again: Streamlit writes a choice into the address without leaving a step behind. And
it hands over what is still being typed when a shortcut is pressed: the button would act without it.
"""

import streamlit as st

from analysis.figures.look import Look

# The width of the page, beside the filters, on the most usual screens; and how phones name themselves.
DESK_WIDTH, PHONE_WIDTH, PHONE = 940, 340, "Mobi"
NARROWEST, WIDEST, STEP = 300, 1200, 20

WATCH = """
const state = new WeakMap()

function seen(host) {
  const background = getComputedStyle(host).getPropertyValue("--st-background-color").trim()
  const canvas = document.createElement("canvas").getContext("2d")
  canvas.fillStyle = background
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
  const dark = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128
  return `${dark ? "dark" : "light"} ${Math.floor(host.getBoundingClientRect().width)}`
}

// A choice replaces the address; put the old one back and go on to the new one, as a link does.
// Where the browser has no Navigation API, Back leads to the page before, as without this.
function keepSteps() {
  if (!window.navigation || window.musterKeepsSteps) return
  window.musterKeepsSteps = true
  // Only what a reader did is a step, not what loading a page or going back sets right.
  let acted = false
  for (const deed of ["pointerdown", "keydown"]) {
    document.addEventListener(deed, () => { acted = true }, true)
  }
  navigation.addEventListener("currententrychange", (event) => {
    if (event.navigationType === "traverse") acted = false
    if (event.navigationType !== "replace" || !acted) return
    const before = new URL(event.from.url)
    const now = new URL(location.href)
    if (before.pathname !== now.pathname || before.search === now.search) return
    acted = false
    history.replaceState({}, "", before.href)
    history.pushState({}, "", now.href)
  })
}

// What is still being typed counts when a shortcut sends it: leaving the field hands it over.
function handOverTyped() {
  if (window.musterHandsOver) return
  window.musterHandsOver = true
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    if (event.target instanceof HTMLInputElement) event.target.blur()
  }, true)
}

export default function (component) {
  const { parentElement, setStateValue, data } = component
  keepSteps()
  handOverTyped()
  const host = parentElement.host ?? parentElement
  const own = state.get(parentElement) ?? {}
  state.set(parentElement, own)
  const report = () => {
    const [theme, width] = seen(host).split(" ")
    // Hidden, the page has no width worth drawing for.
    if (Number(width) < 50) return
    const step = Math.floor(Number(width) / data.step) * data.step
    const told = `${theme} ${Math.min(Math.max(step, data.narrowest), data.widest)}`
    if (told === own.told) return
    own.told = told
    setStateValue("seen", told)
  }
  if (!own.observer) {
    own.observer = new ResizeObserver(() => {
      clearTimeout(own.timer)
      own.timer = setTimeout(report, 150)
    })
    own.observer.observe(host)
  }
  report()
  return () => {
    clearTimeout(own.timer)
    own.observer.disconnect()
    state.delete(parentElement)
  }
}
"""

COPY = """
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Browsers keep the clipboard from pages that are not served to the same machine or over TLS.
    const area = document.createElement("textarea")
    area.value = text
    document.body.append(area)
    area.select()
    const done = document.execCommand("copy")
    area.remove()
    if (!done) throw new Error("no clipboard")
  }
}

export default function (component) {
  const { parentElement } = component
  const button = parentElement.querySelector("button")
  const said = parentElement.querySelector("[role=status]")
  button.onclick = async () => {
    try {
      await copy(window.location.href)
      said.textContent = "Link copied"
    } catch {
      said.textContent = "Copy it from the address bar"
    }
    setTimeout(() => { said.textContent = "" }, 4000)
  }
}
"""

COPY_STYLE = """
div { display: flex; align-items: center; gap: 0.6rem; min-height: 2rem; }
button {
  font: inherit; font-size: 0.875rem; color: var(--st-text-color); background: transparent;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.2rem 0.75rem; min-height: 2rem; cursor: pointer; white-space: nowrap;
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
span { font-size: 0.875rem; color: var(--st-text-color); }
"""

_watch = st.components.v2.component("muster_surface", html="<div></div>", js=WATCH)
_copy = st.components.v2.component(
    "muster_copy_link",
    html='<div><button type="button">Copy link</button><span role="status"></span></div>',
    css=COPY_STYLE,
    js=COPY,
)


def watched_look() -> tuple[Look, bool]:
    """Draw the watcher; tell for which surface and width charts are to be drawn, and if that is sure.

    It is not in a session's very first run, when the browser has not told its width yet: then it is
    guessed. From the second run on it is taken as sure, even if no answer ever came.
    """
    sure = "asked_surface" in st.session_state
    with st.container(key="surface"):
        result = _watch(
            key="watch",
            data={"step": STEP, "narrowest": NARROWEST, "widest": WIDEST},
            on_seen_change=lambda: None,
        )
        if not sure:
            st.session_state["asked_surface"] = True
            # Out of sight, it tells whoever waits for the page that something is still to come.
            st.skeleton(height=1)
    theme, _, width = (result.seen or "").partition(" ")
    if width:
        return Look(dark=theme == "dark", width=int(width)), sure
    on_phone = PHONE in st.context.headers.get("User-Agent", "")
    guess = PHONE_WIDTH if on_phone else DESK_WIDTH
    return Look(dark=st.context.theme.type == "dark", width=guess), sure


def has_answered() -> bool:
    """Tell whether the watcher has told anything yet: if so, the browser runs elements like it."""
    return bool(st.session_state.get("watch", {}).get("seen"))


def copy_link() -> None:
    """Offer the address of this view for copying."""
    _copy(key="copy_link", width="content")
