// @ts-check
//! Owns the Numbers tab: counts with their denominators, where the marks fall, cue words and shares; each chart has
//! its table.

import { h, svg } from "../look/node.js";
import { KINDS } from "../report/finding.js";
import { brief } from "../report/quote.js";
import { percent } from "../words/words.js";
import style from "./lists.css?inline";
import { addSheet } from "./sheet.js";

/** @import { PanelView } from "./sources.js" */

const PARTS = 40;
const LANE = 16;
const ROWS = 10;

/**
 * @param {HTMLElement} body
 * @param {PanelView} view
 */
export function drawNumbers(body, view) {
	const { say } = view;
	addSheet(body, style);
	body.replaceChildren(
		h("h2", {}, say("numbers.counts")),
		counts(view),
		h("h2", {}, say("numbers.strip")),
		...strip(view),
		...bars(view, say("numbers.cues"), say("numbers.cue"), cues(view), "sources.statements"),
		...bars(view, say("numbers.shares"), say("numbers.source"), shares(view), "sources.words"),
	);
}

/** @param {PanelView} view */
function counts({ report, say, language, findings }) {
	const { stats } = report;
	const hedged = new Set(report.hedges.map((hedge) => sentenceOf(report, hedge.start))).size;
	const claims = report.claims.filter(
		({ statement }) => statement === "fact" || statement === "prediction",
	).length;
	const unsourced = findings.filter(({ kind }) => kind === "claim").length;
	/** @type {[string, number, number][]} */
	const rows = [
		["numbers.attributed", stats.attributed, stats.sentences],
		["numbers.hedged", hedged, stats.sentences],
		["numbers.words", stats.words.attributed, stats.words.total],
		["numbers.unnamed", stats.words.unnamed, stats.words.attributed],
		["numbers.unsourced", unsourced, claims],
	];
	const row = (/** @type {[string, number, number]} */ [key, n, all]) =>
		h(
			"tr",
			{},
			h("th", { scope: "row" }, say(key)),
			h("td", {}, say("numbers.of", { n, all })),
			h("td", { class: "share" }, all ? percent(language, n / all) : "–"),
		);
	return h(
		"table",
		{ class: "counts" },
		h("caption", { class: "unseen" }, say("numbers.counts")),
		h("tbody", {}, ...rows.map(row)),
	);
}

/**
 * @param {PanelView["report"]} report
 * @param {number} offset
 */
const sentenceOf = (report, offset) => report.sentences.findLastIndex(({ start }) => start <= offset);

/**
 * A row of ticks per kind from the beginning of the text to its end.
 * @param {PanelView} view
 * @returns {Element[]}
 */
function strip(view) {
	const { say, text, findings } = view;
	const kinds = KINDS.filter((kind) => kind !== "sentence");
	const bins = kinds.map((kind) => {
		const counts = Array(PARTS).fill(0);
		for (const finding of findings)
			if (finding.kind === kind) counts[Math.floor((finding.start / Math.max(1, text.length)) * PARTS)]++;
		return counts;
	});
	const lanes = kinds.map((kind, row) => lane(kind, bins[row], say(`kind.${kind}`)));
	return [
		h("p", { class: "note" }, say("numbers.strip.note")),
		h("ul", { class: "strip" }, ...lanes),
		stripTable(view, kinds, bins),
	];
}

/**
 * One kind's name, line and ticks.
 * @param {import("../report/finding.js").Kind} kind
 * @param {number[]} bins
 * @param {string} name
 */
function lane(kind, bins, name) {
	const tick = (/** @type {number} */ count, /** @type {number} */ part) => {
		const height = Math.min(count, 4) * 4;
		return svg("rect", { class: kind, x: part * 10 + 1, y: LANE - height, width: 8, height });
	};
	const size = {
		viewBox: `0 0 ${PARTS * 10} ${LANE + 1}`,
		preserveAspectRatio: "none",
		"aria-hidden": "true",
	};
	const line = svg("line", { x1: 0, x2: PARTS * 10, y1: LANE + 0.5, y2: LANE + 0.5 });
	const ticks = bins.map((count, part) => (count ? tick(count, part) : null));
	return h("li", {}, h("span", { class: "name" }, name), svg("svg", size, line, ...ticks));
}

/**
 * @param {PanelView} view
 * @param {import("../report/finding.js").Kind[]} kinds
 * @param {number[][]} bins
 */
function stripTable({ say, language }, kinds, bins) {
	const quarters = [0, 1, 2, 3];
	const sum = (/** @type {number} */ row, /** @type {number} */ q) =>
		bins[row].slice(q * (PARTS / 4), (q + 1) * (PARTS / 4)).reduce((a, b) => a + b, 0);
	const part = (/** @type {number} */ q) => `${percent(language, q / 4)} – ${percent(language, (q + 1) / 4)}`;
	const names = kinds.map((kind) => say(`kind.${kind}`));
	const rows = quarters.map((q) => [part(q), ...kinds.map((_, row) => sum(row, q))]);
	return table(say("numbers.table"), [say("numbers.part"), ...names], rows);
}

/** @typedef {{ name: string, n: number, share: number }} Row */

/** @param {PanelView} view @returns {Row[]} */
function cues({ report: { attributions } }) {
	/** @type {Map<string, number>} */
	const tally = new Map();
	for (const { cue } of attributions) if (cue.lemma) tally.set(cue.lemma, (tally.get(cue.lemma) ?? 0) + 1);
	return [...tally]
		.map(([name, n]) => ({ name, n, share: n / attributions.length }))
		.sort((a, b) => b.n - a.n || a.name.localeCompare(b.name));
}

/** The shares of the cards, in their words. @param {PanelView} view @returns {Row[]} */
const shares = ({ report }) =>
	report.sources.map(({ name, words: n, share }) => ({ name, n, share })).sort((a, b) => b.n - a.n);

/**
 * Bars of which a full one is the whole, as on the cards of the sources.
 * @param {PanelView} view
 * @param {string} title
 * @param {string} head
 * @param {Row[]} rows
 * @param {string} unit the key of what is counted
 * @returns {Element[]}
 */
function bars({ say, language }, title, head, rows, unit) {
	if (rows.length === 0) return [];
	const bar = (/** @type {Row} */ { name, n, share }) =>
		h(
			"li",
			{},
			h("span", { class: "name" }, brief(name, 36)),
			h("meter", { min: 0, max: 1, value: share, "aria-hidden": "true" }),
			h("span", { class: "n" }, `${say(unit, { n })} · ${percent(language, share)}`),
		);
	const lines = rows.map(({ name, n, share }) => [name, n, percent(language, share)]);
	return [
		h("h2", {}, title),
		h("ul", { class: "bars" }, ...rows.slice(0, ROWS).map(bar)),
		table(say("numbers.table"), [head, say("numbers.count"), say("numbers.share")], lines),
	];
}

/**
 * @param {string} title
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
const table = (title, head, rows) =>
	h(
		"details",
		{ class: "table" },
		h("summary", {}, title),
		h(
			"table",
			{},
			h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)))),
			h(
				"tbody",
				{},
				...rows.map(([first, ...rest]) =>
					h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, cell))),
				),
			),
		),
	);
