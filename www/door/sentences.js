// @ts-check
//! Owns what a page needs that wants sentences and nothing else: a wasm of their own, about 64 KB. It imports in Node
//! without throwing and touches no DOM.

import { compile, once } from "../engine/compile.js";
import { wrong } from "../engine/error.js";
// biome-ignore lint/suspicious/noTsIgnore: `npm run package` builds the module, so that it may be there or not.
// @ts-ignore
import init, { sentences as run } from "../pkg/sentences/sentences.js";

/** @import { SaidSoError } from "../engine/error.js" */
/** @import { SentenceOptions } from "../pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Sentence half-open, in UTF-16 units, without white space at its ends */

const METHODS = ["full", "standard"];
const QUOTATIONS = ["split", "whole"];
const isText = (/** @type {unknown} */ value) => typeof value === "string";

/** What each option may be. @type {Readonly<Record<string, (value: any) => boolean>>} */
const OPTIONS = Object.freeze({
	method: (value) => METHODS.includes(value),
	quotations: (value) => QUOTATIONS.includes(value),
	language: isText,
	abbreviations: (value) => Array.isArray(value) && value.every(isText),
});

/**
 * @param {unknown} text
 * @param {unknown} options
 * @throws {SaidSoError} `bad-argument`
 */
function check(text, options) {
	if (!isText(text)) throw wrong(`a text is a string, not ${typeof text}`);
	if (options === undefined || options === null) return;
	if (typeof options !== "object") throw wrong(`options are an object, not ${typeof options}`);
	for (const [name, value] of Object.entries(options)) {
		if (!Object.hasOwn(OPTIONS, name)) throw wrong(`there is no option ${name}`);
		if (value !== undefined && !OPTIONS[name](value)) throw wrong(`the option ${name} cannot be this`);
	}
}

/** Loads the wasm once. */
export const ready = once(async (wasm) => {
	const source = wasm ?? new URL("../pkg/sentences/sentences_bg.wasm", import.meta.url);
	await init({ module_or_path: await compile(source) });
});

/**
 * The sentences of a text, in order.
 * @param {string} text
 * @param {SentenceOptions} [options]
 * @returns {Promise<Sentence[]>}
 * @throws {SaidSoError} `bad-argument`
 */
export async function sentences(text, options) {
	check(text, options);
	await ready();
	return sentencesSync(text, options);
}

/**
 * The same at once, for callers that have waited for `ready()`.
 * @param {string} text
 * @param {SentenceOptions} [options]
 * @returns {Sentence[]}
 * @throws {SaidSoError} `bad-argument`
 */
export function sentencesSync(text, options) {
	check(text, options);
	/** @type {Uint32Array} start, end, start, end … */
	const offsets = run(text, options);
	return Array.from({ length: offsets.length / 2 }, (_, n) => ({
		start: offsets[2 * n],
		end: offsets[2 * n + 1],
	}));
}
