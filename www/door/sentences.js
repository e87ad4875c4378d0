// @ts-check
//! Owns what a page needs that wants sentences and nothing else: a wasm of their own, about 64 KB. It imports in Node
//! without throwing and touches no DOM.

import { compile, once } from "../engine/compile.js";
import { chosen, isText, must } from "../engine/given.js";
// biome-ignore lint/suspicious/noTsIgnore: `npm run package` builds the module, so that it may be there or not.
// @ts-ignore
import init, { sentences as run } from "../pkg/sentences/sentences.js";
import { loading } from "./loading.js";

/** @import { SaidSoError } from "../engine/error.js" */
/** @import { SentenceOptions } from "../pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Sentence half-open, in UTF-16 units, without white space at its ends */

const METHODS = ["full", "standard"];
const QUOTATIONS = ["split", "whole"];

/** What each option may be. @type {Readonly<Record<string, import("../engine/given.js").Wanted>>} */
const OPTIONS = Object.freeze({
	method: [METHODS.join(" or "), (value) => METHODS.includes(value)],
	quotations: [QUOTATIONS.join(" or "), (value) => QUOTATIONS.includes(value)],
	language: ["a string", isText],
	abbreviations: ["a list of strings", (value) => Array.isArray(value) && value.every(isText)],
});

/** Loads the wasm once. */
export const ready = /* @__PURE__ */ loading(
	once(async (wasm) => {
		const source = wasm ?? new URL("../pkg/sentences/sentences_bg.wasm", import.meta.url);
		await init({ module_or_path: await compile(source) });
	}),
);

/**
 * The sentences of a text, in order.
 * @param {string} text
 * @param {SentenceOptions} [options]
 * @returns {Promise<Sentence[]>}
 * @throws {SaidSoError} `bad-argument`
 */
export async function sentences(text, options) {
	const given = held(text, options);
	await ready();
	return split(text, given);
}

/**
 * The same at once, for callers that have waited for `ready()`.
 * @param {string} text
 * @param {SentenceOptions} [options]
 * @returns {Sentence[]}
 * @throws {SaidSoError} `bad-argument`
 */
export function sentencesSync(text, options) {
	return split(text, held(text, options));
}

/**
 * What was chosen for a text, if it is one.
 * @param {string} text
 * @param {SentenceOptions} [options]
 * @returns {SentenceOptions}
 */
function held(text, options) {
	must("a text is a string", text, isText);
	return chosen(options, OPTIONS);
}

/**
 * @param {string} text
 * @param {SentenceOptions} options
 * @returns {Sentence[]}
 */
function split(text, options) {
	/** @type {Uint32Array} start, end, start, end … */
	const offsets = run(text, options);
	return Array.from({ length: offsets.length / 2 }, (_, n) => ({
		start: offsets[2 * n],
		end: offsets[2 * n + 1],
	}));
}
