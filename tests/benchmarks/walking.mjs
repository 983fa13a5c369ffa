/**
 * Gives the plays that it is given, and says how many a second of processor time: see both_players.py.
 *
 * Its input is a compiled story, then parts of its plays as lists of lists of commands, each as JSON on one line.
 */

import { readFileSync } from "node:fs";
import { debrief } from "../../game/web/player/debrief.js";
import { visits } from "../../game/web/player/other_ways.js";
import { NEW, Refused, decide, fold } from "../../game/web/player/session.js";
import { opened } from "../../game/web/player/story.js";

const [compiled, ...parts] = readFileSync(0, "utf8").split("\n").map((line) => JSON.parse(line));
const story = opened(compiled);
const speeds = parts.map((plays) => {
  const began = process.cpuUsage();
  for (const commands of plays) {
    let state = NEW;
    for (const command of commands) {
      try {
        state = fold(decide(story, state, command), state);
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault;
      }
    }
    debrief(story, state.log);
    visits(story, state.log);
  }
  const used = process.cpuUsage(began);
  return (plays.length * 1e6) / (used.user + used.system);
});
process.stdout.write(JSON.stringify(speeds));
