/**
 * The wall: what a file looks like before a class and a projector, and the keys that mean the same on all of it.
 *
 * It lasts as long as the view remembers it, and is no setting. What is on it is the screens' of a class.
 */

import { h } from "./dom.js";
import { dress } from "./settings.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {{key: string, words: string, press?: () => void, main?: boolean}} Gesture
 * A gesture of the teacher: the key that the foot names, what it does in short, and doing it.
 */

/** Colours that may be chosen for a wall, one after the other: a dark room may want a dark one. */
const WALLS = ["projector", "light", "dark", "contrast"];

/**
 * Show the view on the wall from now on.
 * @param {View} view
 */
export function putOnWall(view) {
  view.memory.wall ??= WALLS[0];
  wear(view);
}

/**
 * Show the view to one person again.
 * @param {View} view
 */
export function offWall(view) {
  delete view.memory.wall;
  delete document.documentElement.dataset.tight;
  // Whoever plays on alone answers what the class was asked.
  delete view.memory.hour;
  wear(view);
}

/**
 * Let the page wear the person's settings, on the wall or off it.
 * @param {View} view
 */
export function wear({ memory, settings }) {
  const { dataset } = document.documentElement;
  const { wall } = memory;
  if (wall) dataset.wall = "";
  else delete dataset.wall;
  // The person's own colours stay what they were.
  dress(wall ? { ...settings, colours: wall } : settings);
  // What is shown has another room now.
  dispatchEvent(new Event("resize"));
}

/**
 * The keys that mean the same on the whole wall, and the one that leads to it.
 * @param {View} view
 * @param {KeyboardEvent} event
 * @returns {boolean} whether it was one of them
 */
export function wallKey(view, event) {
  const { key, repeat, ctrlKey, altKey, metaKey } = event;
  const { memory, places } = view;
  const { name } = places[places.length - 1];
  if (key === "F8" && !repeat) {
    turnWall(view);
    return true;
  }
  if (!memory.wall || altKey || metaKey) return false;
  if (ctrlKey) {
    // Its type is a part of the screen's height, which a browser's own zoom does not change.
    const steps = { "+": 1, "=": 1, "-": -1, 0: -4 }[key];
    if (steps) view.frame.resize(steps * (key === "0" ? 4 : 1));
    if (steps) wear(view);
    return !!steps;
  }
  if (key === "F5") {
    // What a clicker's button for “begin” sends would load the file anew, and the play would be gone.
    if (!repeat) wholeScreen();
    return true;
  }
  if (key === "F6") {
    memory.wall = WALLS[(WALLS.indexOf(memory.wall) + 1) % WALLS.length];
    wear(view);
    return true;
  }
  if (repeat || !/^class/.test(name)) return false;
  const asked = key === "?" ? "class keys" : key.toLowerCase() === "n" ? "class notes" : "";
  if (asked === name) view.back();
  else if (asked) view.go(asked);
  return !!asked;
}

/**
 * Between one person and a class, at any moment of the play.
 * @param {View} view
 */
export function turnWall(view) {
  const { memory, places } = view;
  const pairs = [["play", "class play"], ["note", "class note"], ["debrief", "class end"]];
  if (memory.wall) {
    // What lies beside the play on the wall goes with the wall.
    while (/^class (?:keys|notes|stop)$/.test(places[places.length - 1].name)) places.pop();
    const { name: under } = places[places.length - 1];
    const [alone] = pairs.find(([, onWall]) => onWall === under) ?? [];
    offWall(view);
    if (alone) view.swap(alone);
    else view.again();
    return;
  }
  const { name } = places[places.length - 1];
  const [, onWall] = pairs.find(([alone]) => alone === name) ?? [];
  putOnWall(view);
  if (onWall) view.swap(onWall);
  else if (/^(?:first|class)$/.test(name)) view.go("class note");
  else view.again();
}

/** Show the page over the whole screen, or no more; where the browser cannot, nothing happens. */
export function wholeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/** Whether lines are read from right to left: then the left arrow leads on. */
export function rightToLeft() {
  return document.documentElement.dir === "rtl";
}

/** The arrow that leads back, as the foot names it. */
export function backKey() {
  return rightToLeft() ? "→" : "←";
}

/**
 * The quiet line at the foot of the wall: which key comes next.
 * @param {Gesture[]} gestures
 */
export function gesturesOf(gestures) {
  return h(
    "section",
    { class: "gestures", "aria-label": _("For the teacher") },
    gestures.map(({ key, words, press, main }) => {
      const shown = filled(_("{key}: {action}"), { key, action: words });
      // Where the main way stood, no other one comes under a mouse that waits there.
      if (!press) return h("span", { class: main ? "small alone" : "small" }, shown);
      return h("button", { type: "button", class: `button ${main ? "primary" : "bare"}`, "data-key": `way ${key}`, onclick: press }, shown);
    }),
  );
}

/**
 * Page through the first of these parts that has more out of view; false where none has.
 * @param {Element[]} parts
 * @param {number} views positive towards the end
 */
export function paged(parts, views) {
  return parts.some((part) => {
    const before = part.scrollTop;
    part.scrollTop += views * part.clientHeight * 0.85;
    return Math.abs(part.scrollTop - before) > 1;
  });
}

/**
 * Press the button that a letter stands for; false where there is none.
 * @param {Element} among
 * @param {string} key
 */
export function clicked(among, key) {
  /** @type {HTMLElement|null} */
  const found = /^[a-j]$/i.test(key) ? among.querySelector(`[data-key="${key.toLowerCase()}"]`) : null;
  found?.click();
  return !!found;
}
