/**
 * The debrief's moments beside the response steps: what was done, what was possible too, what the source document says.
 *
 * It says what `game/telling/debrief_moments.py` says. The cards of the steps are made once, in Python; where the other
 * choices of a moment would have led is what_if.js's.
 */

import { quoteOf } from "./debrief_conversation.js";
import { fill } from "./debrief.js";
import { visits } from "./other_ways.js";
import { bullets, card, heading, link, origins, plain } from "./page.js";
import { choiceOf, messageOf } from "./session.js";
import { waysFrom } from "./what_if.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Log} Log
 * @typedef {import("./types.js").Moment} Moment
 * @typedef {import("./types.js").Step} Step
 * @typedef {import("./types.js").Story} Story
 * @typedef {import("./types.js").Visit} Visit
 */

/**
 * The page “moments” of the play whose debrief is `result`.
 * @param {Story} story
 * @param {import("./types.js").Told} told
 * @param {Log} log
 * @param {import("./types.js").Debrief} result
 * @returns {import("./types.js").Page}
 */
export function momentsPage(story, told, log, result) {
  /** @type {Block[]} */
  const blocks = [];
  const visited = new Map(visits(story, log).map((visit) => [visit.at, visit]));
  const { moments } = result.score;
  if (moments.length) {
    blocks.push(plain(_("What you did, and what was possible too."), "lead"));
    if (moments.some(({ outcome }) => outcome === "missed"))
      blocks.push(plain(_("Such moments are hard for everyone."), "note"));
  } else {
    blocks.push(plain(_("Nothing in this play called for these steps. Here they are, just in case."), "lead"));
  }
  moments.forEach((moment, number) => {
    const title = filled(_("Moment {number}"), { number: number + 1 });
    const when = whenOf(story, log, moment.at);
    blocks.push(heading(when ? `${title} · ${when}` : title, 3), ...momentBlocks(story, moment));
    blocks.push(...waysOf(/** @type {Visit} */ (visited.get(moment.at)), title));
    visited.delete(moment.at);
  });
  const taken = new Set(result.steps.filter((one) => one.taken).map(({ step }) => step));
  for (const one of told.steps) {
    if (Array.isArray(one)) {
      const [step, ...words] = one;
      blocks.push(card("step", taken.has(step) ? [...words, _("Done in this play.")] : words));
    } else blocks.push(one);
  }
  blocks.push(...otherBlocks(story, [...visited.values()]), ...origins(told.steps_from));
  blocks.push(link(_("What the law says"), "law"));
  return { id: "moments", title: _("Your moments, and the steps"), blocks };
}

/**
 * The date or the time in the last notice before the choices offered at `at` that has one, in their scene; else "".
 * @param {Story} story
 * @param {Log} log
 * @param {number} at
 */
function whenOf(story, log, at) {
  for (const event of log.slice(0, at).reverse()) {
    if (event.type === "SceneEntered") break;
    if (event.type === "MessageArrived") {
      const { speaker, text } = messageOf(story, event);
      const when = speaker === undefined && datedPart(fill(text, story));
      if (when) return when;
    }
  }
  return "";
}

/**
 * What of a notice is a date or a time, as its author begins it: “16 August, 10 pm. It rains.”; else "".
 * A notice begins with the day and the hour, between commas; what is longer, in letters, is no date.
 * @param {string} notice
 */
function datedPart(notice) {
  const parts = notice.split(/[.!?:](?:\s|$)/)[0].trim().split(", ");
  const last = [1, 0].find((at) => at < parts.length && /\p{Nd}/u.test(parts[at]));
  const when = last === undefined ? "" : parts.slice(0, last + 1).join(", ");
  return Array.from(when).length <= 32 ? when : "";
}

/**
 * @param {Visit} visit
 * @param {string} where
 */
function waysOf(visit, where) {
  /** @type {Block[]} */
  const blocks = [waysFrom(visit, where)];
  if (visit.replayed)
    blocks.unshift(plain(_("You replayed this choice. What counts is the latest one."), "small"));
  return blocks;
}

/**
 * The choices that no step was at stake in: they too led somewhere, and can be made again.
 * @param {Story} story
 * @param {Visit[]} others
 */
function otherBlocks(story, others) {
  /** @type {Block[]} */
  const blocks = others.length ? [heading(_("Your other choices"))] : [];
  for (const visit of others) {
    const first = choiceOf(story, { scene: visit.scene, choice: visit.taken[0] });
    blocks.push(...takenBlocks(story, visit.scene, visit.taken));
    blocks.push(...waysOf(visit, filled(_("“{words}”"), { words: fill(first.text, story) })));
  }
  return blocks;
}

/**
 * Each of the choices that were made, and its reason.
 * @param {Story} story
 * @param {string} scene
 * @param {string[]} taken
 */
function takenBlocks(story, scene, taken) {
  return taken.flatMap((name) => {
    const choice = choiceOf(story, { scene, choice: name });
    return [quoteOf(story, choice), plain(fill(choice.because, story))];
  });
}

/**
 * @param {Story} story
 * @param {Moment} moment
 */
function momentBlocks(story, { scene, choices, possible, outcome }) {
  /** @type {Block[]} */
  const blocks = takenBlocks(story, scene, choices);
  let steps = possible.map((step) => /** @type {Step} */ (story.step.get(step)));
  // Of a moment that was missed, only what else was possible is said: a sentence each time would sound like blame.
  if (outcome === "followed") blocks.push(plain(_("You handled this moment well."), "good"));
  else if (outcome !== "missed") {
    if (outcome === "given-in") blocks.push(plain(_("The pressure worked here. It is made for that."), "note"));
    else blocks.push(plain(_("The pressure worked, then you took back control. That is worth as much."), "good"));
    // Who gave in is told what can be done, not that it should not have happened.
    steps = steps.filter((step) => !step.giving_in);
  }
  if (steps.length) blocks.push(plain(_("Also possible:")), bullets(steps.map(({ short }) => short)));
  return blocks;
}
