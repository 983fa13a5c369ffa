/**
 * The one page of the file: which screen is shown, in which language, and how one leads to the next.
 *
 * Screens are functions in modules of their own; they are told the view and give what stands under their heading. The
 * bar and the foot around them are `frame.js`'s, the way out is `way_out.js`'s.
 */

import { onceEnded } from "./content.js";
import { h } from "./dom.js";
import { Frame } from "./frame.js";
import { WHO_HELPS } from "./help.js";
import { dress, forgetSettings, keepSettings, keptSettings } from "./settings.js";
import { opened } from "./story.js";
import { leave, presses } from "./way_out.js";
import { wallKey, wear } from "./wall.js";
import { canSpeak, hush, sayPage } from "./voice.js";
import { _, speak } from "./words.js";

/**
 * @typedef {import("./types.js").Content} Content
 * @typedef {import("./types.js").Edition} Edition
 * @typedef {import("./types.js").Story} Story
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./dom.js").Child} Child
 */
/**
 * @typedef {{title: string, nodes: Child[], kind?: string, hushed?: boolean, bar?: Child[], foot?: Child[],
 *   ends?: boolean, key?: (event: KeyboardEvent) => boolean|void, left?: () => void, rehearses?: () => void,
 *   asks?: () => void}} Shown
 * What a screen gives: its heading and what stands under it. `kind` is the class of its main part ("reading" unless it
 * says otherwise: a column that reads well); `hushed`: the heading is for screen readers alone; `bar`: buttons in the
 * bar before Help; `foot`: what stays at the foot of the window; `ends`: false where the ways to language and settings
 * at the end of the page would disturb; `key`: takes a key that was pressed, and says whether it did; `left` is called
 * when another screen comes; `rehearses` instead of the way out, where that is only shown; `asks` instead of the way
 * back, where something would be lost.
 */
/** @typedef {(view: View, ...values: any[]) => Shown} Screen */
/** @typedef {{name: string, values: any[], top: number, key: string}} Place A screen that is open, and where one was. */

/** The screens that are there before the rest of the file. */
const EARLY = ["first", "help", "settings", "rehearsal", "lacking"];

/** Which screen is shown, and all that a screen may ask for. */
export class View {
  /**
   * @param {Content} content
   * @param {Readonly<Record<string, Screen>>} screens
   */
  constructor(content, screens) {
    this.content = content;
    this.screens = screens;
    /** @type {Place[]} */
    this.places = [];
    /** @type {Record<string, any>} What screens remember of a play: the way out drops it. */
    this.memory = {};
    this.edition = content.editions[0];
    /** @type {Story|undefined} */
    this.known = undefined;
    // Whether the file has come to its end, and is then all there; what waits for it.
    this.ended = false;
    this.whole = false;
    /** @type {(() => void)|undefined} */
    this.wish = undefined;
    /** @type {Settings} */
    this.settings = keptSettings();
    dress(this.settings);
    this.frame = new Frame(this);
    const pressed = presses(() => this.leave());
    addEventListener("keydown", (event) => {
      pressed(event);
      if (this.places.length) this.key(event);
    });
    onceEnded(content, (whole) => {
      this.ended = true;
      this.whole = whole;
      // Nothing comes back where somebody has left meanwhile.
      if (!document.getElementById("app")) return;
      if (whole) return this.wish?.();
      if (!this.places.length) this.speak(this.edition);
      this.go("lacking");
    });
  }

  /** Show the first screen, in the language that a link asks for (notes.html#en), or else in the one that was kept. */
  open() {
    const { editions } = this.content;
    const asked = [location.hash.slice(1), this.settings.language];
    const [wanted = editions[0]] = asked.flatMap((code) => editions.filter((one) => one.language === code));
    this.speak(wanted);
  }

  /**
   * The story, in the language that is shown.
   * @returns {Story}
   */
  get story() {
    return (this.known ??= opened(this.edition.story));
  }

  /**
   * Do `then` once the whole file is there, unless something else is asked for before.
   * @param {() => void} then
   */
  later(then) {
    this.wish = then;
    if (this.ended) this.go("lacking");
    else this.tell(_("One moment…"));
  }

  /**
   * Show everything in the language of `edition` from now on.
   * @param {Edition} edition
   */
  speak(edition) {
    if (!edition.words) return this.later(() => this.speak(edition));
    this.remember();
    this.edition = edition;
    this.known = undefined;
    speak(edition.words, edition.language);
    document.documentElement.lang = edition.language;
    document.documentElement.dir = edition.dir;
    this.frame.build();
    if (this.places.length) this.build();
    else this.go("first");
  }

  /**
   * Show the screen called `name`, from its top, with the focus on its heading. One that is open already, with the same
   * values, is gone back to.
   * @param {string} name
   * @param {...any} values
   */
  go(name, ...values) {
    if (!this.whole && !EARLY.includes(name)) return this.later(() => this.go(name, ...values));
    this.wish = undefined;
    const open = this.places.findIndex(
      (place) => place.name === name && place.values.every((value, at) => value === values[at]),
    );
    if (open >= 0) this.places.length = open;
    else this.remember();
    this.places.push({ name, values, top: 0, key: "" });
    this.build();
  }

  /**
   * Show the screen called `name` in the place of the one that is shown: Back does not lead to that one.
   * @param {string} name
   * @param {...any} values
   */
  swap(name, ...values) {
    this.places.pop();
    this.go(name, ...values);
  }

  /** Show the screen that was there before, where one was in it; on the first one this does nothing. */
  back() {
    if (this.places.length < 2) return;
    this.wish = undefined;
    this.places.pop();
    this.build();
  }

  /** What the way back in the bar does: some screens ask first. */
  turnBack() {
    if (this.shown?.asks) this.shown.asks();
    else this.back();
  }

  /** Build the screen that is shown anew, where something that it shows has changed: one stays where one is in it. */
  again() {
    this.remember();
    this.build();
  }

  /**
   * Say `words` to who listens to the screen, without moving the focus.
   * @param {string} words
   */
  tell(words) {
    this.frame.tell(words);
  }

  /**
   * Take these settings, show and, where that was asked for, keep them.
   * @param {Partial<Settings>} settings
   */
  change(settings) {
    this.settings = { ...this.settings, ...settings };
    wear(this);
    if (this.settings.remember) keepSettings(this.settings);
    else forgetSettings();
  }

  /** The way out, at once and without a question. */
  leave() {
    const { rehearses } = this.shown ?? {};
    if (rehearses && document.getElementById("app")) return rehearses();
    const { left } = this.shown ?? {};
    leave();
    this.places = [];
    this.memory = {};
    this.wish = undefined;
    this.shown = undefined;
    hush();
    left?.();
  }

  /**
   * A key that means the same everywhere, or else what the screen makes of it.
   * @param {KeyboardEvent} event
   */
  key(event) {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (event.defaultPrevented) return;
    // A voice that dictates, or a hand that shakes, presses letters that nobody meant.
    if (!this.settings.keys && /^[a-z1-9]$/i.test(key) && !ctrlKey && !metaKey) return;
    if (wallKey(this, event) || this.shown?.key?.(event)) event.preventDefault();
    else if (ctrlKey || altKey || metaKey) return;
    else if (key === "F1") {
      event.preventDefault();
      this.help();
    } else if (key === "Escape") this.turnBack();
  }

  /** Who helps, from wherever one is. */
  help() {
    this.go("help", WHO_HELPS);
  }

  /** Note where one is in the screen that is shown. */
  remember() {
    const place = this.places[this.places.length - 1];
    if (!place) return;
    place.top = scrollY;
    place.key = document.activeElement?.getAttribute("data-key") ?? "";
  }

  /** Build the topmost screen, and put the focus where it was in it, or on its heading. */
  build() {
    const first = !this.shown;
    this.shown?.left?.();
    hush();
    const { name, values, top, key } = this.places[this.places.length - 1];
    /** @type {Shown|undefined} */
    this.shown = this.screens[name](this, ...values);
    const heading = h("h1", { tabindex: "-1", class: this.shown.hushed ? "unseen" : null }, this.shown.title);
    const main = h("main", { id: "main", class: this.shown.kind ?? "reading" }, heading, this.shown.nodes);
    this.frame.fill(this.shown, main);
    // A play says what comes; any other screen is read as it opens.
    if (this.settings.voice && canSpeak() && this.shown.kind !== "playing") sayPage(main, this.edition.language);
    scrollTo(0, top);
    if (first) return;
    const before = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    /** @type {HTMLElement} */ (before || heading).focus({ preventScroll: true });
  }
}
