/**
 * “What if”: a page for each choice of a play, which tells where the others that were on offer would have led.
 *
 * It says what `game/telling/what_if.py` says. What would have come is other_ways.js's.
 */

import { bubbleOf, endHeading, quoteOf, spansOf, summaryOf } from "./debrief_conversation.js";
import { fill } from "./debrief.js";
import { visits } from "./other_ways.js";
import { goBack, heading, link, plain, ways } from "./page.js";
import { choiceOf, messageOf } from "./session.js";
import { _ } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").OtherWay} OtherWay
 * @typedef {import("./types.js").Page} Page
 * @typedef {import("./types.js").Story} Story
 * @typedef {import("./types.js").Visit} Visit
 */

/**
 * A page for each visit of the play in which another choice was on offer, in the order of the play.
 * @param {Story} story
 * @param {import("./types.js").Log} log
 * @returns {Page[]}
 */
export function whatIfs(story, log) {
  return visits(story, log).filter(({ others }) => others.length).map((visit) => whatIfPage(story, visit));
}

/**
 * A page about one choice that was on offer and not taken, without ways on. Throws RangeError for any other.
 * @param {Story} story
 * @param {Visit} visit
 * @param {string} choice
 * @returns {Page}
 */
export function otherWay(story, visit, choice) {
  const other = visit.others.find((one) => one.choice === choice);
  if (!other) throw new RangeError(`no other choice ${choice}`);
  const [title, ...blocks] = otherWayBlocks(story, visit.scene, other);
  return { id: whatIfId(visit), title: /** @type {import("./types.js").Heading} */ (title).text, blocks };
}

/**
 * The ways on from a visit that is told: to its page, if it has one, and back into the play; `where` names it.
 * @param {Visit} visit
 * @param {string} where
 */
export function waysFrom(visit, where) {
  const back = goBack(_("Go back to this choice"), visit.at, where);
  return visit.others.length ? ways(link(_("What if…?"), whatIfId(visit), where), back) : ways(back);
}

/** @param {Visit} visit */
function whatIfId(visit) {
  return `what-if-${visit.at}`;
}

/**
 * @param {Story} story
 * @param {Visit} visit
 * @returns {Page}
 */
function whatIfPage(story, visit) {
  const { at, scene, taken, others } = visit;
  return {
    id: whatIfId(visit),
    title: _("What if…?"),
    blocks: [
      plain(_("Where another choice would have led. Nothing of your play changes."), "lead"),
      plain(_("What you chose:")),
      ...taken.map((choice) => quoteOf(story, choiceOf(story, { scene, choice }))),
      ...others.flatMap((other) => otherWayBlocks(story, scene, other)),
      ways(goBack(_("Go back to this choice"), at), link(_("Your moments, and the steps"), "moments")),
    ],
  };
}

/**
 * @param {Story} story
 * @param {string} scene
 * @param {OtherWay} other
 */
function otherWayBlocks(story, scene, { choice, events }) {
  const other = choiceOf(story, { scene, choice });
  /** @type {Block[]} */
  const blocks = [
    heading(other.says ? _("What if you said this?") : _("What if you did this?")),
    quoteOf(story, other),
    plain(fill(other.because, story)),
  ];
  for (const event of events) {
    const block = otherWayBlock(story, event);
    if (block) blocks.push(block);
  }
  return blocks;
}

/**
 * @param {Story} story
 * @param {import("./types.js").Event} event
 * @returns {Block|undefined}
 */
function otherWayBlock(story, event) {
  switch (event.type) {
    case "MessageArrived": {
      const message = messageOf(story, event);
      // Which words carry a sign is told where the message was read, with what the sign does.
      return bubbleOf(story, message.speaker, spansOf(message, story).map(({ text }) => ({ text })));
    }
    case "SceneAnnounced":
      return plain(_("This part is hard: here is its summary."));
    case "SummaryRead":
      return summaryOf(story, event.scene);
    case "ChoicesOffered":
      if (event.again) return plain(_("Then you could still do something else here."), "small");
      return plain(_("Then it would be up to you again."), "small");
    case "VerdictAsked":
      return plain(_("Then it would be up to you again."), "small");
    case "EndingReached":
      return endHeading(story, event.ending);
  }
}
