// @ts-check
//! Owns opening our own JSON again. The file may have been made by anybody, so every field is checked.

import * as v from "valibot";
import { SaidSoError } from "../engine/error.js";
import { cut, MAX_CHARS, MAX_FILE } from "../engine/limit.js";
import { readUntrusted } from "../engine/untrusted.js";
import { BUNDLE } from "../export/json.js";
import { reportFault } from "../report/fault.js";
import { ReportShape } from "../report/shape.js";
import { ViewShape } from "../report/view-shape.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ text: string, report: Report, view: import("../report/view.js").View, origin?: string }} Bundle */

const BundleShape = v.object({
	schema: v.literal(BUNDLE),
	text: v.string(),
	report: ReportShape,
	found: v.optional(ReportShape),
	view: v.optional(ViewShape, {}),
	origin: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});

/**
 * What `toJSON` wrote, with the report as the engine made it; the corrections are in the view. Throws `unsupported-file` naming the first bad field, `too-long` past 32 MB; a text past two
 * million characters is cut, with a `truncated` warning.
 * @param {string} json
 * @returns {Bundle}
 */
export function fromJSON(json) {
	if (json.length > MAX_FILE) throw new SaidSoError("too-long", `the file has ${json.length} characters`);
	const { text, report, found = report, view, origin } = read(json);
	const bundle = { text: cut(text), report: marked(text, found), view, ...(origin && { origin }) };
	const fault = reportFault(bundle.text, bundle.report);
	if (fault) throw new SaidSoError("unsupported-file", `the report does not fit its text: ${fault}`);
	return bundle;
}

/** @param {string} json */
function read(json) {
	try {
		return readUntrusted(BundleShape, json.replace(/^\ufeff/, ""));
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : "unreadable";
		throw new SaidSoError("unsupported-file", `not a report of saidso: ${why}`, { cause });
	}
}

/**
 * @param {string} text
 * @param {Report} report
 * @returns {Report}
 */
function marked(text, report) {
	if (text.length <= MAX_CHARS || report.warnings.some(({ code }) => code === "truncated")) return report;
	return { ...report, warnings: [...report.warnings, { code: "truncated", detail: String(text.length) }] };
}
