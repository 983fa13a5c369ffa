/**
 * A play as a class goes through it, as `game/desktop/hour.py` has it: read a message, stop, think, count, play on, look
 * at another way. Nothing arrives by itself.
 *
 * Which keys the teacher presses, and what is on the wall, is left to `class_view.js`. Counts live in the question that
 * is asked now, and go with it.
 */

import { visits } from "./other_ways.js";
import { Round } from "./round.js";
import { mostTempting, tookAStep } from "./tempting.js";
import { Vote } from "./vote.js";

/**
 * @typedef {import("./types.js").Answer} Answer
 * @typedef {import("./types.js").Command} Command
 * @typedef {import("./types.js").Visit} Visit
 */
/**
 * @typedef {"reading"|"announced"|"stop"|import("./round.js").RoundPhase|"offer"|"what if"|"ended"} HourStep
 */

/**
 * What a class answers to “is this a trap?”, in the order of the wall.
 * @type {readonly Answer[]}
 */
const ANSWERS = ["trap", "nothing", "unsure"];

/** A class is “fairly sure”: how sure each pupil is, is not asked before the others. */
const SURE = 2;

/** One class at one play. Each gesture returns whether something else is asked than before. */
export class Hour {
  /** @param {import("./play.js").Play} play */
  constructor(play) {
    this.play = play;
    /**
     * The other choice whose way is offered, with the visit that it was on offer in.
     * @type {{visit: Visit, choice: string}|null}
     */
    this.tempting = null;
    /** Whether the class raises hands; else it holds cards. */
    this.raised = false;
    this.looking = false;
    /** Whether the teacher asked for what follows the last message. */
    this.open = play.settled;
    /** @type {Round|null} */
    this.asked = null;
    /**
     * The choice lists before which the class has stopped, by their index in the log.
     * @type {Set<number>}
     */
    this.talked = new Set();
  }

  /**
   * Where the class is.
   * @returns {HourStep}
   */
  get step() {
    if (this.tempting) return this.looking ? "what if" : "offer";
    const { settled, state } = this.play;
    const { phase } = state;
    if (!settled || !this.open) return "reading";
    if (phase === "announced" || phase === "ended") return phase;
    return this.stop ? "stop" : this.round.phase;
  }

  /** The question that is put now; a new one where there was none. */
  get round() {
    const { phase, offered } = this.play.state;
    return (this.asked ??= new Round(new Vote(phase === "verdict" ? ANSWERS : offered)));
  }

  /** The question of the stop that is due before these choices; "" when none is, or the class has talked. */
  get stop() {
    const { phase, taken, scene } = this.play.state;
    if (phase !== "choosing" || taken.length || this.talked.has(this.offered)) return "";
    return this.play.story.scene.get(scene)?.stop ?? "";
  }

  /** Where in the log the choices were offered that are asked now. */
  get offered() {
    return this.play.visible.reduce((last, [at, event]) => (event.type === "ChoicesOffered" ? at : last), -1);
  }

  /**
   * The choices that the teacher may name now.
   * @returns {readonly string[]}
   */
  get pickable() {
    return this.step === "think" || this.step === "result" ? this.round.pickable : [];
  }

  /** Whether there is a choice before to go back to, and no count that a slip would lose. */
  get mayReturn() {
    return this.play.lastChoice !== null && /reading|announced|stop|think|ended/.test(this.step);
  }

  /** The next message; true when there was one. The last one is read before what is asked after it. */
  readOn() {
    if (this.step !== "reading" || !this.play.hurry()) return false;
    this.open = false;
    return true;
  }

  /** The one way on, but for the next message and the end of the story; nothing leads into a hard scene. */
  forward() {
    const { step } = this;
    if (step === "reading" && this.play.settled) this.open = true;
    else if (step === "stop") this.talked.add(this.offered);
    else if (this.tempting) this.leave();
    else if (/reading|announced|ended/.test(step)) return false;
    else if (this.round.plays) return this.playOn(this.round.plays);
    else return this.to(this.round.forward());
    return true;
  }

  /** The phase before, counts and all. */
  backward() {
    if (this.step === "what if") return !(this.looking = false);
    const before = /count|result|confirm/.test(this.step) && this.round.back();
    return !!before && this.to(before);
  }

  /**
   * The teacher names a choice, which is asked about once more.
   * @param {string} choice
   */
  pick(choice) {
    return this.pickable.includes(choice) && this.to(this.round.pick(choice));
  }

  /**
   * Change a count while votes are counted.
   * @param {(vote: Vote) => Vote} change
   */
  count(change) {
    this.asked = this.round.counted(change(this.round.vote));
  }

  /** See where the other choice would have led. */
  look() {
    return (this.looking = !!this.tempting);
  }

  /**
   * Give the play a command; the question that was put is over.
   * @param {Command} command
   */
  do(command) {
    const before = this.play.log.length;
    if (!this.play.do(command)) return false;
    this.asked = null;
    this.open = !this.play.log.slice(before).some(({ type }) => type === "MessageArrived");
    return true;
  }

  /** To where the last choice was made: any moment again, another way. */
  goBack() {
    const to = this.play.lastChoice;
    if (to === null || !this.play.goBack(to)) return false;
    this.asked = null;
    this.leave();
    return (this.open = true);
  }

  leave() {
    this.tempting = null;
    this.looking = false;
  }

  /** @param {Round} round */
  to(round) {
    const changed = round !== this.asked;
    this.asked = round;
    return changed;
  }

  /**
   * What the class, or the teacher, chose is played. Nothing of the counts outlives this.
   * @param {string} choice
   */
  playOn(choice) {
    const { phase, scene } = this.play.state;
    if (phase === "verdict") return this.do({ type: "GiveVerdict", answer: /** @type {Answer} */ (choice), sure: SURE });
    const { vote } = this.round;
    if (!this.do({ type: "Choose", choice })) return false;
    const { state } = this.play;
    const again = state.phase === "choosing" && state.taken.length;
    if (tookAStep(this.play.choice(scene, choice)) && !again) this.tempting = this.tempted(vote);
    return true;
  }

  /**
   * The other choice of the last visit that tempted the class most, if it leads anywhere.
   * @param {Vote} vote
   */
  tempted(vote) {
    const visit = visits(this.play.story, this.play.log).pop();
    if (!visit) return null;
    const others = visit.others.filter(({ events }) => events.length);
    const choice = mostTempting(
      others.map((other) => this.play.choice(visit.scene, other.choice)),
      vote,
      this.play.story,
    );
    return choice ? { visit, choice } : null;
  }
}
