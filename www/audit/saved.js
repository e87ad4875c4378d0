// @ts-check
//! Owns an audit as a file: its counts, what was corrected, and the columns that a newsroom filled by hand, to be opened
//! here again. The articles themselves are not in it.

import * as v from "valibot";
import { SaidSoError } from "../engine/error.js";
import { MAX_FILE } from "../engine/limit.js";
import { readUntrusted } from "../engine/untrusted.js";
import { Corrections, Remarks } from "../report/correction-shape.js";
import { SOURCE_KINDS } from "../report/shape.js";

/** @import { Rec } from "./record.js" */
/** Columns of one's own, what stands in them by the keys of the sources, who was found by hand to be whom, and under which
 * keys those go now who were renamed or merged.
 * @typedef {{ columns: string[], values: Record<string, Record<string, string>>, joins: Record<string, string>, moved?: Record<string, string> }} Own */
/** @typedef {{ records: Rec[], own: Own }} Audit */

/** The name of this format. */
export const AUDIT = "saidso/audit/1";

const words = v.pipe(v.string(), v.maxLength(4000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const lines = v.array(v.object({ start: count, words }));

const Shape = v.object({
	schema: v.literal(AUDIT),
	records: v.array(
		v.object({
			name: words,
			meta: v.object({ title: words, section: words, author: words, date: words }),
			words: count,
			attributed: count,
			statements: count,
			sources: v.array(
				v.object({
					name: words,
					description: words,
					kind: v.picklist(SOURCE_KINDS),
					named: v.boolean(),
					words: count,
					lines,
				}),
			),
			nobody: lines,
			unsourced: lines,
			cues: v.array(v.tuple([words, count])),
			print: v.optional(words),
			of: v.optional(words),
			changes: v.optional(v.object({ corrections: v.optional(Corrections), remarks: v.optional(Remarks) })),
		}),
	),
	own: v.object({
		columns: v.pipe(v.array(words), v.maxLength(40)),
		values: v.record(words, v.record(words, words)),
		joins: v.optional(v.record(words, words), {}),
		moved: v.optional(v.record(words, words)),
	}),
});

/** @param {Audit} audit */
export function toSaved({ records, own }) {
	// A column that was taken out again may have left something behind.
	const kept = (/** @type {[string, string]} */ [column]) => own.columns.includes(column);
	const rows = Object.entries(own.values).map(
		([key, row]) => /** @type {const} */ ([key, Object.fromEntries(Object.entries(row).filter(kept))]),
	);
	const values = Object.fromEntries(rows.filter(([, row]) => Object.keys(row).length));
	return `${JSON.stringify({ schema: AUDIT, records, own: { ...own, values } })}\n`;
}

/**
 * What `toSaved` wrote; whoever made the file, every field is checked.
 * @param {string} json
 * @returns {Audit}
 * @throws {SaidSoError} `unsupported-file`, `too-long`
 */
export function fromSaved(json) {
	if (json.length > 4 * MAX_FILE) throw new SaidSoError("too-long", `the file has ${json.length} characters`);
	try {
		const { records, own } = readUntrusted(Shape, json.replace(/^\ufeff/, ""));
		return { records, own };
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : "unreadable";
		throw new SaidSoError("unsupported-file", `not an audit of saidso: ${why}`, { cause });
	}
}

/**
 * Whether a file says that it is an audit, or is called like one.
 * @param {File} file
 */
export const isSaved = async (file) =>
	/\.audit\b.*\.json$/i.test(file.name) || (await file.slice(0, 64).text()).includes(AUDIT);
