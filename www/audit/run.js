// @ts-check
//! Owns reading and annotating many articles: so many at a time, with progress, an end at any moment, and what went wrong
//! named by file. Texts are let go as soon as they are counted.

import { annotateSync } from "../engine/engine.js";
import { Pool } from "../engine/pool.js";
import { correct } from "../report/correct.js";
import { recordOf } from "./record.js";

/** @import { SyncOptions } from "../engine/engine.js" */
/** @import { Article } from "./articles.js" */
/** @import { Found } from "../intake/found.js" */
/** @import { Rec } from "./record.js" */
/** @typedef {{ record: Rec, article: Article }} Read */
/** @typedef {{ name: string, error: unknown }} Fault */

/**
 * @param {readonly Article[]} articles
 * @param {{ options?: SyncOptions, signal: AbortSignal, progress(done: number): void }} how
 * @returns {Promise<{ read: Read[], faults: Fault[] }>} in the order of the articles; less where it was ended
 */
export async function audit(articles, { options, signal, progress }) {
	const pool = new Pool();
	/** @type {(Read | undefined)[]} */
	const read = new Array(articles.length);
	/** @type {Fault[]} */
	const faults = [];
	let next = 0;
	let done = 0;
	const stop = () => pool.close();
	signal.addEventListener("abort", stop, { once: true });
	const lane = async () => {
		while (next < articles.length && !signal.aborted) {
			const number = next++;
			const article = articles[number];
			try {
				read[number] = { article, record: await one(article, pool, options) };
			} catch (error) {
				if (!signal.aborted) faults.push({ name: article.name, error });
			}
			progress(++done);
		}
	};
	// Two lanes a worker: while one text is annotated, the next is read.
	await Promise.all(Array.from({ length: 2 * Pool.size }, lane));
	signal.removeEventListener("abort", stop);
	pool.close();
	return { read: read.filter((one) => one !== undefined), faults };
}

/**
 * @param {Article} article
 * @param {Pool} pool
 * @param {SyncOptions} [options]
 */
async function one(article, pool, options) {
	const found = await article.read();
	if (!found.text.trim()) throw new Error("there is no text in it");
	const report = found.report
		? corrected(found)
		: await pool.annotate(found.text, { ...options, blocks: found.blocks });
	return recordOf(article.name, article.meta, found.text, report);
}

/**
 * A saved report, as its reader corrected it.
 * @param {Found} found
 */
function corrected({ text, report, view }) {
	const made = /** @type {NonNullable<Found["report"]>} */ (report);
	const count = (/** @type {string} */ words) => annotateSync(words).stats.words.total;
	const { corrections = [] } = view ?? {};
	return corrections.length ? correct(text, made, corrections, count).report : made;
}
