/**
 * What is said after a play, as ids and texts: what happened, what was done well, what to remember, who helps.
 *
 * Making pages of it is debrief_pages.js's. Rules: docs/play-rules.md.
 */

import { givesIn, score } from "./score.js";
import { choiceOf, effective, fold, holds } from "./session.js";

/**
 * @typedef {import("./types.js").Debrief} Debrief
 * @typedef {import("./types.js").Log} Log
 * @typedef {import("./types.js").Score} Score
 * @typedef {import("./types.js").Story} Story
 */

/**
 * The debrief of a play, finished or not.
 * @param {Story} story
 * @param {Log} log
 * @returns {Debrief}
 */
export function debrief(story, log) {
  const result = score(story, log);
  const { facts, ending } = fold(log);
  const reached = story.ending.get(ending);
  const steps = stepsDone(story, result);
  return {
    ending,
    title: reached?.title ?? "",
    help_first: result.giving_in === "given-in" || !!reached?.open,
    said: (reached?.debrief ?? []).filter((line) => holds(line, facts)).map((line) => fill(line.text, story)),
    praise: praiseOf(story, log, result),
    remember: remembered(story, steps, result),
    steps,
    law: topicsOf(story, reached?.law ?? []),
    untold: untoldOf(story, reached?.law ?? []),
    helplines: story.reference.helplines.filter((one) => one.for_players).map((one) => one.id),
    score: result,
  };
}

/**
 * `text` with `{helpline}` and `{helpline-name}` replaced by the country's first helpline; other braces stay.
 * @param {string} text
 * @param {Story} story
 * @returns {string}
 */
export function fill(text, story) {
  const { name, number, address = "" } = story.reference.helplines[0];
  return text.split("{helpline-name}").join(name).split("{helpline}").join(number ?? address);
}

/**
 * Every step beside this play. Not giving in is also done by whoever gave in nowhere, followed a step, and met a
 * choice that gives in, or that says not to.
 * @param {Story} story
 * @param {Score} result
 * @returns {Debrief["steps"]}
 */
function stepsDone(story, { moments, giving_in }) {
  const taken = new Set(moments.flatMap((one) => one.steps));
  const possible = new Set(moments.flatMap((one) => [...one.steps, ...one.possible]));
  const met = moments.flatMap(({ scene }) => story.scene.get(scene)?.choices ?? []);
  const asked = met.some((one) => givesIn(story, one) || one.steps?.some((step) => story.step.get(step)?.giving_in));
  const resisted = asked && giving_in === "never" && moments.some((one) => one.outcome === "followed");
  return story.reference.steps.map((step) => ({
    step: step.id,
    taken: taken.has(step.id) || (!!step.giving_in && resisted),
    possible: possible.has(step.id),
  }));
}

/**
 * The best thing done: a help step, else any step, else the first message marked in time.
 * @param {Story} story
 * @param {Log} log
 * @param {Score} result
 * @returns {Debrief["praise"]}
 */
function praiseOf(story, log, result) {
  let best = 0;
  /** @type {Debrief["praise"]} */
  let praised = null;
  for (const [at, event] of effective(log)) {
    if (event.type !== "Chosen") continue;
    const choice = choiceOf(story, event);
    const { steps = [] } = choice;
    const rank = givesIn(story, choice) || !steps.length ? 0 : steps.some((one) => story.step.get(one)?.help) ? 2 : 1;
    if (rank > best) {
      best = rank;
      praised = { scene: event.scene, choice: event.choice, at };
    }
  }
  const marked = result.signs.find((one) => one.seen === "in-time");
  return praised ?? (marked ? { scene: marked.scene, choice: "", at: marked.at } : null);
}

/**
 * The step to keep in mind: help for who gave in; else what was possible and missed, help first; else help.
 *
 * Of the help steps, those that the source document does not number come first: a person before a procedure. Who gave
 * in and recovered is not told to never give in.
 * @param {Story} story
 * @param {Debrief["steps"]} steps
 * @param {Score} result
 * @returns {string}
 */
function remembered({ reference, step }, steps, { giving_in }) {
  const helps = reference.steps.filter((one) => one.help);
  const first = [...helps.filter((one) => !one.number), ...helps.filter((one) => one.number)].map((one) => one.id);
  if (giving_in === "given-in") return first[0];
  const missed = steps
    .filter((one) => one.possible && !one.taken && (giving_in === "never" || !step.get(one.step)?.giving_in))
    .map((one) => one.step);
  return first.find((one) => missed.includes(one)) ?? missed[0] ?? first[0];
}

/**
 * The ending's topics; in a trap, always those that the source names and the closest one, which comes first.
 * @param {Story} story
 * @param {readonly string[]} topics
 * @returns {string[]}
 */
function topicsOf({ reference, trap }, topics) {
  /** @param {import("./types.js").LawTopic} one */
  const always = (one) => !!one.always && trap !== false;
  const wanted = reference.law.filter((one) => always(one) || topics.includes(one.id));
  const others = wanted.filter((one) => !one.closest);
  const closest = wanted.filter((one) => one.closest);
  return [...closest, ...others.filter(always), ...others.filter((one) => !always(one))].map((one) => one.id);
}

/**
 * The ending's topics of which the country has no checked text; in a trap also those that are missed in every one.
 * @param {Story} story
 * @param {readonly string[]} topics
 * @returns {string[]}
 */
function untoldOf({ reference, trap }, topics) {
  const missed = reference.untold.filter((one) => topics.includes(one.id) || (trap !== false && one.always));
  return missed.map((one) => one.id);
}
