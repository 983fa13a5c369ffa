/**
 * The order in which choices stand on the screen: mixed, but the same for everybody who plays the same seed.
 */

/**
 * The FNV-1a hash of the UTF-8 bytes of `text`.
 * @param {string} text
 * @returns {number} 32 bits, 0 or more
 */
function fnv1a(text) {
  let value = 2166136261;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
  return value >>> 0;
}

/**
 * All choices of `scene` in the order in which they are shown for `seed`.
 * @param {import("./types.js").Scene} scene
 * @param {number} seed 0 or more
 * @returns {readonly import("./types.js").Choice[]}
 */
export function onScreen(scene, seed) {
  const choices = scene.choices ?? [];
  if (scene.keep_order) return choices;
  const places = new Map(choices.map((one) => [one, fnv1a(`${seed}/${scene.id}/${one.id}/`)]));
  // The sort is stable: equal hashes keep the file's order.
  return [...choices].sort((one, other) => Number(places.get(one)) - Number(places.get(other)));
}
