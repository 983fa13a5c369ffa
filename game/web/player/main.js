/**
 * Starts the player of an exported file: its screens by name, and what the file holds.
 */

import { classPlay } from "./class_play.js";
import { classEnd, classKeys, classNote, classNotes, classStart, classStop } from "./class_screens.js";
import { ahead, lackingScreen } from "./content.js";
import { debriefScreen } from "./debrief_screen.js";
import { firstScreen } from "./first.js";
import { helpScreen } from "./help.js";
import { noteScreen } from "./note.js";
import { pauseScreen, stopScreen } from "./pause.js";
import { playScreen } from "./play_screen.js";
import { rehearsalScreen } from "./rehearsal.js";
import { settingsScreen } from "./settings_screen.js";
import { View } from "./view.js";
import { empty, wasLeft } from "./way_out.js";

/** @type {Readonly<Record<string, import("./view.js").Screen>>} */
const SCREENS = {
  first: firstScreen,
  help: helpScreen,
  note: noteScreen,
  play: playScreen,
  pause: pauseScreen,
  stop: stopScreen,
  debrief: debriefScreen,
  settings: settingsScreen,
  rehearsal: rehearsalScreen,
  lacking: lackingScreen,
  class: classStart,
  "class note": classNote,
  "class play": classPlay,
  "class end": classEnd,
  "class keys": classKeys,
  "class notes": classNotes,
  "class stop": classStop,
};

if (wasLeft()) empty();
else new View(ahead(), SCREENS).open();
