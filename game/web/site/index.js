"use strict";
{
  const find = (id) => document.getElementById(id);
  const folder = new URL("./", location.href).href;
  const web = location.protocol.startsWith("http");

  // -- the way out: one press, or Shift three times within five seconds

  async function forget() {
    const here = await navigator.serviceWorker.getRegistration(folder);
    if (here && here.scope === folder) await here.unregister();
    for (const one of await caches.keys()) {
      if (one.startsWith(`notes ${folder} `)) await caches.delete(one);
    }
  }

  function leave() {
    document.body.replaceChildren();
    document.documentElement.className = "left";
    history.replaceState(null, "", location.pathname);
    if (offered) forget();
  }

  let presses = [];
  find("leave").addEventListener("click", leave);
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    presses = event.key === "Shift" ? [...presses, event.timeStamp].slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] < $taps) leave();
  });
  // Back may show a page as it was left: a list that was left stays empty.
  addEventListener("pageshow", (event) => event.persisted && !document.body.firstChild && leave());

  // -- keeping the files on this device, only once somebody presses the button

  const offered = $offline && web && "serviceWorker" in navigator && "caches" in window;

  function say(id) {
    for (const one of find("said").children) one.hidden = one.id !== id;
  }

  function show(kept) {
    find("keep").hidden = kept;
    find("drop").hidden = !kept;
  }

  async function pressed(does, told, kept) {
    find("keep").disabled = find("drop").disabled = true;
    say("working");
    try {
      await does();
      show(kept);
      say(told);
    } catch (fault) {
      say("failed");
    }
    find("keep").disabled = find("drop").disabled = false;
    const there = find(find("keep").hidden ? "drop" : "keep");
    there.focus();
  }

  async function keep() {
    const here = await navigator.serviceWorker.register("sw.js");
    const worker = here.installing || here.waiting || here.active;
    await new Promise((done, failed) => {
      const look = () => {
        if (worker.state === "activated") done();
        if (worker.state === "redundant") failed();
      };
      worker.addEventListener("statechange", look);
      look();
    });
  }

  if (offered) {
    const manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = "manifest.webmanifest";
    document.head.append(manifest);
    navigator.serviceWorker.getRegistration(folder).then((here) => {
      show(Boolean(here && here.active && here.scope === folder));
      find("offline").hidden = false;
    });
    find("keep").addEventListener("click", () => pressed(keep, "kept", true));
    find("drop").addEventListener("click", () => pressed(forget, "dropped", false));
  }
}
