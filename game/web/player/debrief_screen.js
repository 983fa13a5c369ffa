/**
 * The debrief: its pages, one at a time, with ways between them, and the ways on from it.
 *
 * What the pages say is debrief_pages.js's and what_if.js's.
 */

import { blocksOf } from "./blocks.js";
import { debriefPages } from "./debrief_pages.js";
import { button, h, picture } from "./dom.js";
import { explained } from "./hard_words.js";
import { printDebrief } from "./printing.js";
import { whatIfs } from "./what_if.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./types.js").Page} Page
 * @typedef {import("./view.js").View} View
 */

/**
 * The page with the id `shown` of the debrief of the play that the view remembers, or one beside them.
 * @param {View} view
 * @param {string} [shown]
 * @returns {import("./view.js").Shown}
 */
export function debriefScreen(view, shown = "first") {
  const play = /** @type {import("./play.js").Play} */ (view.memory.play);
  play.story = view.story;
  const { told, hard, others } = view.edition;
  const pages = debriefPages(view.story, told, play.log).map((page) => explained(page, hard));
  const other = shown.startsWith("what-if") ? whatIfs(view.story, play.log).find(({ id }) => id === shown) : undefined;
  const beside = other && explained(other, hard);
  const page = beside ?? /** @type {Page} */ (pages.find(({ id }) => id === shown) ?? pages[0]);
  const at = pages.indexOf(page);
  /** @param {string} id */
  const turnTo = (id) => view.swap("debrief", id);
  const leads = {
    /** @param {string} id */
    follow: (id) => (beside ? view.back() : id.startsWith("what-if") ? view.go("debrief", id) : turnTo(id)),
    /** @param {number} to */
    goBack: (to) => {
      play.goBack(to);
      if (beside) view.places.pop();
      view.swap("play");
    },
  };
  // The pages above lead to one another; a page beside them says itself where it leads.
  const shownBlocks = blocksOf(page.blocks.filter(({ type }) => type !== "Link"), leads);
  const next = at >= 0 ? pages[at + 1] : undefined;
  const again = () => {
    delete view.memory.play;
    view.swap("note");
  };
  const ways = h(
    "p",
    { class: "row" },
    next && button(filled(_("Next: {page}"), { page: next.title }), () => turnTo(next.id), { kind: "primary", icon: "next" }),
    others && h("a", { class: next ? "button" : "button primary", href: others, "data-key": "others" }, picture("book"), _("Another story")),
    button(_("Play again"), again, { icon: "reload" }),
    printDebrief(pages),
    button(_("Back to the start"), () => view.go("first"), { key: "start" }),
  );
  return {
    title: page.title,
    nodes: [!beside && tabs(pages, page, turnTo), h("div", { class: "debrief" }, ...shownBlocks, !beside && ways)],
  };
}

/**
 * A list of the pages, which leads to each.
 * @param {Page[]} pages
 * @param {Page} shown
 * @param {(id: string) => void} turnTo
 */
function tabs(pages, shown, turnTo) {
  return h(
    "nav",
    { class: "tabs", "aria-label": _("Pages of the debrief") },
    h(
      "ul",
      {},
      ...pages.map((page, number) => {
        const attributes = { "aria-current": page === shown && "page" };
        const name = number ? page.title : _("In short");
        return h("li", {}, button(name, () => turnTo(page.id), { key: `tab ${page.id}`, attributes }));
      }),
    ),
  );
}
