/**
 * What stands before, beside and after a play with a class: what a teacher prepares, the note, keys and notes, and the
 * look back.
 *
 * The play on the wall is `class_play.js`'s; pages that never change were written by Python (`class_pages.py`).
 */

import { blocksOf } from "./blocks.js";
import { opinion } from "./class_turn.js";
import { debrief } from "./debrief.js";
import { debriefPages, handledLine } from "./debrief_pages.js";
import { button, h } from "./dom.js";
import { fixedPage } from "./fixed.js";
import { followLinks } from "./help.js";
import { Play } from "./play.js";
import { backKey, clicked, gesturesOf, offWall, paged, putOnWall, rightToLeft, turnWall } from "./wall.js";
import { whatIfs } from "./what_if.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./view.js").Shown} Shown
 * @typedef {import("./view.js").View} View
 */

/**
 * A page that never changes, whose links lead on.
 * @param {View} view
 * @param {string} id
 */
function classPage(view, id) {
  const page = fixedPage(view.edition.language, id) ?? { title: "", nodes: [] };
  followLinks(view, page.nodes);
  return page;
}

/** A way to paper, for what stands on the screen. */
function printing() {
  return button(_("Print this page"), () => print(), { icon: "book" });
}

/** @param {View} view */
function confiding(view) {
  return button(_("If a pupil confides in you"), () => view.go("help", "confides"), { key: "b" });
}

/**
 * For the teacher, before the class: the page gives the story away.
 * @type {import("./view.js").Screen}
 */
export function classStart(view) {
  offWall(view);
  const { title, nodes } = classPage(view, "for-class");
  const keys = classPage(view, "class-keys");
  const begin = button(_("Play with the class"), () => view.go("class note"), { kind: "primary", icon: "class", key: "begin" });
  const ways = h("div", { class: "row" }, begin, printing(), confiding(view));
  return { title, kind: "reading sheet", nodes: [ways, ...nodes, h("h2", {}, keys.title), ...keys.nodes] };
}

/**
 * The note before a story, for everybody in the room.
 * @type {import("./view.js").Screen}
 */
export function classNote(view) {
  putOnWall(view);
  const { title, nodes } = classPage(view, "content-note");
  const begin = () => {
    view.memory.play = new Play(view.story);
    view.swap("class play");
  };
  return {
    title,
    nodes: [...nodes, h("p", {}, _("Write down no name and no vote. The game keeps nothing about a pupil either."))],
    ends: false,
    asks: () => {
      offWall(view);
      view.back();
    },
    foot: [
      gesturesOf([
        { key: _("Enter"), words: _("start the story"), press: begin, main: true },
        { key: "?", words: _("keys"), press: () => view.go("class keys") },
      ]),
    ],
    key: (event) => clickerKey(event, begin, () => false),
  };
}

/** @type {import("./view.js").Screen} */
export function classKeys(view) {
  return beside(view, classPage(view, "class-keys"));
}

/**
 * The teacher's notes: the class sees them too, and so they are asked about first.
 * @type {import("./view.js").Screen}
 */
export function classNotes(view, sure = false) {
  const page = classPage(view, "for-class");
  if (sure) return beside(view, { title: page.title, nodes: [h("p", { class: "row" }, printing()), ...page.nodes] });
  const show = button(_("Show the notes"), () => view.swap("class notes", true), { key: "a" });
  const nodes = [
    h("p", { class: "lead" }, _("The whole class sees this screen. The notes give the story away.")),
    h("p", { class: "row" }, show, confiding(view)),
  ];
  return beside(view, { title: _("Notes for the teacher"), nodes });
}

/**
 * Whether to stop here, and the ways on.
 * @type {import("./view.js").Screen}
 */
export function classStop(view) {
  const { places, memory } = view;
  const over = places[places.length - 2]?.name === "class end";
  const end = () => {
    view.places.pop();
    view.swap("class end");
  };
  const leave = () => {
    offWall(view);
    view.go("first");
  };
  const ways = [
    button(over ? _("Go on looking back") : _("Go on playing"), () => view.back(), { kind: "primary", icon: "play" }),
    !over && memory.play?.begun && button(_("Look back at what happened"), end, { icon: "eye" }),
    button(_("Leave the story"), leave, { icon: "exit" }),
    button(_("Leave projector mode (F8)"), () => turnWall(view)),
  ];
  const nodes = [
    h("p", {}, _("We can stop at any time. Nothing is held against anybody.")),
    h("div", { class: "row" }, ways),
  ];
  return beside(view, { title: _("Stop here?"), nodes });
}

/**
 * A page over the wall: what was on it comes back with the key that goes back.
 * @param {View} view
 * @param {{title: string, nodes: import("./dom.js").Child[]}} page
 * @returns {Shown}
 */
function beside(view, { title, nodes }) {
  const back = () => {
    view.back();
    return true;
  };
  return {
    title,
    nodes,
    ends: false,
    // Not Esc, which ends a full screen first.
    foot: [gesturesOf([{ key: backKey(), words: _("back"), press: back, main: true }])],
    key: (event) =>
      (event.key === "Escape" && back()) || clickerKey(event, () => false, back) || clicked(mainPart(), event.key),
  };
}

/**
 * The look back of a class: what it did together and what to talk about, then the pages of the debrief; the conversation
 * was read together just now and is left out.
 * @type {import("./view.js").Screen}
 */
export function classEnd(view, shown = "") {
  putOnWall(view);
  const { story, edition, memory } = view;
  const play = /** @type {Play} */ (memory.play);
  play.story = story;
  const pages = debriefPages(story, edition.told, play.log).filter(({ id }) => id !== "conversation");
  const ids = ["", ...pages.map(({ id }) => id)];
  const page = [...pages, ...whatIfs(story, play.log)].find(({ id }) => id === shown);
  const at = ids.indexOf(shown);
  const next = at >= 0 ? pages[at] : undefined;
  const forward = () => {
    if (at < 0) return view.back();
    if (next) view.swap("class end", next.id);
    else view.go("class stop");
  };
  const back = () => {
    if (at < 0) view.back();
    else if (at > 0) view.swap("class end", ids[at - 1]);
    return at !== 0;
  };
  const leads = {
    /** @param {string} id */
    follow: (id) => (ids.includes(id) ? view.back() : view.go("class end", id)),
    /** @param {number} to */
    goBack: (to) => {
      play.goBack(to);
      memory.hour = undefined;
      while (view.places.length && view.places[view.places.length - 1].name === "class end") view.places.pop();
      view.go("class play");
    },
  };
  const words = at < 0 ? _("back") : next ? filled(_("next, “{page}”"), { page: at ? next.title : _("In short") }) : _("stop here");
  return {
    title: page?.title ?? _("Looking back together"),
    nodes: page
      ? [h("div", { class: "debrief" }, blocksOf(page.blocks.filter(({ type }) => type !== "Link"), leads))]
      : together(view, play),
    ends: false,
    asks: at < 0 ? undefined : () => view.go("class stop"),
    foot: [
      gesturesOf([
        { key: _("Enter"), words, press: forward, main: true },
        ...(at > 0 ? [{ key: backKey(), words: _("back"), press: back }] : []),
        { key: "?", words: _("keys"), press: () => view.go("class keys") },
      ]),
    ],
    key: (event) => {
      if (/^[pb.]$/i.test(event.key) && !event.repeat) view.go("pause");
      else return clickerKey(event, forward, back);
      return true;
    },
  };
}

/**
 * What the class did together, without a word of who, and the questions of the story's author.
 * @param {View} view
 * @param {Play} play
 */
function together({ story, edition }, play) {
  const result = debrief(story, play.log);
  const { verdict } = result.score;
  const asked = fixedPage(edition.language, "class-ask");
  return [
    result.ending && h("p", { class: "ending", dir: "auto" }, play.text(result.title)),
    verdict && h("p", {}, filled(_("The class answered: “{answer}”."), { answer: opinion(verdict.answer) }), " ", revealed(story)),
    h("p", {}, handledLine(result)),
    h("h2", {}, asked?.title ?? ""),
    ...(asked?.nodes ?? []),
    h("p", { class: "small" }, _("Nobody has to speak about themselves. Write down no name.")),
  ];
}

/** @param {import("./types.js").Story} story */
function revealed({ trap }) {
  return trap ? _("It was a trap. It is made not to be seen.") : _("There was nothing to fear here.");
}

/**
 * The keys of a clicker on a page of words: what is out of view comes first.
 * @param {KeyboardEvent} event
 * @param {() => unknown} forward
 * @param {() => unknown} backward
 * @returns {boolean}
 */
function clickerKey({ key, repeat, target }, forward, backward) {
  const scrolls = [mainPart(), document.documentElement];
  if (key === "PageDown") return paged(scrolls, 1) || repeat || forward() !== false;
  if (key === "PageUp") return paged(scrolls, -1) || repeat || backward() !== false;
  if (key === "ArrowDown" || key === "ArrowUp") return paged(scrolls, key === "ArrowDown" ? 0.2 : -0.2);
  if (repeat) return false;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    return ((key === "ArrowLeft") === rightToLeft() ? forward() : backward()) !== false;
  }
  if ((key === "Enter" || key === " ") && !(/** @type {Element} */ (target).closest("button, a"))) return forward() !== false;
  return false;
}

/** @returns {HTMLElement} */
function mainPart() {
  return /** @type {HTMLElement} */ (document.getElementById("main"));
}
