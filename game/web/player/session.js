/**
 * Playing a story: what happens, as a growing log of events.
 *
 * Nothing here waits or draws: `after` of a message is a wish, in seconds, that the screen grants. What a log amounts
 * to is score.js's and debrief.js's. Rules: docs/play-rules.md.
 */

import { onScreen } from "./order.js";

/**
 * @typedef {import("./types.js").Command} Command
 * @typedef {import("./types.js").Event} Event
 * @typedef {import("./types.js").Log} Log
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").State} State
 * @typedef {import("./types.js").Story} Story
 * @typedef {import("./types.js").Way} Way
 */

/** The command makes no sense in this state; nothing happened. */
export class Refused extends Error {}

/** The story has an error that `vigichat check` tells of: it leads nowhere from here. */
export class StoryStuck extends Error {}

/** @type {State} */
export const NEW = {
  log: [],
  seed: 0,
  phase: "new",
  scene: "",
  ending: "",
  facts: new Set(),
  offered: [],
  taken: [],
  marks: new Set(),
};

/**
 * What happens when `command` is given in `state`.
 *
 * Throws `Refused` for a command that does not fit the state, and `StoryStuck` where a story with errors leads nowhere.
 * @param {Story} story
 * @param {State} state
 * @param {Command} command
 * @returns {Event[]}
 */
export function decide(story, state, command) {
  const { phase, log } = state;
  const asked = /** @type {Scene} */ (story.scene.get(state.scene));
  switch (command.type) {
    case "Choose":
      if (phase === "choosing" && state.offered.includes(command.choice)) return answered(story, state, command.choice);
      break;
    case "Start": {
      const { seed } = command;
      if (phase === "new") return goingOn(story, { ...NEW, seed }, [{ type: "Started", seed }], story.scenes[0].id);
      break;
    }
    case "GoOn": {
      /** @type {Event[]} */
      const events = [];
      if (phase === "announced") return goingOn(story, state, events, reading(asked, state, events), asked.id);
      break;
    }
    case "ReadSummary":
      if (phase === "announced") return offered(story, state, { type: "SummaryRead", scene: asked.id });
      break;
    case "GiveVerdict": {
      const { answer, sure } = command;
      if (phase === "verdict" && ["trap", "nothing", "unsure"].includes(answer) && [1, 2, 3].includes(sure)) {
        return offered(story, state, { type: "VerdictGiven", answer, sure });
      }
      break;
    }
    case "Mark": {
      const { at, family } = command;
      const event = counting(log, at);
      if (event?.type === "MessageArrived" && messageOf(story, event).speaker !== "me") {
        return [{ type: "Marked", at, family: family ?? null }];
      }
      break;
    }
    case "Unmark":
      if (state.marks.has(command.at)) return [{ type: "Unmarked", at: command.at }];
      break;
    case "Rewind":
      if (counting(log, command.to)?.type === "ChoicesOffered") return [{ type: "Rewound", to: command.to }];
  }
  throw new Refused(`${command.type} in phase ${phase}`);
}

/**
 * The state after `event`. Throws `Refused` for a rewind to where no choices were offered.
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function apply(state, event) {
  return fold([event], state);
}

/**
 * The state that a whole log leads to, or the rest of a log from `state`. Throws as `apply` does.
 * @param {Log} log
 * @param {State} [state]
 * @returns {State}
 */
export function fold(log, state = NEW) {
  const whole = state.log.concat(log);
  const now = { ...state, log: whole };
  for (let at = state.log.length; at < whole.length; at += 1) {
    const event = whole[at];
    switch (event.type) {
      case "Started":
        now.seed = event.seed;
        break;
      case "SceneEntered":
        Object.assign(now, { scene: event.scene, offered: [], taken: [] });
        break;
      case "SceneAnnounced":
        now.phase = "announced";
        break;
      case "VerdictAsked":
        now.phase = "verdict";
        break;
      case "ChoicesOffered":
        Object.assign(now, { phase: "choosing", offered: event.choices });
        break;
      case "Chosen":
        Object.assign(now, { offered: [], taken: [...now.taken, event.choice] });
        if (event.sets.length) now.facts = new Set([...now.facts, ...event.sets]);
        break;
      case "EndingReached":
        Object.assign(now, { phase: "ended", ending: event.ending, offered: [] });
        break;
      case "Marked":
        now.marks = new Set(now.marks).add(event.at);
        break;
      case "Unmarked":
        now.marks = new Set([...now.marks].filter((one) => one !== event.at));
        break;
      case "Rewound":
        if (counting(whole, event.to, at)?.type !== "ChoicesOffered") throw new Refused(`back to ${event.to}`);
        // What counts up to there holds no rewind: this goes one level deep.
        Object.assign(now, fold(effective(whole.slice(0, event.to + 1)).map(([, one]) => one)), { log: whole });
    }
  }
  return now;
}

/**
 * What counts of a log, each event with its index: everything but what was rewound, and the rewinds themselves.
 * @param {Log} log
 * @returns {[number, Event][]}
 */
export function effective(log) {
  /** @type {[number, Event][]} */
  const kept = [];
  log.forEach((event, at) => {
    if (event.type !== "Rewound") kept.push([at, event]);
    else while (kept.length && kept[kept.length - 1][0] > event.to) kept.pop();
  });
  return kept;
}

/**
 * The message that arrived.
 * @param {Story} story
 * @param {import("./types.js").MessageArrived} event
 * @returns {Message}
 */
export function messageOf(story, event) {
  return /** @type {any} */ (story.scene.get(event.scene)).messages[event.number];
}

/**
 * The choice that was taken.
 * @param {Story} story
 * @param {{scene: string, choice: string}} event
 * @returns {import("./types.js").Choice}
 */
export function choiceOf(story, event) {
  const { choices } = /** @type {any} */ (story.scene.get(event.scene));
  return choices.find((/** @type {{id: string}} */ one) => one.id === event.choice);
}

/**
 * Whether a condition is met by the facts that are true now.
 * @param {import("./types.js").When} when
 * @param {ReadonlySet<string>} facts
 * @returns {boolean}
 */
export function holds({ needs = [], bars = [] }, facts) {
  return needs.every((fact) => facts.has(fact)) && !bars.some((fact) => facts.has(fact));
}

/**
 * The event at index `at` of the log if it counts when the log has `length` events.
 * @param {Log} log
 * @param {number} at
 * @param {number} [length]
 * @returns {Event|undefined}
 */
function counting(log, at, length = log.length) {
  let last = length - 1;
  for (; last > at; last -= 1) {
    const event = log[last];
    // There is none below 0, where a command may well look.
    if (event?.type === "Rewound") last = event.to + 1;
  }
  return last === at ? log[at] : undefined;
}

/**
 * Seconds to wait before `message` shows: the author's, else 1 more for every 30 code points, at most 6.
 * @param {Message} message
 * @returns {number}
 */
function waits({ after, text }) {
  return after ?? Math.min(1 + Math.floor([...text].length / 30), 6);
}

/**
 * Where the first of `ways` that holds leads.
 * @param {Scene} scene
 * @param {readonly Way[]|undefined} ways
 * @param {ReadonlySet<string>} facts
 * @returns {string}
 */
function target(scene, ways, facts) {
  const way = ways?.find((one) => holds(one, facts));
  if (!way) throw new StoryStuck(scene.id);
  return way.to;
}

/**
 * The choices that can be taken and were not, in the order of the screen.
 * @param {Scene} scene
 * @param {State} state
 * @param {readonly string[]} [taken]
 * @returns {string[]}
 */
function available(scene, { seed, facts }, taken = []) {
  const open = onScreen(scene, seed).filter((one) => !taken.includes(one.id) && holds(one, facts));
  return open.map((one) => one.id);
}

/**
 * Adds to `events` what reading `scene` brings; where it leads on to, "" when the player is asked.
 * @param {Scene} scene
 * @param {State} state
 * @param {Event[]} events
 * @returns {string}
 */
function reading(scene, state, events) {
  (scene.messages ?? []).forEach((message, number) => {
    if (!holds(message, state.facts)) return;
    events.push({ type: "MessageArrived", scene: scene.id, number, after: waits(message) });
  });
  if (!scene.verdict) return offering(scene, state, events);
  events.push({ type: "VerdictAsked", scene: scene.id });
  return "";
}

/**
 * Adds to `events` the choices that can be taken; without any, where the scene leads on to, else "".
 * @param {Scene} scene
 * @param {State} state
 * @param {Event[]} events
 * @returns {string}
 */
function offering(scene, state, events) {
  const choices = available(scene, state);
  if (!choices.length) return target(scene, scene.ways, state.facts);
  events.push({ type: "ChoicesOffered", scene: scene.id, choices, again: false });
  return "";
}

/**
 * What follows where the summary of the scene was read or its verdict given, which `event` says.
 * @param {Story} story
 * @param {State} state
 * @param {Event} event
 * @returns {Event[]}
 */
function offered(story, state, event) {
  const events = [event];
  const scene = /** @type {Scene} */ (story.scene.get(state.scene));
  return goingOn(story, state, events, offering(scene, state, events), scene.id);
}

/**
 * What taking `choice` brings, and all that follows.
 * @param {Story} story
 * @param {State} state
 * @param {string} choice
 * @returns {Event[]}
 */
function answered(story, state, choice) {
  const scene = /** @type {Scene} */ (story.scene.get(state.scene));
  const { sets = [], ways = scene.ways } = choiceOf(story, { scene: scene.id, choice });
  const after = { ...state, facts: new Set([...state.facts, ...sets]) };
  /** @type {Event[]} */
  const events = [{ type: "Chosen", scene: scene.id, choice, sets }];
  let to = target(scene, ways, after.facts);
  if (to === "here") {
    const choices = available(scene, after, [...state.taken, choice]);
    if (choices.length) return [...events, { type: "ChoicesOffered", scene: scene.id, choices, again: true }];
    to = target(scene, scene.ways, after.facts);
  }
  return goingOn(story, after, events, to);
}

/**
 * `events`, and everything from entering `to` to the next time the player is asked, or to the end.
 * @param {Story} story
 * @param {State} state
 * @param {Event[]} events
 * @param {string} to a scene or an ending, "" when the player is asked already
 * @param {string} [from] the scene that leads there without having asked
 * @returns {Event[]}
 */
function goingOn(story, state, events, to, from) {
  const passed = new Set([from]);
  while (to) {
    if (story.ending.has(to)) return [...events, { type: "EndingReached", ending: to }];
    const scene = story.scene.get(to);
    // No fact can change before the player is asked again, so a scene met twice would come for ever.
    if (!scene || passed.has(to)) throw new StoryStuck(to);
    passed.add(to);
    events.push({ type: "SceneEntered", scene: to });
    if (scene.skip) return [...events, { type: "SceneAnnounced", scene: to }];
    to = reading(scene, state, events);
  }
  return events;
}
