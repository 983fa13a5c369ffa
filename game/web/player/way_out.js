/**
 * The way out: one press, or Shift three times, and nothing of the play is left on the page nor behind it.
 *
 * In its place stands an empty page of notes, as the tab was called from the beginning. Rehearsing it is `rehearsal.js`'s.
 */

import { h } from "./dom.js";
import { forgetFiles } from "./offline.js";
import { forgetSettings } from "./settings.js";

const PRESSES = 3;
const WITHIN = 5000;
const LEFT = "notes";

/**
 * Tells when Shift was pressed three times within five seconds, with no other key between.
 * @param {() => void} complete
 * @returns {(event: KeyboardEvent) => void} takes every key that goes down
 */
export function presses(complete) {
  /** @type {number[]} */
  let times = [];
  return ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    times = key === "Shift" ? [...times.filter((time) => time >= timeStamp - WITHIN), timeStamp] : [];
    if (times.length < PRESSES) return;
    times = [];
    complete();
  };
}

/**
 * Whether this page was left by the way out: it stays left when it is loaded again, or come back to.
 * @returns {boolean}
 */
export function wasLeft() {
  return history.state === LEFT;
}

/** Leave nothing here: neither on the page, nor on the device, nor for the way back. */
export function leave() {
  empty();
  try {
    history.replaceState(LEFT, "");
  } catch {
    // A page that may not write there has no place of its own in the history to come back to.
  }
  forgetSettings();
  forgetFiles().catch(() => {});
  // What fills the screen has no button to close it.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
}

/** Put the empty notes in the place of everything. */
export function empty() {
  const { body, head, documentElement: root } = document;
  body.replaceChildren(...notes());
  if (document.readyState === "loading") {
    // The rest of the file is still on its way: it stays hidden, and goes when it is there.
    root.className = "js";
    document.addEventListener("DOMContentLoaded", empty);
    return;
  }
  for (const one of head.querySelectorAll("style, [name=generator]")) one.remove();
  for (const { name } of [...root.attributes]) if (name !== "lang") root.removeAttribute(name);
  delete root.dataset.wall;
  delete root.dataset.tight;
}

/**
 * An empty page to write notes on.
 * @returns {HTMLElement[]}
 */
export function notes() {
  const title = h("h1", {}, document.title);
  const sheet = h("textarea", { "aria-label": document.title, autocomplete: "off", spellcheck: "false" });
  worn(title, { font: "bold 1.25rem system-ui, sans-serif", margin: "1rem" });
  worn(sheet, {
    font: "1rem/1.5 system-ui, sans-serif",
    width: "100%",
    height: "80vh",
    padding: "0 0.5rem",
    border: "0",
    outline: "0",
    resize: "none",
    "box-sizing": "border-box",
  });
  return [title, sheet];
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, string>} style
 */
function worn(element, style) {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
