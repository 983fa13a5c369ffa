/**
 * After a class chose well: the other choice that tempted it most, as `game/classroom/tempting.py` has it.
 *
 * What its way brings is worked out by `other_ways.js`, and told by `what_if.js`.
 */

import { givesIn } from "./score.js";

/** @typedef {import("./types.js").Choice} Choice */

/**
 * Whether a choice takes an official response step and goes against none.
 * @param {Choice} choice
 */
export function tookAStep(choice) {
  return !!choice.steps && !choice.against;
}

/**
 * The id of the most tempting of the `others`, which were on offer beside the one played; "" if there is none.
 *
 * A choice that only takes a step is no temptation; one that takes a step and goes against another is none as long as
 * there is one that takes no step at all. Of the rest, it is the one with most votes; where several have as many, or
 * nothing was counted, one that gives in, then one that goes against a step, then the first on the screen.
 * @param {readonly Choice[]} others
 * @param {import("./vote.js").Vote} vote
 * @param {import("./types.js").Story} story
 */
export function mostTempting(others, vote, story) {
  let found = "";
  let strongest = -1;
  for (const other of others.filter((one) => !tookAStep(one))) {
    // Each part outweighs all after it: counts have two digits.
    const pull =
      (other.steps ? 0 : 400) + vote.weight(other.id) * 4 + (givesIn(story, other) ? 2 : 0) + (other.against ? 1 : 0);
    if (pull > strongest) {
      found = other.id;
      strongest = pull;
    }
  }
  return found;
}
