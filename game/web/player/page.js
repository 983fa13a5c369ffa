/**
 * The blocks of a page of words, as `game/telling/page.py` has them: plain values that `types.js` describes.
 *
 * Making elements of them is the screens' work.
 */

import { _ } from "./words.js";

/**
 * @typedef {import("./types.js").Span} Span
 * @typedef {import("./types.js").Tone} Tone
 */

/**
 * @param {string} text
 * @param {number} [level] 2 or 3: a page's own title is 1.
 * @returns {import("./types.js").Heading}
 */
export function heading(text, level = 2) {
  return { type: "Heading", text, level };
}

/**
 * @param {Span[]} spans
 * @param {Tone} [tone]
 * @returns {import("./types.js").Paragraph}
 */
export function paragraph(spans, tone = "plain") {
  return { type: "Paragraph", spans, tone };
}

/**
 * A paragraph of one unstyled run.
 * @param {string} text
 * @param {Tone} [tone]
 */
export function plain(text, tone) {
  return paragraph([{ text }], tone);
}

/**
 * The end of a page: the lines that say where what it tells was read, and when.
 * @param {string[]} lines
 */
export function origins(lines) {
  return [heading(_("Where this comes from")), ...lines.map((line) => plain(line, "small"))];
}

/**
 * A list, each of whose items is one unstyled run.
 * @param {string[]} texts
 * @returns {import("./types.js").Bullets}
 */
export function bullets(texts) {
  return { type: "Bullets", items: texts.map((text) => [{ text }]), numbers: [] };
}

/**
 * @param {string} speaker "" for what was done.
 * @param {Span[]} spans
 * @returns {import("./types.js").Quote}
 */
export function quote(speaker, spans) {
  return { type: "Quote", speaker, spans };
}

/**
 * @param {import("./types.js").Card["kind"]} kind
 * @param {string[]} told The title, then the lines.
 * @param {string} [small]
 * @returns {import("./types.js").Card}
 */
export function card(kind, [title, ...lines], small = "") {
  return { type: "Card", kind, title, lines, small };
}

/**
 * A way to another page of the same set. `where` is said after `text` where that alone would not tell.
 * @param {string} text
 * @param {string} page
 * @param {string} [where]
 * @returns {import("./types.js").Link}
 */
export function link(text, page, where = "") {
  return { type: "Link", text, page, where };
}

/**
 * A way back into the play, to the choices that were offered at the index `to` of its log.
 * @param {string} text
 * @param {number} to
 * @param {string} [where]
 * @returns {import("./types.js").GoBack}
 */
export function goBack(text, to, where = "") {
  return { type: "GoBack", text, to, where };
}

/**
 * A few quiet ways on from what stands above them.
 * @param {...(import("./types.js").Link|import("./types.js").GoBack)} found
 * @returns {import("./types.js").Ways}
 */
export function ways(...found) {
  return { type: "Ways", ways: found };
}
