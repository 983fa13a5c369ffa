// What an ink story's web page does: paragraphs come one after another, each fading in, then the choices.
(function () {
  const story = new inkjs.Story(storyContent);
  const container = document.getElementById("story");
  const outer = document.querySelector(".outer");

  function showAfter(delay, element) {
    element.classList.add("hide");
    setTimeout(() => element.classList.remove("hide"), delay);
  }

  function scrollDown(from) {
    const target = Math.min(from, outer.scrollHeight - outer.clientHeight);
    const start = outer.scrollTop;
    const length = 300 + (300 * (target - start)) / 100;
    let began = null;
    function step(now) {
      if (began === null) began = now;
      const part = Math.min(1, (now - began) / length);
      outer.scrollTo(0, start + part * part * (3 - 2 * part) * (target - start));
      if (part < 1) requestAnimationFrame(step);
    }
    requestAnimationFrame(step);
  }

  function goOn(first) {
    let delay = 0;
    const end = first ? 0 : bottom();
    while (story.canContinue) {
      const paragraph = document.createElement("p");
      paragraph.innerHTML = story.Continue();
      container.appendChild(paragraph);
      showAfter(delay, paragraph);
      delay += 200;
    }
    for (const choice of story.currentChoices) {
      const paragraph = document.createElement("p");
      paragraph.classList.add("choice");
      paragraph.innerHTML = `<a href="#">${choice.text}</a>`;
      container.appendChild(paragraph);
      showAfter(delay, paragraph);
      delay += 200;
      paragraph.querySelector("a").addEventListener("click", (event) => {
        event.preventDefault();
        for (const old of container.querySelectorAll(".choice")) old.remove();
        story.ChooseChoiceIndex(choice.index);
        goOn(false);
      });
    }
    container.style.height = `${bottom()}px`;
    if (!first) scrollDown(end);
  }

  function bottom() {
    const last = container.lastElementChild;
    return last ? last.offsetTop + last.offsetHeight : 0;
  }

  goOn(true);
})();
