/**
 * Starts the page that lists the stories of an exported folder: the way out, and keeping the files on the device.
 *
 * All that is read on the page was written by Python (site_page.py), and is there without this.
 */

import { filesAreKept, folderHere, forgetFiles } from "./offline.js";
import { empty, leave, presses, wasLeft } from "./way_out.js";

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Keep the files from now on. It fails where one of them cannot be had. */
async function keepFiles() {
  const here = await navigator.serviceWorker.register("sw.js");
  const worker = here.installing || here.waiting || here.active;
  await new Promise((done, failed) => {
    const look = () => {
      if (!worker || worker.state === "redundant") failed(new Error("redundant"));
      else if (worker.state === "activated") done(true);
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/**
 * Of the sentences that say what came of a press, show one.
 * @param {string} id
 */
function told(id) {
  for (const one of part("said").children) /** @type {HTMLElement} */ (one).hidden = one.id !== id;
}

/**
 * The button that is of use now: the other one is not there.
 * @param {boolean} kept
 */
function offer(kept) {
  part("keep-files").hidden = kept;
  part("drop-files").hidden = !kept;
}

/**
 * Do what a button says, and tell what came of it. A second press meanwhile does nothing.
 * @param {() => Promise<void>} does
 * @param {boolean} kept
 */
async function pressed(does, kept) {
  if (!part("working").hidden) return;
  told("working");
  try {
    await does();
    offer(kept);
    told(kept ? "kept" : "dropped");
    part(kept ? "drop-files" : "keep-files").focus();
  } catch {
    told("failed");
  }
}

/** Offer to keep the files, where this is a folder that can be kept, and a browser that can. */
async function offerToKeep() {
  if (!document.getElementById("offline") || !folderHere()) return;
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "manifest.webmanifest";
  document.head.append(manifest);
  offer(await filesAreKept());
  part("offline").hidden = false;
  part("keep-files").addEventListener("click", () => pressed(keepFiles, true));
  part("drop-files").addEventListener("click", () => pressed(forgetFiles, false));
}

if (wasLeft()) empty();
else {
  part("leave").addEventListener("click", leave);
  addEventListener("keydown", presses(leave));
  offerToKeep();
}
