// @ts-check
//! Owns one annotation at a time: on the page's own thread for most texts, in the worker for long ones. The text is on
//! screen before the engine begins; a newer call ends the older.

import { annotate, ready } from "../engine/engine.js";
import { aborted } from "../engine/error.js";
import { painted, seen } from "../engine/pace.js";
import { annotateRemotely, LONG } from "../engine/remote.js";
import { findings, findingsGently } from "../report/finding.js";

/** @import { Block } from "../report/block.js" */
/** @import { CallOptions } from "../engine/engine.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { HostArticle } from "./host.js" */
/** @typedef {{ text: string, blocks: Block[], options: CallOptions, report: Report, all: Finding[] }} Done */
/**
 * @typedef {object} RunEvents
 * @property {(text: string, blocks: Block[] | undefined, progress?: (share: number) => void) => Promise<boolean>} show
 * @property {(share: number | null) => void} progress the share of a long text that is on screen; none when it is marked
 */

export class Run {
	/** @type {RunEvents} */ #on;
	/** @type {AbortController | undefined} */ #abort;
	/** The article of a host that was last annotated. @type {Done | undefined} */ #done;
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
	 * Annotates an article of a host, if its words are others than before.
	 * @param {HostArticle} host
	 * @param {CallOptions} options
	 * @returns {Promise<Done | null>} nothing where there are no words
	 */
	async host(host, options) {
		const signal = this.#start();
		await ready();
		if (signal.aborted) throw aborted(signal);
		const { text, blocks } = await host.read(signal);
		if (!text) return null;
		if (this.#done && isSame(this.#done, { text, blocks, options })) return this.#done;
		const isLong = text.length > LONG;
		const report = await (isLong ? annotateRemotely : annotate)(text, { ...options, blocks, signal });
		const all = isLong ? await findingsGently(report) : findings(report);
		if (signal.aborted) throw aborted(signal);
		this.#done = { text, blocks, options, report, all };
		return this.#done;
	}

	/**
	 * Takes a report made elsewhere for that of the article last annotated, if that has the same text.
	 * @param {string} text
	 * @param {Report} report
	 * @param {Finding[]} all
	 */
	keep(text, report, all) {
		if (this.#done?.text === text) this.#done = { ...this.#done, report, all };
	}

	/** Has the same article annotated again. */
	forget() {
		this.#done = undefined;
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

/**
 * Whether the same would come out again.
 * @param {Done} done
 * @param {{ text: string, blocks: Block[], options: CallOptions }} now
 */
const isSame = (done, { text, blocks, options }) =>
	done.text === text &&
	done.options.lexicons === options.lexicons &&
	done.options.maxChars === options.maxChars &&
	done.blocks.length === blocks.length &&
	done.blocks.every(({ start, end, kind }, n) => {
		const now = blocks[n];
		return start === now.start && end === now.end && kind === now.kind;
	});
