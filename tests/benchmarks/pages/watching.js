// Watches a page as a person would, from before its first byte: when can something be done, when is the first choice
// seen? It presses at once whatever leads to the story. Given: `asked`, with selectors as `web_pages.Site` has them.
(() => {
  const seen = { first: null, choice: null };
  for (const [name, value] of asked.kept) localStorage.setItem(name, value);

  // Seen means: it takes up room, and what is in front of nothing lets at least half of it through.
  function visible(selector) {
    for (const one of document.querySelectorAll(selector)) {
      const { width, height } = one.getBoundingClientRect();
      if (!width || !height) continue;
      let opacity = 1;
      for (let at = one; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.visibility === "hidden") opacity = 0;
        opacity *= Number(style.opacity);
      }
      if (opacity >= 0.5) return one;
    }
    return null;
  }

  function press() {
    for (const selector of asked.on) {
      const one = visible(selector);
      if (one) {
        one.click();
        return;
      }
    }
  }

  function look() {
    if (document.body) {
      if (seen.first === null && asked.first && visible(asked.first)) seen.first = performance.now();
      if (visible(asked.choice)) {
        if (seen.choice === null) seen.choice = performance.now();
        return;
      }
      press();
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);

  // What was seen, once a choice was.
  window.begun = async () => {
    while (seen.choice === null) await new Promise(requestAnimationFrame);
    return { ...seen };
  };

  // Milliseconds from a press on the choice with these words to the next text of the story, laid out; then on to the
  // next choice.
  window.choose = async (words) => {
    const one = [...document.querySelectorAll(asked.choice)].find((choice) => choice.textContent.includes(words));
    const before = document.querySelectorAll(asked.said).length;
    const began = performance.now();
    one.click();
    while (document.querySelectorAll(asked.said).length === before) await new Promise((go) => setTimeout(go, 0));
    document.body.getBoundingClientRect();
    const took = performance.now() - began;
    seen.choice = null;
    look();
    await window.begun();
    return took;
  };
})();
