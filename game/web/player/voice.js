/**
 * The browser's own voice: what it is given to say, one after the other, until it is hushed.
 *
 * It is off until the person turns it on. What is said is the screens' affair; no voice is waited for, and where the
 * browser has none nothing is offered.
 */

/** Whether something was given to say since it was last hushed: asking the browser itself costs milliseconds. */
let speaking = false;

/** Whether this browser can speak at all. */
export function canSpeak() {
  return "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
}

/**
 * Say these texts when what is being said is over.
 * @param {readonly string[]} texts
 * @param {string} language as in the `lang` of a page
 */
export function say(texts, language) {
  for (const text of texts) {
    const words = new SpeechSynthesisUtterance(text.replace(/\s+/g, " ").trim());
    words.lang = language;
    if (!words.text) continue;
    speaking = true;
    speechSynthesis.speak(words);
  }
}

const READ = "h1, h2, h3, h4, p, li, legend, label, button";

/**
 * Say the page that `main` holds, piece by piece.
 * @param {Element} main
 * @param {string} language
 */
export function sayPage(main, language) {
  const pieces = [...main.querySelectorAll(READ)].filter((one) => !one.querySelector(READ) && !one.closest("[hidden]"));
  say(pieces.map((one) => one.textContent ?? ""), language);
}

/** Be silent at once, and forget what was still to be said. */
export function hush() {
  if (speaking) speechSynthesis.cancel();
  speaking = false;
}
