// @ts-check
//! Owns an audit as files for others: a table of the sources for spreadsheets, JSON lines of the articles, and one page
//! without script.

import Papa from "papaparse";
import { BYTE_ORDER_MARK, FORMULA } from "../export/csv.js";
import { style } from "../export/html-report-style.js";
import { html } from "../export/markup.js";
import { percent } from "../words/words.js";
import { join } from "./join.js";
import { cues, groups, namings, unnamedIn } from "./table.js";

/** @import { Say } from "../words/words.js" */
/** @import { Joined } from "./join.js" */
/** @import { Rec } from "./record.js" */
/** @import { Audit, Own } from "./saved.js" */
/** @import { Markup } from "../export/markup.js" */

/**
 * The joined sources, one a row, with the columns of one's own.
 * @param {Audit} audit
 */
export function toCSV({ records, own }) {
	const all = total(records);
	const fields = [
		"source",
		"described as",
		"kind",
		"articles",
		"statements",
		"words",
		"share",
		...own.columns,
	];
	const data = join(records, own.joins).sources.map((one) => [
		one.name,
		one.descriptions.join("; "),
		one.kind,
		one.articles,
		one.statements,
		one.words,
		share(one, all),
		...own.columns.map((column) => written(own, one, column)),
	]);
	const table = Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: "\r\n" });
	return `${BYTE_ORDER_MARK}${table}\r\n`;
}

/**
 * The articles, one a line, with the columns of their sources.
 * @param {Audit} audit
 */
export function toJSONL({ records, own }) {
	const keys = new Map(
		join(records, own.joins).sources.flatMap((one) =>
			one.places.map(({ record, source }) => [`${record}.${source}`, one.key]),
		),
	);
	const line = (/** @type {Rec} */ record, /** @type {number} */ at) => ({
		schema: "saidso/audit-article/1",
		...record,
		sources: record.sources.map((source, number) => ({
			...source,
			own: own.values[keys.get(`${at}.${number}`) ?? ""] ?? {},
		})),
	});
	return records.map((record, at) => `${JSON.stringify(line(record, at))}\n`).join("");
}

/**
 * @param {Audit} audit
 * @param {{ say: Say, language: string, date?: Date }} options
 */
export function toHTML({ records, own }, { say, language, date = new Date() }) {
	const all = total(records);
	const number = new Intl.NumberFormat(language);
	const { sources, apart } = join(records, own.joins);
	const shown = (/** @type {string | number} */ value) =>
		typeof value === "number" ? number.format(value) : value;
	/**
	 * @param {string} title
	 * @param {string[]} head
	 * @param {(string | number)[][]} rows
	 * @returns {Markup | string}
	 */
	const table = (title, head, rows) =>
		rows.length === 0
			? ""
			: html`<section>\n<h2>${title}</h2>\n<table>\n<tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr>\n${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${shown(cell)}</td>`)}</tr>\n`)}</table>\n</section>\n`;
	const n = (/** @type {string} */ name) => say(`audit.n.${name}`);
	const who = [
		say("audit.source"),
		say("audit.about"),
		n("articles"),
		n("statements"),
		n("words"),
		n("share"),
	];
	const by = (/** @type {"section" | "author" | "date"} */ field) =>
		table(
			say(`audit.${field}`),
			[say(`audit.${field}`), n("articles"), n("statements"), n("unnamed"), n("unsourced")],
			groups(records, field).map((row) => [
				row.name || say("audit.unsaid"),
				row.articles,
				row.statements,
				row.unnamed,
				row.unsourced,
			]),
		);
	const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
	return `<!doctype html>\n${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say("audit.title")} – saidso</title>
${style}
</head>
<body>
<main>
<h1>${say("audit.title")}</h1>
<p>${say("audit.articles", { n: records.length })} · ${say("audit.people", { n: sources.length })}</p>
${table(
	say("audit.who"),
	[...who, ...own.columns],
	sources.map((one) => [
		one.name,
		one.descriptions[0] ?? "",
		one.articles,
		one.statements,
		one.words,
		percent(language, share(one, all)),
		...own.columns.map((column) => written(own, one, column)),
	]),
)}<p>${say("audit.who.note")}</p>
${table(
	say("audit.naming"),
	[say("audit.naming"), n("statements"), n("words")],
	namings(records).map((row) => [say(`audit.naming.${row.naming}`), row.statements, row.words]),
)}${table(
	say("audit.each"),
	[say("audit.article"), n("sources"), n("statements"), n("unnamed"), n("unsourced")],
	records.map((one) => [
		one.meta.title || one.name,
		one.sources.length,
		one.statements,
		unnamedIn(one),
		one.unsourced.length,
	]),
)}${by("section")}${by("author")}${by("date")}${table(
	say("audit.cues"),
	[say("audit.cues"), n("times")],
	cues(records).map((row) => [row.name, row.n]),
)}${table(
	say("audit.apart"),
	[say("audit.source"), n("articles"), n("statements"), n("maybe")],
	apart.map((one) => [one.name, one.articles, one.statements, one.maybe.map(({ name }) => name).join(", ")]),
)}</main>
<footer>${say("print.date", { date: day })} ${say("print.made")}</footer>
</body>
</html>`}\n`;
}

/**
 * The words that somebody is credited with in all articles.
 * @param {readonly Rec[]} records
 */
export const total = (records) => records.reduce((sum, { attributed }) => sum + attributed, 0);

/**
 * @param {Joined} source
 * @param {number} all
 */
export const share = ({ words }, all) => Math.round((words / Math.max(1, words, all)) * 1e4) / 1e4;

/**
 * What somebody wrote in a column of their own.
 * @param {Own} own
 * @param {{ key: string }} source
 * @param {string} column
 */
export const written = ({ values }, { key }, column) => values[key]?.[column] ?? "";
