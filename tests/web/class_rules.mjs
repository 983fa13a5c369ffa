/** Walks through the class's rules, told as JSON on the standard input; what each step gave goes to the output. */

import { readFileSync } from "node:fs";
import { Round } from "../../game/web/player/round.js";
import { mostTempting } from "../../game/web/player/tempting.js";
import { Vote, votesTyped } from "../../game/web/player/vote.js";

const { rounds, temptations } = JSON.parse(readFileSync(0, "utf8"));

function told(round) {
  const { vote } = round;
  return {
    phase: round.phase,
    picked: round.picked,
    came: round.came,
    counts: vote.counts,
    pickable: round.pickable,
    plays: round.plays,
    ahead: vote.ahead,
    shares: vote.choices.map((choice) => vote.share(choice)),
    typed: vote.counts.map(votesTyped),
  };
}

function walked({ choices, gestures }) {
  let round = new Round(new Vote(choices));
  return gestures.map(([gesture, ...values]) => {
    if (gesture === "forward") round = round.forward();
    else if (gesture === "back") round = round.back() ?? round;
    else if (gesture === "pick") round = round.pick(...values);
    else round = round.counted(round.vote[gesture](...values));
    return told(round);
  });
}

function tempted({ others, choices, counts, givingIn }) {
  const story = { step: new Map(givingIn.map((id) => [id, { giving_in: true }])) };
  return mostTempting(others, new Vote(choices, counts), story);
}

console.log(JSON.stringify({ rounds: rounds.map(walked), temptations: temptations.map(tempted) }));
