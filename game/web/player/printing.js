/**
 * Printing: pages of words one below the other on paper, without the buttons that only a screen needs.
 *
 * What they say is the screens' affair, how paper looks `printing.css`'s.
 */

import { blocksOf } from "./blocks.js";
import { button, h } from "./dom.js";
import { fixedPage } from "./fixed.js";
import { FICTION } from "./frame.js";
import { _ } from "./words.js";

/** The blocks that only lead to other screens. */
const WAYS = ["Link", "GoBack", "Ways"];

/**
 * A button that prints what `pages` gives when it is pressed: titles, and what stands under them. Where a browser cannot
 * print, as inside some apps, there is none.
 * @param {string} words
 * @param {() => {title: string, nodes: Node[]}[]} pages
 * @returns {HTMLButtonElement|false}
 */
function printButton(words, pages) {
  return typeof print === "function" && button(words, () => printed(pages()), { icon: "book", key: "print" });
}

/**
 * A button that prints all pages of a debrief.
 * @param {readonly import("./types.js").Page[]} pages
 */
export function printDebrief(pages) {
  const leads = { follow() {}, goBack() {} };
  return printButton(_("Print all of it"), () =>
    pages.map(({ title, blocks }) => ({ title, nodes: blocksOf(blocks.filter(({ type }) => !WAYS.includes(type)), leads) })),
  );
}

/**
 * A button that prints the help card.
 * @param {string} language
 */
export function printHelpCard(language) {
  return printButton(_("Print a help card"), () => {
    const card = fixedPage(language, "help-card");
    return card ? [card] : [];
  });
}

/**
 * Put the pages on paper. They stay beside the screen, unseen, until somebody is back at it: some phones print what is
 * there only after they said that they have.
 * @param {{title: string, nodes: Node[]}[]} pages
 */
function printed(pages) {
  const root = document.documentElement;
  const paper = h(
    "div",
    { id: "paper" },
    pages.map(({ title, nodes }) => h("section", {}, h("h1", {}, title), nodes)),
    h("p", { class: "fiction" }, FICTION),
  );
  for (const word of paper.querySelectorAll("details")) word.open = true;
  document.body.append(paper);
  root.dataset.paper = "";
  const clear = () => {
    paper.remove();
    delete root.dataset.paper;
    for (const event of ["pointerdown", "keydown"]) removeEventListener(event, clear, true);
  };
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, clear, true);
  print();
}
