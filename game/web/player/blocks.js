/**
 * The blocks of a page of words as elements: the debrief, and the “what if” pages.
 *
 * What the pages say is debrief_pages.js's; where a way on leads to is the screens' affair.
 */

import { faceOf } from "./conversation.js";
import { h, picture } from "./dom.js";
import { wordRow } from "./hard_words.js";
import { _ } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Span} Span
 * @typedef {{follow: (page: string) => void, goBack: (to: number) => void}} Leads Where the ways of a page lead.
 */

/** @type {Record<string, string>} */
const TONED = { good: "check", note: "info" };
/** @type {Record<string, string>} */
const CARDS = { helpline: "phone", law: "law", step: "book", sign: "flag-filled", words: "quote" };

/**
 * For pages that are about no play.
 * @type {Leads}
 */
const NOWHERE = { follow: () => {}, goBack: () => {} };

/**
 * The elements of `blocks`, which stand under a heading of level 1. Levels of headings never jump.
 * @param {readonly Block[]} blocks
 * @param {Leads} [leads]
 * @returns {Element[]}
 */
export function blocksOf(blocks, leads = NOWHERE) {
  let level = 1;
  let parts = 3;
  return grouped(blocks).map((some) => {
    if (Array.isArray(some)) return h("ol", { class: "messages told" }, some.map(bubbleItem));
    if (some.type !== "Heading") return element(some, leads, level);
    // Until a page has larger headings, its small ones stand right under its title.
    if (some.level === 2) parts = 2;
    level = some.level - (parts === 2 ? 0 : 1);
    return headingOf(some.text, level);
  });
}

/**
 * Bubbles that follow one another are one list.
 * @param {readonly Block[]} blocks
 * @returns {(Exclude<Block, import("./types.js").Bubble>|import("./types.js").Bubble[])[]}
 */
function grouped(blocks) {
  /** @type {any[]} */
  const groups = [];
  for (const block of blocks) {
    const last = groups[groups.length - 1];
    if (block.type !== "Bubble") groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/**
 * @param {Exclude<Block, import("./types.js").Bubble|import("./types.js").Heading>} block
 * @param {Leads} leads
 * @param {number} level of the heading above
 * @returns {Element}
 */
function element(block, leads, level) {
  switch (block.type) {
    case "Paragraph": {
      const icon = TONED[block.tone];
      return h("p", { class: block.tone, dir: "auto" }, icon && picture(icon), h("span", {}, ...runsOf(block.spans)));
    }
    case "Bullets":
      return bulletsOf(block);
    case "Quote":
      return h(
        "blockquote",
        {},
        block.speaker && h("cite", {}, h("bdi", {}, block.speaker)),
        h("p", { dir: "auto" }, ...runsOf(block.spans)),
      );
    case "Card":
      return cardOf(block, level + 1);
    case "Link":
    case "GoBack":
      return h("p", {}, wayOf(block, leads));
    case "Words":
      return wordRow(block.words);
    case "Ways":
      return h("p", { class: "ways" }, ...block.ways.map((way) => wayOf(way, leads)));
  }
}

/**
 * @param {string} text
 * @param {number} level
 */
function headingOf(text, level) {
  return h(/** @type {"h2"} */ (`h${level}`), { dir: "auto" }, text);
}

/**
 * Spans as text; what is underlined is told too, to who does not see it.
 * @param {readonly Span[]} spans
 * @returns {(Node|string)[]}
 */
function runsOf(spans) {
  return spans.map(({ text, strong, underline }) => {
    if (underline) return h("u", {}, h("span", { class: "unseen" }, "[", _("sign:"), " "), text, h("span", { class: "unseen" }, "]"));
    return strong ? h("strong", {}, text) : text;
  });
}

/** @param {import("./types.js").Bullets} list */
function bulletsOf({ items, numbers }) {
  // A list whose numbers are no longer those of the reader's count keeps them as words.
  const same = items.length === numbers.length && numbers.every((number, at) => number === String(at + 1));
  const made = items.map((item, at) =>
    h("li", {}, !same && numbers[at] && h("strong", {}, `${numbers[at]}. `), ...runsOf(item)),
  );
  return same ? h("ol", {}, made) : h("ul", { class: numbers.some(Boolean) && "numbered" }, made);
}

/**
 * @param {import("./types.js").Bubble} bubble
 * @param {number} at
 * @param {import("./types.js").Bubble[]} all
 */
function bubbleItem({ speaker, mine, avatar, spans, notes }, at, all) {
  const words = h("p", { class: "words", dir: "auto" }, ...runsOf(spans));
  const under = notes.length > 0 && h("ul", { class: "notes" }, ...notes.map(noteOf));
  if (!speaker) return h("li", { class: "notice" }, words, under);
  const same = at > 0 && all[at - 1].speaker === speaker && !all[at - 1].notes.length;
  return h(
    "li",
    { class: `message ${mine ? "mine" : "theirs"}` },
    faceOf(speaker, avatar, same),
    h("div", { class: "bubble" }, h("p", { class: same ? "who unseen" : "who" }, h("b", {}, h("bdi", {}, speaker))), words),
    under,
  );
}

/** @param {string} note */
function noteOf(note) {
  return h("li", {}, picture("flag-filled"), h("span", {}, note));
}

/**
 * @param {import("./types.js").Card} card
 * @param {number} level
 */
function cardOf({ kind, title, lines, small }, level) {
  // What has no number is written to, not called.
  const number = kind === "helpline" && /^[\d\s-]+$/.test(title) && `tel:${title.replace(/[\s-]/g, "")}`;
  const icon = kind === "helpline" && !/\d/.test(title) ? "chat" : CARDS[kind];
  return h(
    "div",
    { class: `card ${kind}` },
    h(/** @type {"h2"} */ (`h${level}`), { class: "title" }, picture(icon), number ? h("a", { href: number }, title) : h("span", {}, title)),
    ...lines.map((line) => h("p", { dir: "auto" }, line)),
    small && h("p", { class: "small" }, small),
  );
}

/**
 * A quiet way on: a reader hears where it starts from, the eye sees it.
 * @param {import("./types.js").Link|import("./types.js").GoBack} way
 * @param {Leads} leads
 */
function wayOf(way, { follow, goBack }) {
  const [icon, press] =
    way.type === "Link" ? ["eye", () => follow(way.page)] : ["undo", () => goBack(way.to)];
  return h(
    "button",
    { type: "button", class: "button quiet", onclick: press, "data-page": way.type === "Link" && way.page },
    picture(icon),
    h("span", {}, way.text, way.where && h("span", { class: "unseen" }, ` (${way.where})`)),
  );
}
