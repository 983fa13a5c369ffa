/**
 * Where the page stands: a conversation is followed to its newest message by who was there already, and by nobody else.
 */

/** Pixels that are kept free around what is followed; a turn that is hidden by so many is in view. */
const AROUND = 12;

/**
 * Whether the end of `item` is in the window; nothing is, where there is no item yet.
 * @param {Element|null} item
 */
export function inView(item) {
  return item === null || item.getBoundingClientRect().bottom <= innerHeight + AROUND;
}

/**
 * Pixels of what stands under `play` that are in the window; 0 where its end is not.
 * @param {Element} play
 */
export function seenUnder(play) {
  return Math.max(0, innerHeight - play.getBoundingClientRect().bottom);
}

/**
 * Scroll to the end of `play`, with its turn above the foot of the window, but not past the top of `item`: it is read
 * from there, however much follows. A turn that stands beside the conversation is seen from its question on.
 * @param {Element|null} item
 * @param {Element} play the conversation and, as its last child, the turn
 * @param {number} [under] pixels to keep in view of what stands under the play
 */
export function scrollToNewest(item, play, under = AROUND) {
  // With the next picture, so that the page is laid out once.
  requestAnimationFrame(() => {
    if (!item?.isConnected) return;
    const bar = Math.max(0, document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0) + AROUND;
    const top = item.getBoundingClientRect().top - bar;
    const end = play.getBoundingClientRect().bottom;
    const turn = /** @type {HTMLElement} */ (play.lastElementChild).offsetHeight;
    scrollBy(0, Math.min(top, end + under - innerHeight, end - turn - bar));
  });
}
