/**
 * A play on the wall, for a class: the teacher's keys, and which part of the wall shows what.
 *
 * Where the class is, is `hour.js`'s affair; what it is asked looks as in `class_turn.js`, and the cards that cover the
 * wall for a while are `class_cards.js`'s. Nothing arrives by itself, and nothing is kept.
 */

import { blocksOf } from "./blocks.js";
import { wallCard } from "./class_cards.js";
import { letterOf, lettered, wallAsked } from "./class_turn.js";
import { Conversation } from "./conversation.js";
import { h } from "./dom.js";
import { Hour } from "./hour.js";
import { otherWay } from "./what_if.js";
import { _, filled } from "./words.js";

/** Milliseconds after a change of what is asked in which a press decides nothing: a double click is not two decisions. */
const STILL = 400;

/** What has the whole wall, without the conversation. */
const WHOLE = ["stop", "count", "result", "what if", "card"];

/** @typedef {{key: string, words: string, press?: () => void, main?: boolean}} WallWay One gesture of the teacher. */

/** The wall of one class. */
export class Wall {
  /**
   * @param {import("./view.js").View} view
   * @param {Hour} hour
   */
  constructor(view, hour) {
    this.view = view;
    this.hour = hour;
    /** The card that covers the wall now, or "". */
    this.card = "";
    this.changed = -STILL;
    /** The choice whose count is typed now, and whether a digit was typed since the row was come to. */
    this.typed = "";
    this.begun = false;
    this.conversation = new Conversation(hour.play, (at) => this.mark(at));
    this.talk = h("div", { class: "wall-talk" }, this.conversation.node);
    this.ask = h("section", { class: "wall-ask", "aria-live": "polite" });
    this.foot = h("div", { class: "wall-foot", role: "group", "aria-label": _("For the teacher") });
    this.root = h("div", { class: "wall" }, this.talk, this.ask, this.foot);
    /** @param {KeyboardEvent} event */
    const listen = (event) => {
      if (this.root.isConnected) this.key(event);
      else document.removeEventListener("keydown", listen, true);
    };
    document.addEventListener("keydown", listen, true);
    this.begin();
  }

  /** A story never opens on an empty wall, nor on a date alone: what is said first is there. */
  begin() {
    const { hour } = this;
    const { play } = hour;
    const spoke = () =>
      play.visible.some(([, event]) => event.type === "MessageArrived" && play.message(event).speaker);
    while (!spoke() && hour.readOn());
    this.show();
  }

  // What is shown.

  /** Show where the class is. */
  show() {
    const { hour, card } = this;
    const step = card ? "card" : hour.step;
    const added = this.conversation.show(false);
    this.root.dataset.step = step;
    this.root.classList.toggle("whole", WHOLE.includes(step));
    this.ask.replaceChildren(...(card ? wallCard(this, card) : step === "what if" ? this.other() : wallAsked(hour, this)));
    this.footed();
    this.fit();
    if (added.length) this.follow(added[0]);
  }

  /** The page of the other choice that tempted most. */
  other() {
    const { play, tempting } = this.hour;
    const { visit, choice } = /** @type {NonNullable<Hour["tempting"]>} */ (tempting);
    const { title, blocks } = otherWay(play.story, visit, choice);
    return [h("h2", { tabindex: -1 }, title), ...blocksOf(blocks)];
  }

  /** Parts stay while others scroll where there is room for that; else the wall scrolls as one. */
  fit() {
    const { root, talk, foot } = this;
    root.classList.remove("tight");
    const least = parseFloat(getComputedStyle(root).fontSize) * 5;
    const part = root.classList.contains("whole") ? this.ask : talk;
    root.classList.toggle("tight", part.clientHeight < least || foot.clientHeight > root.clientHeight * 0.3);
  }

  /**
   * Bring what is new into view, from its beginning.
   * @param {HTMLElement} first
   */
  follow(first) {
    const scroll = this.scrolls[this.scrolls.length - 1];
    const top = first.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop;
    scroll.scrollTop = this.root.classList.contains("tight") ? top - 20 : Math.min(scroll.scrollHeight, top - 20);
    if (!this.root.classList.contains("tight") && first === this.conversation.last) scroll.scrollTop = scroll.scrollHeight;
  }

  /** What pages, first what comes first. */
  get scrolls() {
    if (this.root.classList.contains("tight")) return [this.root];
    return this.root.classList.contains("whole") ? [this.ask] : [this.ask, this.talk];
  }

  /** The quiet line at the foot: which key comes next. */
  footed() {
    const led = this.foot.contains(document.activeElement);
    this.foot.replaceChildren(
      ...this.ways().map(({ key, words, press, main }) => {
        const shown = filled(_("{key}: {action}"), { key, action: words });
        if (!press) return h("span", {}, shown);
        return h("button", { type: "button", class: main ? "button primary" : "button quiet", onclick: press }, shown);
      }),
    );
    if (led) this.main?.focus();
  }

  /** @returns {HTMLElement|null} */
  get main() {
    return this.foot.querySelector(".primary");
  }

  /** @returns {WallWay[]} */
  ways() {
    const { hour, card } = this;
    const { step, play, round } = hour;
    const forward = () => this.forward();
    const leave = { key: "←", words: _("back"), press: () => this.backward() };
    if (card) return [{ ...leave, key: _("Esc"), main: true }];
    /** @type {WallWay[]} */
    const ways = [];
    const named = Object.fromEntries(lettered(hour).map((one) => [one.id, one]));
    const after = step === "count" && round.vote.choices[round.vote.choices.indexOf(this.typed) + 1];
    const words = {
      reading: play.settled ? _("go on") : _("next message"),
      stop: _("go on"),
      think: _("count the votes"),
      count: _("show the bars"),
      result: round.plays && filled(_("play {letter}"), { letter: letterOf(named[round.plays] ?? "") }),
      confirm: _("play it"),
      offer: _("go on with our story"),
      "what if": _("back to our story"),
      ended: _("look back at what happened"),
      announced: "",
    }[step];
    if (after) {
      ways.push({ key: _("Enter"), words: filled(_("count {letter}"), { letter: letterOf(named[after]) }) });
      ways.push({ key: _("Page Down"), words, press: forward, main: true });
    } else if (words) {
      ways.push({ key: step === "reading" ? _("Space") : _("Enter"), words, press: forward, main: true });
    }
    if (step === "announced") ways.push({ key: "A / B", words: _("choose") });
    const letters = hour.pickable.map((id) => named[id].letter).filter(Boolean);
    if (step === "think") {
      const by = hour.raised ? _("cards instead of hands") : _("hands instead of cards");
      ways.push({ key: "V", words: by, press: () => this.otherHands() });
      ways.push({ key: `${letters[0]}–${letters[letters.length - 1]}`, words: _("without a vote") });
    } else if (letters.length) ways.push({ key: letters.join(" / "), words: _("choose") });
    if (/count|result|confirm/.test(step)) ways.push(leave);
    if (hour.mayReturn) ways.push({ key: _("Backspace"), words: _("the choice before"), press: () => this.goBack() });
    ways.push({ key: "?", words: _("keys"), press: () => this.cover("keys") });
    return ways;
  }

  // The teacher's keys.

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key, code, repeat } = event;
    if (key === "F5" && !event.ctrlKey) {
      // What a clicker's button for “begin” sends would load the file anew, and the play would be gone.
      event.preventDefault();
      if (!repeat) this.fill();
      return;
    }
    if (event.altKey || event.metaKey || event.ctrlKey) {
      if (event.ctrlKey && key === "z" && this.hour.play.undoMark()) this.conversation.show(false);
      return;
    }
    const target = /** @type {Element} */ (event.target);
    const pressed = target.closest("button, a, summary, input, select");
    // While something is asked, the key that goes on does so: a flag is not put by mistake.
    const flag = pressed?.classList.contains("flag") && this.hour.step !== "reading";
    const press = key === "Enter" || key === " ";
    if (press && pressed && !flag) {
      // A key held down presses a button once.
      if (repeat) event.preventDefault();
      return;
    }
    if (this.done(press ? "Enter" : key, code, repeat, !!pressed)) event.preventDefault();
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
    const { hour, card } = this;
    const { step } = hour;
    const ahead = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    // What is out of view comes first.
    if (key === "PageDown") return this.page(1) || (!repeat && this.forward()) || true;
    if (key === "PageUp") return this.page(-1) || (!repeat && this.backward()) || true;
    if (key === "ArrowUp" || key === "ArrowDown") return !led && this.along(key === "ArrowUp" ? -1 : 1);
    const counting = step === "count" && !card;
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
        return key === ahead ? this.forward() : this.backward();
      case "Escape":
        if (!this.backward()) this.cover("stop");
        return true;
      case "Backspace":
        return !card && this.goBack();
      case "p":
      case ".":
        // A point is what a clicker's button for a black screen sends.
        return this.cover(card === "pause" ? "" : "pause");
      case "?":
        return this.cover(card === "keys" ? "" : "keys");
      case "n":
        return this.cover(card ? "" : "notes");
      case "v":
        return this.otherHands();
      case "m": {
        const at = hour.play.lastToMark;
        if (at !== null && step === "reading") this.mark(at);
        return true;
      }
    }
    /** @type {HTMLElement|null} */
    const lettered = /^[a-j]$/i.test(key) ? this.ask.querySelector(`[data-key="${key.toLowerCase()}"]`) : null;
    lettered?.click();
    return !!lettered;
  }

  /**
   * Page through what is out of view; false where there is nothing more.
   * @param {number} way
   */
  page(way) {
    return this.scrolls.some((part) => scrolled(part, way * part.clientHeight * 0.85));
  }

  /**
   * An arrow: from row to row while votes are counted, else a few lines.
   * @param {number} way
   */
  along(way) {
    if (this.hour.step !== "count" || this.card) {
      const line = parseFloat(getComputedStyle(this.root).fontSize) * 3;
      return this.scrolls.some((part) => scrolled(part, way * line));
    }
    const { choices } = this.hour.round.vote;
    this.come(choices[choices.indexOf(this.typed) + way]);
    return true;
  }

  // What they do.

  /** The one way on, wherever the class is. */
  forward() {
    const { hour, card } = this;
    if (card) return this.cover("");
    if (hour.readOn()) this.show();
    else if (!this.still) {
      if (hour.step === "ended") this.view.go("class end");
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

  /** Back to the phase before, or off a card; false when there is none. */
  backward() {
    if (this.card) return this.cover("");
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
    this.view.go("help");
  }

  goBack() {
    if (!this.hour.mayReturn || !this.hour.goBack()) return false;
    this.turned();
    return true;
  }

  otherHands() {
    const { hour } = this;
    if (hour.step !== "think" || this.card) return false;
    hour.raised = !hour.raised;
    this.show();
    return true;
  }

  /** @param {number} at */
  mark(at) {
    this.hour.play.toggleMark(at);
    this.conversation.show(false);
  }

  /**
   * Cover the wall with a card, or uncover it with "".
   * @param {string} card
   */
  cover(card) {
    this.card = card;
    this.turned();
    return true;
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
    this.ask.scrollTop = 0;
    if (this.hour.step === "count" && !this.card) this.come(this.hour.round.vote.choices[0]);
    else this.ask.querySelector("h2")?.focus({ preventScroll: true });
  }

  /** Show the wall over the whole screen, or no more; where the browser cannot, nothing happens. */
  fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
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
    this.show();
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

/**
 * The screen of the play on the wall.
 * @param {import("./view.js").View} view
 */
export function classPlay(view) {
  const wall = new Wall(view, hourOf(view));
  return { title: wall.hour.play.story.title, nodes: [wall.root] };
}

/**
 * Scroll a part of the wall; whether it moved.
 * @param {Element} part
 * @param {number} by
 */
function scrolled(part, by) {
  const before = part.scrollTop;
  part.scrollTop += by;
  return Math.abs(part.scrollTop - before) > 1;
}
