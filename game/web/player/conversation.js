/**
 * The conversation of a play as elements: bubbles, notices, summaries, and the bubble of somebody who is typing.
 *
 * Only what is new is added, and only what a rewind took back is taken away: a long conversation costs no more than a
 * short one. When what arrives is `pace`'s; what a press on a flag does is the screen's.
 */

import { h, picture } from "./dom.js";
import { remark } from "./lookout.js";
import { choiceOf, effective } from "./session.js";
import { ME } from "./story.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./play.js").Play} Play
 * @typedef {import("./types.js").Event} Event
 */
/**
 * @typedef {{at: number, item: HTMLLIElement, speaker: string, flag: HTMLButtonElement|null}} Part
 * One item of the conversation: the index in the log of what it shows, who said it ("" for a notice), and its flag.
 */

/** The conversation of one play, which grows; `node` holds it. */
export class Conversation {
  /**
   * @param {Play} play
   * @param {((at: number) => void)|null} onMark called with the index in the log of a message whose flag is pressed;
   *   null where nothing is marked
   * @param {Partial<Record<import("./lookout.js").Gesture, string>>} [gestures] what the Lookout explains in a tutorial
   */
  constructor(play, onMark, gestures = {}) {
    this.play = play;
    this.onMark = onMark;
    this.gestures = gestures;
    /** @type {Part[]} */
    this.parts = [];
    this.read = 0;
    /** @type {ReadonlySet<number>} */
    this.marks = new Set();
    this.list = h("ol", { class: "messages", lang: languageOf(play) });
    // Screen readers that watch a log say names after words, and questions before both: the screen tells what comes.
    const log = h("div", { role: "log", "aria-live": "off", "aria-label": _("Conversation") }, this.list);
    this.typing = h("p", { class: "message theirs typing", hidden: true });
    this.node = h("div", { class: "conversation" }, log, this.typing);
    this.node.addEventListener("keydown", (event) => this.move(event));
  }

  /**
   * Show what is to be seen of the play now. Gives the items that were added, oldest first.
   * @param {boolean} [awaited] Whether somebody may be seen writing the next message.
   */
  show(awaited = true) {
    const { log, pace, state } = this.play;
    let kept = this.parts.length;
    for (; this.read < pace.shown; this.read++) {
      const event = log[this.read];
      if (event.type === "Rewound") kept = Math.min(kept, this.cut(event.to));
      else {
        const part = this.made(event, this.read);
        if (part !== null) this.parts.push(part);
        if (this.play.story.tutorial) this.lookOut(event, this.read);
      }
    }
    const added = this.parts.slice(kept).map(({ item }) => item);
    this.list.append(...added);
    if (this.marks !== state.marks) this.flagAll(state.marks);
    this.oneStop();
    this.type(awaited ? this.play.typing : null);
    return added;
  }

  /** The last item; null before the first one. */
  get last() {
    return this.list.lastElementChild;
  }

  /**
   * The index in the log of the message whose flag has the focus; null where none has.
   * @returns {number|null}
   */
  get focused() {
    const part = this.parts.find(({ flag }) => flag !== null && flag === document.activeElement);
    return part === undefined ? null : part.at;
  }

  /**
   * Forget what a rewind to the index `to` took back. Gives how many items are left.
   * @param {number} to
   * @returns {number}
   */
  cut(to) {
    while (this.parts.length && this.parts[this.parts.length - 1].at > to) {
      /** @type {Part} */ (this.parts.pop()).item.remove();
    }
    return this.parts.length;
  }

  /**
   * What the Lookout says after an event, which is no message: it has no flag.
   * @param {Event} event
   * @param {number} at
   */
  lookOut(event, at) {
    const before = effective(this.play.log.slice(0, at)).map(([, one]) => one);
    const words = remark(this.play.story, before, event, this.gestures);
    if (!words) return;
    // Its name and what it explains are the game's words; what a choice was good for is the story's.
    const lang = languageOf(this.play) && document.documentElement.lang;
    const who = h("p", { class: "who", lang }, h("b", {}, _("The Lookout")));
    const said = h("p", { class: "words", dir: "auto", lang: event.type === "Chosen" ? null : lang }, this.play.text(words));
    const face = h("span", { class: "face", "aria-hidden": "true" }, picture("mascot"));
    const item = h("li", { class: "message theirs lookout" }, face, h("div", { class: "bubble" }, who, said));
    // No name of the cast has a space.
    this.parts.push({ at, speaker: "the lookout", flag: null, item });
  }

  /**
   * What is to be seen of an event; null where that is nothing.
   * @param {Event} event
   * @param {number} at
   * @returns {Part|null}
   */
  made(event, at) {
    const { play } = this;
    switch (event.type) {
      case "MessageArrived": {
        const { speaker = "", text, masked = false } = play.message(event);
        const flag = speaker === ME || this.onMark === null ? null : this.flag(at);
        return this.part(at, speaker, play.text(text), { flag, masked });
      }
      case "Chosen": {
        const { says, text } = choiceOf(play.story, event);
        return this.part(at, says ? ME : "", play.text(text), { kind: "done" });
      }
      case "SummaryRead": {
        const { skip = "" } = /** @type {import("./types.js").Scene} */ (play.story.scene.get(event.scene));
        return this.part(at, "", play.text(skip), { kind: "summary", lead: _("In short: ") });
      }
      case "EndingReached": {
        const { title } = /** @type {import("./types.js").Ending} */ (play.story.ending.get(event.ending));
        return this.part(at, "", play.text(title), { kind: "reached" });
      }
    }
    return null;
  }

  /**
   * @param {number} at
   * @param {string} speaker
   * @param {string} text
   * @param {{flag?: HTMLButtonElement|null, masked?: boolean, kind?: string, lead?: string}} how
   * @returns {Part}
   */
  part(at, speaker, text, { flag = null, masked = false, kind = "", lead = "" }) {
    const before = this.parts.length ? this.parts[this.parts.length - 1].speaker : "";
    const id = `said-${at}`;
    const words = masked
      ? h("p", { class: "words" }, h("span", { class: "unseen" }, _("hidden message:"), " "), `[${text}]`)
      : h("p", { class: "words", dir: "auto" }, lead && h("b", {}, lead), text);
    const flagging = flag && h("span", { class: "flagging" }, flag);
    if (!speaker) {
      words.id = id;
      return { at, speaker, flag, item: h("li", { class: `notice ${kind}` }, words, flagging) };
    }
    const { name, avatar, profile } = this.play.person(speaker);
    const met = speaker === ME || this.parts.some((one) => one.speaker === speaker);
    const side = speaker === ME ? "mine" : "theirs";
    const who = h(
      "p",
      { class: speaker === before ? "who unseen" : "who" },
      h("b", {}, h("bdi", {}, name)),
      !met && profile && h("small", {}, " · ", h("bdi", {}, profile)),
    );
    const item = h(
      "li",
      { class: `message ${side}${masked ? " masked" : ""}` },
      faceOf(name, avatar, speaker === before),
      h("div", { class: "bubble", id }, who, words),
      flagging,
    );
    return { at, speaker, flag, item };
  }

  /**
   * @param {number} at
   * @returns {HTMLButtonElement}
   */
  flag(at) {
    const name = _("Mark this message");
    const press = () => this.onMark && this.onMark(at);
    const attributes = { type: "button", class: "flag", "aria-pressed": "false", "aria-label": name, title: name };
    // Who goes from flag to flag hears of which message each is.
    const of = { "aria-describedby": `said-${at}`, tabindex: "-1", onclick: press };
    return h("button", { ...attributes, ...of }, picture("flag"));
  }

  /** @param {ReadonlySet<number>} marks */
  flagAll(marks) {
    this.marks = marks;
    for (const { at, item, flag } of this.parts) {
      const marked = marks.has(at);
      if (flag === null || marked === item.classList.contains("marked")) continue;
      item.classList.toggle("marked", marked);
      flag.setAttribute("aria-pressed", String(marked));
    }
  }

  /** Tab stops once in the conversation, at its last flag; arrows go from there. */
  oneStop() {
    const flags = this.flags;
    if (!flags.includes(/** @type {any} */ (document.activeElement))) this.stopAt(flags[flags.length - 1]);
  }

  /** @returns {HTMLButtonElement[]} */
  get flags() {
    return this.parts.flatMap(({ flag }) => flag || []);
  }

  /** @param {HTMLButtonElement|undefined} flag */
  stopAt(flag) {
    if (this.stop) this.stop.tabIndex = -1;
    if (flag) flag.tabIndex = 0;
    /** @type {HTMLButtonElement|undefined} */
    this.stop = flag;
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const flags = this.flags;
    const at = flags.indexOf(/** @type {any} */ (event.target));
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: flags.length - 1 }[event.key];
    if (to === undefined || !flags[to]) return;
    event.preventDefault();
    this.stopAt(flags[to]);
    flags[to].focus();
  }

  /** @param {string|null} speaker who is writing the next message, if that is to be seen */
  type(speaker) {
    this.typing.hidden = speaker === null;
    if (speaker === null) return;
    const { name, avatar } = this.play.person(speaker);
    const dots = h("span", { class: "bubble dots", "aria-hidden": "true" }, "• • •");
    const told = h("span", { class: "unseen" }, filled(_("{name} is writing"), { name }));
    this.typing.replaceChildren(faceOf(name, avatar, false), dots, told);
  }
}

/**
 * What is heard of an item: who says it, as it stands above it, and the words.
 * @param {Element} item
 */
export function heardOf(item) {
  const words = item.querySelector(".words")?.textContent ?? "";
  const speaker = item.querySelector(".who")?.textContent;
  return speaker ? filled(_("{speaker}: {words}"), { speaker, words }) : words;
}

/**
 * These sentences as one, with a pause after each: screen readers say what is put into the page at once in an order of
 * their own, but the words of one text in theirs.
 * @param {string[]} sentences
 */
export function inOneBreath(sentences) {
  return sentences.filter(Boolean).map((one) => (/[.!?…]\s*$/.test(one) ? one : `${one}.`)).join(" ");
}

/**
 * The language of a story's own words, where the page speaks another one.
 * @param {Play} play
 * @returns {string|null}
 */
export function languageOf({ story: { language } }) {
  return language === document.documentElement.lang ? null : language;
}

/**
 * The picture of somebody, or the first letter of their name; beside a message that follows one of the same person,
 * only its room.
 * @param {string} name
 * @param {string} [avatar]
 * @param {boolean} [same]
 * @returns {Element}
 */
export function faceOf(name, avatar, same) {
  if (avatar && !same) return h("span", { class: "face", "aria-hidden": "true" }, picture(avatar));
  return h("span", { class: same ? "face none" : "face", "aria-hidden": "true" }, same ? "" : [...name][0]);
}
