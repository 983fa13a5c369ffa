/**
 * How messages arrive: which part of a log is shown after so many seconds, as pure functions.
 *
 * The log holds everything up to the next decision at once; here its wishes for delays are granted. Drawing, and
 * waiting, are left to the screens.
 */

/** @typedef {"slow"|"normal"|"fast"|"at once"} Arrival How fast messages arrive, as `game.keeping.settings` has it. */
/** @typedef {{shown: number, waited: number}} Pace `shown` events are shown, the last one `waited` seconds ago. */

/** @type {Record<string, number>} */
const SPEEDS = { slow: 0.5, normal: 1, fast: 2 };

/**
 * The pace `seconds` later: messages come when their wait is over, everything else comes at once.
 * @param {import("./types.js").Log} log
 * @param {Pace} pace
 * @param {number} seconds
 * @returns {Pace}
 */
export function advanced(log, pace, seconds) {
  let { shown, waited } = pace;
  waited += seconds;
  for (; shown < log.length; shown++) {
    const event = log[shown];
    if (event.type === "MessageArrived") {
      if (waited < event.after) return { shown, waited };
      waited -= event.after;
    }
  }
  return { shown, waited: 0 };
}

/**
 * The same for somebody who wants messages slower or faster than their authors meant, or all of them at once.
 * @param {import("./types.js").Log} log
 * @param {Pace} pace
 * @param {number} seconds
 * @param {Arrival} arrival
 * @returns {Pace}
 */
export function arrived(log, pace, seconds, arrival) {
  return arrival === "at once" ? { shown: log.length, waited: 0 } : advanced(log, pace, seconds * SPEEDS[arrival]);
}

/**
 * The pace after the next message was asked for without waiting.
 * @param {import("./types.js").Log} log
 * @param {Pace} pace
 * @returns {Pace}
 */
export function hurried(log, pace) {
  return pace.shown === log.length ? pace : advanced(log, { shown: pace.shown + 1, waited: 0 }, 0);
}

/**
 * The message that is on its way, if one is.
 * @param {import("./types.js").Log} log
 * @param {Pace} pace
 * @returns {import("./types.js").MessageArrived|null}
 */
export function onItsWay(log, pace) {
  const event = log[pace.shown];
  return event !== undefined && event.type === "MessageArrived" ? event : null;
}

/**
 * How many seconds from now the message that is on its way arrives; 0 where nothing is.
 * @param {import("./types.js").Log} log
 * @param {Pace} pace
 * @param {Arrival} arrival
 * @returns {number}
 */
export function wait(log, pace, arrival) {
  const event = onItsWay(log, pace);
  return event === null || arrival === "at once" ? 0 : Math.max(0, event.after - pace.waited) / SPEEDS[arrival];
}
