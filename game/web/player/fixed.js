/**
 * The pages that never change: Python wrote them into the file as HTML, for browsers without a script.
 *
 * Each is taken from there when it is asked for. Which screen shows it is `help.js`'s.
 */

import { h, picture } from "./dom.js";

/** @type {Element|null} */
let fixedPart = null;

/**
 * The part of the file where the pages of `language` stand.
 * @param {string} language
 * @returns {Element|undefined}
 */
function pagesOf(language) {
  fixedPart = fixedPart ?? document.getElementById("fixed");
  if (document.readyState !== "loading") fixedPart?.remove();
  return [...(fixedPart?.children ?? [])].find((one) => one.id === language);
}

/**
 * The page called `id`: its title, its class and what stands under it, with headings from level 2. A file that is still
 * on its way may lack it: null.
 * @param {string} language
 * @param {string} id
 * @returns {{title: string, kind: string, nodes: Node[]}|null}
 */
export function fixedPage(language, id) {
  const section = pagesOf(language)?.querySelector(`[id="${language}-${id}"]`);
  if (!section) return null;
  const copy = /** @type {Element} */ (section.cloneNode(true));
  const title = copy.querySelector("h2");
  title?.remove();
  for (const heading of copy.querySelectorAll("h3, h4, h5")) {
    const raised = h(/** @type {"h2"} */ (`h${Number(heading.tagName[1]) - 1}`));
    raised.append(...heading.childNodes);
    heading.replaceWith(raised);
  }
  for (const old of copy.querySelectorAll("p[data-fresh-until]")) {
    // How old facts are is known when they are read, not when the file was made.
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    old.toggleAttribute("hidden", today <= (old.getAttribute("data-fresh-until") ?? ""));
  }
  for (const link of copy.querySelectorAll(".helpline > :first-child")) {
    // What has no number is written to, not called.
    link.prepend(picture(link.querySelector("a") ? "phone" : "chat"));
  }
  return { title: title?.textContent ?? "", kind: section.className, nodes: [...copy.childNodes] };
}

/**
 * What the hard words of `language` mean, by the word: the page of all words says it, once a file has come so far.
 * @param {string} language
 * @returns {Map<string, string>}
 */
export function meaningsIn(language) {
  const listed = pagesOf(language)?.querySelectorAll(`[id="${language}-words"] > ul > li`) ?? [];
  return new Map([...listed].map((one) => [one.firstChild?.textContent ?? "", one.lastChild?.textContent?.slice(3) ?? ""]));
}

/**
 * The ids of the pages of help that are read in their order, one action a screen.
 * @param {string} language
 * @returns {string[]}
 */
export function helpSteps(language) {
  const steps = pagesOf(language)?.querySelectorAll(".step") ?? [];
  return [...steps].map((one) => one.id.slice(language.length + 1));
}

/**
 * The first helpline in short, to stand at the foot of help.
 * @param {string} language
 * @returns {Node[]}
 */
export function stripOf(language) {
  const strip = pagesOf(language)?.querySelector(".strip")?.cloneNode(true);
  if (!(strip instanceof Element)) return [];
  strip.firstElementChild?.prepend(picture("phone"));
  return [strip];
}
