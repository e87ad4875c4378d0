// @ts-check
//! Owns one annotation at a time: on the page's own thread for most texts, in the worker for long ones. The text is on
//! screen before the engine begins; a newer call ends the older.

import { annotate, annotateElement } from "../engine/engine.js";
import { aborted } from "../engine/error.js";
import { painted, seen } from "../engine/pace.js";
import { annotateRemotely, LONG } from "../engine/remote.js";
import { findings, findingsGently } from "../report/finding.js";

/** @import { Block } from "../report/block.js" */
/** @import { CallOptions } from "../engine/engine.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { Report } from "../pkg/saidso.js" */
/**
 * @typedef {object} RunEvents
 * @property {(text: string, blocks: Block[] | undefined, progress?: (share: number) => void) => Promise<boolean>} show
 * @property {(share: number | null) => void} progress the share of a long text that is on screen; none when it is marked
 */

export class Run {
	/** @type {RunEvents} */ #on;
	/** @type {AbortController | undefined} */ #abort;
	/** The engine is fetched for the first text, which is not to be kept waiting by that. */
	#shown = seen;

	/** @param {RunEvents} on */
	constructor(on) {
		this.#on = on;
	}

	/**
	 * Shows and annotates a text.
	 * @param {string} text
	 * @param {CallOptions} options
	 * @returns {Promise<{ report: Report, all: Finding[] }>}
	 */
	async text(text, options) {
		const signal = this.#start();
		const isLong = text.length > LONG;
		const progress = (/** @type {number} */ share) => this.#on.progress(share);
		if (isLong) progress(0);
		const blocks = /** @type {Block[] | undefined} */ (options.blocks);
		const shown = this.#on.show(text, blocks, isLong ? progress : undefined).then((isWhole) => {
			if (isLong && isWhole && !signal.aborted) progress(1);
		});
		try {
			await this.#shown();
			this.#shown = painted;
			const run = isLong ? annotateRemotely : annotate;
			const [report] = await Promise.all([run(text, { ...options, signal }), shown]);
			const all = isLong ? await findingsGently(report) : findings(report);
			if (signal.aborted) throw aborted(signal);
			return { report, all };
		} finally {
			if (signal === this.#abort?.signal) this.#on.progress(null);
		}
	}

	/**
	 * Annotates an element of a page.
	 * @param {Element} element
	 * @param {CallOptions} options
	 */
	element(element, options) {
		return annotateElement(element, { ...options, signal: this.#start() });
	}

	/** Ends what is under way. */
	stop() {
		this.#abort?.abort();
		this.#on.progress(null);
	}

	#start() {
		this.#abort?.abort();
		this.#abort = new AbortController();
		return this.#abort.signal;
	}
}
