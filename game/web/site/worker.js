// Keeps the files of this folder for use without a network, and asks for nothing else.
"use strict";
const kept = `notes ${registration.scope} `;
const name = `${kept}$version`;
const files = $files;

async function fetched(file) {
  const got = await fetch(file, { cache: "reload" });
  if (!got.ok) throw new TypeError(file);
  // Some hosts answer by another address; a page may not be opened from such an answer.
  return got.redirected ? new Response(await got.blob(), { headers: got.headers }) : got;
}

async function keep() {
  const cache = await caches.open(name);
  await Promise.all(files.map(async (file) => cache.put(file, await fetched(file))));
  await skipWaiting();
}

async function tidy() {
  for (const one of await caches.keys()) {
    if (one.startsWith(kept) && one !== name) await caches.delete(one);
  }
  await clients.claim();
}

async function answer(request) {
  return (await caches.match(request, { cacheName: name, ignoreSearch: true })) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
