/**
 * Starts the player of an exported file: its screens by name, and what the file holds.
 */

import { View } from "./view.js";

/** @type {import("./types.js").Content} */
const content = JSON.parse(document.getElementById("content")?.textContent ?? "");

new View(content, {});
