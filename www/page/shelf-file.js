// @ts-check
//! Owns what is kept on the device as a file: a line for each article with its id and when it was kept, so that it comes
//! back as the one it was.

import * as v from "valibot";
import { annotateSync, ready } from "../engine/engine.js";
import { readUntrusted } from "../engine/untrusted.js";
import { toJSON } from "../export/json.js";
import { fromJSON } from "../intake/import.js";
import { correct } from "../report/correct.js";
import { headlineOf } from "../report/headline.js";
import { get, list, put } from "./shelf.js";
import { isOf, printOf } from "./shelf-print.js";

/** @import { Head } from "./shelf.js" */

/** What stands in a line beside the article; a saved report has none of it. */
const KeptShape = v.object({
	kept: v.optional(
		v.object({
			id: v.pipe(v.string(), v.maxLength(64), v.regex(/^[\w-]+$/)),
			at: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
			title: v.pipe(v.string(), v.maxLength(200)),
		}),
	),
});

/** Everything that is kept, the latest first. */
export async function toLines() {
	const lines = [];
	for (const { id, at, title } of await list()) {
		const json = await get(id);
		if (json) lines.push(`${JSON.stringify({ ...JSON.parse(json), kept: { id, at, title } })}\n`);
	}
	return lines.join("");
}

/**
 * Takes in a line of such a file, or a saved report. An article that is here already stays one: of two versions the later
 * holds, and of one that nobody dated what was corrected.
 * @param {string} json
 * @returns {Promise<boolean>} whether something has changed here
 * @throws {import("../engine/error.js").SaidSoError} where it is neither
 */
export async function takeIn(json) {
	const { text, report: found, view, origin } = fromJSON(json);
	const { kept } = readUntrusted(KeptShape, json.replace(/^\ufeff/, ""));
	const changes = (view.corrections?.length ?? 0) + (view.remarks?.length ?? 0);
	const print = await printOf(text);
	const old = await known(print, kept?.id);
	if (old && (kept ? kept.at <= old.at : changes === 0 || old.changes > 0)) return false;
	await ready();
	const report = correct(text, found, view.corrections ?? [], countWords).report;
	const head = {
		id: old?.id ?? kept?.id ?? crypto.randomUUID(),
		title: kept?.title ?? headlineOf(text, report),
		at: kept?.at ?? old?.at ?? Date.now(),
		sources: report.sources.length,
		changes,
		print,
	};
	await put(head, toJSON(text, report, { view, found: changes ? found : report, origin }));
	return true;
}

/** @param {string} words */
const countWords = (words) => annotateSync(words).stats.words.total;

/**
 * The article that is kept under an id, or else with the same words.
 * @param {string} print
 * @param {string} [id]
 * @returns {Promise<Head | undefined>}
 */
async function known(print, id) {
	const heads = await list();
	const same = heads.find((head) => head.id === id);
	if (same) return same;
	for (const head of heads) if (await isOf(head, print)) return head;
	return undefined;
}
