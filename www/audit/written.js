// @ts-check
//! Owns an audit as files for others: a table of the sources for spreadsheets, JSON lines of the articles, and one page
//! without script.

import Papa from "papaparse";
import { BYTE_ORDER_MARK, FORMULA } from "../export/csv.js";
import { style } from "../export/html-report-style.js";
import { html } from "../export/markup.js";
import { percent } from "../words/words.js";
import { headOf } from "./heads.js";
import { join } from "./join.js";
import { Cells } from "./own.js";
import { correctionsIn, cues, groups, namings, unnamedIn } from "./table.js";

/** @import { Say } from "../words/words.js" */
/** @import { Joined } from "./join.js" */
/** @import { Rec } from "./record.js" */
/** @import { Audit } from "./saved.js" */
/** @import { Markup } from "../export/markup.js" */
/** What stands in a table; with a part of the greatest it is drawn as a bar too.
 * @typedef {string | number | { value: string | number, part: number }} Cell */

/** Bars are borders, which are printed. */
const charts = html`<style>
body { max-width: 80ch; }
th { text-align: start; vertical-align: bottom; padding: 0.2em 1em 0.2em 0; }
.bar, td:first-child { min-width: 6.5rem; }
.bar { white-space: nowrap; }
section { overflow-x: auto; }
.bar::before { content: ""; display: inline-block; width: calc(var(--part) * 6rem); margin-inline-end: calc(min(1, var(--part) * 1000) * 0.5rem); border-block-start: 0.6em solid #1f5fa8; }
@media (prefers-color-scheme: dark) { .bar::before { border-color: #7db4f0; } }
@media print { .bar::before { border-color: #000; } tr { break-inside: avoid; } }
</style>`;

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
		...(records.some(correctionsIn) ? ["articles corrected by hand"] : []),
		...own.columns,
	];
	const { sources } = join(records, own.joins);
	const cells = new Cells(own, sources);
	const data = sources.map((one) => [
		one.name,
		one.descriptions.join("; "),
		one.kind,
		one.articles,
		one.statements,
		one.words,
		share(one, all),
		...(records.some(correctionsIn) ? [correctedOf(one, records)] : []),
		...own.columns.map((column) => cells.get(one.key, column)),
	]);
	const table = Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: "\r\n" });
	return `${BYTE_ORDER_MARK}${table}\r\n`;
}

/**
 * How many of the articles that quote a source their reader corrected.
 * @param {Joined} source
 * @param {readonly Rec[]} records
 */
const correctedOf = ({ places }, records) =>
	new Set(places.flatMap(({ record }) => (correctionsIn(records[record]) ? [record] : []))).size;

/**
 * The articles, one a line, with the columns of their sources.
 * @param {Audit} audit
 */
export function toJSONL({ records, own }) {
	const { sources } = join(records, own.joins);
	const cells = new Cells(own, sources);
	const keys = new Map(
		sources.flatMap((one) => one.places.map(({ record, source }) => [`${record}.${source}`, one.key])),
	);
	const line = (/** @type {Rec} */ record, /** @type {number} */ at) => ({
		schema: "saidso/audit-article/1",
		...record,
		sources: record.sources.map((source, number) => ({
			...source,
			own: cells.row(keys.get(`${at}.${number}`) ?? ""),
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
	const cells = new Cells(own, sources);
	const shown = (/** @type {string | number} */ value) =>
		typeof value === "number" ? number.format(value) : value;
	/**
	 * @param {string} title
	 * @param {string[]} head
	 * @param {Cell[][]} rows
	 * @returns {Markup | string}
	 */
	const table = (title, head, rows) =>
		rows.length === 0
			? ""
			: html`<section>\n<h2>${title}</h2>\n<table>\n<tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr>\n${rows.map((row) => html`<tr>${row.map(drawn)}</tr>\n`)}</table>\n</section>\n`;
	const drawn = (/** @type {Cell} */ cell) =>
		typeof cell === "object"
			? html`<td class="bar" style="--part: ${cell.part}">${shown(cell.value)}</td>`
			: html`<td>${shown(cell)}</td>`;
	/** Numbers of a column with bars, as long as they are of the greatest. @param {number[]} values */
	const bars = (values) => {
		const most = Math.max(1, ...values);
		return values.map((value) => ({ value, part: Math.round((value / most) * 1e3) / 1e3 }));
	};
	const by = (/** @type {"section" | "author" | "date"} */ field) => {
		const rows = groups(records, field);
		const lengths = bars(rows.map(({ articles }) => articles));
		return table(
			say(`audit.${field}`),
			headOf(field, say),
			rows.map((row, at) => [
				row.name || say("audit.unsaid"),
				lengths[at],
				row.statements,
				row.unnamed,
				row.unsourced,
			]),
		);
	};
	const corrected = records.filter(correctionsIn);
	const byHand = {
		n: corrected.reduce((sum, one) => sum + correctionsIn(one), 0),
		articles: corrected.length,
	};
	const times = cues(records);
	const lengths = bars(times.map(({ n }) => n));
	const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
	return `<!doctype html>\n${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say("audit.title")} – saidso</title>
${style}
${charts}
</head>
<body>
<main>
<h1>${say("audit.title")}</h1>
<p>${say("audit.articles", { n: records.length })} · ${say("audit.people", { n: sources.length })}</p>
<p class="date">${[...span(records, language), say("print.date", { date: day })].join(" · ")}</p>
${corrected.length ? html`<p class="corrected">${say("audit.corrected", byHand)}</p>\n` : ""}${table(
	say("audit.who"),
	[...headOf("who", say), ...own.columns],
	sources.map((one) => [
		one.name,
		one.descriptions[0] ?? "",
		one.articles,
		one.statements,
		one.words,
		{ value: percent(language, share(one, all)), part: share(one, all) },
		...own.columns.map((column) => cells.get(one.key, column)),
	]),
)}<p>${say("audit.who.note")}</p>
${table(
	say("audit.naming"),
	[...headOf("naming", say), say("audit.n.words")],
	namings(records).map((row, at, rows) => [
		say(`audit.naming.${row.naming}`),
		bars(rows.map(({ statements }) => statements))[at],
		row.words,
	]),
)}${table(
	say("audit.each"),
	[...headOf("each", say), ...(corrected.length ? [say("audit.n.corrected")] : [])],
	records.map((one) => [
		one.meta.title || one.name,
		one.sources.length,
		one.statements,
		unnamedIn(one),
		one.unsourced.length,
		...(corrected.length ? [correctionsIn(one)] : []),
	]),
)}${by("section")}${by("author")}${by("date")}${table(
	say("audit.cues"),
	headOf("cues", say),
	times.map(({ name }, at) => [name, lengths[at]]),
)}${table(
	say("audit.apart"),
	headOf("apart", say),
	apart.map((one) => [one.name, one.articles, one.statements, one.maybe.map(({ name }) => name).join(", ")]),
)}</main>
<footer>${say("print.made")}</footer>
</body>
</html>`}\n`;
}

/**
 * From which day to which the articles are, where their files tell.
 * @param {readonly Rec[]} records
 * @param {string} language
 */
function span(records, language) {
	const days = records.flatMap(({ meta }) => /^\d{4}-\d\d-\d\d/.exec(meta.date)?.[0] ?? []).sort();
	if (!days.length) return [];
	const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
	const [first, last] = [days[0], days[days.length - 1]].map((day) => new Date(`${day}T00:00:00Z`));
	return Number.isNaN(first.valueOf()) || Number.isNaN(last.valueOf())
		? []
		: [format.formatRange(first, last)];
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
