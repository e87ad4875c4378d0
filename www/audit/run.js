// @ts-check
//! Owns reading and annotating many articles: so many at a time, with progress, an end at any moment, and what went wrong
//! named by file. Texts are let go as soon as they are counted.

import { annotateSync } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { Pool } from "../engine/pool.js";
import { correct } from "../report/correct.js";
import { filled, recordOf } from "./record.js";

/** @import { SyncOptions } from "../engine/engine.js" */
/** @import { Article } from "./articles.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Changes, Rec } from "./record.js" */
/** The article is missing where only a report of it is there. @typedef {{ record: Rec, article: Article | null }} Read */
/** @typedef {{ name: string, error: unknown }} Fault */

/**
 * @param {readonly Article[]} articles
 * @param {{ options?: SyncOptions, signal: AbortSignal, progress(done: number): void, changesOf?: (text: string) => Changes | undefined }} how
 * and what the reader is known to have changed in a text
 * @returns {Promise<{ read: Read[], faults: Fault[] }>} in the order of the articles; less where it was ended
 */
export async function audit(articles, { options, signal, progress, changesOf }) {
	const pool = new Pool();
	/** @type {(Read | undefined)[]} */
	const read = new Array(articles.length);
	/** @type {(Fault | undefined)[]} */
	const faults = new Array(articles.length);
	let next = 0;
	let done = 0;
	const stop = () => pool.close();
	signal.addEventListener("abort", stop, { once: true });
	const lane = async () => {
		while (next < articles.length && !signal.aborted) {
			const number = next++;
			const article = articles[number];
			try {
				read[number] = await one(article, pool, { options, changesOf });
			} catch (error) {
				if (!signal.aborted) faults[number] = { name: article.name, error };
			}
			progress(++done);
		}
	};
	// Two lanes a worker: while one text is annotated, the next is read.
	await Promise.all(Array.from({ length: 2 * Pool.size }, lane));
	signal.removeEventListener("abort", stop);
	pool.close();
	return { read: read.filter((one) => one !== undefined), faults: faults.filter((one) => one !== undefined) };
}

/**
 * @param {Article} article
 * @param {Pool} pool
 * @param {{ options?: SyncOptions, changesOf?: (text: string) => Changes | undefined }} how
 * @returns {Promise<Read>}
 */
async function one(article, pool, { options, changesOf }) {
	const { text, blocks, report, view, meta: said, fault, origin = "" } = await article.read();
	const meta = { ...said, ...filled(article.meta) };
	if (fault) throw new SaidSoError("unsupported-file", fault);
	if (!text.trim() && !report) throw new Error("there is no text in it");
	const made = report ?? (await pool.annotate(text, { ...options, blocks }));
	const changes = view?.corrections || view?.remarks ? view : changesOf?.(text);
	const record = recordOf(article.name, meta, text, corrected(text, made, changes), changes);
	if (!report) return { record, article: { ...article, meta } };
	return { record: { ...record, of: origin }, article: text ? { ...article, meta } : null };
}

/**
 * A report as its reader corrected it.
 * @param {string} text
 * @param {Report} report
 * @param {Changes} [changes]
 */
function corrected(text, report, { corrections = [] } = {}) {
	const count = (/** @type {string} */ words) => annotateSync(words).stats.words.total;
	return corrections.length ? correct(text, report, corrections, count).report : report;
}
