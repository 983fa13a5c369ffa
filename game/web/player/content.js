/**
 * What the file holds, in the order in which it comes: what the first screen says, and at the file's end all the rest.
 *
 * So a phone shows the first screen while the rest is still on its way. Who needs the rest waits for it: view.js.
 */

import { h } from "./dom.js";
import { _ } from "./words.js";

/** @param {string} id */
function held(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

/**
 * What stands before the script: every language with its name, and the first one with what the first screen says.
 * @returns {import("./types.js").Content}
 */
export function ahead() {
  return held("content");
}

/**
 * Call `then` once the file has ended, with whether `content` holds all of it now: half a file lacks its end.
 * @param {import("./types.js").Content} content
 * @param {(whole: boolean) => void} then
 */
export function onceEnded(content, then) {
  document.addEventListener("DOMContentLoaded", () => {
    let rest = [];
    try {
      rest = held("rest");
    } catch {
      // Its end is missing.
    }
    rest.forEach((/** @type {any} */ more, /** @type {number} */ at) => {
      const edition = content.editions[at];
      Object.assign(edition, more, { story: { ...edition.story, ...more.story } });
    });
    then(rest.length > 0);
  });
}

/**
 * Shown instead of what cannot be, where the file's end is missing.
 * @returns {import("./view.js").Shown}
 */
export function lackingScreen() {
  return {
    title: _("This file is incomplete"),
    nodes: [h("p", {}, _("Its end is missing. Reload the page, or download the file again."))],
  };
}
