/**
 * A play on the wall, for a class: the teacher's keys, and which part of the wall shows what.
 *
 * Where the class is, is `hour.js`'s affair; what it is asked looks as in `class_turn.js`, what stands before, beside and
 * after the play is `class_screens.js`'s. Nothing arrives by itself, and nothing is kept.
 */

import { blocksOf } from "./blocks.js";
import { waysOn } from "./class_foot.js";
import { tellCount, wallAsked } from "./class_turn.js";
import { Conversation, heardOf, inOneBreath } from "./conversation.js";
import { button, h } from "./dom.js";
import { Hour } from "./hour.js";
import { clicked, gesturesOf, paged, putOnWall, rightToLeft } from "./wall.js";
import { otherWay } from "./what_if.js";
import { _ } from "./words.js";

/** Milliseconds after a change of what is asked in which a press decides nothing: a double click is not two decisions. */
const STILL = 400;

/** What has the whole wall, without the conversation. */
const WHOLE = ["stop", "count", "result", "what if"];

/**
 * The screen of the play on the wall; the view remembers the class's hour, as it remembers the play.
 * @param {import("./view.js").View} view
 * @returns {import("./view.js").Shown}
 */
export function classPlay(view) {
  const { memory } = view;
  if (memory.hour?.play !== memory.play) memory.hour = new Hour(memory.play);
  memory.play.story = view.story;
  putOnWall(view);
  return new ClassPlay(view, memory.hour).shown();
}

/** What is shown of one hour, until another screen comes. */
class ClassPlay {
  /**
   * @param {import("./view.js").View} view
   * @param {Hour} hour
   */
  constructor(view, hour) {
    this.view = view;
    this.hour = hour;
    this.changed = -STILL;
    /** The choice whose count is typed now, and whether a digit was typed since the row was come to. */
    this.typed = "";
    this.begun = false;
    this.asked = "";
    this.conversation = new Conversation(hour.play, (at) => this.mark(at));
    this.talk = h("div", { class: "talk", tabindex: 0 }, this.conversation.node);
    this.ask = h("section", { class: "ask", "aria-label": _("For the class") });
    // Tab and the mouse go from row to row too.
    this.ask.addEventListener("focusin", ({ target }) => {
      const { count } = /** @type {HTMLElement} */ (target).dataset;
      if (count && count !== this.typed) this.come(count);
    });
    this.root = h("div", { class: "class" }, this.talk, this.ask);
    this.foot = gesturesOf([]);
  }

  /** @returns {import("./view.js").Shown} */
  shown() {
    // Larger text in the middle of a question leaves it in view: the story's beginning is far above.
    const fit = () => {
      this.fitted();
      this.followed();
    };
    addEventListener("resize", fit);
    requestAnimationFrame(() => this.begin());
    return {
      title: this.hour.play.story.title,
      hushed: true,
      kind: "playing",
      nodes: [this.root],
      foot: [this.foot],
      ends: false,
      bar: [
        button(_("Pause"), () => this.view.go("pause"), { kind: "bare", icon: "pause" }),
      ],
      key: (event) => this.key(event),
      asks: () => this.view.go("class stop"),
      left: () => {
        removeEventListener("resize", fit);
        delete document.documentElement.dataset.tight;
      },
    };
  }

  /** A story never opens on an empty wall, nor on a date alone: what is said first is there. */
  begin() {
    const { hour } = this;
    const { play } = hour;
    const spoke = () =>
      play.visible.some(([, event]) => event.type === "MessageArrived" && play.message(event).speaker);
    while (!spoke() && hour.readOn());
    // What was read before is there to be read again, above: the wall begins at its end.
    this.conversation.show(false);
    this.turned();
  }

  // What is shown.

  /** Show where the class is. */
  show() {
    const { hour, root, ask, conversation } = this;
    const { step } = hour;
    const added = conversation.show(false);
    root.dataset.step = step;
    root.classList.toggle("whole", WHOLE.includes(step));
    ask.replaceChildren(...(step === "what if" ? this.other() : wallAsked(hour, this)));
    ask.hidden = !ask.firstChild;
    const asked = ask.querySelector("h2")?.textContent ?? "";
    if (added.length || asked !== this.asked) this.view.tell(inOneBreath([...added.map(heardOf), asked]));
    this.asked = asked;
    this.footed();
    this.fitted();
    this.followed(added[0]);
  }

  /** The page of the other choice that tempted most. */
  other() {
    const { play, tempting } = this.hour;
    const { visit, choice } = /** @type {NonNullable<Hour["tempting"]>} */ (tempting);
    const { title, blocks } = otherWay(play.story, visit, choice);
    return [h("h2", { tabindex: -1 }, title), ...blocksOf(blocks)];
  }

  /** Parts stay while others scroll where there is room for that; else the page scrolls as one. */
  fitted() {
    const { root, talk, ask } = this;
    const { dataset } = document.documentElement;
    delete dataset.tight;
    const part = root.classList.contains("whole") ? ask : talk;
    if (part.clientHeight < parseFloat(getComputedStyle(root).fontSize) * 1.2) dataset.tight = "";
  }

  /**
   * Bring what is new into view, from its beginning; without anything new, the end. Where all scrolls as one, a question
   * comes first.
   * @param {HTMLElement} [first]
   */
  followed(first) {
    const question = this.ask.querySelector("h2");
    if (question && "tight" in document.documentElement.dataset) return question.scrollIntoView();
    if (this.root.classList.contains("whole")) return;
    this.conversation.last?.scrollIntoView({ block: "end" });
    if (first && first.getBoundingClientRect().top < this.talk.getBoundingClientRect().top) first.scrollIntoView();
  }

  /** What pages, first what comes first. */
  get scrolls() {
    if ("tight" in document.documentElement.dataset) return [document.documentElement];
    return this.root.classList.contains("whole") ? [this.ask] : [this.ask, this.talk];
  }

  /** The quiet line at the foot: which key comes next. */
  footed() {
    const led = this.foot.contains(document.activeElement);
    const foot = gesturesOf(waysOn(this.hour, this));
    this.foot.replaceWith(foot);
    this.foot = foot;
    if (led) /** @type {HTMLElement|null} */ (foot.querySelector(".primary"))?.focus();
  }

  // The teacher's keys.

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was for the class
   */
  key(event) {
    const { key, code, repeat, altKey, metaKey, ctrlKey } = event;
    if (altKey || metaKey || ctrlKey) {
      return ctrlKey && key.toLowerCase() === "z" && this.hour.play.undoMark() && !this.conversation.show(false).length;
    }
    const on = /** @type {Element} */ (event.target).closest("button, a, summary, input, select");
    const press = key === "Enter" || key === " ";
    // While something is asked, the key that goes on does so: a flag is not put by mistake.
    if (press && on && !(on.classList.contains("flag") && this.hour.step !== "reading")) return repeat;
    return this.done(press ? "Enter" : key, code, repeat, !!on);
  }

  /**
   * What a key does; whether it does anything.
   * @param {string} key
   * @param {string} code
   * @param {boolean} repeat
   * @param {boolean} led Whether the keyboard was led to a button.
   * @returns {boolean}
   */
  done(key, code, repeat, led) {
    const { hour, view } = this;
    const { step } = hour;
    // What is out of view comes first.
    if (key === "PageDown") return paged(this.scrolls, 1) || (!repeat && this.forward()) || true;
    if (key === "PageUp") return paged(this.scrolls, -1) || (!repeat && this.backward()) || true;
    if (key === "ArrowUp" || key === "ArrowDown") return !led && this.along(key === "ArrowUp" ? -1 : 1);
    const counting = step === "count";
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
    if (counting && key === "Tab") return false;
    if (counting && (/^\d$/.test(key) || (digit && key.length === 1 && key !== "+"))) {
      if (!repeat) this.digit(/^\d$/.test(key) ? key : /** @type {RegExpExecArray} */ (digit)[1]);
      return true;
    }
    if (counting && (key === "+" || key === "-" || key === "Backspace")) {
      const change = key === "+" ? "more" : key === "-" ? "fewer" : "rubbed";
      this.count(this.typed, (vote) => vote[change](this.typed));
      this.begun = key === "Backspace";
      return true;
    }
    if (repeat) return key === "Enter";
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case "Enter":
        return (counting && this.nextRow()) || this.forward() || true;
      case "ArrowLeft":
      case "ArrowRight":
        return (key === "ArrowLeft") === rightToLeft() ? this.forward() : this.backward();
      case "Escape":
        if (!this.backward()) view.go("class stop");
        return true;
      case "Backspace":
        return this.goBack();
      case "p":
      case ".":
        // A point is what a clicker's button for a black screen sends.
        view.go("pause");
        return true;
      case "v":
        return this.otherHands();
      case "m": {
        const at = hour.play.lastToMark;
        if (at !== null && step === "reading") this.mark(at);
        return true;
      }
    }
    if (clicked(this.ask, key)) return true;
    // Some clickers send a B for it, which is the class's own where a choice has that letter.
    if (key.toLowerCase() === "b" && step !== "count") view.go("pause");
    return false;
  }

  /**
   * An arrow: from row to row while votes are counted, else a few lines.
   * @param {number} way
   */
  along(way) {
    if (this.hour.step !== "count") return paged(this.scrolls, way / 5);
    const { choices } = this.hour.round.vote;
    this.come(choices[choices.indexOf(this.typed) + way]);
    return true;
  }

  // What they do.

  /** The one way on, wherever the class is. */
  forward() {
    const { hour } = this;
    if (hour.readOn()) this.show();
    else if (!this.still) {
      if (hour.step === "ended") this.view.swap("class end");
      else {
        // Back in the story, its next message comes with the same press.
        const offered = hour.step === "offer";
        if (hour.forward()) {
          if (offered) hour.readOn();
          this.turned();
        }
      }
    }
    return true;
  }

  /** Back to the phase before; false when there is none. */
  backward() {
    if (!this.hour.backward()) return false;
    this.turned();
    return true;
  }

  /** @param {import("./types.js").Command} command */
  give(command) {
    if (!this.still && this.hour.do(command)) this.turned();
  }

  /** @param {string} choice */
  pick(choice) {
    if (!this.still && this.hour.pick(choice)) this.turned();
  }

  look() {
    if (!this.still && this.hour.look()) this.turned();
  }

  help() {
    this.view.go("help", "who-helps");
  }

  keys() {
    this.view.go("class keys");
  }

  goBack() {
    if (this.still || !this.hour.mayReturn || !this.hour.goBack()) return false;
    this.turned();
    return true;
  }

  otherHands() {
    const { hour } = this;
    if (hour.step !== "think") return false;
    hour.raised = !hour.raised;
    this.show();
    return true;
  }

  /** @param {number} at */
  mark(at) {
    this.hour.play.toggleMark(at);
    this.conversation.show(false);
  }

  /** Whether something was asked only just now. */
  get still() {
    return performance.now() - this.changed < STILL;
  }

  /** Something else is on the wall: a reader is led to it. */
  turned() {
    this.changed = performance.now();
    this.typed = "";
    this.begun = false;
    this.show();
    const question = this.ask.querySelector("h2");
    this.ask.scrollTop = 0;
    if (this.hour.step === "count") this.come(this.hour.round.vote.choices[0]);
    else question?.focus({ preventScroll: true });
  }

  // Counting.

  /**
   * Go to the count of a choice.
   * @param {string|undefined} choice
   */
  come(choice) {
    if (!choice) return;
    this.typed = choice;
    this.begun = false;
    this.footed();
    this.field?.focus();
  }

  /** @returns {HTMLElement|null} */
  get field() {
    const fields = /** @type {NodeListOf<HTMLElement>} */ (this.ask.querySelectorAll("[data-count]"));
    return [...fields].find((one) => one.dataset.count === this.typed) ?? null;
  }

  /**
   * The first digit in a row replaces what stood there.
   * @param {string} digit
   */
  digit(digit) {
    const { typed, begun } = this;
    this.count(typed, (vote) => vote.typed(typed, digit, !begun));
    this.begun = true;
  }

  /**
   * @param {string} choice
   * @param {(vote: import("./vote.js").Vote) => import("./vote.js").Vote} change
   */
  count(choice, change) {
    this.hour.count(change);
    this.typed = choice;
    this.footed();
    if (this.field) tellCount(this.field, this.hour.round.vote.count(choice));
    this.field?.focus();
  }

  /** Go to the next row; false after the last one. */
  nextRow() {
    const { choices } = this.hour.round.vote;
    const next = choices[choices.indexOf(this.typed) + 1];
    this.come(next);
    return !!next;
  }
}
