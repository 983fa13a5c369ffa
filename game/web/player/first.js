/**
 * The first screen: help first, then the story; then the way for a class, and what one should know of traces.
 *
 * What the doors open is the screens' that they name.
 */

import { button, h, picture } from "./dom.js";
import { BREATHE } from "./help.js";
import { _, filled, ngettext } from "./words.js";

/** @type {import("./view.js").Screen} */
export function firstScreen(view) {
  const { title, summary, minutes, language } = view.edition.story;
  const told = language === view.edition.language ? null : language;
  const long = ngettext("One play: about {count} minute.", "One play: about {count} minutes.", minutes ?? 0);
  return {
    title: "Vigichat",
    kind: "first",
    nodes: [
      picture("mascot"),
      h("p", { class: "lead" }, _("A game to see webcam blackmail coming, and to know what to do if it happens.")),
      h(
        "div",
        { class: "doors" },
        door("help", _("It is happening to me now"), () => view.go("help", BREATHE), [
          _("No question asked, nothing kept. What to do, and who helps, right away."),
        ]),
        door("chat", _("Play"), () => view.go("note"), [
          h("b", { lang: told, dir: "auto" }, title),
          h("span", { lang: told, dir: "auto" }, summary),
          minutes && filled(long, { count: minutes }),
        ]),
        door("class", _("For the class"), () => view.go("class"), [_("Prepare a story, and play it together.")]),
      ),
      h(
        "div",
        { class: "traces" },
        h(
          "p",
          {},
          h("span", {}, _("No account. Nothing that you do here is kept or sent.")),
          " ",
          h("span", {}, _("Your browser’s history is not erased: it keeps the name of this page.")),
        ),
        h(
          "p",
          {},
          h("span", {}, _("Someone coming? “Leave” is always at the top; or press Shift three times.")),
          " ",
          button(_("Try the way out"), () => view.go("rehearsal"), { icon: "exit", key: "rehearse" }),
        ),
      ),
    ],
  };
}

/**
 * A large button with a picture, a title, and the lines under it.
 * @param {string} icon
 * @param {string} title
 * @param {() => void} press
 * @param {(Node|string|number|undefined)[]} lines
 */
function door(icon, title, press, lines) {
  const told = lines.map((line) => line && (line instanceof Node ? line : h("span", {}, `${line}`)));
  return h(
    "button",
    { type: "button", class: `door to-${icon}`, "data-key": `door ${icon}`, onclick: press },
    h("span", { class: "badge" }, picture(icon)),
    h("span", { class: "title" }, title),
    /** @type {Node[]} */ (told.filter(Boolean)),
  );
}
