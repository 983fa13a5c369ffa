/**
 * The way out: one press, or Shift three times, and nothing of the play is left on the page nor behind it.
 *
 * In its place stands an empty page of notes. The tab was called so from the beginning.
 */

import { h } from "./dom.js";
import { forgetSettings } from "./settings.js";

const TAPS = 3;
const WITHIN = 5000;
const GONE = "notes";

/**
 * Tells when Shift was pressed three times within five seconds, with no other key between.
 * @param {() => void} complete
 * @returns {(event: KeyboardEvent) => void} takes every key that is pressed
 */
export function taps(complete) {
  /** @type {number[]} */
  let at = [];
  return ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    at = key === "Shift" ? [...at.filter((one) => one >= timeStamp - WITHIN), timeStamp] : [];
    if (at.length < TAPS) return;
    at = [];
    complete();
  };
}

/** Whether this page was left by the way out: it stays so when it is loaded again, or come back to. */
export function wasLeft() {
  return history.state === GONE;
}

/**
 * Leave, at once and without a question.
 * @param {import("./view.js").View} view
 */
export function leave(view) {
  blank();
  try {
    history.replaceState(GONE, "");
  } catch {
    // A page that may not write into the history has nothing there to come back to either.
  }
  forgetSettings();
  view.drop();
}

/** Put the empty notes in the place of everything. */
export function blank() {
  const root = document.documentElement;
  if (document.readyState === "loading") {
    // The rest of the file is still to come: it is not shown, and goes when it is there.
    document.getElementById("app")?.replaceChildren();
    document.addEventListener("DOMContentLoaded", blank);
  }
  for (const name of ["class", "style", "dir"]) if (document.readyState !== "loading") root.removeAttribute(name);
}
