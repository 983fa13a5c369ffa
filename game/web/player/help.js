/**
 * The pages that never change, on the screen: help, one action a page, with the helpline always in view; and sources.
 *
 * What they say was written by Python (`fixed.js`). Nothing here asks, counts or keeps anything.
 */

import { lackingScreen } from "./content.js";
import { button, h, picture } from "./dom.js";
import { fixedPage, helpSteps, meaningsIn, stripOf } from "./fixed.js";
import { wordRow } from "./hard_words.js";
import { printHelpCard } from "./printing.js";
import { _, filled } from "./words.js";

/** Where the Help button leads: every number is one touch further. */
export const WHO_HELPS = "who-helps";
/** Where the first door leads. */
export const BREATHE = "breathe";

/** @type {import("./view.js").Screen} */
export function helpScreen(view, id) {
  const { language } = view.edition;
  const page = fixedPage(language, id);
  if (!page) {
    if (view.ended) return lackingScreen();
    view.later(() => view.again());
    return { title: _("Help"), nodes: [] };
  }
  const { title, nodes, kind } = page;
  unfoldWords(nodes);
  followLinks(view, nodes);
  if (id === WHO_HELPS) {
    const begin = () => view.go("help", BREATHE);
    const printing = printHelpCard(language);
    if (printing) nodes.push(printing);
    nodes.splice(1, 0, button(_("It is happening to me now"), begin, { kind: "primary", key: "begin" }));
  }
  const foot = kind ? [...stripOf(language), ...stepping(view, id)] : undefined;
  return { title, nodes, kind: foot && "reading stepped", foot };
}

/**
 * Where a page without a script leads to the page of all words, let each word unfold what it means.
 * @param {Node[]} nodes
 */
function unfoldWords(nodes) {
  // A file that is still on its way lacks what they mean.
  if (!meaningsIn(document.documentElement.lang).size) return;
  nodes.forEach((node, at) => {
    if (!(node instanceof Element)) return;
    const rows = node.className === "hard" ? [node] : [...node.querySelectorAll(".hard")];
    for (const row of rows) {
      const unfolding = wordRow([...row.children].map((one) => one.textContent ?? ""));
      if (row === node) nodes[at] = unfolding;
      else row.replaceWith(unfolding);
    }
  });
}

/**
 * Let the links of a page lead to screens, and leave no trace of that in the history.
 * @param {import("./view.js").View} view
 * @param {Node[]} nodes
 */
export function followLinks(view, nodes) {
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    for (const link of node.querySelectorAll("a")) {
      const [before, to] = (link.getAttribute("href") ?? "").split(`#${view.edition.language}-`);
      if (before || !to) continue;
      link.dataset.key = to;
      link.className = "way";
      link.append(picture("next"));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        view.go("help", to);
      });
    }
  }
}

/**
 * The ways from a step to the one before and after it; none from another page.
 * @param {import("./view.js").View} view
 * @param {string} id
 * @returns {import("./dom.js").Child[]}
 */
function stepping(view, id) {
  const steps = helpSteps(view.edition.language);
  const at = steps.indexOf(id);
  if (at < 0) return [];
  const of = { number: at + 1, total: steps.length };
  return [
    h("p", { class: "small step-of" }, filled(_("{number} of {total}"), of)),
    at > 0 && button(_("Previous"), () => view.go("help", steps[at - 1]), { icon: "back", key: "previous" }),
    at < steps.length - 1 &&
      button(_("Next"), () => view.go("help", steps[at + 1]), { kind: "primary", icon: "next", key: "next" }),
  ];
}
