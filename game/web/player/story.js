/**
 * A compiled scenario with its indexes: what is asked for at every step is found by its id.
 */

/** Who the player is in every story. */
export const ME = "me";

/**
 * @template {{id: string}} T
 * @param {readonly T[]|undefined} entries
 * @returns {Map<string, T>} the first entry of each id
 */
function byId(entries = []) {
  return new Map(entries.map((entry) => /** @type {[string, T]} */ ([entry.id, entry])).reverse());
}

/**
 * @param {import("./types.js").Compiled} compiled
 * @returns {import("./types.js").Story}
 */
export function opened(compiled) {
  const { reference } = compiled;
  return {
    ...compiled,
    scene: byId(compiled.scenes),
    ending: byId(compiled.endings),
    person: byId(compiled.cast),
    sign: byId(reference.signs),
    family: byId(reference.families),
    step: byId(reference.steps),
    topic: byId(reference.law),
  };
}
