// @ts-check
//! Owns annotating in a worker, for texts too long for the page's own thread. A worker that is cancelled or crashes
//! is thrown away; the next call gets a fresh one. Where none can start, the page's own thread does it. Every call settles.

import { annotate, ready } from "./engine.js";
import { aborted, isErrorCode, SaidSoError } from "./error.js";
import { scriptUrl } from "./trusted.js";
import workerUrl from "./worker.js?worker&url";

/** @import { CallOptions } from "./engine.js" */
/** @import { WasmModule, WebWorker } from "./platform.js" */
/** @import { Report } from "../pkg/saidso.js" */
/**
 * @typedef {object} Call
 * @property {number} id
 * @property {string} text
 * @property {CallOptions} options
 * @property {(error: unknown, report?: Report) => void} settle
 * @property {Record<string, any>} report what has come of it
 */

/** Above this many characters a text is annotated in the worker. */
export const LONG = 64_000;

/** @type {Worker | undefined} */
let worker;
/** Whether it has answered; one that never does was not allowed to start, or not found. */
let isStarted = false;
/** Whether there is no use in trying: a policy forbids it, or a bundler left its file behind. */
let isRefused = false;
/** @type {Call | undefined} */
let current;
let last = 0;

/** Starts the worker ahead of need, so that nothing has to be fetched later. */
export async function warm() {
	const module = await ready();
	start(module);
}

/**
 * Annotates in the worker; a call under way is given up for the new one.
 * @param {string} text
 * @param {CallOptions} [choice]
 * @returns {Promise<Report>}
 */
export async function annotateRemotely(text, choice) {
	const { signal, ...options } = choice ?? {};
	if (signal?.aborted) throw aborted(signal);
	const module = await ready();
	if (current) drop(aborted());
	if (!start(module)) return annotate(text, { ...options, signal });
	const id = ++last;
	return new Promise((resolve, reject) => {
		const stop = () => current?.id === id && drop(aborted(signal));
		signal?.addEventListener("abort", stop, { once: true });
		const settle = (/** @type {unknown} */ error, /** @type {Report | undefined} */ report = undefined) => {
			signal?.removeEventListener("abort", stop);
			current = undefined;
			if (report) resolve(report);
			else reject(error);
		};
		current = { id, text, options: { ...options, signal }, settle, report: {} };
		try {
			worker?.postMessage({ id, text, options });
		} catch (cause) {
			settle(new SaidSoError("bad-argument", "these options cannot go to a worker", { cause }));
		}
		if (signal?.aborted) stop();
	});
}

/**
 * Whether a worker runs, as far as can be told yet.
 * @param {WasmModule} module
 */
function start(module) {
	// A sandboxed frame has no origin that a worker could be loaded from.
	if (isRefused || globalThis.origin === "null" || typeof Worker === "undefined") return false;
	if (worker) return true;
	try {
		const made = launch();
		made.addEventListener("message", ({ data }) => receive(data));
		made.addEventListener("error", () => made === worker && lose());
		made.postMessage({ module });
		isStarted = false;
		worker = made;
	} catch {
		isRefused = true;
	}
	return !isRefused;
}

/** A worker of the engine, which waits for its module. Throws where none may start. @returns {WebWorker} */
export const launch = () => make(new URL(workerUrl, globalThis.location.href).href);

/**
 * A worker may be loaded from the page's own origin alone; from another, a module of one line imports it.
 * @param {string} url
 */
function make(url) {
	/** @type {WorkerOptions} */
	const how = { type: "module", name: "saidso" };
	if (new URL(url).origin === globalThis.origin) return new Worker(scriptUrl(url), how);
	const line = new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" });
	return new Worker(scriptUrl(URL.createObjectURL(line)), how);
}

/** After an error in the worker: one that never started is done without, one that stopped fails its call. */
function lose() {
	if (isStarted) return drop(new SaidSoError("engine-crash", "the engine's worker stopped"));
	isRefused = true;
	worker?.terminate();
	worker = undefined;
	const { text, options, settle } = current ?? {};
	if (settle) annotate(/** @type {string} */ (text), options).then((report) => settle(null, report), settle);
}

/** @param {Record<string, any>} data */
function receive(data) {
	isStarted = true;
	if (!current || data.id !== current.id) return;
	const { report } = current;
	if (gather(report, data)) current.settle(null, /** @type {Report} */ (/** @type {unknown} */ (report)));
	else if (data.error) fail(data.error);
}

/**
 * Takes in a part of a report that a worker sends; says whether it was the last.
 * @param {Record<string, any>} report what has come of it
 * @param {Record<string, any>} data
 */
export function gather(report, data) {
	if (data.head) Object.assign(report, { blocks: [], sentences: [], sources: [] }, empty(), data.head);
	else if (data.list) report[data.list].push(...data.items);
	return data.done === true;
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
