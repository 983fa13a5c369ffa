/**
 * The player's turn: what is asked now, as elements for the side of the play screen.
 *
 * What is decided goes to the play as commands; keys that belong to no element are the play screen's.
 */

import { languageOf } from "./conversation.js";
import { button, h, picture, touched } from "./dom.js";
import { choiceOf } from "./session.js";
import { ME } from "./story.js";
import { _, filled, ngettext } from "./words.js";

/**
 * @typedef {import("./play.js").Play} Play
 * @typedef {import("./types.js").Answer} Answer
 * @typedef {import("./types.js").Command} Command
 */
/**
 * @typedef {object} Gestures What the player can do on their turn.
 * @property {(command: Command) => void} decide
 * @property {(answer: Answer|null) => void} answer Gives the first half of a verdict, or takes it back with null.
 * @property {() => void} hurry
 * @property {() => void} help
 * @property {() => void} end
 */
/** @typedef {{prompt: string, ways: number, nodes: Node[]}} Asked A question, how many answers it has, and the rest. */

/** The signs of the answers, which are also their keys; a digit does as well. */
export const LETTERS = "ABCDEFGHIJ";

/** How many letters of a message are said of what was marked. */
const QUOTED = 48;

/**
 * The play as it stands, as a question; `answer` is the first half of a verdict.
 * @param {Play} play
 * @param {Gestures} gestures
 * @param {Answer|null} answer
 * @returns {Asked}
 */
export function askedNow(play, gestures, answer) {
  if (!play.settled) return comingAsked(play, gestures);
  switch (play.state.phase) {
    case "announced":
      return announcedAsked(play, gestures);
    case "verdict":
      return answer === null ? verdictAsked(gestures) : sureAsked(gestures, answer);
    case "ended":
      return endedAsked(play, gestures);
  }
  return choicesAsked(play, gestures);
}

/**
 * Several answers under each other, each with its letter.
 * @param {HTMLButtonElement[]} buttons
 */
function listedAnswers(buttons) {
  return h("ol", { class: "choices" }, ...buttons.map((one) => h("li", {}, one)));
}

/**
 * One answer. `detail` tells in a word or two what kind of answer it is.
 * @param {number} number
 * @param {string} words
 * @param {() => void} press
 * @param {{kind?: string, detail?: string, lang?: string|null}} [how]
 */
function answerButton(number, words, press, { kind = "", detail = "", lang = null } = {}) {
  const letter = LETTERS[number] || "";
  return h(
    "button",
    { type: "button", class: `choice ${kind}`, onclick: press, "aria-keyshortcuts": letter && `${letter} ${number + 1}` },
    letter && h("span", { class: "letter", "aria-hidden": "true" }, letter),
    h("span", { class: "what" }, h("bdi", { lang }, words), detail && h("small", {}, picture(kind), h("span", {}, detail))),
  );
}

/** @param {string} words */
function smallWords(words) {
  return h("p", { class: "small" }, words);
}

/**
 * @param {Play} play
 * @param {Gestures} gestures
 * @returns {Asked}
 */
function comingAsked(play, { hurry }) {
  const words = touched()
    ? _("Messages arrive by themselves. Touch the conversation to see the next one.")
    : _("Messages arrive by themselves. The space bar brings the next one.");
  const nodes = [button(_("Next message"), hurry, { icon: "next" }), ...(play.begun ? [] : [smallWords(words)])];
  return { prompt: _("The conversation goes on"), ways: 0, nodes };
}

/**
 * @param {Play} play
 * @param {Gestures} gestures
 * @returns {Asked}
 */
function announcedAsked(play, { decide, help }) {
  const words = _("The next part is hard: someone puts {name} under pressure. You choose how to read it.");
  const nodes = [
    h("p", {}, filled(words, { name: play.person(ME).name })),
    listedAnswers([
      answerButton(0, _("Read it"), () => decide({ type: "GoOn" })),
      answerButton(1, _("Read a short summary instead"), () => decide({ type: "ReadSummary" })),
    ]),
    button(_("Get help"), help, { kind: "help", icon: "help" }),
    smallWords(_("Both ways lead on, and neither counts less.")),
  ];
  return { prompt: _("Before you go on"), ways: 2, nodes };
}

/**
 * @param {Play} play
 * @param {Gestures} gestures
 * @returns {Asked}
 */
function choicesAsked(play, { decide }) {
  const { offered, scene, taken } = play.state;
  const buttons = offered.map((choice, number) => {
    const { says, text } = choiceOf(play.story, { scene, choice });
    const how = says ? { kind: "reply", detail: _("Say it") } : { kind: "action", detail: _("Do it") };
    return answerButton(number, play.text(text), () => decide({ type: "Choose", choice }), { ...how, lang: languageOf(play) });
  });
  const nodes = [
    play.cameBack && smallWords(_("You are back at this choice. What came after it no longer counts.")),
    listedAnswers(buttons),
    taken.length > 0 && smallWords(_("You can do several things here, one after the other.")),
  ];
  return {
    prompt: filled(_("You are {name}. What do you do?"), { name: play.person(ME).name }),
    ways: buttons.length,
    nodes: /** @type {Node[]} */ (nodes.filter(Boolean)),
  };
}

/** @returns {[Answer, string][]} */
function verdictAnswers() {
  return [
    ["trap", _("Somebody here means harm")],
    ["nothing", _("There is nothing to fear here")],
    ["unsure", _("I do not know")],
  ];
}

/**
 * @param {Gestures} gestures
 * @returns {Asked}
 */
function verdictAsked({ answer }) {
  const buttons = verdictAnswers().map(([one, words], number) => answerButton(number, words, () => answer(one)));
  return { prompt: _("What do you think of this conversation?"), ways: buttons.length, nodes: [listedAnswers(buttons)] };
}

/**
 * @param {Gestures} gestures
 * @param {Answer} given
 * @returns {Asked}
 */
function sureAsked({ answer, decide }, given) {
  const words = verdictAnswers().find(([one]) => one === given)?.[1] ?? "";
  const levels = [_("Not very sure"), _("Fairly sure"), _("Very sure")];
  const buttons = levels.map((level, number) =>
    answerButton(number, level, () => decide({ type: "GiveVerdict", answer: given, sure: number + 1 })),
  );
  const nodes = [
    smallWords(filled(_("Your answer: {answer}."), { answer: words })),
    listedAnswers(buttons),
    button(_("Change my answer"), () => answer(null), { icon: "undo" }),
  ];
  return { prompt: _("How sure are you?"), ways: buttons.length, nodes };
}

/**
 * @param {Play} play
 * @param {Gestures} gestures
 * @returns {Asked}
 */
function endedAsked(play, { end }) {
  const { title } = /** @type {import("./types.js").Ending} */ (play.story.ending.get(play.state.ending));
  const nodes = [
    h("p", { class: "ending", lang: languageOf(play), dir: "auto" }, play.text(title)),
    button(_("Look back at what happened"), end, { kind: "primary", icon: "eye" }),
  ];
  return { prompt: _("The story stops here"), ways: 0, nodes };
}

/**
 * How many answers a question has, for who cannot see them at a glance; "" where there is no list of them.
 * @param {number} ways
 */
export function countedWays(ways) {
  return ways ? filled(ngettext("{count} possible answer", "{count} possible answers", ways), { count: ways }) : "";
}

/**
 * What was just marked, as a sentence; "" where nothing was.
 * @param {Play} play
 */
export function markedWords(play) {
  const { latest } = play;
  if (latest === null || !("at" in latest.did)) return "";
  const event = play.log[latest.did.at];
  if (event.type !== "MessageArrived") return "";
  const whole = [...play.text(play.message(event).text).replace(/\n/g, " ")];
  // Cut between two words, by code points: half a letter or half a picture is none.
  const cut = whole.slice(0, QUOTED).join("").replace(/\s\S*$/, "").replace(/[\s,;:«]+$/, "");
  const words = whole.length > QUOTED ? `${cut}…` : whole.join("");
  return filled(latest.did.type === "Mark" ? _("Marked: “{words}”") : _("Mark removed: “{words}”"), { words });
}
