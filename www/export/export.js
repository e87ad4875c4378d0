// @ts-check
//! Owns the list of what a report can be turned into; each is written by the file named after it, loaded when first
//! asked for.

import { wrong } from "../engine/error.js";
import { shown } from "../engine/given.js";
import { en } from "../words/en.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/**
 * @typedef {object} MakeOptions
 * @property {ReadonlySet<string>} [hidden] the ids of marks to leave out
 * @property {string} [language] of what is written around the article
 * @property {View} [view] what the reader chose to see, their corrections and notes
 * @property {Report} [found] the report as the engine made it, where the reader corrected it
 * @property {string} [source] where the article was published
 * @property {string} [origin] where the text comes from: an address, the name of a file, or nothing: it was pasted
 * @property {Date} [date] when it was marked; today, unless it is given
 */
/** @typedef {(text: string, report: Report, options?: MakeOptions) => Promise<string>} Make */
/** @typedef {{ id: string, label: string, purpose: string, extension: string, type: string, make: Make }} Export */
/** @typedef {MakeOptions & { text: string, report: Report }} Work */

/**
 * The label and the purpose are English; other languages have them under `export.<id>` and `export.<id>.for`.
 * @param {string} id
 * @param {string} extension
 * @param {string} type
 * @param {Make} make
 * @returns {Export}
 */
const format = (id, extension, type, make) => ({
	id,
	label: String(en[`export.${id}`]),
	purpose: String(en[`export.${id}.for`]),
	extension,
	type,
	make,
});

/** @param {unknown} value */
const pretty = (value) => `${JSON.stringify(value, null, "\t")}\n`;

/** What a report can be turned into, in the order of the menu. @type {readonly Export[]} */
export const EXPORTS = Object.freeze([
	format("json", "saidso.json", "application/json", async (text, report, options) =>
		(await import("./json.js")).toJSON(text, report, options),
	),
	format("web-annotation", "jsonld", "application/ld+json", async (text, report, options) =>
		pretty((await import("./web-annotation.js")).toWebAnnotation(text, report, options)),
	),
	format("csv", "csv", "text/csv", async (text, report, options) =>
		(await import("./csv.js")).toCSV(text, report, options),
	),
	format("markdown", "md", "text/markdown", async (text, report, options) =>
		(await import("./markdown.js")).toMarkdown(text, report, options),
	),
	format("html", "html", "text/html", async (text, report, options) =>
		(await import("./html-report.js")).toHTML(text, report, options),
	),
	format("checklist", "checklist.md", "text/markdown", async (text, report, options) =>
		(await import("./checklist.js")).toChecklist(text, report, options),
	),
	format("claim-review", "claims.jsonld", "application/ld+json", async (text, report, options) =>
		pretty(
			(await import("./claim-review.js")).toClaimReview(text, report, { ...options, url: options?.source }),
		),
	),
	format("corrections", "corrections.jsonl", "application/jsonl", async (text, report, options) =>
		(await import("./corrections.js")).toCorrections(text, report, options),
	),
]);

/**
 * The export with an id.
 * @param {string} id
 * @returns {Export}
 * @throws {SaidSoError} `bad-argument`
 */
export function exportNamed(id) {
	const found = EXPORTS.find((one) => one.id === id);
	if (!found) throw wrong(`a format is ${EXPORTS.map((one) => one.id).join(", ")}, not ${shown(id)}`);
	return found;
}

/**
 * A report in one of the formats.
 * @param {string} id
 * @param {Work} work
 */
export const write = async (id, { text, report, ...options }) => exportNamed(id).make(text, report, options);
