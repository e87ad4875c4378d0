// @ts-check
//! Owns what a page needs that wants sentences and nothing else: a wasm of their own, about 60 KB. It imports in Node
//! without throwing and touches no DOM.

import { compile, failure } from "./compile.js";
// biome-ignore lint/suspicious/noTsIgnore: `npm run package` builds the module, so that it may be there or not.
// @ts-ignore
import init, { sentences as run } from "./pkg/sentences/sentences.js";

/** @import { WasmSource } from "./compile.js" */
/** @import { SentenceOptions } from "./pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Sentence half-open, in UTF-16 units, without white space at its ends */

/** @type {Promise<void> | undefined} */
let loading;

/**
 * Loads the wasm once; later calls wait for the first. A failed load may be tried again.
 * @param {{ wasm?: WasmSource | Promise<WasmSource> }} [options] where the wasm is, when it is not beside this file
 */
export function ready(options = {}) {
	loading ??= load(options.wasm).catch((cause) => {
		loading = undefined;
		throw failure(cause);
	});
	return loading;
}

/** @param {WasmSource | Promise<WasmSource>} [wasm] */
async function load(wasm) {
	const source = (await wasm) ?? new URL("./pkg/sentences/sentences_bg.wasm", import.meta.url);
	await init({ module_or_path: await compile(source) });
}

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
