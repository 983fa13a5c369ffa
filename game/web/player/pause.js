/**
 * Pause: what was shown is hidden at once behind a calm screen that says nothing of it, and nothing arrives meanwhile.
 *
 * And the question whether to stop here. Both are put over the play, which waits for them untouched.
 */

import { button, h, touched } from "./dom.js";
import { _ } from "./words.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {View} view
 * @returns {import("./view.js").Shown}
 */
export function pauseScreen(view) {
  const goOn = () => view.back();
  return {
    title: _("Pause"),
    nodes: [
      h("p", { class: "lead" }, _("Nothing is lost. Take your time.")),
      h(
        "p",
        { class: "row" },
        button(_("Go on"), goOn, { kind: "primary", icon: "play" }),
        button(_("Help"), () => view.help(), { kind: "help", icon: "help" }),
        button(_("Settings"), () => view.go("settings"), { icon: "settings" }),
        button(_("Leave"), () => view.leave(), { kind: "leave", icon: "exit" }),
      ),
      !touched() && h("p", { class: "small" }, _("Or press P to go on.")),
    ],
    ends: false,
    key: ({ key, repeat }) => {
      // A point or a B is what a clicker's button for a black screen sends.
      if (repeat || !/^(?:[pPbB.]|Escape)$/.test(key)) return false;
      goOn();
      return true;
    },
  };
}

/**
 * @param {View} view
 * @returns {import("./view.js").Shown}
 */
export function stopScreen(view) {
  return {
    title: _("Stop here?"),
    nodes: [
      h("p", {}, _("You can stop at any time. Nothing is held against you.")),
      h(
        "p",
        { class: "row" },
        button(_("Go on playing"), () => view.back(), { kind: "primary", icon: "play" }),
        button(_("Look back at what happened"), () => lookBack(view), { icon: "eye" }),
        button(_("Leave the story"), () => view.go("first"), { icon: "exit" }),
      ),
    ],
    ends: false,
    key: ({ key, repeat }) => {
      if (repeat || key !== "Escape") return false;
      view.back();
      return true;
    },
  };
}

/**
 * The debrief takes the place of the question and of the play.
 * @param {View} view
 */
function lookBack(view) {
  view.places.pop();
  view.swap("debrief");
}
