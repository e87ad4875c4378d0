// @ts-check
//! Owns the functions that annotate, as programs call them: what cannot be a text, an element or an option is refused
//! before the engine sees it, and the error names what it is, what it should be and what it was.

import {
	ready as load,
	annotate as run,
	annotateElement as runElement,
	annotateSync as runSync,
} from "../engine/engine.js";
import { chosen, isText, LEXICONS, must, SIGNAL } from "../engine/given.js";
import { BLOCKS, HEDGES, SIGNALS } from "../words/kinds.js";
import { loading } from "./loading.js";

/** @import { CallOptions, SyncOptions } from "../engine/engine.js" */
/** @import { WasmSource } from "../engine/compile.js" */
/** @import { Wanted } from "../engine/given.js" */
/** @import { PageElement, WasmModule } from "../engine/platform.js" */
/** @import { AnnotatedElement, Report } from "../pkg/saidso.js" */

const isCount = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0;

/**
 * A list whose members pass a test.
 * @param {string} what
 * @param {(one: any) => unknown} test
 * @returns {Wanted}
 */
const listOf = (what, test) => [`a list of ${what}`, (all) => Array.isArray(all) && all.every(test)];

/** @param {readonly string[]} names @returns {Wanted} */
const someOf = (names) => listOf(`kinds (${names.join(", ")})`, (one) => names.includes(one));

/** What a call without a signal may choose. @type {Readonly<Record<string, Wanted>>} */
export const SYNC = Object.freeze({
	maxChars: ["a whole number from 0", isCount],
	hedges: someOf(HEDGES),
	signals: someOf(SIGNALS),
	lexicons: LEXICONS,
	blocks: listOf(
		"blocks with start, end and kind",
		({ start, end, kind }) => isCount(start) && isCount(end) && start <= end && BLOCKS.includes(kind),
	),
});

const CALL = Object.freeze({ ...SYNC, signal: SIGNAL });

/**
 * @param {unknown} value
 * @param {string} what it should be
 */
export const mustBeText = (value, what) => must(`${what} is a string`, value, isText);

/**
 * Makes a function refuse what is no text or no option.
 * @param {(text: string, options: CallOptions) => Promise<Report>} call
 */
export const calling =
	(call) =>
	/**
	 * Annotates a text.
	 * @param {string} text
	 * @param {CallOptions} [options]
	 * @returns {Promise<Report>}
	 * @throws {SaidSoError} `bad-argument`
	 */
	async (text, options) => {
		mustBeText(text, "a text");
		return call(text, chosen(options, CALL));
	};

export const annotate = /* @__PURE__ */ calling(run);

/**
 * The same at once, for callers that have waited for `ready()`.
 * @param {string} text
 * @param {SyncOptions} [options]
 * @returns {Report}
 * @throws {SaidSoError} `bad-argument`
 */
export function annotateSync(text, options) {
	mustBeText(text, "a text");
	return runSync(text, chosen(options, SYNC));
}

/**
 * Annotates an element of a page; the ranges follow the report's lists.
 * @param {PageElement} element
 * @param {CallOptions} [options]
 * @returns {Promise<AnnotatedElement>}
 * @throws {SaidSoError} `bad-argument`
 */
export async function annotateElement(element, options) {
	must("what is annotated is an element", element, ({ nodeType }) => nodeType === 1);
	return runElement(element, chosen(options, CALL));
}

/** Loads the wasm once; gives the compiled module, to hand to a worker. @type {(options?: { wasm?: WasmSource | Promise<WasmSource> }) => Promise<WasmModule>} */
export const ready = /* @__PURE__ */ loading(load);
