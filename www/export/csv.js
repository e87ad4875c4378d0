// @ts-check
//! Owns a report as a table for spreadsheets: one row per attribution, hedge and claim, in text order.

import Papa from "papaparse";
import { pageAt } from "../report/pages.js";
import { oneLine, quote } from "../report/quote.js";
import { remarksOn } from "../report/remark.js";
import { sentenceAt } from "../report/sentence.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** @typedef {Record<string, string | number>} Row */

const COLUMNS = [
	"id",
	"kind",
	"type",
	"words",
	"source",
	"described as",
	"source kind",
	"cue",
	"stance",
	"certainty",
	"checkworthiness",
	"confidence",
	"reasons",
	"sentence",
	"start",
	"end",
];

/**
 * What a spreadsheet would run instead of show. The full-width signs and the line feed are OWASP's; papaparse's
 * own list lets `=1\n` pass.
 */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Without it Excel reads UTF-8 as something else. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * The marks of a report as comma-separated values; words that would be a formula get an apostrophe before them.
 * @param {string} text
 * @param {Report} report
 * @param {{ hidden?: ReadonlySet<string>, view?: View }} [options] the ids of marks to leave out, and the reader's notes
 * and the pages of the text, which get columns of their own
 * @returns {string}
 */
export function toCSV(text, report, { hidden, view } = {}) {
	const notes = remarksOn(text, report, view?.remarks);
	const rows = [
		...report.attributions.map((_, item) => attributionRow(text, report, item)),
		...report.hedges.map((_, item) => hedgeRow(text, report, item)),
		...report.claims.map((_, item) => claimRow(text, report, item)),
		...[...notes.keys()].flatMap((id) => sentenceRow(text, report, id)),
	];
	/** @param {Row} row @returns {Row} */
	const noted = (row) => {
		const { status = "", words = "" } = notes.get(String(row.id)) ?? {};
		return { ...row, page: pageAt(view?.pages, Number(row.start)) ?? "", status, note: words };
	};
	const shown = rows.filter((row) => !hidden?.has(String(row.id))).map(noted);
	shown.sort((a, b) => Number(a.start) - Number(b.start));
	const fields = [
		...COLUMNS,
		...(view?.pages?.length ? ["page"] : []),
		...(notes.size ? ["status", "note"] : []),
	];
	const table = Papa.unparse({ fields, data: shown }, { escapeFormulae: FORMULA, newline: "\r\n" });
	return `${BYTE_ORDER_MARK}${table.trimEnd()}\r\n`;
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {number} item
 * @returns {Row}
 */
function attributionRow(text, report, item) {
	const { contents, cue, form, stance, confidence, reasons, source } = report.attributions[item];
	const spans = contents.length ? contents : [cue];
	return {
		...row(text, report, `a${item}`, "attribution", spans, reasons),
		...sourceCells(report, source),
		type: form,
		cue: oneLine(text.slice(cue.start, cue.end)),
		stance,
		confidence,
	};
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {number} item
 * @returns {Row}
 */
function hedgeRow(text, report, item) {
	const { start, end, kind, confidence, reasons } = report.hedges[item];
	return { ...row(text, report, `h${item}`, "hedge", [{ start, end }], reasons), type: kind, confidence };
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {number} item
 * @returns {Row}
 */
function claimRow(text, report, item) {
	const { spans, attribution, statement, certainty, checkworthiness, reasons } = report.claims[item];
	return {
		...row(text, report, `c${item}`, "claim", spans, reasons),
		...(attribution === null ? {} : sourceCells(report, report.attributions[attribution].source)),
		type: statement,
		certainty,
		checkworthiness,
	};
}

/**
 * A sentence that somebody wrote a note on.
 * @param {string} text
 * @param {Report} report
 * @param {string} id
 */
function sentenceRow(text, report, id) {
	const span = id.startsWith("s") ? report.sentences[Number(id.slice(1))] : undefined;
	return span ? [row(text, report, id, "sentence", [span], [])] : [];
}

/**
 * The cells that every kind has.
 * @param {string} text
 * @param {Report} report
 * @param {string} id
 * @param {string} kind
 * @param {{ start: number, end: number }[]} spans
 * @param {string[]} reasons
 * @returns {Row}
 */
function row(text, report, id, kind, spans, reasons) {
	const { start } = spans[0];
	const sentence = report.sentences[sentenceAt(report.sentences, start)];
	return {
		id,
		kind,
		words: quote(text, spans),
		reasons: reasons.join("; "),
		sentence: sentence ? quote(text, [sentence]) : "",
		start,
		end: spans[spans.length - 1].end,
	};
}

/**
 * @param {Report} report
 * @param {number | null} item
 * @returns {Row}
 */
function sourceCells(report, item) {
	if (item === null) return {};
	const { name, description, kind } = report.sources[item];
	return { source: oneLine(name), "described as": oneLine(description), "source kind": kind };
}
