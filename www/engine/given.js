// @ts-check
//! Owns refusing an argument: what it should be, and what was given, whatever that is and however it behaves when it is read.

import { SaidSoError, wrong } from "./error.js";

/** So much of a value is shown. */
const MOST = 60;

/**
 * A value in a few characters.
 * @param {unknown} value
 */
export function shown(value) {
	try {
		const isPlain = typeof value === "object" || typeof value === "string";
		const words =
			typeof value === "function" ? "a function" : isPlain ? JSON.stringify(value) : String(value);
		return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
	} catch {
		return "what cannot be read";
	}
}

/**
 * Refuses a value that fails its test, also where the test cannot be made: a getter may throw. What the test itself
 * refuses is told as it says.
 * @param {string} what a sentence without its end, such as `a text is a string`
 * @param {unknown} value
 * @param {(value: any) => unknown} test
 * @throws {SaidSoError} `bad-argument`
 */
export function must(what, value, test) {
	/** @type {unknown} */
	let cause;
	try {
		if (test(value)) return;
	} catch (error) {
		if (error instanceof SaidSoError) throw error;
		cause = error;
	}
	throw wrong(`${what}, not ${shown(value)}`, cause);
}

/**
 * What is made of a value; that it cannot be made is told as with `must`.
 * @template T
 * @template M
 * @param {string} what
 * @param {T} value
 * @param {(value: T) => M} make
 * @returns {M}
 * @throws {SaidSoError} `bad-argument`
 */
export function taken(what, value, make) {
	/** @type {any} */
	let made;
	must(what, value, () => {
		made = make(value);
		return true;
	});
	return made;
}

/** @param {unknown} value */
export const isText = (value) => typeof value === "string";

/** @param {unknown} value */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @typedef {readonly [what: string, test: (value: any) => unknown]} Wanted what a value should be, and how that is told */

/** @type {Wanted} */
export const SIGNAL = [
	"the signal of an AbortController",
	({ aborted, addEventListener }) => typeof aborted === "boolean" && typeof addEventListener === "function",
];

/** @type {Wanted} */
export const LEXICONS = [
	"a list of what loadLexicon gives",
	(all) =>
		Array.isArray(all) &&
		all.every(({ entries }) =>
			entries.every((/** @type {any} */ one) => [one.words, one.kind, one.lexicon].every(isText)),
		),
];

/**
 * What a caller chose: a plain object without what was left out.
 * @param {unknown} options
 * @param {Readonly<Record<string, Wanted>>} table of all there is to choose
 * @returns {any}
 * @throws {SaidSoError} `bad-argument`
 */
export function chosen(options, table) {
	/** @type {Record<string, unknown>} */
	let given = {};
	if (options === undefined || options === null) return given;
	must("options are an object", options, (one) => {
		given = { ...one };
		return isObject(one);
	});
	for (const [name, value] of Object.entries(given)) {
		if (!Object.hasOwn(table, name))
			throw wrong(`there is no option ${name}; there are ${Object.keys(table).join(", ")}`);
		const [what, test] = table[name];
		if (value === undefined || value === null) delete given[name];
		else must(`the option ${name} is ${what}`, value, test);
	}
	return given;
}
