// @ts-check
//! Owns looking words up: one dictionary per language, plurals and numbers by `Intl`, and a site's own wording on top.

import { en } from "./en.js";
import { formOf } from "./entry.js";

/** @import { Words } from "./entry.js" */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** The words at hand. @type {Record<string, Words>} */
const HERE = { en };

/** The others, which most readers never need. @type {Record<string, () => Promise<Words>>} */
const LATER = {
	de: async () => (await import("./de.js")).de,
	es: async () => (await import("./es.js")).es,
	fr: async () => (await import("./fr.js")).fr,
};

/** The languages of the interface. */
export const LANGUAGES = Object.freeze(["en", ...Object.keys(LATER)]);

/** @param {string} language */
export const hasWords = (language) => languageFor([language]) in HERE;

/**
 * Fetches the words of a language; until they are here, English stands in for them.
 * @param {string} language
 */
export async function loadWords(language) {
	const tag = languageFor([language]);
	HERE[tag] ??= await LATER[tag]();
}

/**
 * The first of the wanted languages that there are words for.
 * @param {readonly string[]} wanted BCP 47 tags
 */
export const languageFor = (wanted) =>
	wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => LANGUAGES.includes(tag)) ?? "en";

/**
 * A function that says things in a language: `{n}` picks the plural, numbers are formatted.
 * @param {string} language
 * @param {Words} [own] a site's own wording
 * @param {Record<string, Words>} [all] the words by language
 * @returns {Say}
 */
export function sayIn(language, own = {}, all = HERE) {
	const tag = languageFor([language]);
	const plural = new Intl.PluralRules(tag);
	const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
	const shown = (/** @type {string | number} */ value) =>
		typeof value === "number" ? number.format(value) : value;
	const find = (/** @type {string} */ key) => look(own, key) ?? look(all[tag] ?? en, key) ?? look(en, key);
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
