/**
 * The files of an exported folder that a browser keeps on the device, so that they open without a network.
 *
 * They are kept by the folder's own worker (site/worker.js), which is started only once somebody asks for it.
 */

/**
 * The address of the folder that this page is in, "" where a browser cannot keep anything: a file from the disk.
 * @returns {string}
 */
export function folderHere() {
  const able = location.protocol.startsWith("http") && "serviceWorker" in navigator && "caches" in window;
  return able ? new URL("./", location.href).href : "";
}

/**
 * Whether the files are kept on this device.
 * @returns {Promise<boolean>}
 */
export async function filesAreKept() {
  return Boolean((await workerHere())?.active);
}

/** Leave nothing of the folder on this device. */
export async function forgetFiles() {
  const folder = folderHere();
  if (!folder) return;
  await (await workerHere())?.unregister();
  for (const one of await caches.keys()) {
    if (one.startsWith(`notes ${folder} `)) await caches.delete(one);
  }
}

/** The worker of this very folder; one of a folder around it is another's. */
async function workerHere() {
  const folder = folderHere();
  const here = folder && (await navigator.serviceWorker.getRegistration(folder));
  return here && here.scope === folder ? here : undefined;
}
