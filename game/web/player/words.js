/**
 * The sentences of the player in the language that is shown now.
 *
 * Modules write them in English, as `_("…")`, on one line and in double quotes. The exporter puts a number in the place
 * of each, and the edition of a language has its sentences in that order: none is carried twice.
 */

/** @type {ArrayLike<string>|Readonly<Record<string, string>>} */
let known = [];

/**
 * Say sentences out of `words` from now on: by number in an exported file, by their English in the modules' own tests.
 * @param {ArrayLike<string>|Readonly<Record<string, string>>} words
 */
export function speak(words) {
  known = words;
}

/**
 * A sentence in the language that is shown now; one that it lacks comes back as it was asked.
 * @param {string} sentence
 * @returns {string}
 */
export function _(sentence) {
  return /** @type {any} */ (known)[sentence] ?? sentence;
}

/**
 * `sentence` with its named placeholders filled: `{name}` with `values.name`.
 * @param {string} sentence
 * @param {Readonly<Record<string, string|number>>} values
 * @returns {string}
 */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (found, name) => String(values[name] ?? found));
}

/**
 * A sentence that counts, in its form for one or for many.
 * @param {string} one
 * @param {...(string|number)} rest The sentence for many, which an exported file leaves out, and the count.
 * @returns {string}
 */
export function ngettext(one, ...rest) {
  const count = Number(rest[rest.length - 1]);
  const forms = /** @type {any} */ (known)[one] ?? [one, rest[0]];
  return forms[new Intl.PluralRules(document.documentElement.lang).select(count) === "one" ? 0 : 1];
}
