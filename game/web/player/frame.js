/**
 * What stays around every screen: the bar with the way back, help and the way out, and the ways at the end of the page.
 *
 * What stands between them is the screens'; what leaving does, `way_out.js`'s.
 */

import { button, h } from "./dom.js";
import { resized } from "./settings.js";
import { _, filled, percentage } from "./words.js";

/** On every screen, print and export: nobody can forge a conversation about a real person with it. */
export const FICTION = "Fiction · Vigichat";

/** The bar, the foot and the end of the page. */
export class Frame {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
  }

  /** Make everything in the language that is spoken now. */
  build() {
    const { view } = this;
    this.back = button(_("Back"), () => view.turnBack(), { kind: "bare", icon: "back", key: "back" });
    this.more = h("span", { class: "more" });
    this.help = button(_("Help"), () => view.help(), { kind: "help", icon: "help", key: "help" });
    const leaving = button(_("Leave"), () => view.leave(), { kind: "leave", icon: "exit", key: "leave" });
    const fiction = h("p", { class: "fiction" }, FICTION);
    this.told = h("p", { class: "unseen", role: "status" });
    this.main = h("main");
    this.foot = h("section", { class: "foot", "aria-label": _("Ways on") });
    this.ends = h("footer", { class: "ends" }, this.languages(), this.sizes(), this.pages());
    document.getElementById("app")?.replaceChildren(
      h("a", { class: "skip", href: "#main", onclick: (/** @type {Event} */ event) => this.skip(event) }, _("Go to the text")),
      h("header", { class: "bar" }, this.back, fiction, this.more, this.help, leaving),
      this.told,
      this.main,
      this.foot,
      this.ends,
    );
  }

  /**
   * Put a screen into the frame.
   * @param {import("./view.js").Shown} shown
   * @param {HTMLElement} main
   */
  fill(shown, main) {
    const { name } = this.view.places[this.view.places.length - 1];
    this.main?.replaceWith(main);
    this.main = main;
    this.more?.replaceChildren(...there(shown.bar));
    this.foot?.replaceChildren(...there(shown.foot));
    if (this.back) this.back.hidden = this.view.places.length < 2;
    if (this.foot) this.foot.hidden = !shown.foot;
    if (this.ends) this.ends.hidden = shown.ends === false;
    if (name === "help") this.help?.setAttribute("aria-current", "true");
    else this.help?.removeAttribute("aria-current");
    this.tell("");
  }

  /** @param {string} words */
  tell(words) {
    if (this.told) this.told.textContent = words;
  }

  /** @param {Event} event */
  skip(event) {
    event.preventDefault();
    document.querySelector("h1")?.focus();
  }

  /** The other languages of the file, each named in itself. */
  languages() {
    const { view } = this;
    const others = view.content.editions.filter((one) => one !== view.edition);
    return others.map((one) =>
      button(one.name, () => this.speak(one), { icon: "language", key: "language", attributes: { lang: one.language } }),
    );
  }

  /** @param {import("./types.js").Edition} edition */
  speak(edition) {
    this.view.change({ language: edition.language });
    this.view.speak(edition);
  }

  /**
   * Smaller and larger text.
   * @param {boolean} [told] whether the size stands between them
   */
  sizes(told = false) {
    const smaller = button("A−", (event) => this.resize(-1, event), { key: "smaller" });
    const larger = button("A+", (event) => this.resize(1, event), { key: "larger" });
    for (const [sign, words] of /** @type {[Element, string][]} */ ([[smaller, _("Smaller text")], [larger, _("Larger text")]])) {
      sign.firstElementChild?.setAttribute("dir", "ltr");
      sign.append(h("span", { class: "unseen" }, ` ${words}`));
    }
    const size = told && h("output", { "aria-live": "off" }, percentage(this.view.settings.percent));
    return [smaller, size, larger];
  }

  /**
   * What was pressed for it stays where it is, or else what is in the middle of the window.
   * @param {number} steps
   * @param {Event} [event]
   */
  resize(steps, event) {
    const percent = resized(this.view.settings.percent, steps);
    const on = /** @type {Element|null} */ (event?.currentTarget ?? document.elementFromPoint(innerWidth / 3, innerHeight / 2));
    const before = on?.getBoundingClientRect().top ?? 0;
    this.view.change({ percent });
    scrollBy(0, (on?.getBoundingClientRect().top ?? 0) - before);
    for (const size of document.querySelectorAll("output")) size.textContent = percentage(percent);
    this.tell(filled(_("Text: {percent}"), { percent: percentage(percent) }));
  }

  /** What is needed now and then. */
  pages() {
    const { view } = this;
    return [
      button(_("Settings"), () => view.go("settings"), { icon: "settings", key: "settings" }),
      button(_("Sources"), () => view.go("help", "sources"), { icon: "book", key: "sources" }),
    ];
  }
}

/**
 * Those of `children` that are there.
 * @param {import("./dom.js").Child[]} [children]
 */
function there(children = []) {
  return /** @type {(Node|string)[]} */ (children.filter((child) => child || child === ""));
}
