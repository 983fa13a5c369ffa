/**
 * The one page of the file: which screen is shown, in which language, and how one leads to the next.
 *
 * Screens are functions in modules of their own; they are told the view and give what stands under their heading.
 */

import { h } from "./dom.js";
import { opened } from "./story.js";
import { speak } from "./words.js";

/**
 * @typedef {import("./types.js").Content} Content
 * @typedef {import("./types.js").Edition} Edition
 * @typedef {import("./types.js").Story} Story
 */
/** @typedef {(view: View, ...values: any[]) => {title: string, nodes: (Node|string)[]}} Screen */

/** Which screen is shown, and all that a screen may ask for. */
export class View {
  /**
   * @param {Content} content
   * @param {Readonly<Record<string, Screen>>} screens
   */
  constructor(content, screens) {
    this.content = content;
    this.screens = screens;
    // A link can ask for a language: notes.html#en.
    const wanted = content.editions.find((one) => location.hash === `#${one.language}`);
    this.speak(wanted || content.editions[0]);
  }

  /**
   * Show everything in the language of `edition` from now on.
   * @param {Edition} edition
   */
  speak(edition) {
    /** @type {Edition} */
    this.edition = edition;
    /** @type {Story} */
    this.story = opened(edition.story);
    speak(edition.words);
    document.documentElement.lang = edition.language;
    document.documentElement.dir = edition.dir;
  }

  /**
   * Show the screen called `name`, from its top, with the focus on its heading.
   * @param {string} name
   * @param {...any} values
   */
  go(name, ...values) {
    const { title, nodes } = this.screens[name](this, ...values);
    const heading = h("h1", { tabindex: "-1" }, title);
    const main = h("main", { id: "main" }, heading, nodes);
    document.getElementById("main")?.replaceWith(main);
    scrollTo(0, 0);
    heading.focus();
  }
}
