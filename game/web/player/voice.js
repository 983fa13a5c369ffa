/**
 * The device's own voice: what it is given to say, one after the other, until it is hushed.
 *
 * It is off until the person turns it on. Some browsers have voices elsewhere too, to which they would send every word:
 * those are never used, and where the device has none for a language nothing is said. What is said is the screens' affair.
 */

/** Whether something was given to say since it was last hushed: asking the browser itself costs milliseconds. */
let speaking = false;

/** @type {[readonly string[], string][]} What waits for the voices: some browsers look for them once they are asked. */
let waiting = [];

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
  const voices = speechSynthesis.getVoices();
  if (!voices.length) {
    waiting.push([texts, language]);
    speechSynthesis.onvoiceschanged = sayWaiting;
    return;
  }
  const voice = voices.find((one) => one.localService && one.lang.split(/[-_]/)[0].toLowerCase() === language);
  for (const text of voice ? texts : []) {
    const words = new SpeechSynthesisUtterance(text.replace(/\s+/g, " ").trim());
    words.lang = language;
    words.voice = /** @type {SpeechSynthesisVoice} */ (voice);
    if (!words.text) continue;
    speaking = true;
    speechSynthesis.speak(words);
  }
}

/** Say what waited, now that the voices are known. */
function sayWaiting() {
  const texts = waiting;
  waiting = [];
  for (const [some, language] of texts) say(some, language);
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
  waiting = [];
  if (speaking) speechSynthesis.cancel();
  speaking = false;
}
