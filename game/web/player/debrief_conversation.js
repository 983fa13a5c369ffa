/**
 * The debrief's conversation: all that was shown, in order, with its signs, and what the player chose.
 *
 * It says what `game/telling/debrief_conversation.py` says. Only what still counts of the log is here. How a bubble is
 * shown is left to the screens.
 */

import { fill } from "./debrief.js";
import { heading, link, plain, quote } from "./page.js";
import { meansNoHarm } from "./score.js";
import { choiceOf, effective, messageOf } from "./session.js";
import { ME } from "./story.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Debrief} Debrief
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").SignSeen} SignSeen
 * @typedef {import("./types.js").Span} Span
 * @typedef {import("./types.js").Story} Story
 */

/**
 * The page “conversation” of the play whose debrief is `result`. `more` are the ending's lines that the first page had
 * no room for: they follow the ending.
 * @param {Story} story
 * @param {import("./types.js").Log} log
 * @param {Debrief} result
 * @param {string[]} more
 * @returns {import("./types.js").Page}
 */
export function conversationPage(story, log, result, more) {
  const { signs } = result.score;
  const shown = shownBlocks(story, log, result);
  const blocks = [plain(conversationOpening(story, result, shown.length > 0), "lead")];
  if (signs.some((sign) => sign.seen === "not" && !provesNothing(story, sign)))
    blocks.push(plain(_("Did some escape you? It happens to everyone: they are made to go unnoticed."), "note"));
  const question = [];
  if (story.trap === false) question.push(_("Which message showed that all was well?"));
  else if (signs.length) question.push(_("At which message did you understand?"));
  return {
    id: "conversation",
    title: _("The conversation"),
    blocks: [
      ...blocks,
      ...shown,
      ...more.map((line) => plain(line)),
      ...question.map((line) => plain(line, "lead")),
      link(_("Your moments, and the steps"), "moments"),
    ],
  };
}

/**
 * The name under which `speaker` writes, "" for a notice.
 * @param {Story} story
 * @param {string} [speaker]
 */
export function wordsOf(story, speaker) {
  return speaker === undefined ? "" : (story.person.get(speaker)?.name ?? speaker);
}

/**
 * The text of `message`, with the words that carry a sign underlined and placeholders filled.
 * @param {Message} message
 * @param {Story} story
 * @returns {Span[]}
 */
export function spansOf(message, story) {
  // Signs are placed in code points of the author's text, so placeholders are filled only once it is cut.
  const letters = Array.from(message.text);
  /** @type {Span[]} */
  let spans = [];
  let end = 0;
  for (const [start, stop] of quotedRuns(message)) {
    spans.push({ text: letters.slice(end, start).join("") });
    spans.push({ text: letters.slice(start, stop).join(""), underline: true });
    end = stop;
  }
  spans.push({ text: letters.slice(end).join("") });
  // A caption stands for what is shown nowhere: it must not read as if it had been said.
  if (message.masked) spans = [{ text: "[" }, ...spans, { text: "]" }];
  return spans.filter(({ text }) => text).map((span) => ({ ...span, text: fill(span.text, story) }));
}

/**
 * What the player said, under the name of who they play, or did.
 * @param {Story} story
 * @param {import("./types.js").Choice} choice
 */
export function quoteOf(story, choice) {
  return quote(choice.says ? wordsOf(story, ME) : "", [{ text: fill(choice.text, story) }]);
}

/**
 * What `speaker` wrote, or a notice where that is undefined, with its `notes`.
 * @param {Story} story
 * @param {string|undefined} speaker
 * @param {Span[]} spans
 * @param {string[]} [notes]
 * @returns {import("./types.js").Bubble}
 */
export function bubbleOf(story, speaker, spans, notes = []) {
  const avatar = (speaker !== undefined && story.person.get(speaker)?.avatar) || "";
  return { type: "Bubble", speaker: wordsOf(story, speaker), mine: speaker === ME, avatar, spans, notes };
}

/**
 * The heading that an ending stands under.
 * @param {Story} story
 * @param {string} ending
 */
export function endHeading(story, ending) {
  return heading(filled(_("End: {title}"), { title: fill(story.ending.get(ending)?.title ?? "", story) }), 3);
}

/**
 * The summary of a hard scene, as a notice.
 * @param {Story} story
 * @param {string} scene
 * @param {string[]} [notes]
 */
export function summaryOf(story, scene, notes) {
  return bubbleOf(story, undefined, [{ text: fill(story.scene.get(scene)?.skip ?? "", story) }], notes);
}

/**
 * The runs of quoted words, in order; runs that overlap or touch are one.
 * @param {Message} message
 */
function quotedRuns({ shown = [] }) {
  /** @type {number[][]} */
  const runs = [];
  for (const { start, end } of shown.filter((one) => one.quoted).sort((one, other) => one.start - other.start)) {
    const last = runs[runs.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else runs.push([start, end]);
  }
  return runs;
}

/**
 * @param {Story} story
 * @param {Debrief} result
 * @param {boolean} anything
 */
function conversationOpening(story, result, anything) {
  if (!anything) return _("Nothing was shown yet.");
  if (result.score.signs.length) return _("Below each message: the signs in it, and what they do to a person.");
  if (story.trap === false) return _("Here is what you read. There was nothing to fear in it.");
  return _("Here is what you read, message by message.");
}

/**
 * @param {Story} story
 * @param {import("./types.js").Log} log
 * @param {Debrief} result
 */
function shownBlocks(story, log, result) {
  /** @type {Block[]} */
  const blocks = [];
  let scenes = 0;
  let opening = false;
  for (const [at, event] of effective(log)) {
    if (event.type === "SceneEntered") opening = true;
    const block = shownBlock(story, event, at, result);
    if (!block) continue;
    if (opening && event.type !== "EndingReached") {
      // A scene that showed nothing has no heading, and no number.
      scenes += 1;
      opening = false;
      blocks.push(heading(filled(_("Scene {number}"), { number: scenes }), 3));
    }
    blocks.push(block);
  }
  return blocks;
}

/**
 * @param {Story} story
 * @param {import("./types.js").Event} event
 * @param {number} at
 * @param {Debrief} result
 * @returns {Block|undefined}
 */
function shownBlock(story, event, at, { score }) {
  switch (event.type) {
    case "MessageArrived": {
      const message = messageOf(story, event);
      const signs = score.signs.filter((sign) => sign.at === at);
      const notes = notesUnder(story, message, signs, score.harmless.includes(at));
      return bubbleOf(story, message.speaker, spansOf(message, story), notes);
    }
    case "SummaryRead":
      return summaryOf(story, event.scene, [_("You read the summary of this scene. It is there for that.")]);
    case "Chosen": {
      const { says, text } = choiceOf(story, event);
      // What was done is set apart from the notices of the story.
      return bubbleOf(story, says ? ME : undefined, [{ text: fill(text, story), ...(!says && { strong: true }) }]);
    }
    case "VerdictGiven":
      return bubbleOf(story, undefined, [{ text: answeredLine(event.answer), strong: true }]);
    case "EndingReached":
      return endHeading(story, event.ending);
  }
}

/** @param {import("./types.js").Answer} answer */
function answeredLine(answer) {
  if (answer === "trap") return _("You answered: it is a trap.");
  if (answer === "nothing") return _("You answered: there is nothing to fear.");
  return _("You answered: I do not know.");
}

/**
 * The signs of a message, when they were seen (nothing where they were not), and whether there was any danger.
 * @param {Story} story
 * @param {Message} message
 * @param {SignSeen[]} signs
 * @param {boolean} harmless
 */
function notesUnder(story, message, signs, harmless) {
  if (!signs.length)
    return harmless ? [_("This message was harmless here. Being wary was not silly; asking is good.")] : [];
  const entries = signs.map(({ sign }) => /** @type {import("./types.js").Sign} */ (story.sign.get(sign)));
  const notes = entries.map(({ short, effect }) => `${short}. ${effect}`);
  const { seen, named } = signs[0];
  const family = named !== null && entries.some((entry) => entry.family === named) && story.family.get(named)?.short;
  if (seen === "late") notes.push(_("Seen afterwards, and that is still seeing."));
  else if (seen === "in-time")
    notes.push(family ? filled(_("Seen in time, and named: {family}"), { family }) : _("Seen in time."));
  if (meansNoHarm(story, message.speaker))
    notes.push(_("One sign alone proves nothing. Here, there was nothing to fear."));
  return notes;
}

/**
 * @param {Story} story
 * @param {SignSeen} sign
 */
function provesNothing(story, sign) {
  const message = /** @type {Message[]} */ (story.scene.get(sign.scene)?.messages)[sign.number];
  return meansNoHarm(story, message.speaker);
}
