/**
 * What a class is asked, as elements for the wall: the choices with their letters, the count, what came out. Nothing
 * here tells a good choice from another.
 *
 * Where the class is, is `hour.js`'s affair; what a key does and where the conversation stands, `class_play.js`'s.
 */

import { button, h } from "./dom.js";
import { ME } from "./story.js";
import { votesSaid, votesTyped } from "./vote.js";
import { _, filled } from "./words.js";

/**
 * @typedef {import("./hour.js").Hour} Hour
 * @typedef {{id: string, letter: string, words: string}} Lettered
 * A choice, or an answer to a verdict, as the class knows it; the letter is "" where there are no more letters.
 */
/**
 * What the teacher does.
 * @typedef {object} Hands
 * @property {() => void} forward
 * @property {() => void} look Shows where the other choice would have led.
 * @property {() => void} help
 * @property {(command: import("./types.js").Command) => void} give
 * @property {(choice: string) => void} pick
 * @property {(choice: string) => void} come Goes to the count of a choice.
 * @property {(choice: string, change: (vote: import("./vote.js").Vote) => import("./vote.js").Vote) => void} count
 */

/**
 * @param {Hour} hour
 * @returns {Lettered[]}
 */
export function lettered({ round, play }) {
  const { phase, scene } = play.state;
  return round.vote.choices.map((id, at) => ({
    id,
    letter: "ABCDEFGHIJ"[at] ?? "",
    words: phase === "verdict" ? opinion(id) : choiceWords(play, scene, id),
  }));
}

/** @param {string} answer */
export function opinion(answer) {
  if (answer === "unsure") return _("I do not know");
  return answer === "trap" ? _("Somebody here means harm") : _("There is nothing to fear here");
}

/**
 * A choice as the class reads it: what is said stands in quotes.
 * @param {import("./play.js").Play} play
 * @param {string} scene
 * @param {string} id
 */
function choiceWords(play, scene, id) {
  const choice = play.choice(scene, id);
  const words = play.text(choice.text);
  return choice.says ? filled(_("“{words}”"), { words }) : words;
}

/**
 * What stands for a choice in a sentence.
 * @param {Lettered} one
 */
export function letterOf(one) {
  return one.letter || one.words;
}

/**
 * What is asked now; nothing while the class reads.
 * @param {Hour} hour
 * @param {Hands} hands
 * @returns {Node[]}
 */
export function wallAsked(hour, hands) {
  const { play, step } = hour;
  switch (step) {
    case "announced":
      return wallAnnounced(play.person(ME).name, hands);
    case "stop":
      return [
        h("p", { class: "lead" }, _("Let us stop here for a moment")),
        wallQuestion(play.text(hour.stop)),
        h("p", {}, _("Take your time to talk about it. Nobody has to speak about themselves.")),
      ];
    case "think":
      return wallThink(hour, hands);
    case "count":
      return [
        wallQuestion(_("How many votes for each choice?")),
        ...lettered(hour).map((one) => wallCounted(one, hour.round.vote.count(one.id), hands)),
        wallSmall(_("Type each number, then Enter. One or two votes stay “1–2”, so that nobody is singled out.")),
      ];
    case "result":
      return wallCameOut(hour, hands);
    case "confirm": {
      const one = lettered(hour)[hour.round.vote.choices.indexOf(hour.round.picked)];
      return [
        wallQuestion(filled(_("Play {letter}?"), { letter: letterOf(one) })),
        h("p", { class: "ending" }, one.words),
      ];
    }
    case "offer": {
      const { visit, choice } = /** @type {NonNullable<Hour["tempting"]>} */ (hour.tempting);
      const words = choiceWords(play, visit.scene, choice);
      return [
        wallQuestion(_("What if…?")),
        h("p", {}, filled(_("Another choice was possible: {words}"), { words })),
        wallButton(_("See where it would have led"), () => hands.look(), "A"),
      ];
    }
    case "ended": {
      const title = play.text(/** @type {any} */ (play.story.ending.get(play.state.ending)).title);
      return [wallQuestion(_("The story stops here")), h("p", { class: "ending" }, title)];
    }
  }
  return [];
}

/**
 * Each for themselves; nobody sees what the others choose.
 * @param {Hour} hour
 * @param {Hands} hands
 */
function wallThink(hour, hands) {
  const { play, raised } = hour;
  const name = play.person(ME).name;
  const verdict = play.state.phase === "verdict";
  return [
    wallQuestion(verdict ? _("What do you all think of this conversation?") : filled(_("What does {name} do?"), { name })),
    wallSmall(
      raised
        ? _("Think about it without speaking. Then close your eyes and raise your hand.")
        : _("Think about it without speaking. Eyes down, card against your chest."),
    ),
    ...lettered(hour).map((one) => wallButton(one.words, () => hands.pick(one.id), one.letter)),
  ];
}

/**
 * A choice with its count, which is typed while the field has the focus, or changed by its two buttons.
 * @param {Lettered} one
 * @param {number} count
 * @param {Hands} hands
 */
function wallCounted(one, count, hands) {
  const { id } = one;
  const choice = letterOf(one);
  /**
   * The field's own keys do the same: Tab goes from count to count.
   * @param {string} sign
   * @param {string} name
   * @param {"more"|"fewer"} change
   */
  const step = (sign, name, change) =>
    h(
      "button",
      {
        class: "step-count",
        type: "button",
        tabindex: -1,
        "aria-label": filled(name, { choice }),
        onclick: () => hands.count(id, (vote) => vote[change](id)),
      },
      sign,
    );
  return h(
    "div",
    { class: "row-count" },
    wallLetter(one.letter),
    h("span", { class: "what" }, one.words),
    h(
      "span",
      { class: "counting" },
      step("−", _("Fewer votes for {choice}"), "fewer"),
      tellCount(
        h("span", {
          class: "count",
          role: "spinbutton",
          dir: "ltr",
          tabindex: 0,
          "data-count": id,
          "aria-label": `${one.letter}. ${one.words}`,
          "aria-valuemin": 0,
          "aria-valuemax": 99,
          onclick: () => hands.come(id),
        }),
        count,
      ),
      step("+", _("More votes for {choice}"), "more"),
    ),
  );
}

/**
 * A field that says so many votes. One and two are one thing to a screen reader too.
 * @param {HTMLElement} field
 * @param {number} count
 */
export function tellCount(field, count) {
  field.textContent = votesTyped(count);
  field.setAttribute("aria-valuenow", String(count && Math.max(2, count)));
  field.setAttribute("aria-valuetext", votesTyped(count));
  return field;
}

/**
 * The bars, who is ahead in words, and where the teacher decides, a way to do so.
 * @param {Hour} hour
 * @param {Hands} hands
 */
function wallCameOut(hour, hands) {
  const { vote, pickable } = hour.round;
  const { ahead } = vote;
  const shown = lettered(hour);
  const names = shown.filter(({ id }) => ahead.includes(id)).map(letterOf);
  const last = names.pop() ?? "";
  const letters = filled(_("{first} and {last}"), { first: names.join(", "), last });
  const said = !last
    ? _("No votes this time. Your teacher chooses.")
    : names.length
      ? filled(_("{letters} are tied. Your teacher chooses."), { letters })
      : filled(_("Most votes: {letter}"), { letter: last });
  const mark = names.length ? `= ${_("Tied")}` : `✓ ${_("Most votes")}`;
  return [
    wallQuestion(said),
    h(
      "ul",
      { class: "bars" },
      shown.map((one) => {
        const bar = h("span", { class: "bar-of", "aria-hidden": "true" });
        bar.style.setProperty("--share", String(vote.share(one.id)));
        const first = ahead.includes(one.id);
        return h(
          "li",
          { class: first ? "ahead" : "" },
          wallLetter(one.letter),
          h("span", { class: "what" }, one.words),
          h("b", { class: "votes" }, votesSaid(vote.count(one.id))),
          h("span", { class: "track" }, bar, first && h("b", { class: "mark-of" }, mark)),
        );
      }),
    ),
    h(
      "div",
      { class: "row" },
      shown
        .filter(({ id }) => pickable.includes(id))
        .map((one) => {
          const words = filled(_("Play {letter}"), { letter: letterOf(one) });
          return button(words, () => hands.pick(one.id), { key: one.letter.toLowerCase() });
        }),
    ),
  ];
}

/**
 * A hard scene comes: the teacher chooses how it is read. No key leads into it by mistake.
 * @param {string} name
 * @param {Hands} hands
 */
function wallAnnounced(name, hands) {
  const words = _("The next part is hard: someone puts {name} under pressure. You can read it, or read a short summary instead.");
  return [
    wallQuestion(_("Before you go on")),
    h("p", {}, filled(words, { name })),
    wallButton(_("Read it"), () => hands.give({ type: "GoOn" }), "A"),
    wallButton(_("Read a short summary instead"), () => hands.give({ type: "ReadSummary" }), "B"),
    wallSmall(_("Anyone may look away, or step out for a while.")),
    button(_("Get help"), () => hands.help(), { kind: "help", icon: "help" }),
  ];
}

/**
 * What is asked, without a word of what would be well answered; the keyboard's focus comes here.
 * @param {string} words
 */
function wallQuestion(words) {
  return h("h2", { tabindex: -1 }, words);
}

/** @param {string} words */
function wallSmall(words) {
  return h("p", { class: "small" }, words);
}

/** @param {string} shown */
function wallLetter(shown) {
  return shown ? h("b", { class: "letter" }, shown) : null;
}

/**
 * @param {string} words
 * @param {() => void} press
 * @param {string} [shown] The letter that does the same.
 */
function wallButton(words, press, shown = "") {
  return h("button", { class: "choice", type: "button", "data-key": shown.toLowerCase(), onclick: press }, wallLetter(shown), h("span", { class: "what" }, h("bdi", {}, words)));
}
