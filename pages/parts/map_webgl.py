"""Whether the browser can draw with WebGL: without it, deck.gl leaves an empty box and an error."""

import streamlit as st

from pages.parts.surface import has_answered

# Kept for the visit, so that coming back to the page need not wait for the probe again.
ANSWER = "draws_webgl"

PROBE = """
const told = new WeakSet()

function draws() {
  const context = document.createElement("canvas").getContext("webgl2")
  // Browsers keep few of them alive; this one is not needed any more.
  context?.getExtension("WEBGL_lose_context")?.loseContext()
  return context !== null
}

export default function (component) {
  const { parentElement, setStateValue } = component
  if (told.has(parentElement)) return
  told.add(parentElement)
  setStateValue("draws", draws())
}
"""

_probe = st.components.v2.component("muster_webgl", html="<div></div>", js=PROBE)


def has_webgl() -> bool | None:
    """Draw the probe, and tell what it found; None while its answer is still to come.

    Where elements of our own never answer, nothing is known, and so no map that needs WebGL drawn.
    """
    with st.container(key="webgl"):
        result = _probe(key="webgl_probe", on_draws_change=lambda: None)
    if result.draws is not None:
        st.session_state[ANSWER] = bool(result.draws)
    known: bool | None = st.session_state.get(ANSWER)
    return False if known is None and not has_answered() else known
