/**
 * Where the page stands: a conversation is followed to its newest message by who was there already, and by nobody else.
 */

/** Pixels that are kept free around what is followed. */
const AROUND = 12;

/**
 * Whether the end of `item` is in the window; nothing is, where there is no item yet.
 * @param {Element|null} item
 */
export function inView(item) {
  return item === null || item.getBoundingClientRect().bottom <= innerHeight + AROUND;
}

/**
 * Scroll to the end of the page, but not past the top of `item`: it is read from there, however much follows.
 * @param {Element|null} item
 */
export function scrollToNewest(item) {
  // With the next picture, so that the page is laid out once.
  requestAnimationFrame(() => {
    if (!item?.isConnected) return;
    const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
    const top = item.getBoundingClientRect().top + scrollY - Math.max(0, bar) - AROUND;
    const end = document.documentElement.scrollHeight - innerHeight;
    scrollTo(0, Math.min(top, end));
  });
}
