/**
 * Plays given again in JavaScript, and held to what Python made of them.
 *
 * The lines are `equality.py`'s, as are the values by the same names. This runs beside the player's modules, in one
 * folder with them: in Node as it stands, in a browser joined to one script.
 */

import { debrief } from "./debrief.js";
import { goingBack, lastChoice, visits } from "./other_ways.js";
import { NEW, Refused, StoryStuck, decide, fold } from "./session.js";
import { opened } from "./story.js";

/**
 * @typedef {{story: import("./types.js").Story, log: import("./types.js").Log,
 *   state: import("./types.js").State}} Played
 * @typedef {{play: string, story: string, commands: import("./types.js").Command[], answers: unknown[],
 *   values: Record<string, unknown>}} Play
 */

/**
 * What a play amounts to, by name.
 * @type {Record<string, (played: Played) => unknown>}
 */
const VALUES = {
  state: ({ state }) => plainState(state),
  folded: ({ log }) => plainState(fold(log)),
  debrief: ({ story, log }) => debrief(story, log),
  returned: ({ log }) =>
    [-1, 0, Math.floor(log.length / 2), log.length - 1, log.length].map((to) =>
      tried(() => fold([...log, { type: "Rewound", to }]).phase),
    ),
  visits: ({ story, log }) => visits(story, log),
  going_back: ({ log }) => {
    const to = lastChoice(log);
    return to === null ? null : goingBack(log, to);
  },
};

/**
 * Plays every line of `text` that holds a play, until one differs.
 * @param {string} text stories and plays as JSON, one a line, each story before its plays
 * @returns {{plays: number, difference: string}} how many were alike, and what is to be told of the one that was not
 */
export function comparison(text) {
  const stories = new Map();
  let plays = 0;
  for (const line of text.trim().split("\n")) {
    const one = JSON.parse(line);
    if (one.compiled) stories.set(one.story, opened(one.compiled));
    else {
      const difference = differenceOf(stories.get(one.story), one);
      if (difference) return { plays, difference };
      plays += 1;
    }
  }
  return { plays, difference: "" };
}

/**
 * @param {import("./types.js").Story} story
 * @param {Play} play
 * @returns {string} what differs first; "" where nothing does
 */
function differenceOf(story, play) {
  let state = NEW;
  /** @type {(where: string, found: Differs) => string} */
  const told = (where, { path, python, javascript }) =>
    [
      `${play.story}, ${play.play}: ${where}${path}`,
      `  Python:     ${JSON.stringify(python)}`,
      `  JavaScript: ${JSON.stringify(javascript)}`,
      `  commands: ${JSON.stringify(play.commands)}`,
    ].join("\n");
  for (const [number, command] of play.commands.entries()) {
    const answer = tried(() => decide(story, state, command));
    const where = `command ${number} ${JSON.stringify(command)}`;
    const wanted = play.answers[number];
    const events = Array.isArray(answer) ? answer : [answer];
    const expected = Array.isArray(wanted) ? wanted : [wanted];
    for (let at = 0; at < Math.max(events.length, expected.length); at += 1) {
      const found = differing(expected[at], events[at]);
      // The whole event, which is easier to read than the one field of it.
      if (found) {
        const event = `${where}, event ${state.log.length + at}`;
        return told(event, { path: "", python: expected[at], javascript: events[at] });
      }
    }
    if (Array.isArray(answer)) state = fold(answer, state);
  }
  for (const [name, value] of Object.entries(VALUES)) {
    const found = differing(play.values[name], tried(() => value({ story, log: state.log, state })));
    if (found) return told(name, found);
  }
  const unmet = Object.keys(play.values).filter((name) => !(name in VALUES));
  return unmet.length ? `${play.story}, ${play.play}: JavaScript gives no ${unmet.join(", ")}` : "";
}

/**
 * @param {() => unknown} made
 * @returns {unknown} what it gives, or what it throws in words
 */
function tried(made) {
  try {
    return made();
  } catch (fault) {
    if (fault instanceof Refused) return "Refused";
    if (fault instanceof StoryStuck) return "StoryStuck";
    return String(fault instanceof Error ? fault.stack : fault);
  }
}

/** @typedef {{path: string, python: unknown, javascript: unknown}} Differs */

/**
 * The first place where two plain values differ: `.moments[1].outcome`.
 * @param {any} python
 * @param {any} javascript
 * @param {string} [path]
 * @returns {Differs|null}
 */
function differing(python, javascript, path = "") {
  if (python === javascript) return null;
  if (!python || !javascript || typeof python !== "object" || typeof javascript !== "object") {
    return { path, python, javascript };
  }
  if (Array.isArray(python) !== Array.isArray(javascript)) return { path, python, javascript };
  for (const key of Object.keys({ ...python, ...javascript })) {
    const there = Array.isArray(python) ? `${path}[${key}]` : `${path}.${key}`;
    const found = differing(python[key], javascript[key], there);
    if (found) return found;
    if (key in python !== key in javascript) return { path, python, javascript };
  }
  return null;
}

/**
 * @param {import("./types.js").State} state
 * @returns {Record<string, unknown>}
 */
function plainState({ log, facts, marks, ...state }) {
  return { ...state, length: log.length, facts: [...facts].sort(), marks: [...marks].sort((a, b) => a - b) };
}
