/**
 * A play in progress: its growing log, and how much of it is shown.
 *
 * The rules are `session`'s and the rhythm is `pace`'s; what it looks like is left to the screens. It lives in the view
 * and nowhere else.
 */

import { fill } from "./debrief.js";
import { goingBack, lastChoice } from "./other_ways.js";
import { advanced, arrived, hurried, onItsWay } from "./pace.js";
import { NEW, Refused, choiceOf, decide, effective, fold, messageOf } from "./session.js";
import { ME } from "./story.js";

/**
 * @typedef {import("./types.js").Story} Story
 * @typedef {import("./types.js").Command} Command
 * @typedef {import("./types.js").MessageArrived} MessageArrived
 * @typedef {import("./pace.js").Arrival} Arrival
 */
/** @typedef {{did: Command, undoes: Command}} Gesture A mark made or taken back, and the command that undoes it. */

/** The stage from which signs threaten, as `game.engine.check` has it. */
const THREAT = 6;

/** One play of `story`, which may be told in another of its languages from one screen to the next. */
export class Play {
  /**
   * @param {Story} story
   * @param {number} [seed]
   */
  constructor(story, seed = 0) {
    this.story = story;
    this.state = NEW;
    /** @type {import("./pace.js").Pace} */
    this.pace = { shown: 0, waited: 0 };
    /** Whether who plays is at the newest message, rather than reading again what came before. */
    this.newest = true;
    /** @type {Gesture[]} */
    this.made = [];
    /** @type {Gesture[]} */
    this.undone = [];
    /** @type {{did: Command}|null} */
    this.latest = null;
    this.do({ type: "Start", seed });
  }

  /** @returns {import("./types.js").Log} */
  get log() {
    return this.state.log;
  }

  /**
   * Give a command; false when it does not fit, and then nothing happened.
   * @param {Command} command
   * @returns {boolean}
   */
  do(command) {
    const settled = this.settled;
    const marks = command.type === "Mark" || command.type === "Unmark";
    try {
      const events = decide(this.story, this.state, command);
      this.state = fold(events, this.state);
      if (!marks && events.some((event) => event.type === "SceneEntered" || event.type === "Rewound")) {
        // Marks can be undone within a scene: what was marked before the next one counts as it was seen then.
        this.made = [];
        this.undone = [];
        this.latest = null;
      }
    } catch (fault) {
      if (fault instanceof Refused) return false;
      throw fault;
    }
    // What answers a gesture is seen at once; only messages take their time.
    if (settled || marks) this.pace = advanced(this.log, this.pace, 0);
    return true;
  }

  /** Where in the log the last choice that counts was made; null before the first one. */
  get lastChoice() {
    return lastChoice(this.log);
  }

  /** Whether nothing but marks has happened since the player went back to a choice. */
  get cameBack() {
    for (let at = this.log.length - 1; at >= 0; at--) {
      const { type } = this.log[at];
      if (type === "Rewound") return true;
      if (type !== "Marked" && type !== "Unmarked") return false;
    }
    return false;
  }

  /**
   * Go back to the choices offered at this index of the log; false when they do not count any more.
   * @param {number} to
   * @returns {boolean}
   */
  goBack(to) {
    const done = goingBack(this.log, to).every((command) => this.do(command));
    // What led there was read, and what was still on its way is taken back.
    if (done) this.pace = { shown: this.log.length, waited: 0 };
    return done;
  }

  /**
   * How fast messages come now, to somebody who chose `arrival`: nothing presses the player under threat.
   * @param {Arrival} arrival
   * @returns {Arrival}
   */
  arrival(arrival) {
    return arrival === "fast" && this.underThreat ? "normal" : arrival;
  }

  /**
   * Let time pass; true when something more is shown.
   * @param {number} seconds
   * @param {Arrival} arrival
   * @returns {boolean}
   */
  advance(seconds, arrival) {
    return this.show(arrived(this.log, this.pace, seconds, this.arrival(arrival)));
  }

  /** Show the next message now; true when there was one. */
  hurry() {
    return this.show(hurried(this.log, this.pace));
  }

  /**
   * @param {import("./pace.js").Pace} pace
   * @returns {boolean}
   */
  show(pace) {
    const before = this.pace.shown;
    this.pace = pace;
    return pace.shown !== before;
  }

  /** Whether everything that has happened is shown, so that it is the player's turn. */
  get settled() {
    return this.pace.shown === this.log.length;
  }

  /** What counts of what is shown, each event with its index in the log. */
  get visible() {
    return effective(this.log.slice(0, this.pace.shown));
  }

  /** Whether a choice was made: then there is something to look back at. */
  get begun() {
    return this.log.some((event) => event.type === "Chosen");
  }

  /**
   * The message that arrived.
   * @param {MessageArrived} event
   */
  message(event) {
    return messageOf(this.story, event);
  }

  /**
   * The choice of a scene by its id.
   * @param {string} scene
   * @param {string} choice
   */
  choice(scene, choice) {
    return choiceOf(this.story, { scene, choice });
  }

  /**
   * Words of the story with the country's helpline in its placeholders.
   * @param {string} words
   */
  text(words) {
    return fill(words, this.story);
  }

  /**
   * Somebody of the cast.
   * @param {string} id
   * @returns {import("./types.js").Person}
   */
  person(id) {
    return /** @type {any} */ (this.story.person.get(id));
  }

  /** Whether a sign of the threatening stages has been shown: from then on nothing may press the player. */
  get underThreat() {
    return this.visible.some(([, event]) => event.type === "MessageArrived" && this.threatens(event));
  }

  /** Who is writing the message on its way; null when nobody is, or where that would announce a threat. */
  get typing() {
    const event = onItsWay(this.log, this.pace);
    if (event === null) return null;
    const { speaker, masked } = this.message(event);
    const hidden = !speaker || speaker === ME || masked || this.threatens(event) || this.underThreat;
    return hidden ? null : speaker;
  }

  /** @param {MessageArrived} event */
  threatens(event) {
    const { shown = [] } = this.message(event);
    return shown.some(({ sign }) => /** @type {any} */ (this.story.sign.get(sign)).stage >= THREAT);
  }

  /**
   * Mark a message, or take its mark back.
   * @param {number} at
   */
  toggleMark(at) {
    /** @type {Command} */
    const mark = { type: "Mark", at, family: null };
    /** @type {Command} */
    const unmark = { type: "Unmark", at };
    const [did, undoes] = this.state.marks.has(at) ? [unmark, mark] : [mark, unmark];
    if (!this.do(did)) return false;
    this.made.push({ did, undoes });
    this.undone = [];
    this.latest = { did };
    return true;
  }

  /** Take back the last mark that was made, or taken back, in this scene; false when there is none. */
  undoMark() {
    return this.again(this.made, this.undone, "undoes");
  }

  /** Do again what `undoMark` took back; false when there is nothing. */
  redoMark() {
    return this.again(this.undone, this.made, "did");
  }

  /** Where in the log the last message that is shown and can be marked arrived; null where none did. */
  get lastToMark() {
    for (const [at, event] of this.visible.slice().reverse()) {
      if (event.type === "MessageArrived" && this.message(event).speaker !== ME) return at;
    }
    return null;
  }

  /**
   * @param {Gesture[]} from
   * @param {Gesture[]} into
   * @param {"did"|"undoes"} which
   * @private
   */
  again(from, into, which) {
    const gesture = from[from.length - 1];
    if (gesture === undefined || !this.do(gesture[which])) return false;
    into.push(/** @type {Gesture} */ (from.pop()));
    this.latest = { did: gesture[which] };
    return true;
  }
}
