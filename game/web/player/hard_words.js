/**
 * Hard words: those of the glossary that stand in a text, and the row in which each unfolds what it means.
 *
 * Finding says again what `game/engine/hard_words.py` says, placing what `game/telling/hard_words.py` does. What the
 * words mean stands once in the file, on the page of all words (`fixed.js`).
 */

import { h } from "./dom.js";
import { meaningsIn } from "./fixed.js";
import { choiceOf, effective, messageOf } from "./session.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Span} Span
 * @typedef {import("./types.js").Hard} Hard
 * @typedef {import("./types.js").Event} Event
 * @typedef {{pattern: RegExp|null, word: Map<string, string>}} Sought
 */

/** From how many cards of helplines on a page their words are explained there. */
const HELPLINES_EXPLAINED = 4;

/** @type {WeakMap<readonly Hard[], Sought>} */
const soughtIn = new WeakMap();

/**
 * The words that stand in `text`, each once, in the order in which they are met; `hard` is an edition's.
 * @param {string} text
 * @param {readonly Hard[]} hard
 * @returns {string[]}
 */
export function wordsIn(text, hard) {
  const { pattern, word } = soughtIn.get(hard) ?? seek(hard);
  if (!pattern) return [];
  const folded = text.replace(/’/g, "'").replace(/\s+/g, " ").toLowerCase();
  const met = [...folded.matchAll(pattern)].map((found) => word.get(found[2]) ?? "");
  return [...new Set(met)].filter(Boolean);
}

/**
 * @param {readonly Hard[]} hard
 * @returns {Sought}
 */
function seek(hard) {
  /** @type {Map<string, string>} */
  const word = new Map();
  for (const [name, ...forms] of hard) for (const form of forms) word.set(form, name);
  const longest = [...word.keys()]
    .sort((one, other) => other.length - one.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const pattern = longest.length ? new RegExp(`(^|[^\\p{L}\\p{N}])(${longest.join("|")})(?![\\p{L}\\p{N}])`, "gu") : null;
  const sought = { pattern, word };
  soughtIn.set(hard, sought);
  return sought;
}

/**
 * The words of the scene that a play stands in: of its messages, or of its summary, then of the choices.
 * @param {import("./play.js").Play} play
 * @param {readonly Hard[]} hard
 */
export function wordsOfScene(play, hard) {
  /** @type {string[]} */
  const texts = [];
  for (const [, event] of effective(play.log).reverse()) {
    texts.unshift(...textsOf(play, event).map((text) => play.text(text)));
    if (event.type === "SceneEntered") break;
  }
  return wordsIn(texts.join(" | "), hard);
}

/**
 * @param {import("./play.js").Play} play
 * @param {Event} event
 * @returns {string[]}
 */
function textsOf({ story }, event) {
  switch (event.type) {
    case "MessageArrived":
      return [messageOf(story, event).text];
    case "SummaryRead":
      return [story.scene.get(event.scene)?.skip ?? ""];
    case "ChoicesOffered":
      return event.choices.map((choice) => choiceOf(story, { scene: event.scene, choice }).text);
  }
  return [];
}

/**
 * A page with each hard word explained once, right after what it first stands in.
 * @param {import("./types.js").Page} page
 * @param {readonly Hard[]} hard
 * @returns {import("./types.js").Page}
 */
export function explained(page, hard) {
  const helplines = page.blocks.filter(isHelpline).length >= HELPLINES_EXPLAINED;
  /** @type {Set<string>} */
  const known = new Set();
  /** @type {Block[]} */
  const blocks = [];
  let met = wordsIn(page.title, hard);
  page.blocks.forEach((block, at) => {
    blocks.push(block);
    if (helplines || !isHelpline(block)) met.push(...wordsIn(readOf(block).join(" | "), hard));
    const fresh = [...new Set(met)].filter((word) => !known.has(word));
    if (!fresh.length || goesOn(block, page.blocks[at + 1])) return;
    blocks.push({ type: "Words", words: fresh });
    for (const word of fresh) known.add(word);
    met = [];
  });
  return { ...page, blocks };
}

/** @param {Block} block */
function isHelpline(block) {
  return block.type === "Card" && block.kind === "helpline";
}

/**
 * What is read of a block.
 * @param {Block} block
 * @returns {string[]}
 */
function readOf(block) {
  switch (block.type) {
    case "Heading":
      return [block.text];
    case "Paragraph":
      return block.tone === "small" ? [] : [inOne(block.spans)];
    case "Bullets":
      return block.items.map(inOne);
    case "Quote":
      return [inOne(block.spans)];
    case "Bubble":
      return [inOne(block.spans), ...block.notes];
    case "Card":
      return [block.title, ...block.lines];
  }
  return [];
}

/** @param {readonly Span[]} spans */
function inOne(spans) {
  return spans.map(({ text }) => text).join("");
}

/**
 * Whether `next` still belongs to the piece that `block` is of.
 * @param {Block} block
 * @param {Block|undefined} next
 */
function goesOn(block, next) {
  if (!next) return false;
  if (block.type === "Heading") return true;
  if (block.type === "Bubble") return next.type === "Bubble";
  if (isHelpline(block)) return isHelpline(next);
  if (block.type !== "Paragraph" && block.type !== "Quote") return false;
  return next.type === "Paragraph" ? next.tone !== "small" : next.type === "Bullets" || next.type === "Quote";
}

/**
 * The row of these words, each of which unfolds what it means.
 * @param {readonly string[]} words
 */
export function wordRow(words) {
  const meanings = meaningsIn(document.documentElement.lang);
  return h(
    "ul",
    { class: "hard", "aria-label": _("Hard words") },
    ...words.map((word) =>
      h(
        "li",
        {},
        h("details", {}, h("summary", { "data-key": `word ${word}` }, filled(_("{word}?"), { word })), h("p", {}, meanings.get(word) ?? "")),
      ),
    ),
  );
}
