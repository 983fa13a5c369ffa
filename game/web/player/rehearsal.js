/**
 * The way out, rehearsed: what it does is said, then done for show, and nothing is lost.
 *
 * The way out itself is `way_out.js`'s. On the rehearsed notes, Shift three times more is the real one, however fast.
 */

import { button, h } from "./dom.js";
import { _ } from "./words.js";
import { notes } from "./way_out.js";

/** Milliseconds in which a press still belongs to the one that led here: a double click is to be seen to work, too. */
const DOUBLE = 400;

/** @type {import("./view.js").Screen} */
export function rehearsalScreen(view, tried = false) {
  if (tried) {
    return {
      title: _("This is what it looks like. Nothing is lost this time."),
      nodes: [
        h("p", { class: "lead" }, _("When it is for real, the page forgets where you were. The browser’s Back button does not bring it back.")),
        h("p", {}, _("The way out does not erase the browser’s history: it still says that this page was opened. The tab is called “Notes”.")),
        button(_("Got it"), () => view.back(), { kind: "primary", icon: "check", key: "done" }),
      ],
    };
  }
  const cap = () => h("kbd", {}, _("Shift"));
  return {
    title: _("Someone coming? There is a way out."),
    nodes: [
      h("p", { class: "lead" }, _("Press “Leave” at the top, or Shift three times. Try it now.")),
      h("p", { class: "keys", "aria-hidden": "true" }, cap(), cap(), cap()),
      h("p", {}, _("The page goes blank at once. Then touch the screen, or any key, to come back here.")),
      h("p", {}, _("This time it is only a rehearsal: nothing is lost.")),
      h("p", { class: "small" }, _("Is someone really there? Press Shift three times again, or close the tab.")),
    ],
    rehearses: () => rehearse(() => view.swap("rehearsal", true)),
  };
}

/**
 * Show exactly what is left after the way out, until the page is touched or a key is pressed.
 * @param {() => void} over
 */
function rehearse(over) {
  const { body } = document;
  const kept = [...body.childNodes];
  const shown = performance.now();
  body.replaceChildren(...notes());
  /** @param {Event} event */
  const touched = (event) => {
    const early = event.type === "click" && performance.now() < shown + DOUBLE;
    if (early || /** @type {KeyboardEvent} */ (event).key === "Shift") return;
    removeEventListener("keydown", touched);
    removeEventListener("click", touched);
    // Somebody may have left for real meanwhile.
    if (!body.querySelector("textarea") || history.state) return;
    body.replaceChildren(...kept);
    over();
  };
  addEventListener("keydown", touched);
  addEventListener("click", touched);
}
