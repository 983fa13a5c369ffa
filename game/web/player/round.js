/**
 * One question put to a class, as `game/classroom/round.py` has it: think, count, see, and play one choice on. Each
 * gesture gives the next value; going back never loses a count.
 *
 * When the question is over, the value is dropped and nothing of it is left: that is `hour.js`'s.
 */

/**
 * @typedef {"think"|"count"|"result"|"confirm"} RoundPhase
 * @typedef {import("./vote.js").Vote} Vote
 */

/** `picked` is the choice that the teacher named, in the phase "confirm"; `came` is the phase before that one. */
export class Round {
  /**
   * @param {Vote} vote
   * @param {RoundPhase} [phase]
   * @param {string} [picked]
   * @param {RoundPhase} [came]
   */
  constructor(vote, phase = "think", picked = "", came = "think") {
    this.vote = vote;
    this.phase = phase;
    this.picked = picked;
    this.came = came;
  }

  /**
   * The choices that the teacher may name now: any while the class thinks, the tied ones after a tie.
   * @returns {readonly string[]}
   */
  get pickable() {
    const { phase, vote } = this;
    const { ahead } = vote;
    if (phase === "think" || (phase === "result" && !ahead.length)) return vote.choices;
    return phase === "result" && ahead.length > 1 ? ahead : [];
  }

  /** The choice that forward plays now; "" while forward only shows more, or waits for the teacher. */
  get plays() {
    if (this.phase === "confirm") return this.picked;
    const { ahead } = this.vote;
    return this.phase === "result" && ahead.length === 1 ? ahead[0] : "";
  }

  /** From thinking to counting, from counting to what came out; else as it is. */
  forward() {
    if (this.phase === "think") return new Round(this.vote, "count");
    return this.phase === "count" ? new Round(this.vote, "result") : this;
  }

  /** The phase before, with its counts; null when there is none. */
  back() {
    const { vote, phase } = this;
    if (phase === "think") return null;
    return new Round(vote, phase === "count" ? "think" : phase === "result" ? "count" : this.came);
  }

  /**
   * The teacher names a choice, which is asked about once more; one that is not pickable changes nothing.
   * @param {string} choice
   */
  pick(choice) {
    return this.pickable.includes(choice) ? new Round(this.vote, "confirm", choice, this.phase) : this;
  }

  /**
   * With another vote, while it is counted.
   * @param {Vote} vote
   */
  counted(vote) {
    return this.phase === "count" ? new Round(vote, "count") : this;
  }
}
