/**
 * Before playing: the content note, and help in reach of who needs it now.
 *
 * Its words are the window's, written into the file by Python.
 */

import { button, h } from "./dom.js";
import { fixedPage } from "./fixed.js";
import { begin } from "./play_screen.js";
import { _ } from "./words.js";

/** @type {import("./view.js").Screen} */
export function noteScreen(view) {
  const page = fixedPage(view.edition.language, "content-note");
  const stopped = view.memory.play?.begun && view.memory.play.state.phase !== "ended";
  const ways = [
    stopped && button(_("Go on where you stopped"), () => view.swap("play"), { kind: "primary", icon: "play", key: "resume" }),
    stopped
      ? button(_("Start from the beginning"), () => begin(view), { icon: "reload", key: "play" })
      : button(_("Play"), () => begin(view), { kind: "primary", icon: "play", key: "play" }),
  ];
  return {
    title: page?.title ?? _("Play"),
    nodes: [...(page?.nodes ?? []), h("p", { class: "row" }, ways)],
  };
}
