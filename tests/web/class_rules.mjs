/** Walks through the class's rules, told as JSON on the standard input; what each step gave goes to the output. */

import { readFileSync } from "node:fs";
import { Hour } from "../../game/web/player/hour.js";
import { Play } from "../../game/web/player/play.js";
import { Round } from "../../game/web/player/round.js";
import { opened } from "../../game/web/player/story.js";
import { mostTempting } from "../../game/web/player/tempting.js";
import { Vote, votesTyped } from "../../game/web/player/vote.js";

const { rounds = [], temptations = [], hours = { walks: [] } } = JSON.parse(readFileSync(0, "utf8"));

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

function hourOf(hour) {
  const { play, tempting } = hour;
  return {
    step: hour.step,
    shown: play.pace.shown,
    events: play.log.length,
    stop: hour.step === "stop" && hour.stop,
    pickable: hour.pickable,
    mayReturn: hour.mayReturn,
    tempting: tempting && [tempting.visit.at, tempting.choice],
  };
}

function lived({ seed, gestures }) {
  const hour = new Hour(new Play(opened(hours.story), seed));
  const steps = gestures.map((gesture) => {
    const { step } = hour;
    const [name, value] = gesture.split(" ");
    if (name === "read") hour.readOn();
    else if (name === "go-on" && step === "announced") hour.do({ type: "GoOn" });
    else if (name === "summary" && step === "announced") hour.do({ type: "ReadSummary" });
    else if (name === "forward") hour.forward();
    else if (name === "back") hour.backward();
    else if (name === "digit" && step === "count") {
      const { choices } = hour.round.vote;
      hour.count((vote) => vote.typed(choices[value % choices.length], "4"));
    } else if (name === "pick" && hour.pickable.length) hour.pick(hour.pickable[value % hour.pickable.length]);
    else if (name === "look" && step === "offer") hour.look();
    else if (name === "return" && hour.mayReturn) hour.goBack();
    return hourOf(hour);
  });
  return { steps, log: hour.play.log };
}

const answer = { rounds: rounds.map(walked), temptations: temptations.map(tempted), hours: hours.walks.map(lived) };
console.log(JSON.stringify(answer));
