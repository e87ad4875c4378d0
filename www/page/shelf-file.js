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
/** What became of an article that was taken in: it is new here, or in a later version than it was; or it was here, as it is
 * or in a later version.
 * @typedef {"new" | "later" | "same" | "older"} Taken */

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
 * @returns {Promise<Taken>} what became of it
 * @throws {import("../engine/error.js").SaidSoError} where it is neither
 */
export async function takeIn(json) {
	const { text, report: found, view, origin } = fromJSON(json);
	const { kept } = readUntrusted(KeptShape, json.replace(/^\ufeff/, ""));
	const notes = view.remarks?.length ?? 0;
	const changes = (view.corrections?.length ?? 0) + notes;
	const print = await printOf(text);
	const old = await known(print, kept?.id);
	if (old && kept && kept.at < old.at) return "older";
	if (old && (kept ? kept.at === old.at : changes === 0 || old.changes > 0)) return "same";
	await ready();
	const report = correct(text, found, view.corrections ?? [], countWords).report;
	const head = {
		id: old?.id ?? kept?.id ?? crypto.randomUUID(),
		title: kept?.title ?? headlineOf(text, report),
		at: kept?.at ?? old?.at ?? Date.now(),
		sources: report.sources.length,
		changes,
		notes,
		print,
	};
	await put(head, toJSON(text, report, { view, found: changes ? found : report, origin }));
	return old ? "later" : "new";
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
