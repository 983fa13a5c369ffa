/**
 * The sentences of the player in the language that is shown now.
 *
 * Modules write them in English, as `_("…")`, on one line and in double quotes. The exporter puts a number in the place
 * of each, and the edition of a language has its sentences in that order: none is carried twice.
 */

/** @type {ArrayLike<string|string[]>|Readonly<Record<string, string|string[]>>} */
let known = [];
let plural = new Intl.PluralRules("en");
let percents = new Intl.NumberFormat("en", { style: "percent" });

/**
 * Say sentences out of `words` from now on: by number in an exported file, by their English in the modules' own tests.
 * A sentence that counts is a pair there: for one, for many.
 * @param {ArrayLike<string|string[]>|Readonly<Record<string, string|string[]>>} words
 * @param {string} [language] The language of `words`, as in the `lang` of a page.
 */
export function speak(words, language = "en") {
  known = words;
  plural = new Intl.PluralRules(language);
  percents = new Intl.NumberFormat(language, { style: "percent" });
}

/**
 * So many per cent, as the language that is shown now writes it.
 * @param {number} hundredths
 * @returns {string}
 */
export function percentage(hundredths) {
  return percents.format(hundredths / 100);
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
 * A sentence that counts, in its form for one or for many, as the language that is shown now asks for.
 * @param {string} one
 * @param {...(string|number)} rest The sentence for many, which an exported file leaves out, and the count.
 * @returns {string}
 */
export function ngettext(one, ...rest) {
  const forms = /** @type {any} */ (known)[one] ?? [one, rest[0]];
  return forms[plural.select(Number(rest[rest.length - 1])) === "one" ? 0 : 1];
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
