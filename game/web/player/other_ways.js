/**
 * The choices of a play that one can go back to, and what another choice there would have brought: “what if”.
 *
 * Nothing here changes a play: going back is a `Rewind`, and is asked for by a person. Making pages of it is
 * what_if.js's. Rules: docs/play-rules.md.
 */

import { NEW, StoryStuck, decide, effective, fold } from "./session.js";

/**
 * @typedef {import("./types.js").Event} Event
 * @typedef {import("./types.js").Log} Log
 * @typedef {import("./types.js").State} State
 * @typedef {import("./types.js").Story} Story
 */

/**
 * The visits of what counts of a play, in order.
 * @param {Story} story
 * @param {Log} log
 * @returns {import("./types.js").Visit[]}
 */
export function visits(story, log) {
  /** @type {{at: number, scene: string, offers: number[], offered: Map<string, State>, taken: string[]}[]} */
  const found = [];
  /** @type {Event[]} */
  let since = [];
  let state = NEW;
  for (const [at, event] of effective(log)) {
    since.push(event);
    if (event.type === "ChoicesOffered") {
      // What is asked of this state is a choice alone: without a log, a long play costs no more than its length.
      state = { ...fold(since, state), log: [] };
      since = [];
      if (!event.again) found.push({ at, scene: event.scene, offers: [], offered: new Map(), taken: [] });
      const { offers, offered } = found[found.length - 1];
      offers.push(at);
      for (const choice of event.choices) if (!offered.has(choice)) offered.set(choice, state);
    } else if (event.type === "Chosen") found[found.length - 1].taken.push(event.choice);
  }
  const returns = new Set(log.map((event) => (event.type === "Rewound" ? event.to : -1)));
  return found
    .filter((one) => one.taken.length)
    .map(({ at, scene, offers, offered, taken }) => ({
      at,
      scene,
      taken,
      others: [...offered]
        .filter(([choice]) => !taken.includes(choice))
        .map(([choice, from]) => ({ choice, events: followed(story, from, choice) })),
      replayed: offers.some((offer) => returns.has(offer)),
    }));
}

/**
 * The index in the log of the offer where the last choice that counts was made; null before the first choice.
 * @param {Log} log
 * @returns {number|null}
 */
export function lastChoice(log) {
  let offered = null;
  let last = null;
  for (const [at, event] of effective(log)) {
    if (event.type === "ChoicesOffered") offered = at;
    else if (event.type === "Chosen") last = offered;
  }
  return last;
}

/**
 * The commands by which one goes back to the choices offered at the index `to` of the log: marks made while these
 * choices were asked are given again, those made after a choice are not.
 * @param {Log} log
 * @param {number} to
 * @returns {import("./types.js").Command[]}
 */
export function goingBack(log, to) {
  /** @type {import("./types.js").Command[]} */
  const commands = [{ type: "Rewind", to }];
  for (const [at, event] of effective(log)) {
    if (at <= to) continue;
    if (event.type === "Marked") commands.push({ type: "Mark", at: event.at, family: event.family });
    else if (event.type === "Unmarked") commands.push({ type: "Unmark", at: event.at });
    else break;
  }
  return commands;
}

/**
 * What a choice not taken would have brought, to the next time the player is asked, but no further than the first scene
 * that shows something; nothing where a story with errors leads nowhere. A hard scene is announced and read as its
 * summary: its messages are never shown.
 * @param {Story} story
 * @param {State} state
 * @param {string} choice
 * @returns {Event[]}
 */
function followed(story, state, choice) {
  try {
    const events = decide(story, state, { type: "Choose", choice });
    const after = fold(events, state);
    if (after.phase === "announced") events.push(...decide(story, after, { type: "ReadSummary" }));
    const shown = events.findIndex((one) => one.type === "MessageArrived" || one.type === "SummaryRead");
    const second = events.findIndex((one, at) => one.type === "SceneEntered" && shown >= 0 && at > shown);
    return second < 0 ? events : events.slice(0, second);
  } catch (fault) {
    if (fault instanceof StoryStuck) return [];
    throw fault;
  }
}
