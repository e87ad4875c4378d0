// @ts-check
//! Owns reading into an audit what some files hold: saved audits as they are, everything else article by article. What cannot
//! be read is named.

import { articlesIn } from "../audit/articles.js";
import { audit } from "../audit/run.js";
import { fromSaved, isSaved } from "../audit/saved.js";
import { isShelved } from "./shelf-switch.js";

/** @import { SyncOptions } from "../engine/engine.js" */
/** @import { Collection } from "../audit/collection.js" */
/** @typedef {{ lexicons: SyncOptions["lexicons"], signal: AbortSignal, progress(n: number, all: number): void }} How */

/** @returns {Collection} */
export const nothing = () => ({
	records: [],
	articles: [],
	faults: [],
	isCut: false,
	own: { columns: [], values: {}, joins: {} },
});

/**
 * @param {readonly File[]} files
 * @param {How} how
 * @returns {Promise<Collection[]>} each saved audit, then all else
 */
export async function collect(files, how) {
	const areSaved = await Promise.all(files.map(isSaved));
	const others = files.filter((_, at) => !areSaved[at]);
	const audits = await Promise.all(files.filter((_, at) => areSaved[at]).map(saved));
	return others.length ? [...audits, await read(others, how)] : audits;
}

/** @param {File} file @returns {Promise<Collection>} */
async function saved(file) {
	try {
		const { records, own } = fromSaved(await file.text());
		return { ...nothing(), records, own, articles: records.map(() => null) };
	} catch (error) {
		return { ...nothing(), faults: [{ name: file.name, error }] };
	}
}

/**
 * @param {readonly File[]} files
 * @param {How} how
 * @returns {Promise<Collection>}
 */
async function read(files, { lexicons, signal, progress }) {
	const articles = await articlesIn(files);
	const kept = isShelved() ? await (await import("./shelf.js")).changes() : new Map();
	const done = await audit(articles, {
		options: { lexicons },
		signal,
		progress: (n) => progress(n, articles.length),
		changesOf: (text) => kept.get(text),
	});
	return {
		...nothing(),
		records: done.read.map(({ record }) => record),
		articles: done.read.map(({ article }) => article),
		faults: done.faults,
		isCut: signal.aborted,
	};
}
