/**
 * Elements made of values: every word of a story becomes a text node, never markup.
 *
 * What is made of them is the screens' work.
 */

/** @typedef {Node|string|null|undefined|false} Child */
/** @typedef {Child|Child[]} Children */

/**
 * An element with attributes, listeners and children. An attribute that is false, null or undefined is left out, one
 * that is true stands empty; `onclick` and its like are listeners; children that are false, null or undefined too.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Children} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(.../** @type {(Node|string)[]} */ (children.flat().filter((one) => one != null && one !== false)));
  return made;
}

/** Whether this device is touched rather than pointed at and typed on. */
export function touched() {
  return matchMedia("(hover: none)").matches;
}

/**
 * A picture of the file's own sprite, by its name; it says nothing to a screen reader. Arrows turn with the language.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function picture(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#svg-${name}`);
  drawn.setAttribute("class", `picture is-${name}`);
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(use);
  return drawn;
}

/**
 * A button with words and, where given, the picture `icon` before them. `kind` is "", "primary", "help", "leave" or
 * "bare"; `key` names it, so that the focus finds it again in the same screen built anew.
 * @param {string} words
 * @param {(event: MouseEvent) => void} press
 * @param {{kind?: string, icon?: string, key?: string, attributes?: Record<string, any>}} [more]
 * @returns {HTMLButtonElement}
 */
export function button(words, press, { kind = "", icon = "", key = words, attributes = {} } = {}) {
  return h(
    "button",
    { type: "button", class: `button ${kind}`.trim(), "data-key": key, onclick: press, ...attributes },
    icon && picture(icon),
    h("span", {}, words),
  );
}
