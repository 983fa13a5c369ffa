/**
 * What the Lookout says in a first play: what a choice was good for, and each gesture when it is first needed.
 *
 * `game.telling.lookout` says the same in Python; where the words are shown is the conversation's affair.
 */

import { touched } from "./dom.js";
import { choiceOf, messageOf } from "./session.js";
import { _ } from "./words.js";

/**
 * @typedef {import("./types.js").Event} Event
 * @typedef {import("./types.js").Story} Story
 */
/** @typedef {"marking"|"choosing"|"helping"|"leaving"|"verdict"|"debrief"} Gesture */

/**
 * What is explained at which list of choices, from 0. At the second one, somebody new has often just written.
 * @type {Partial<Record<number, Gesture>>}
 */
const AT_CHOICES = { 0: "choosing", 2: "helping", 3: "leaving" };

/**
 * What is said after `event`, which follows those `before` it that count; "" where nothing is.
 * @param {Story} story
 * @param {Event[]} before
 * @param {Event} event
 * @param {Partial<Record<Gesture, string>>} gestures What can be done here; what is left out is not explained.
 * @returns {string}
 */
export function remark(story, before, event, gestures) {
  if (!story.tutorial) return "";
  if (event.type === "Chosen") return choiceOf(story, event).because;
  const gesture = needed(story, before, event);
  return (gesture && gestures[gesture]) || "";
}

/**
 * The gesture that is needed for the first time at `event`.
 * @param {Story} story
 * @param {Event[]} before
 * @param {Event} event
 * @returns {Gesture|undefined}
 */
function needed(story, before, event) {
  switch (event.type) {
    case "MessageArrived":
      return ofSomebodyNew(story, event) && !before.some((one) => ofSomebodyNew(story, one)) ? "marking" : undefined;
    case "ChoicesOffered":
      return AT_CHOICES[before.filter(({ type }) => type === "ChoicesOffered").length];
    case "VerdictAsked":
      return "verdict";
    case "EndingReached":
      return "debrief";
  }
  return undefined;
}

/**
 * @param {Story} story
 * @param {Event} event
 */
function ofSomebodyNew(story, event) {
  if (event.type !== "MessageArrived") return false;
  const { speaker } = messageOf(story, event);
  const role = speaker && story.person.get(speaker)?.role;
  return role === "contact" || role === "stranger";
}

/**
 * What can be done in the file by who plays alone.
 * @returns {Record<Gesture, string>}
 */
export function gesturesHere() {
  const byHand = touched();
  return {
    marking: byHand
      ? _("Does a message seem odd? Touch the little flag beside it. Only you see it, and a second touch takes it away.")
      : _("Does a message seem odd? Click the little flag beside it, or press M. Only you see it, and it can be taken away."),
    choosing: byHand
      ? _("Hello, I keep watch here. Your turn: touch an answer. No points, and you can change your mind.")
      : _("Hello, I keep watch here. Your turn: click an answer, or type its letter. No points, and you can change your mind."),
    helping: _("Is something happening to you, for real? “Help”, at the top, opens at any time. It asks nothing."),
    leaving: byHand
      ? _("Someone looking over your shoulder? “Leave”, at the top, empties the screen at once.")
      : _("Someone looking over your shoulder? “Leave”, at the top, empties the screen at once. So does Shift, three times."),
    verdict: _("Now tell me what you think. Not knowing is an answer too."),
    debrief: _("That is the whole story. The debrief goes through it again with you, and gives no grade."),
  };
}
