/**
 * Plays given again in JavaScript, and held to what Python made of them.
 *
 * The lines are `equality.py`'s, as are the values by the same names. This runs beside the player's modules, in one
 * folder with them: in Node as it stands, in a browser joined to one script.
 */

import { debriefPages } from "./debrief_pages.js";
import { debrief } from "./debrief.js";
import { goingBack, lastChoice, visits } from "./other_ways.js";
import { NEW, Refused, StoryStuck, decide, fold } from "./session.js";
import { opened } from "./story.js";
import { otherWay, whatIfs } from "./what_if.js";
import { speak } from "./words.js";

/**
 * @typedef {{story: import("./types.js").Story, log: import("./types.js").Log,
 *   state: import("./types.js").State}} Played
 * @typedef {{play: string, story: string, commands: import("./types.js").Command[], answers: unknown[],
 *   values: Record<string, unknown>, blocks: Block[],
 *   pages: {id: string, title: string, blocks: number[]}[]|null}} Play
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Page} Page
 * @typedef {{story: import("./types.js").Story, told: import("./types.js").Told, blocks: Block[]}} Told
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
 * All that is told of a play.
 * @param {Told} told
 * @param {import("./types.js").Log} log
 */
function pagesOf({ story, told }, log) {
  const others = visits(story, log).flatMap((visit) => visit.others.map(({ choice }) => otherWay(story, visit, choice)));
  return [...debriefPages(story, told, log), ...whatIfs(story, log), ...others];
}

/**
 * Plays every line of `text` that holds a play, until one differs.
 * @param {string} text stories and plays as JSON, one a line, each story before its plays
 * @param {string[][]} [sentences] those that stand in the script as numbers, if they do
 * @returns {{plays: number, difference: string}} how many were alike, and what is to be told of the one that was not
 */
export function comparison(text, sentences) {
  const stories = new Map();
  let plays = 0;
  for (const line of text.trim().split("\n")) {
    const one = JSON.parse(line);
    if (one.compiled) {
      stories.set(one.story, { story: opened(one.compiled), told: one.told, blocks: [] });
      speak(sentences ? sentences.map(([english]) => one.words[english]) : one.words, one.language);
    } else {
      const told = stories.get(one.story);
      told.blocks.push(...one.blocks);
      const difference = differenceOf(told, one);
      if (difference) return { plays, difference };
      plays += 1;
    }
  }
  return { plays, difference: "" };
}

/**
 * @param {Told} told
 * @param {Play} play
 * @returns {string} what differs first; "" where nothing does
 */
function differenceOf(told, play) {
  const { story } = told;
  let state = NEW;
  /** @type {(where: string, found: Differs) => string} */
  const said = (where, { path, python, javascript }) =>
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
        return said(event, { path: "", python: expected[at], javascript: events[at] });
      }
    }
    if (Array.isArray(answer)) state = fold(answer, state);
  }
  for (const [name, value] of Object.entries(VALUES)) {
    const found = differing(play.values[name], tried(() => value({ story, log: state.log, state })));
    if (found) return said(name, found);
  }
  if (play.pages) {
    const pages = tried(() => pagesOf(told, state.log));
    const expected = play.pages.map((page) => ({ ...page, blocks: page.blocks.map((number) => told.blocks[number]) }));
    const found = differing(expected, pages);
    if (found) return said("pages", wholeBlock(expected, pages, found));
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

/**
 * Where pages differ, with the block that does, if it is one on both sides.
 * @param {any} python
 * @param {any} javascript
 * @param {Differs} found
 * @returns {Differs}
 */
function wholeBlock(python, javascript, found) {
  const block = /^\[(\d+)\]\.blocks\[(\d+)\]/.exec(found.path);
  if (!block) return found;
  const [path, page, number] = block;
  const [told, other] = [python, javascript].map((pages) => pages[page].blocks[number]);
  return { path: `${path} of ${python[page].id}`, python: told, javascript: other };
}

/** @typedef {{path: string, python: unknown, javascript: unknown}} Differs */

/**
 * The first place where two plain values differ: `.moments[1].outcome`.
 * @param {any} python
 * @param {any} javascript
 * @returns {Differs|null}
 */
function differing(python, javascript) {
  if (python === javascript) return null;
  const list = Array.isArray(python);
  const both = python && javascript && typeof python === "object" && typeof javascript === "object";
  if (!both || list !== Array.isArray(javascript)) return { path: "", python, javascript };
  const keys = Object.keys(python);
  for (const key of keys) {
    const found = differing(python[key], javascript[key]);
    if (found) return { ...found, path: (list ? `[${key}]` : `.${key}`) + found.path };
  }
  return Object.keys(javascript).length === keys.length ? null : { path: "", python, javascript };
}

/**
 * @param {import("./types.js").State} state
 * @returns {Record<string, unknown>}
 */
function plainState({ log, facts, marks, ...state }) {
  return { ...state, length: log.length, facts: [...facts].sort(), marks: [...marks].sort((a, b) => a - b) };
}
