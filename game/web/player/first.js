/**
 * The first screen: help first, then the story; then the way for a class, and what one should know of traces.
 */

import { h, picture } from "./dom.js";
import { BREATHE } from "./help.js";
import { _, filled, ngettext } from "./words.js";

/** @type {import("./view.js").Screen} */
export function firstScreen(view) {
  const { title, summary, minutes } = view.story;
  const long = minutes ? filled(ngettext("One play: about {count} minute.", "One play: about {count} minutes.", minutes), { count: minutes }) : "";
  return {
    title: "Vigichat",
    kind: "first",
    nodes: [
      h("p", { class: "lead" }, _("A game to see webcam blackmail coming, and to know what to do if it happens.")),
      h(
        "div",
        { class: "doors" },
        door(_("It is happening to me now"), [_("No question asked, nothing kept. What to do, and who helps, right away.")], "help", () => view.go("help", BREATHE)),
        door(_("Play"), [h("strong", {}, title), summary, long], "chat", () => view.go("note")),
      ),
      door(_("For the class"), [_("Prepare a story, and play it together.")], "class", () => view.go("class")),
    ],
  };
}

/**
 * A large button with a picture, a title and what stands under it.
 * @param {string} title
 * @param {(Node|string)[]} lines
 * @param {string} icon
 * @param {() => void} press
 */
function door(title, lines, icon, press) {
  return h(
    "button",
    { type: "button", class: `door to-${icon}`, "data-key": icon, onclick: press },
    h("span", { class: "badge" }, picture(icon)),
    h("strong", {}, title),
    lines.map((line) => line && h("span", {}, line)),
  );
}
