/**
 * The play itself: the conversation as it arrives, and the player's turn beside it or under it.
 *
 * The rules are the session's, the rhythm `pace`'s; the debrief is a screen of its own. The play lives in the view's
 * memory, from which the way out drops it: what is shown here is made of it, and nothing else remembers it.
 */

import { Conversation, heardOf, inOneBreath, languageOf } from "./conversation.js";
import { button, h, touched } from "./dom.js";
import { wordRow, wordsOfScene } from "./hard_words.js";
import { gesturesHere } from "./lookout.js";
import { wait } from "./pace.js";
import { Play } from "./play.js";
import { inView, scrollToNewest, seenUnder } from "./scrolling.js";
import { LETTERS, askedNow, countedWays, markedWords } from "./turn.js";
import { canSpeak, hush, say } from "./voice.js";
import { _ } from "./words.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./view.js").Shown} Shown
 * @typedef {import("./types.js").Answer} Answer
 */

/**
 * Begin the story of the view, and show it in the place of the screen that led here.
 * @param {View} view
 */
export function begin(view) {
  view.memory.play = new Play(view.story);
  view.swap("play");
}

/**
 * The play that the view remembers, as a screen.
 * @param {View} view
 * @returns {Shown}
 */
export function playScreen(view) {
  const play = /** @type {Play} */ (view.memory.play ??= new Play(view.story));
  play.story = view.story;
  return new PlayScreen(view, play).shown();
}

/** What is shown of one play, until another screen comes. */
class PlayScreen {
  /**
   * @param {View} view
   * @param {Play} play
   */
  constructor(view, play) {
    this.view = view;
    this.play = play;
    /** @type {Answer|null} */
    this.answer = null;
    this.turns = 0;
    this.asked = "";
    this.said = "";
    this.timer = 0;
    /** @type {HTMLElement|null} */
    this.unread = null;
    this.width = 0;
    this.scrolled = () => {
      play.newest = inView(this.conversation.last);
      if (this.unread && play.newest) this.behind(null);
    };
    // A phone that is turned: who was at the newest message stays there. A bar of the browser that comes or goes as one
    // scrolls changes the height alone.
    this.resized = () => {
      if (this.width !== innerWidth && play.newest) scrollToNewest(this.conversation.last, this.node);
      this.width = innerWidth;
    };
    this.conversation = new Conversation(play, (at) => this.mark(at), gesturesHere());
    this.prompt = h("h2", { class: "prompt", tabindex: "-1", "data-key": "prompt" });
    this.ways = h("div", { class: "asked" });
    this.hard = h("div", {});
    this.marked = h("p", { class: "small", role: "status" });
    const quiet = (/** @type {string} */ words, /** @type {() => void} */ press, /** @type {string} */ icon) =>
      button(words, press, { kind: "bare", icon });
    this.undo = quiet(_("Remove the mark"), () => this.undoMark(), "undo");
    this.back = quiet(_("Back to the choice before"), () => this.goBack(), "undo");
    this.stop = quiet(_("Stop here"), () => this.leave(), "exit");
    const marking = touched()
      ? _("Does a message bother you? Touch its flag to mark it. Touch again to remove the mark.")
      : _("Does a message bother you? Press its flag, or press M, to mark it. Press again to remove the mark.");
    this.hint = h("p", { class: "small hint" }, marking);
    this.turn = h(
      "section",
      { class: "turn", "aria-label": _("Your turn") },
      this.prompt,
      this.ways,
      this.hard,
      h("div", { class: "aside" }, this.hint, this.marked, this.undo, this.back, this.stop),
    );
    this.more = button(_("New messages"), () => this.catchUp(), { kind: "more-come", icon: "next", attributes: { hidden: true } });
    this.conversation.node.append(this.more);
    this.node = h("div", { class: "play" }, this.conversation.node, this.turn);
    this.conversation.node.addEventListener("click", (event) => this.tap(event));
  }

  /** @returns {Shown} */
  shown() {
    addEventListener("scroll", this.scrolled, { passive: true });
    addEventListener("resize", this.resized);
    this.width = innerWidth;
    // Only what comes from now on is told: what was read before is there to be read again.
    this.hasten();
    this.conversation.show();
    this.ask();
    this.schedule();
    // In another language, or at another size, the newest message is elsewhere.
    if (this.play.newest) scrollToNewest(this.conversation.last, this.node);
    const pause = button(_("Pause"), () => this.view.go("pause"), { kind: "bare", icon: "pause" });
    return {
      title: this.play.story.title,
      nodes: [this.node],
      kind: "playing",
      bar: [pause],
      key: (event) => this.key(event),
      asks: () => this.leave(),
      left: () => this.left(),
    };
  }

  /** Another screen comes: nothing arrives behind it. */
  left() {
    removeEventListener("scroll", this.scrolled);
    removeEventListener("resize", this.resized);
    clearTimeout(this.timer);
  }

  // What the player does.

  /** @param {import("./types.js").Command} command */
  decide(command) {
    if (this.play.do(command)) this.turned();
  }

  /** @param {Answer|null} answer */
  give(answer) {
    this.answer = answer;
    this.turns++;
    this.prompt.focus({ preventScroll: true });
    this.update(true);
  }

  hurry() {
    hush();
    if (this.play.hurry()) this.update(true);
  }

  /** Back to where the last choice was made; pressed again, to the one before. */
  goBack() {
    const to = this.play.lastChoice;
    if (to !== null && this.play.goBack(to)) this.turned();
  }

  turned() {
    // Where nothing is waited for, what follows is there with the answer.
    this.play.advance(0, this.play.arrival(this.view.settings.arrival));
    this.answer = null;
    this.turns++;
    hush();
    // Before anything moves: a focus that comes later has the browser lay out the page once more.
    this.prompt.focus({ preventScroll: true });
    this.update(true);
  }

  /** Stopping is asked about where there is something to look back at. */
  leave() {
    if (this.play.begun && this.play.state.phase !== "ended") this.view.go("stop");
    else this.view.back();
  }

  /** @param {number} at */
  mark(at) {
    if (this.play.toggleMark(at)) this.showMarks();
  }

  /** Mark the message whose flag has the focus, or the last one that can be marked. */
  markHere() {
    const at = this.conversation.focused ?? this.play.lastToMark;
    if (at !== null) this.mark(at);
  }

  undoMark() {
    if (this.play.undoMark()) this.showMarks();
  }

  redoMark() {
    if (this.play.redoMark()) this.showMarks();
  }

  /**
   * A tap on the conversation brings the next message, unless it was meant for something in it.
   * @param {MouseEvent} event
   */
  tap(event) {
    const on = /** @type {Element} */ (event.target);
    if (!on.closest("button, a") && !String(getSelection())) this.hurry();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was for the play
   */
  key({ key, repeat, shiftKey, altKey, ctrlKey, metaKey, target }) {
    const name = key.toLowerCase();
    const on = /** @type {Element|null} */ (target);
    if (altKey) return false;
    if (ctrlKey || metaKey) return this.chord(name, shiftKey);
    if (key === " " && !this.play.settled && !on?.closest("button, a, input, summary")) this.hurry();
    else if (repeat || shiftKey) return false;
    else if (name === "m") this.markHere();
    else if (name === "p") this.view.go("pause");
    else if (key === "Backspace") this.goBack();
    else return this.answerTo(name);
    return true;
  }

  /**
   * Undo and redo, as everywhere.
   * @param {string} name
   * @param {boolean} shift
   */
  chord(name, shift) {
    if (name === "z" && !shift) this.undoMark();
    else if (name === "z" || name === "y") this.redoMark();
    else return false;
    return true;
  }

  /**
   * A letter or a digit gives the answer that bears it.
   * @param {string} name
   */
  answerTo(name) {
    const number = /^[1-9]$/.test(name) ? Number(name) - 1 : LETTERS.indexOf(name.toUpperCase());
    const answers = /** @type {NodeListOf<HTMLButtonElement>} */ (this.ways.querySelectorAll(".choice"));
    if (name.length !== 1 || !answers[number]) return false;
    answers[number].click();
    return true;
  }

  /** Go to what came while one read further up. */
  catchUp() {
    scrollToNewest(this.unread, this.node);
    this.behind(null);
    this.prompt.focus({ preventScroll: true });
  }

  /** @param {HTMLElement|null} unread the first message that came while one read further up */
  behind(unread) {
    this.unread = unread;
    this.more.hidden = !unread;
  }

  // What is shown.

  /**
   * Something more is shown, or something else is asked. `wanted` where the player did it: then it is followed.
   * @param {boolean} wanted
   */
  update(wanted) {
    const following = wanted || inView(this.conversation.last);
    // What one is about to press under the play stays where it is, whatever arrives.
    const under = wanted ? 0 : seenUnder(this.node);
    this.hasten();
    const added = this.conversation.show();
    const asked = this.ask();
    // Words that stay are taken away, so that the same ones are heard again.
    this.view.tell(inOneBreath([...added.map(heardOf), ...asked]));
    if (this.view.settings.voice && canSpeak()) this.speak(added);
    if (following) scrollToNewest(added[0] || this.conversation.last, this.node, Math.max(12, under));
    this.behind(following ? null : this.unread || added[0] || null);
    this.schedule();
  }

  /**
   * Put the question that is asked now, if it is another one. Gives what is to be told of it, since a focus that
   * comes from what is taken away at that moment is often not heard.
   * @returns {string[]}
   */
  ask() {
    const { play } = this;
    const question = play.settled ? `${this.turns} ${this.answer}` : "";
    if (question === this.asked && this.ways.firstChild) return [];
    this.asked = question;
    const { prompt, ways, nodes } = askedNow(play, {
      decide: (command) => this.decide(command),
      answer: (answer) => this.give(answer),
      hurry: () => this.hurry(),
      help: () => this.view.help(),
      end: () => this.view.swap("debrief"),
    }, this.answer);
    const held = this.ways.contains(document.activeElement);
    const many = countedWays(ways);
    this.turn.classList.toggle("coming", !play.settled);
    this.prompt.replaceChildren(prompt, many && h("span", { class: "unseen" }, ` ${many}`));
    this.ways.replaceChildren(...nodes);
    this.hard.replaceChildren(...this.words());
    this.back.hidden = play.lastChoice === null;
    this.stop.hidden = play.state.phase === "ended" && play.settled;
    this.hint.hidden = play.begun || (play.state.phase === "ended" && play.settled);
    this.showMarks();
    // The focus is never lost with what it was on.
    if (held) this.prompt.focus({ preventScroll: true });
    if (!play.settled) return [];
    // The ending is told with what came.
    const beside = play.state.phase === "ended" ? [] : nodes.filter((node) => node.nodeName === "P");
    return [prompt, many, ...beside.map((node) => node.textContent ?? "")];
  }

  /**
   * The hard words of the scene: under the answers, so that unfolding one moves none of them.
   * @returns {Node[]}
   */
  words() {
    const { play, view } = this;
    if (!play.settled || play.state.phase === "ended" || languageOf(play)) return [];
    const words = wordsOfScene(play, view.edition.hard);
    return words.length ? [wordRow(words)] : [];
  }

  showMarks() {
    const { play } = this;
    this.conversation.flagAll(play.state.marks);
    const words = markedWords(play);
    if (this.marked.textContent !== words) this.marked.textContent = words;
    const last = play.made[play.made.length - 1];
    if (this.undo.hidden !== !last) {
      if (this.undo === document.activeElement) this.prompt.focus({ preventScroll: true });
      this.undo.hidden = !last;
    }
    if (last) {
      const name = last.did.type === "Mark" ? _("Remove the mark") : _("Put the mark back");
      /** @type {Element} */ (this.undo.lastElementChild).textContent = name;
    }
  }

  /** Somebody who wants messages at once waits for none: they come with what they follow. */
  hasten() {
    if (this.view.settings.arrival === "at once") this.play.advance(0, "at once");
  }

  /** Let the next message come when its time is over. */
  schedule() {
    clearTimeout(this.timer);
    const { play } = this;
    if (play.settled) return;
    const arrival = play.arrival(this.view.settings.arrival);
    const seconds = wait(play.log, play.pace, arrival);
    this.timer = setTimeout(() => {
      if (!this.node.isConnected) return;
      play.advance(seconds, arrival);
      this.update(false);
    }, seconds * 1000);
  }

  /**
   * Say what came, and what is asked.
   * @param {HTMLElement[]} added
   */
  speak(added) {
    const { play } = this;
    say(added.map(heardOf), play.story.language);
    if (!play.settled || this.asked === this.said) return;
    this.said = this.asked;
    say([this.prompt.firstChild?.textContent ?? ""], document.documentElement.lang);
    say([...this.ways.querySelectorAll(".what")].map((one) => one.textContent ?? ""), play.story.language);
  }
}
