// @ts-check
//! Owns what a page needs that wants sentences and nothing else: a wasm of their own, about 64 KB. It imports in Node
//! without throwing and touches no DOM.

import { compile, once } from "../engine/compile.js";
// biome-ignore lint/suspicious/noTsIgnore: `npm run package` builds the module, so that it may be there or not.
// @ts-ignore
import init, { sentences as run } from "../pkg/sentences/sentences.js";

/** @import { SentenceOptions } from "../pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Sentence half-open, in UTF-16 units, without white space at its ends */

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
 */
export async function sentences(text, options) {
	await ready();
	return sentencesSync(text, options);
}

/**
 * The same at once, for callers that have waited for `ready()`.
 * @param {string} text
 * @param {SentenceOptions} [options]
 * @returns {Sentence[]}
 */
export function sentencesSync(text, options) {
	/** @type {Uint32Array} start, end, start, end … */
	const offsets = run(text, options);
	return Array.from({ length: offsets.length / 2 }, (_, n) => ({
		start: offsets[2 * n],
		end: offsets[2 * n + 1],
	}));
}
