// inkjs doing the same work, in a process of its own.
//
//   node ink.cjs FOLDER compile FILE.ink          compile, and end
//   node ink.cjs FOLDER walk FILE.ink PLAYS ROUNDS   choices a second, plays by chance, text produced
//   node ink.cjs FOLDER cover FILE.ink PLAYS      compile, play by chance, count the scenes met
//   node ink.cjs FOLDER json FILE.ink             the compiled story itself
//   node ink.cjs FOLDER save FILE.ink CHOICES     bytes of the state after so many choices
//
// FOLDER holds node_modules/inkjs. Prints one line of JSON.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const [folder, what, file, ...numbers] = process.argv.slice(2);
const { Compiler } = createRequire(path.join(path.resolve(folder), "here.js"))("inkjs/full");

const story = new Compiler(fs.readFileSync(file, "utf8")).Compile();
let chance = 1;

function drawn(among) {
  chance = (Math.imul(chance, 1103515245) + 12345) & 0x7fffffff;
  return (chance >> 16) % among;
}

// One play; how many choices it took, and how many characters came up. At most `most` choices.
function walk(most = Infinity, met = null) {
  story.ResetState();
  let choices = 0;
  let characters = 0;
  for (;;) {
    while (story.canContinue) characters += story.Continue().length - 1;
    const offered = story.currentChoices;
    if (offered.length === 0 || choices === most) return [choices, characters];
    for (const one of offered) characters += one.text.length;
    if (met) met.add(offered[0].sourcePath.split(".")[0]);
    story.ChooseChoiceIndex(drawn(offered.length));
    choices += 1;
  }
}

if (what === "walk") {
  const [plays, rounds] = numbers.map(Number);
  const speeds = [];
  let choices = 0;
  let characters = 0;
  for (let round = 0; round <= rounds; round += 1) {
    chance = 1;
    choices = characters = 0;
    const began = process.cpuUsage();
    for (let play = 0; play < plays; play += 1) {
      const [took, came] = walk();
      choices += took;
      characters += came;
    }
    const used = process.cpuUsage(began);
    speeds.push((choices * 1e6) / (used.user + used.system));
  }
  console.log(JSON.stringify({ speeds: speeds.slice(1), choices, characters }));
} else if (what === "cover") {
  const met = new Set();
  for (let play = 0; play < Number(numbers[0]); play += 1) walk(Infinity, met);
  console.log(JSON.stringify({ met: met.size }));
} else if (what === "save") {
  walk(Number(numbers[0]));
  console.log(JSON.stringify({ bytes: Buffer.byteLength(story.state.ToJson()) }));
} else if (what === "json") {
  console.log(story.ToJson());
}
