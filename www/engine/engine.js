// @ts-check
//! Owns calling the core: loading the wasm once, annotating, and starting afresh after a crash. It touches no DOM
//! until asked to, so that it also runs in Node and in a worker. What a program hands in is checked by `door/call.js`.

import init, {
	authorsIn as byAuthors,
	ElementWalk,
	readElement as read,
	__wbg_reset_state as reset,
	annotate as run,
	annotateElement as runElement,
	whoIsWho as who,
} from "../pkg/saidso.js";
import { compile, isAllowed, once } from "./compile.js";
import { aborted, SaidSoError, wrong } from "./error.js";
import { MAX_CHARS } from "./limit.js";
import { gently } from "./pace.js";

/** @import { AnnotatedElement, AnnotateOptions, ReadElement, Report } from "../pkg/saidso.js" */
/** @import { WasmSource } from "./compile.js" */
/** @import { PageElement, Signal, WasmModule } from "./platform.js" */
/** @typedef {{ readonly words: string, readonly kind: string, readonly lexicon: string }} OwnEntry */
/** @typedef {{ readonly name: string, readonly own?: boolean, readonly entries: readonly OwnEntry[] }} Lexicon as `loadLexicon` makes it */
/** @typedef {AnnotateOptions & { lexicons?: readonly Lexicon[] }} SyncOptions */
/** @typedef {SyncOptions & { signal?: Signal }} CallOptions */

let crashed = false;

/**
 * Loads the wasm once; gives the compiled module, to hand to a worker.
 * @type {(options?: { wasm?: WasmSource | Promise<WasmSource> }) => Promise<WasmModule>}
 */
export const ready = once(async (wasm) => {
	const module = await (wasm ? compile(wasm) : own());
	await init({ module_or_path: module });
	return module;
});

/**
 * The file beside this module. A bundler that knows no assets leaves it behind; the package then has its bytes in a
 * module too, which is loaded for nothing else.
 */
async function own() {
	try {
		return await compile(new URL("../pkg/saidso_bg.wasm", import.meta.url));
	} catch (cause) {
		if (!import.meta.env?.SAIDSO_SPARE || !isAllowed()) throw cause;
		const spare = await import("./bytes.js").catch(() => Promise.reject(cause));
		return compile(spare.bytes());
	}
}

/**
 * Annotates a text.
 * @param {string} text
 * @param {CallOptions} [options]
 * @returns {Promise<Report>}
 */
export async function annotate(text, options) {
	const { signal, ...rest } = options ?? {};
	if (signal?.aborted) throw aborted(signal);
	await ready();
	if (signal?.aborted) throw aborted(signal);
	return annotateSync(text, rest);
}

/**
 * The same at once, for callers that have waited for `ready()`.
 * @param {string} text
 * @param {SyncOptions} [options]
 * @returns {Report}
 */
export function annotateSync(text, options) {
	return call(() => run(text, chosen(options)));
}

/**
 * Annotates an element of a page; the ranges follow the report's lists.
 * @param {PageElement} element
 * @param {CallOptions} [options]
 */
export async function annotateElement(element, options) {
	const { signal, ...rest } = options ?? {};
	await ready();
	if (signal?.aborted) throw aborted(signal);
	return call(() => runElement(element, chosen(rest)));
}

/**
 * Who is who among the named sources of many articles, for callers that have waited for `ready()`.
 * @param {string[]} people
 * @param {string[]} others
 */
export const whoIsWho = (people, others) => call(() => who(people, others));

/**
 * The authors that a byline names, for callers that have waited for `ready()`.
 * @param {string} byline
 * @returns {string[]} one that is empty where nobody is named
 */
export const authorsIn = (byline) => call(() => byAuthors(byline));

/**
 * The words and blocks of an element, without annotating it.
 * @param {PageElement} element
 */
export const readElement = (element) => call(() => read(element));

/** How many nodes are read before the clock is asked. */
const STRIDE = 40;

/**
 * The same a few milliseconds at a time, so that a long article does not hold up its page.
 * @param {PageElement} element
 * @param {Signal} [signal]
 * @returns {Promise<ReadElement>}
 */
export async function readElementGently(element, signal) {
	const walk = call(() => new ElementWalk(element));
	const more = () => call(() => walk.goOn(STRIDE));
	await gently(
		until(more),
		() => {},
		() => signal?.aborted === true,
	);
	if (signal?.aborted) throw aborted(signal);
	return call(() => /** @type {ReadElement} */ (walk.end()));
}

/** @param {() => boolean} more */
function* until(more) {
	while (more()) yield;
}

/**
 * Only what was chosen: to the core an option that is `undefined` is a wrong one, and so is more than it can count.
 * @param {SyncOptions | null} [options]
 * @returns {AnnotateOptions}
 */
function chosen(options) {
	const { lexicons = [], maxChars = MAX_CHARS, ...rest } = options ?? {};
	const lexicon = lexicons.flatMap(({ entries }) => entries);
	const given = { ...rest, lexicon, maxChars: Math.min(maxChars, MAX_CHARS) };
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * Runs one call; a trap leaves a broken instance behind, so the next call gets a fresh one.
 * @template T
 * @param {() => T} step
 * @returns {T}
 */
function call(step) {
	if (crashed) reset();
	crashed = false;
	try {
		return step();
	} catch (cause) {
		// What the core itself refuses are options; it says which.
		if (!(cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError))
			throw wrong(told(cause), cause);
		crashed = true;
		throw new SaidSoError("engine-crash", "the engine stopped on this text", { cause });
	}
}

/**
 * What the core has against an option, without the names of its own that stand before it.
 * @param {unknown} cause
 */
const told = (cause) =>
	(cause instanceof Error ? cause.message : String(cause)).replace(
		/^Failed to deserialize.*?: /,
		"an option is wrong: ",
	);
