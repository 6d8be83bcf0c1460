"""The day slider: the map as the articles of one day after the other had it.

The slider moves "as known on", which all pages share and the address holds. A step in the address
is a step that Back takes off, so nothing is written there while it plays: the days pass by in the
slider alone, and the one on which it stops is written.
"""

from calendar import month_abbr
from datetime import date

import streamlit as st

from analysis.ledger import Ledger
from analysis.partial_dates import spans
from pages.parts.filters import KNOWN_ON
from pages.parts.view import View

KEY = "map_day"

HTML = """
<div class="day">
  <div class="buttons" role="group" aria-label="Step through the days">
    <button type="button" class="earlier">Earlier</button>
    <button type="button" class="play">Play</button>
    <button type="button" class="later">Later</button>
  </div>
  <label><span class="shown"></span>
    <input type="range" min="0" step="1">
  </label>
</div>
"""

STYLE = """
.day { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem 1rem; }
.buttons { display: flex; gap: 0.4rem; }
button {
  font: inherit; font-size: 0.875rem; color: var(--st-text-color); background: transparent;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.2rem 0.75rem; min-height: 2rem; cursor: pointer; min-width: 4.2rem;
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); }
button:disabled { opacity: 0.5; cursor: default; border-color: var(--st-border-color); }
button:focus-visible, input:focus-visible {
  outline: 2px solid var(--st-primary-color); outline-offset: 1px;
}
label { flex: 1 1 16rem; display: block; font-size: 0.875rem; color: var(--st-text-color); }
input {
  display: block; width: 100%; height: 1.2rem; margin: 0.3rem 0 0; padding: 0; cursor: pointer;
  appearance: none; background: transparent;
}
/* Browsers part these rules by their own names. */
input::-webkit-slider-runnable-track {
  height: 4px; border-radius: 2px; background: var(--st-border-color);
}
input::-moz-range-track { height: 4px; border-radius: 2px; background: var(--st-border-color); }
input::-webkit-slider-thumb {
  appearance: none; width: 1rem; height: 1rem; margin-top: calc(2px - 0.5rem);
  border-radius: 50%; background: var(--st-primary-color);
}
input::-moz-range-thumb {
  width: 1rem; height: 1rem; border: 0; border-radius: 50%; background: var(--st-primary-color);
}
/* Whoever asked for less motion steps through the days. */
@media (prefers-reduced-motion: reduce) { .play { display: none; } }
.still .play { display: none; }
"""

SLIDER = """
// How long a day stays before the next one is asked for, once its map has come.
const STAY = 900
// How long the answer to an earlier step may come late without moving the slider back.
const LATE = 5000
const own = new WeakMap()

function inWords(day, months) {
  const [year, month, date] = day.split("-").map(Number)
  return `${date} ${months[month - 1]} ${year}`
}

// Playing goes from month to month: the last day of each on which something was printed.
function ends(days) {
  return days.filter((day, i) => day.slice(0, 7) !== (days[i + 1] ?? "").slice(0, 7))
}

export default function (component) {
  const { parentElement, setStateValue, data } = component
  const find = (name) => parentElement.querySelector(name)
  const input = find("input")
  const [earlier, play, later] = [".earlier", ".play", ".later"].map(find)
  const { days, months } = data
  const last = days.length - 1
  const state = own.get(parentElement) ?? { day: data.day, playing: false, held: false, told: 0 }
  own.set(parentElement, state)
  const index = () => days.indexOf(state.day)

  // The count tells one deed from the next: to set the same day again is news after a reset.
  const tell = () => {
    state.told = Date.now()
    const day = index() === last ? "" : state.day
    setStateValue("at", { day, playing: state.playing, count: state.told })
  }
  const show = () => {
    const at = index()
    const more = state.playing ? "; the lists follow when it pauses"
      : at === last ? ", all articles" : ""
    const text = `As known on ${inWords(state.day, months)}${more}`
    find(".shown").textContent = text
    input.value = at
    input.setAttribute("aria-valuetext", text)
    earlier.disabled = state.playing || at === 0
    later.disabled = state.playing || at === last
    play.textContent = state.playing ? "Pause" : "Play"
  }
  const go = (day) => {
    state.day = day
    show()
    tell()
  }
  const rest = (day) => {
    clearTimeout(state.timer)
    state.playing = false
    state.held = false
    go(day)
  }
  const next = () => {
    const following = ends(days).find((day) => day > state.day)
    if (following === undefined) rest(state.day)
    else go(following)
  }

  find(".day").classList.toggle("still", !data.plays)
  input.max = last
  input.oninput = () => {
    clearTimeout(state.timer)
    state.playing = false
    state.held = true
    state.day = days[Number(input.value)]
    show()
  }
  input.onchange = () => rest(days[Number(input.value)])
  earlier.onclick = () => rest(days[Math.max(index() - 1, 0)])
  later.onclick = () => rest(days[Math.min(index() + 1, last)])
  play.onclick = () => {
    if (state.playing) return rest(state.day)
    state.playing = true
    if (index() === last) go(ends(days)[0])
    else next()
  }

  if (state.playing) {
    // The next day waits for the map of this one, however slow the server or the line.
    if (data.day === state.day) {
      clearTimeout(state.timer)
      state.timer = setTimeout(next, STAY)
    }
  } else if (!state.held) {
    const follow = () => {
      state.day = data.day
      show()
    }
    clearTimeout(state.late)
    if (data.day === state.day) state.told = 0
    else if (index() >= 0 && Date.now() - state.told < LATE) state.late = setTimeout(follow, LATE)
    else follow()
  }
  show()
  return () => {
    clearTimeout(state.timer)
    clearTimeout(state.late)
  }
}
"""

_slider = st.components.v2.component("muster_day", html=HTML, css=STYLE, js=SLIDER)


def printed_days(ledger: Ledger, known_on: str = "") -> list[str]:
    """List the days by which another article was certainly in print, up to the data's last day.

    ``known_on``: a day to list too, "" for none.
    """
    last = ledger.data_day
    certain = spans(ledger.documents["published_on"])["last"].dropna().drop_duplicates()
    until = {day for day in certain.dt.strftime("%Y-%m-%d") if day <= last}
    return sorted({*until, last, known_on} - {""})


def draw_slider(view: View, plays: bool) -> str:
    """Draw the slider, and give the day whose map is to be drawn; "" for that of all articles.

    That is the board's own day, but for the while that the slider plays. ``plays``: whether it may.
    """
    known_on = view.board.known_on
    days = view.remember_board("printed days", lambda: printed_days(view.ledger, known_on))
    if not days:
        return known_on
    passing = _passing_day(days) if plays else None
    day = known_on if passing is None else passing
    _slider(
        key=KEY,
        data={
            "days": days,
            "day": day or days[-1],
            "months": list(month_abbr)[1:],
            "plays": plays,
        },
        on_at_change=lambda: _settle(days),
        width="stretch",
    )
    return day


def _told() -> tuple[str, bool]:
    """Read what the slider told last: its day ("": all articles), and whether it plays."""
    at = st.session_state.get(KEY, {}).get("at") or {}
    return str(at.get("day", "")), bool(at.get("playing"))


def _passing_day(days: list[str]) -> str | None:
    day, is_playing = _told()
    return day if is_playing and day in ("", *days) else None


def _settle(days: list[str]) -> None:
    """Set "as known on" to the day on which the slider came to rest; while it plays, leave it."""
    day, is_playing = _told()
    if not is_playing and day in ("", *days):
        st.session_state[KNOWN_ON] = date.fromisoformat(day) if day else None
