// @ts-check
//! Owns one entry of a list of words: a sentence, or its forms by number.

/** @typedef {{ one?: string, many?: string, other: string }} Forms */
/** @typedef {string | Forms} Entry */
/** @typedef {Record<string, Entry>} Words */

/**
 * The form of an entry that a number asks for.
 * @param {Entry} entry
 * @param {() => Intl.LDMLPluralRule} rule of the number, asked only where there are forms
 */
export const formOf = (entry, rule) => (typeof entry === "string" ? entry : byRule(entry, rule()));

/**
 * @param {Forms} forms
 * @param {Intl.LDMLPluralRule} rule
 */
const byRule = (forms, rule) =>
	(rule === "one" && forms.one) || (rule === "many" && forms.many) || forms.other;
