// @ts-check
//! Owns reading a report that a line or a file holds: saved here, with its text and corrections, or by the command line, where
//! as a rule the counts are all there is.

import * as v from "valibot";
import { SaidSoError } from "../engine/error.js";
import { readUntrusted } from "../engine/untrusted.js";
import { BUNDLE } from "../export/json.js";
import { fromJSON } from "../intake/import.js";
import { reportFault } from "../report/fault.js";
import { ReportShape } from "../report/shape.js";

/** @import { Found } from "../intake/found.js" */
/** @typedef {Record<string, unknown>} Row */

const Report = v.object({ ...ReportShape.entries, offsets: v.string() });

/**
 * The report in a row; nothing where there is none.
 * @param {Row} row
 * @param {{ text: string, origin: string }} about what else the row says
 * @returns {Found | null}
 * @throws {SaidSoError} `unsupported-file` where the report is damaged
 */
export function reportIn(row, { text, origin }) {
	if (row?.schema === BUNDLE) return fromJSON(JSON.stringify(row));
	const own = row?.schema === "saidso/report/1" ? row : /** @type {Row | undefined} */ (row?.report);
	// An article may have a member of that name.
	if (own?.schema !== "saidso/report/1") return null;
	const { offsets, ...report } = read(own);
	const fits = text && offsets === "utf16" && !reportFault(text, { ...report, offsets });
	return { text: fits ? text : "", report: { ...report, offsets: "utf16" }, origin };
}

/** @param {Row} row */
function read(row) {
	try {
		return readUntrusted(Report, JSON.stringify(row));
	} catch (cause) {
		throw new SaidSoError("unsupported-file", "not a report of saidso", { cause });
	}
}
