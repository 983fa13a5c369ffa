/**
 * Starts the player of an exported file: its screens by name, and what the file holds.
 */

import { debriefScreen } from "./debrief_screen.js";
import { pauseScreen, stopScreen } from "./pause.js";
import { playScreen } from "./play_screen.js";
import { View } from "./view.js";

/** @type {import("./types.js").Content} */
const content = JSON.parse(document.getElementById("content")?.textContent ?? "");

const view = new View(content, { play: playScreen, pause: pauseScreen, stop: stopScreen, debrief: debriefScreen });
view.go("play");
