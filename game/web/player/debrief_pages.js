/**
 * The debrief as pages of words: first page, conversation, moments and steps, law, who helps.
 *
 * It says what `game/telling/debrief_pages.py` says, warm and without a grade. What every play tells alike is made
 * once, by `game/web/told.py`, and only chosen from here. Showing the pages is left to the screens.
 */

import { conversationPage, quoteOf, spansOf, wordsOf } from "./debrief_conversation.js";
import { momentsPage } from "./debrief_moments.js";
import { debrief, fill } from "./debrief.js";
import { card, heading, link, origins, paragraph, plain, quote } from "./page.js";
import { choiceOf, messageOf } from "./session.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Debrief} Debrief
 * @typedef {import("./types.js").Log} Log
 * @typedef {import("./types.js").Page} Page
 * @typedef {import("./types.js").Story} Story
 * @typedef {import("./types.js").Told} Told
 */

/** The author's lines that the first page has room for on a phone; the others follow the ending of the conversation. */
const MOST_SAID = 3;

/**
 * The pages of the debrief of a play, finished or not: always all five, in this order.
 * @param {Story} story
 * @param {Told} told
 * @param {Log} log
 * @returns {Page[]}
 */
export function debriefPages(story, told, log) {
  const result = debrief(story, log);
  return [
    firstPage(story, told, log, result),
    conversationPage(story, log, result, result.said.slice(MOST_SAID)),
    momentsPage(story, told, log, result),
    lawPage(story, told, result),
    helpsPage(told, result),
  ];
}

/**
 * “Moments handled well: 5 of 6”, or "" where the figure would be a reproach: none handled, or given in.
 * @param {Debrief} result
 */
export function handledLine({ score: { handled, moments, giving_in } }) {
  if (!handled || giving_in === "given-in") return "";
  return filled(_("Moments handled well: {handled} of {total}"), { handled, total: moments.length });
}

/**
 * @param {Story} story
 * @param {Told} told
 * @param {Log} log
 * @param {Debrief} result
 * @returns {Page}
 */
function firstPage(story, told, log, result) {
  /** @type {Block[]} */
  const blocks = [];
  const helpline = card("helpline", told.helpline);
  if (result.help_first) blocks.push(helpline);
  blocks.push(...happened(story, result), heading(_("What you did well")), ...doneWell(story, log, result));
  blocks.push(...figures(story, result));
  if (result.score.giving_in !== "given-in") {
    blocks.push(heading(_("One thing to remember")), toRemember(story, result));
  }
  if (!result.help_first) blocks.push(heading(_("Who can help you")), helpline);
  blocks.push(
    link(_("The conversation, message by message"), "conversation"),
    link(_("Your moments, and the steps"), "moments"),
    link(_("What the law says"), "law"),
    link(_("Everyone who can help"), "helps"),
  );
  return { id: "first", title: result.ending ? fill(result.title, story) : _("Stopping here"), blocks };
}

/**
 * @param {Story} story
 * @param {Debrief} result
 */
function happened(story, { ending, said, score: { giving_in, verdict }, remember }) {
  const blocks = [];
  if (!ending) blocks.push(plain(_("You can stop at any time. Here is what this play already shows."), "lead"));
  if (giving_in === "given-in") {
    blocks.push(plain(_("The pressure worked here. It is made for that."), "lead"));
    blocks.push(plain(_("Stopping now is worth as much as never giving in. The next step:")));
    blocks.push(stepLine(story, remember));
  } else if (giving_in === "recovered") {
    blocks.push(plain(_("You took back control. That is worth as much as never giving in."), "good"));
  }
  blocks.push(...said.slice(0, MOST_SAID).map((line) => plain(line)));
  if (verdict) blocks.push(plain(verdictLine(verdict.answer, !!story.trap)));
  return blocks;
}

/**
 * @param {import("./types.js").Answer} answer
 * @param {boolean} trap whether the story is one
 */
function verdictLine(answer, trap) {
  if (answer === "trap")
    return trap
      ? _("You sensed a trap, and it was one.")
      : _("You thought of a trap. There was nothing to fear here. Being wary was not silly.");
  if (answer === "nothing")
    return trap
      ? _("You did not see the trap yet. It is made not to be seen.")
      : _("You saw nothing to fear, and there was nothing to fear.");
  return trap
    ? _("You were not sure. It was a trap, and doubt is a good signal.")
    : _("You were not sure. There was nothing to fear here.");
}

/**
 * @param {Story} story
 * @param {Log} log
 * @param {Debrief} result
 * @returns {Block[]}
 */
function doneWell(story, log, { praise, ending, score }) {
  if (praise?.choice) {
    const choice = choiceOf(story, praise);
    return [quoteOf(story, choice), plain(fill(choice.because, story), "good")];
  }
  if (praise) {
    const message = messageOf(story, /** @type {import("./types.js").MessageArrived} */ (log[praise.at]));
    const seen = score.signs.find(({ at }) => at === praise.at);
    const sign = story.sign.get(seen?.sign ?? "")?.short ?? "";
    return [
      quote(wordsOf(story, message.speaker), spansOf(message, story)),
      plain(filled(_("You saw this sign in time: {sign}"), { sign }), "good"),
    ];
  }
  if (ending && story.trap === false && score.verdict)
    return [plain(_("You asked yourself whether it was a trap. That is the right question, even where there is none."), "good")];
  if (ending) return [plain(_("You went to the end of the story, and you are thinking it over. That counts."), "good")];
  return [plain(_("Stopping when you need to is a good reaction."), "good")];
}

/**
 * @param {Story} story
 * @param {Debrief} result
 */
function figures(story, result) {
  const { moments, handled, giving_in, replayed } = result.score;
  const line = handledLine(result);
  const blocks = line ? [plain(line)] : [];
  if (story.trap !== false && moments.length && !handled && giving_in === "never") blocks.push(plain(_("Such moments are hard for everyone.")));
  if (replayed) blocks.push(plain(_("You replayed a part. This page follows your latest choices."), "small"));
  return blocks;
}

/**
 * @param {Story} story
 * @param {Debrief} result
 */
function toRemember(story, { remember }) {
  // After a chat in which there was nothing to fear, a step against blackmail would be out of place.
  if (story.trap === false) return plain(_("One sign alone proves nothing. When in doubt, asking is good."));
  return stepLine(story, remember);
}

/**
 * @param {Story} story
 * @param {string} step
 */
function stepLine(story, step) {
  const { short, gloss } = /** @type {import("./types.js").Step} */ (story.step.get(step));
  return paragraph([{ text: `${short}.`, strong: true }, ...(gloss ? [{ text: ` ${gloss}` }] : [])]);
}

/**
 * @param {Story} story
 * @param {Told} told
 * @param {Debrief} result
 * @returns {Page}
 */
function lawPage(story, told, { law, untold }) {
  /** @type {Block[]} */
  const blocks = told.elsewhere ? [plain(told.elsewhere, "small")] : [];
  const missed = story.reference.untold.filter((one) => untold.includes(one.id)).map((one) => one.short);
  const without = missed.length ? [plain(filled(told.untold ?? "", { topics: missed.join(", ") }), "note")] : [];
  const topics = law.map((topic) => told.law[topic]);
  if (topics.length) {
    const oldest = topics.map(({ checked }) => checked).sort()[0];
    blocks.push(
      plain(_("What the person who blackmails risks. The law protects you."), "lead"),
      plain(_("Only a prosecutor or a judge decides which text applies."), "note"),
      ...(told.own_document ? [plain(_("The source document is the page “Vigilance chantage à la webcam” by e-Enfance, from 2020: this game began with it."), "small")] : []),
      ...topics.map((topic) => card("law", topic.card, topic.small)),
      ...without,
      ...origins([...topics.map(({ from }) => from).filter((line) => line), told.checked[oldest]]),
    );
  } else if (missed.length) {
    blocks.push(...without);
  } else {
    blocks.push(
      plain(_("No law is at stake in this story. If someone threatens you one day, the law protects you."), "lead"),
    );
  }
  blocks.push(link(_("Everyone who can help"), "helps"));
  return { id: "law", title: _("What the law says"), blocks };
}

/**
 * Who helps; to who gave in, also the short answers that they may be in need of, and that the help pages hold.
 * @param {Told} told
 * @param {Debrief} result
 * @returns {Page}
 */
function helpsPage({ helps }, { score }) {
  const answers = score.giving_in === "never" ? [] : helps.answers;
  const cards = helps.cards.map((words) => card("helpline", words));
  const blocks = [...helps.before, ...answers, ...cards, plain(helps.age, "small")];
  return { id: "helps", title: helps.title, blocks };
}
