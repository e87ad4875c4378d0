// @ts-check
//! Owns looking words up: one dictionary per language, plurals and numbers by `Intl`, and a site's own wording on top.

import { de } from "./de.js";
import { en } from "./en.js";
import { formOf } from "./entry.js";
import { es } from "./es.js";
import { fr } from "./fr.js";

/** @import { Words } from "./entry.js" */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** @type {Record<string, Words>} */
const ALL = { en, de, es, fr };

/** The languages of the interface. */
export const LANGUAGES = Object.freeze(Object.keys(ALL));

/**
 * The first of the wanted languages that there are words for.
 * @param {readonly string[]} wanted BCP 47 tags
 */
export const languageFor = (wanted) =>
	wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag in ALL) ?? "en";

/**
 * A function that says things in a language: `{n}` picks the plural, numbers are formatted.
 * @param {string} language
 * @param {Words} [own] a site's own wording
 * @returns {Say}
 */
export function sayIn(language, own = {}) {
	const tag = languageFor([language]);
	const plural = new Intl.PluralRules(tag);
	const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
	const shown = (/** @type {string | number} */ value) =>
		typeof value === "number" ? number.format(value) : value;
	const find = (/** @type {string} */ key) => look(own, key) ?? look(ALL[tag], key) ?? look(en, key);
	return (key, values = {}) => {
		const entry = find(key) ?? key;
		const form = formOf(entry, () => plural.select(Number(values.n ?? 0)));
		return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
	};
}

/**
 * Whether there is an entry of its own for a key.
 * @param {string} key
 */
export const isKnown = (key) => Object.hasOwn(en, key);

/**
 * @param {Words} words
 * @param {string} key
 */
const look = (words, key) => (Object.hasOwn(words, key) ? words[key] : undefined);

/**
 * A share as a percentage in the language.
 * @param {string} language
 * @param {number} share from 0 to 1
 */
export const percent = (language, share) =>
	new Intl.NumberFormat(languageFor([language]), { style: "percent", maximumFractionDigits: 0 }).format(
		share,
	);
