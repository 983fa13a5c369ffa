const at = document.getElementById("story");
const made = new Set();
function add(tag, text) {
  const one = document.createElement(tag);
  one.textContent = text;
  at.append(one);
  return one;
}
function show(name) {
  const scene = story[name];
  for (const [who, text] of scene.said) add("p", who + " : " + text);
  for (const option of scene.options ?? []) {
    if (option.needs && !made.has(option.needs)) continue;
    add("button", option.words).onclick = () => {
      if (option.makes) made.add(option.makes);
      for (const old of at.querySelectorAll("button")) old.remove();
      add("p", option.words);
      show(option.to);
    };
  }
}
show("s0");
