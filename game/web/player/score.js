/**
 * What a play amounts to: signs seen, moments handled, giving in, verdict. Ids and counts only, never sentences.
 *
 * There are no points: everything is derived from the log and the country's steps. Rules: docs/play-rules.md.
 */

import { choiceOf, effective, messageOf } from "./session.js";

/**
 * @typedef {import("./types.js").Choice} Choice
 * @typedef {import("./types.js").Event} Event
 * @typedef {import("./types.js").Score} Score
 * @typedef {import("./types.js").Story} Story
 */

/**
 * What the effective log amounts to. A moment that was left before a choice is not counted.
 * @param {Story} story
 * @param {import("./types.js").Log} log
 * @returns {Score}
 */
export function score(story, log) {
  const events = effective(log);
  const giving_in = givingIn(story, events);
  const found = momentsOf(story, events, giving_in === "recovered" ? giving_in : "given-in");
  return {
    ...vigilance(story, events),
    moments: found,
    handled: found.filter((one) => one.outcome === "followed" || one.outcome === "recovered").length,
    giving_in,
    verdict: verdictOf(story, events),
    skipped: events.flatMap(([, event]) => (event.type === "SummaryRead" ? event.scene : [])),
    replayed: log.some((event) => event.type === "Rewound"),
  };
}

/**
 * Whether to take `choice` is to give in.
 * @param {Story} story
 * @param {Choice} choice
 * @returns {boolean}
 */
export function givesIn(story, { against = [] }) {
  return against.some((step) => story.step.get(step)?.giving_in);
}

/**
 * The signs of the messages that arrived, and the marks in which there was nothing to fear.
 * @param {Story} story
 * @param {readonly [number, Event][]} events
 * @returns {{signs: import("./types.js").SignSeen[], harmless: number[]}}
 */
function vigilance(story, events) {
  /** @type {Map<number, {first: number, family: string|null}>} */
  const marks = new Map();
  /** @type {{at: number, event: import("./types.js").MessageArrived, left: number}[]} */
  const arrived = [];
  let here = 0;
  for (const [at, event] of events) {
    if (event.type === "MessageArrived") arrived.push({ at, event, left: Infinity });
    else if (event.type === "SceneEntered" || event.type === "EndingReached") {
      for (; here < arrived.length; here += 1) arrived[here].left = at;
    } else if (event.type === "Marked") {
      marks.set(event.at, { first: marks.get(event.at)?.first ?? at, family: event.family });
    } else if (event.type === "Unmarked") marks.delete(event.at);
  }
  /** @type {import("./types.js").SignSeen[]} */
  const signs = [];
  const harmless = [];
  for (const { at, event, left } of arrived) {
    const { scene, number } = event;
    const { shown = [], speaker } = messageOf(story, event);
    const mark = marks.get(at);
    const seen = !mark ? "not" : mark.first < left ? "in-time" : "late";
    for (const { sign, start, end } of shown) {
      signs.push({ at, scene, number, sign, start, end, seen, named: mark?.family ?? null });
    }
    if (mark && !shown.length && meansNoHarm(story, speaker)) harmless.push(at);
  }
  return { signs, harmless };
}

/**
 * Whether `speaker` is known to mean no harm; a notice tells of somebody else.
 * @param {Story} story
 * @param {string|undefined} speaker
 * @returns {boolean}
 */
export function meansNoHarm({ trap, person }, speaker) {
  if (!speaker || speaker === "me") return false;
  return trap === false || person.get(speaker)?.role !== "contact";
}

/**
 * @param {Story} story
 * @param {readonly [number, Event][]} events
 * @param {"recovered"|"given-in"} gaveIn the outcome of a moment in which a choice gave in
 * @returns {import("./types.js").Moment[]}
 */
function momentsOf(story, events, gaveIn) {
  /** @type {{at: number, scene: string, offered: string[], taken: Choice[]}[]} */
  const visited = [];
  for (const [at, event] of events) {
    if (event.type === "ChoicesOffered") {
      if (!event.again) visited.push({ at, scene: event.scene, offered: [], taken: [] });
      visited[visited.length - 1].offered.push(...event.choices);
    } else if (event.type === "Chosen") visited[visited.length - 1].taken.push(choiceOf(story, event));
  }
  return visited.flatMap(({ at, scene, offered, taken }) => {
    const choices = (story.scene.get(scene)?.choices ?? []).filter((one) => offered.includes(one.id));
    const could = stepsTaken(choices);
    const steps = stepsTaken(taken);
    if (!taken.length || !(could.length || choices.some((one) => givesIn(story, one)))) return [];
    const outcome = taken.some((one) => givesIn(story, one)) ? gaveIn : steps.length ? "followed" : "missed";
    const possible = could.filter((step) => !steps.includes(step));
    return { at, scene, choices: taken.map((one) => one.id), steps, possible, outcome };
  });
}

/**
 * @param {readonly Choice[]} choices
 * @returns {string[]} the steps that they take, each once, in the order in which they are met
 */
function stepsTaken(choices) {
  return [...new Set(choices.flatMap((one) => one.steps ?? []))];
}

/**
 * The last word wins: who took a step after giving in has recovered, and that is as good as never giving in.
 * @param {Story} story
 * @param {readonly [number, Event][]} events
 * @returns {Score["giving_in"]}
 */
function givingIn(story, events) {
  /** @type {Score["giving_in"]} */
  let last = "never";
  for (const [, event] of events) {
    if (event.type !== "Chosen") continue;
    const choice = choiceOf(story, event);
    if (givesIn(story, choice)) last = "given-in";
    else if (choice.steps && last === "given-in") last = "recovered";
  }
  return last;
}

/**
 * The first verdict that was given.
 * @param {Story} story
 * @param {readonly [number, Event][]} events
 * @returns {import("./types.js").Verdict|null}
 */
function verdictOf(story, events) {
  for (const [, event] of events) {
    if (event.type !== "VerdictGiven") continue;
    return { answer: event.answer, sure: event.sure, right: event.answer === (story.trap ? "trap" : "nothing") };
  }
  return null;
}
