/**
 * Finds hard words in texts and places them on pages, as the player does.
 */

import { readFileSync } from "node:fs";
import { explained, wordsIn } from "../../game/web/player/hard_words.js";

const { hard, texts, pages } = JSON.parse(readFileSync(0, "utf8"));
const told = {
  texts: texts.map((/** @type {string} */ text) => wordsIn(text, hard)),
  pages: pages.map((/** @type {import("../../game/web/player/types.js").Page} */ page) => explained(page, hard).blocks),
};
process.stdout.write(JSON.stringify(told));
