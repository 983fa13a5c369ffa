/**
 * The settings on the screen: how the file looks, reads and runs. Each change applies at once.
 *
 * What can be chosen, and keeping it where that was asked for, is `settings.js`'s.
 */

import { button, h } from "./dom.js";
import { FIRST_SETTINGS } from "./settings.js";
import { _ } from "./words.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./settings.js").Settings} Settings
 */

/** @type {import("./view.js").Screen} */
export function settingsScreen(view) {
  const { editions } = view.content;
  return {
    title: _("Settings"),
    nodes: [
      h("h2", {}, _("Reading")),
      h("fieldset", {}, h("legend", {}, _("Size of the text")), view.frame.sizes(true)),
      radios(view, "colours", _("Colours"), [
        ["", _("As on this device")],
        ["light", _("Light")],
        ["dark", _("Dark")],
        ["contrast", _("High contrast")],
      ]),
      radios(view, "spacing", _("Space between letters and lines"), [
        ["normal", _("Normal")],
        ["wide", _("Wide")],
        ["wider", _("Wider")],
      ]),
      editions.length > 1 && languages(view),
      h("h2", {}, _("Playing")),
      radios(view, "arrival", _("How messages arrive"), [
        ["slow", _("Slow")],
        ["normal", _("Natural")],
        ["fast", _("Fast")],
        ["at once", _("At once")],
      ]),
      box(view, "still", _("No movement: nothing glides on the screen")),
      "speechSynthesis" in window && box(view, "voice", _("Read aloud, if this device has a voice")),
      box(view, "keys", _("Single-letter keys: A, B, C to answer, M to mark, P to pause")),
      h("h2", {}, _("The way out")),
      h("p", {}, _("Press “Leave” at the top, or Shift three times: the page goes blank.")),
      button(_("Try the way out"), () => view.go("rehearsal"), { icon: "exit", key: "rehearse" }),
      h("h2", {}, _("What is kept on this device")),
      box(view, "remember", _("Remember these settings on this device")),
      h("p", { class: "small" }, _("Only the settings, never what you play. The way out erases them.")),
      button(_("Reset all settings"), () => reset(view), { icon: "undo", key: "reset" }),
    ],
  };
}

/** @param {View} view */
function reset(view) {
  const { language, remember } = view.settings;
  view.change({ ...FIRST_SETTINGS, language, remember });
  view.again();
  view.tell(_("The settings are as they were at the start."));
}

/** @param {View} view */
function languages(view) {
  const options = view.content.editions.map((one) => one.language);
  return choosing(
    _("Language"),
    options.map((language, at) => {
      const edition = view.content.editions[at];
      const taken = () => view.frame.speak(edition);
      return option("language", edition.name, edition === view.edition, taken, `language ${language}`, language);
    }),
  );
}

/**
 * @template {"colours"|"spacing"|"arrival"} Name
 * @param {View} view
 * @param {Name} name
 * @param {string} title
 * @param {[Settings[Name], string][]} options
 */
function radios(view, name, title, options) {
  return choosing(
    title,
    options.map(([value, words]) => {
      const taken = () => view.change({ [name]: value });
      return option(name, words, view.settings[name] === value, taken, `${name} ${value}`);
    }),
  );
}

/**
 * @param {string} title
 * @param {HTMLElement[]} options
 */
function choosing(title, options) {
  return h("fieldset", {}, h("legend", {}, title), options);
}

/**
 * @param {string} name
 * @param {string} words
 * @param {boolean} checked
 * @param {() => void} taken
 * @param {string} key
 * @param {string} [language] of the words, where it is another one
 */
function option(name, words, checked, taken, key, language) {
  const circle = h("input", { type: "radio", name, checked, onchange: taken, "data-key": key });
  return h("label", { class: "option", lang: language }, circle, h("span", { class: "button" }, words));
}

/**
 * @param {View} view
 * @param {"still"|"voice"|"keys"|"remember"} name
 * @param {string} words
 */
function box(view, name, words) {
  /** @param {Event} event */
  const taken = (event) => view.change({ [name]: /** @type {HTMLInputElement} */ (event.target).checked });
  const square = h("input", { type: "checkbox", checked: view.settings[name], onchange: taken, "data-key": name });
  return h("label", { class: "check" }, square, h("span", {}, words));
}
