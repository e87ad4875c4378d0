// @ts-check
//! Owns annotating in a worker, for texts too long for the page's own thread. A worker that is cancelled or crashes
//! is thrown away; the next call gets a fresh one. Every call settles.

import { annotate, ready } from "./engine.js";
import { aborted, isErrorCode, SaidSoError } from "./error.js";
import { scriptUrl } from "./trusted.js";
import workerUrl from "./worker.js?worker&url";

/** @import { CallOptions } from "./engine.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ id: number, settle: (error: unknown, report?: Report) => void, report: Record<string, any> }} Call */

/** Above this many characters a text is annotated in the worker. */
export const LONG = 64_000;

/** @type {Worker | undefined} */
let worker;
/** @type {Call | undefined} */
let current;
let last = 0;

/** Starts the worker ahead of need, so that nothing has to be fetched later. */
export async function warm() {
	const module = await ready();
	if (globalThis.origin === "null") return;
	worker ??= start(module);
}

/**
 * Annotates in the worker; a call under way is given up for the new one.
 * @param {string} text
 * @param {CallOptions} [options]
 * @returns {Promise<Report>}
 */
export async function annotateRemotely(text, { signal, ...options } = {}) {
	if (signal?.aborted) throw aborted(signal);
	// A sandboxed frame has no origin that a worker could be loaded from.
	if (globalThis.origin === "null") return annotate(text, { ...options, signal });
	const module = await ready();
	if (current) drop(aborted());
	worker ??= start(module);
	const id = ++last;
	return new Promise((resolve, reject) => {
		const stop = () => current?.id === id && drop(aborted(signal));
		signal?.addEventListener("abort", stop, { once: true });
		const settle = (/** @type {unknown} */ error, /** @type {Report | undefined} */ report) => {
			signal?.removeEventListener("abort", stop);
			current = undefined;
			if (report) resolve(report);
			else reject(error);
		};
		current = { id, settle, report: {} };
		worker?.postMessage({ id, text, options });
		if (signal?.aborted) stop();
	});
}

/** @param {WebAssembly.Module} module */
function start(module) {
	const made = new Worker(scriptUrl(workerUrl), { type: "module", name: "saidso" });
	made.addEventListener("message", ({ data }) => receive(data));
	made.addEventListener("error", () => drop(new SaidSoError("engine-crash", "the engine's worker stopped")));
	made.postMessage({ module });
	return made;
}

/** @param {Record<string, any>} data */
function receive(data) {
	if (!current || data.id !== current.id) return;
	const { report } = current;
	if (data.head) Object.assign(report, { blocks: [], sentences: [], sources: [] }, empty(), data.head);
	else if (data.list) report[data.list].push(...data.items);
	else if (data.done) current.settle(null, /** @type {Report} */ (/** @type {unknown} */ (report)));
	else if (data.error) fail(data.error);
}

const empty = () => ({ attributions: [], hedges: [], claims: [] });

/** @param {{ code: unknown, message: string }} error */
function fail({ code, message }) {
	drop(new SaidSoError(isErrorCode(code) ? code : "engine-crash", message));
}

/** @param {SaidSoError} error */
function drop(error) {
	worker?.terminate();
	worker = undefined;
	current?.settle(error);
}
