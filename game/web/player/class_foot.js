/**
 * The foot of the wall: which key leads on from where the class is, for the teacher alone.
 *
 * What a gesture does is `class_play.js`'s; what the line looks like, `wall.js`'s.
 */

import { letterOf, lettered } from "./class_turn.js";
import { backKey, wholeScreen } from "./wall.js";
import { _, filled } from "./words.js";

/**
 * @typedef {object} Leading What the teacher does; `typed` is the choice whose count is typed now.
 * @property {string} typed
 * @property {() => unknown} forward
 * @property {() => unknown} backward
 * @property {() => unknown} goBack
 * @property {() => unknown} otherHands
 * @property {() => unknown} keys
 */

/**
 * The gestures that there are now, the main one first.
 * @param {import("./hour.js").Hour} hour
 * @param {Leading} hands
 * @returns {import("./wall.js").Gesture[]}
 */
export function waysOn(hour, hands) {
  const { step, play, round } = hour;
  const forward = () => hands.forward();
  const leave = { key: backKey(), words: _("back"), press: () => hands.backward() };
  /** @type {import("./wall.js").Gesture[]} */
  const ways = [];
  const named = Object.fromEntries(lettered(hour).map((one) => [one.id, one]));
  const after = step === "count" && round.vote.choices[round.vote.choices.indexOf(hands.typed) + 1];
  const words = {
    reading: play.settled ? _("go on") : _("next message"),
    stop: _("go on"),
    think: _("count the votes"),
    count: _("show the bars"),
    result: round.plays && filled(_("play {letter}"), { letter: letterOf(named[round.plays] ?? "") }),
    confirm: _("play it"),
    offer: _("go on with our story"),
    "what if": _("back to our story"),
    ended: _("look back at what happened"),
    announced: "",
  }[step];
  if (after) {
    ways.push({ key: _("Enter"), words: filled(_("count {letter}"), { letter: letterOf(named[after]) }) });
    ways.push({ key: _("Page Down"), words, press: forward, main: true });
  } else if (words) {
    ways.push({ key: step === "reading" ? _("Space") : _("Enter"), words, press: forward, main: true });
  }
  if (step === "announced") ways.push({ key: "A / B", words: _("choose"), main: true });
  const letters = hour.pickable.map((id) => named[id].letter).filter(Boolean);
  if (step === "think") {
    const by = hour.raised ? _("cards instead of hands") : _("hands instead of cards");
    ways.push({ key: "V", words: by, press: () => hands.otherHands() });
    ways.push({ key: `${letters[0]}–${letters[letters.length - 1]}`, words: _("without a vote") });
  } else if (letters.length) ways.push({ key: letters.join(" / "), words: _("choose"), main: !words });
  if (/count|result|confirm/.test(step)) ways.push(leave);
  if (hour.mayReturn) ways.push({ key: _("Backspace"), words: _("the choice before"), press: () => hands.goBack() });
  if (step === "reading" && document.fullscreenEnabled && !document.fullscreenElement) {
    ways.push({ key: "F5", words: _("full screen"), press: wholeScreen });
  }
  ways.push({ key: "?", words: _("keys"), press: () => hands.keys() });
  return ways;
}
