// @ts-check
//! Owns a text that changes while it is annotated: of several updates the latest wins, and every call settles.

import { changed } from "./change.js";
import { aborted } from "./error.js";
import { chosen, SIGNAL, taken } from "./given.js";

/** @import { Change } from "./change.js" */
/** @import { Signal } from "./platform.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {(text: string, options: { signal: Signal }) => Promise<Report>} Annotate */
/**
 * @typedef {object} Session
 * @property {string} text what the last update made of the text
 * @property {(input: string | Change | readonly Change[], options?: { signal?: Signal }) => Promise<Report>} update
 * annotates a new text, or the text with some changes; whoever asked before gets `aborted`
 * @property {() => void} close ends it: what is under way and what comes later rejects with `aborted`
 */

/**
 * A session over a function that annotates. At most one call of it runs at a time and one waits, so that a slow
 * engine never works through texts that nobody is looking at any more.
 * @param {{ annotate: Annotate }} options
 * @returns {Session}
 */
export function createSession({ annotate }) {
	/** @type {AbortController | undefined} the call whose caller still waits */
	let current;
	/** @type {Promise<unknown>} settles when the engine is free */
	let free = Promise.resolve();
	let closed = false;
	let text = "";

	/** @type {Session["update"]} */
	async function update(input, options) {
		/** @type {{ signal?: Signal }} */
		const { signal } = chosen(options, { signal: SIGNAL });
		if (closed) throw aborted(signal);
		// The text goes on also where its annotation is called off: the next change counts from it.
		text = taken("an update is a text, a change or a list of changes", input, (now) =>
			typeof now === "string" ? now : changed(text, /** @type {Change[]} */ ([now].flat())),
		);
		current?.abort(aborted());
		if (signal?.aborted) throw aborted(signal);
		const mine = new AbortController();
		current = mine;
		const now = text;
		const job = free.then(() => {
			if (mine.signal.aborted) throw aborted(mine.signal);
			return annotate(now, { signal: mine.signal });
		});
		free = job.catch(() => {});
		return settle(job, mine, signal);
	}

	return {
		get text() {
			return text;
		},
		update,
		close() {
			closed = true;
			current?.abort(aborted());
		},
	};
}

/**
 * The job's end or the end of its caller's patience, whichever comes first.
 * @param {Promise<Report>} job
 * @param {AbortController} mine
 * @param {Signal} [signal] the caller's own
 * @returns {Promise<Report>}
 */
function settle(job, mine, signal) {
	const stop = () => mine.abort(signal?.reason);
	signal?.addEventListener("abort", stop, { once: true });
	/** @type {Promise<never>} */
	const off = new Promise((_, reject) => {
		mine.signal.addEventListener("abort", () => reject(aborted(mine.signal)), { once: true });
	});
	return Promise.race([job, off]).finally(() => signal?.removeEventListener("abort", stop));
}
