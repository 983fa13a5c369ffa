/**
 * A vote of a class, as `game/classroom/vote.py` has it: how many hands or cards for each choice, what comes of it, and
 * how a count may be said. One vote and two are the same thing here, so that nobody is to be found by a count.
 *
 * A count lives for one question. Showing a vote is left to the class's screens.
 */

import { _, filled, ngettext } from "./words.js";

/** Up to this many votes are “a few”: they look the same and weigh the same. */
const FEW = 2;

/** The largest count: two digits. */
const MOST = 99;

/** How many votes there are for each choice, named by its id, in the order of the screen. It never changes. */
export class Vote {
  /**
   * @param {readonly string[]} choices
   * @param {readonly number[]} [counts]
   */
  constructor(choices, counts = choices.map(() => 0)) {
    this.choices = choices;
    this.counts = counts;
  }

  /** @param {string} choice */
  count(choice) {
    return this.counts[this.choices.indexOf(choice)] || 0;
  }

  /**
   * What a count weighs: itself, but one vote weighs as much as two.
   * @param {string} choice
   */
  weight(choice) {
    return this.count(choice) && Math.max(FEW, this.count(choice));
  }

  /**
   * With one more digit at the end of a count, or in its place if `anew`. What would be too large changes nothing.
   * @param {string} choice
   * @param {string} digit
   * @param {boolean} [anew]
   */
  typed(choice, digit, anew) {
    const longer = Number(digit) + (anew ? 0 : this.count(choice) * 10);
    return longer > MOST ? this : this.with(choice, longer);
  }

  /**
   * Without the last digit of a count.
   * @param {string} choice
   */
  rubbed(choice) {
    return this.with(choice, Math.floor(this.count(choice) / 10));
  }

  /**
   * One step up, as the eye sees it: after nought come one or two, then three.
   * @param {string} choice
   */
  more(choice) {
    const count = this.count(choice);
    return this.with(choice, count ? Math.min(MOST, Math.max(count, FEW) + 1) : 1);
  }

  /**
   * One step down; never below nought.
   * @param {string} choice
   */
  fewer(choice) {
    const count = this.count(choice);
    return this.with(choice, count > FEW ? count - 1 : 0);
  }

  /**
   * The choices, in the order of the screen, that had most votes: none where nothing was counted, several in a tie.
   * @returns {string[]}
   */
  get ahead() {
    const most = this.most;
    return this.choices.filter((choice) => most && this.weight(choice) === most);
  }

  /**
   * How long the bar of a choice is, 0 to 1 of the longest one.
   * @param {string} choice
   */
  share(choice) {
    return this.weight(choice) / (this.most || 1);
  }

  /** The heaviest count. */
  get most() {
    return Math.max(0, ...this.choices.map((choice) => this.weight(choice)));
  }

  /**
   * With another count.
   * @param {string} choice
   * @param {number} count
   */
  with(choice, count) {
    return new Vote(
      this.choices,
      this.counts.map((old, at) => (this.choices[at] === choice ? count : old)),
    );
  }
}

/**
 * A count as the class may read it: “12 votes”, “a few votes”; nothing is said of a choice that nobody took.
 * @param {number} count
 */
export function votesSaid(count) {
  if (count > FEW) return filled(ngettext("{count} vote", "{count} votes", count), { count });
  return count ? _("a few votes") : "";
}

/**
 * A count as it stands in its field while it is typed, with the class before it: one and two are “1–2”.
 * @param {number} count
 */
export function votesTyped(count) {
  return count && count <= FEW ? "1–2" : String(count);
}
