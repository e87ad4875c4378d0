// @ts-check
//! Owns the tables of an audit: who is quoted, how sources are named, each article, groups, cues, who is left apart.
//! A share stands beside its bar, so every chart is its own table.

import { headOf } from "../audit/heads.js";
import { join } from "../audit/join.js";
import { Cells } from "../audit/own.js";
import { correctionsIn, cues, groups, namings, notesIn, unnamedIn } from "../audit/table.js";
import { share, total } from "../audit/written.js";
import { h } from "../look/node.js";
import { percent } from "../words/words.js";
import { cell, choice, column, joinedByHand } from "./audit-own.js";
import { madeWords } from "./made.js";

/** @import { Apart, Joined, Place } from "../audit/join.js" */
/** @import { Line } from "../audit/record.js" */
/** @import { Audit } from "../audit/saved.js" */
/** @import { Child } from "../look/node.js" */
/** @import { Say } from "../words/words.js" */
/** @import { ByHand } from "./audit-own.js" */
/**
 * @typedef {object} AuditView
 * @property {Say} say
 * @property {string} language
 * @property {(record: number) => ((start: number | null, from: string) => void) | null} way shows an article, and comes
 * back to a button by its name; none where there are only its counts
 * @property {string} [from] the button that its reader comes back to
 * @property {ByHand["did"]} did
 * @property {ByHand["undid"]} undid
 */

/** What the claims without a source go by among the tables. */
const UNSOURCED = "unsourced";

/** The name of the button of an article. @param {number} record */
const articleWay = (record) => `${record} article`;

/** So many rows are shown before somebody asks for more. */
const FEW = 50;

/**
 * @param {Audit} audit
 * @param {AuditView} view
 * @returns {HTMLElement[]}
 */
export function tables(audit, view) {
	const { say } = view;
	const { records } = audit;
	const { sources, apart } = join(records, audit.own.joins);
	const by = /** @type {const} */ (["section", "author", "date"]).map((field) => grouped(audit, field, view));
	return [
		h(
			"p",
			{ class: "sum" },
			`${say("audit.articles", { n: records.length })} · ${say("audit.people", { n: sources.length })}`,
		),
		...who(audit, sources, view),
		...named(audit, view),
		...each(audit, view),
		...by.flat(),
		...times(audit, view),
		...leftApart(audit, apart, view),
		...joinedByHand(audit, sources, view),
	];
}

/**
 * A table that begins with few rows.
 * @param {string[]} head
 * @param {Child[][]} rows
 * @param {AuditView} view
 */
function table(head, rows, { say, language, from = "" }) {
	const number = new Intl.NumberFormat(language);
	const shown = (/** @type {Child} */ cell) => (typeof cell === "number" ? number.format(cell) : cell);
	const row = (/** @type {Child[]} */ [first, ...rest]) =>
		h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, shown(cell))));
	const isFrom = (/** @type {Child} */ cell) => cell instanceof HTMLElement && buttonOf(cell, from) !== null;
	const shownRows = rows.slice(FEW).some((cells) => cells.some(isFrom)) ? rows.length : FEW;
	const body = h("tbody", {}, ...rows.slice(0, shownRows).map(row));
	const node = h(
		"table",
		{},
		h("thead", {}, h("tr", {}, ...head.map((one) => h("th", { scope: "col" }, one)))),
		body,
	);
	const scroll = h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": head[0] }, node);
	if (rows.length <= shownRows) return scroll;
	const more = h("button", { type: "button" }, say("sources.more", { n: rows.length }));
	more.addEventListener("click", () => {
		body.append(...rows.slice(FEW).map(row));
		more.remove();
	});
	return h("div", {}, scroll, more);
}

/**
 * The button with a name.
 * @param {HTMLElement} node
 * @param {string} name
 * @returns {HTMLElement | null}
 */
const buttonOf = (node, name) => node.querySelector(`[data-way="${CSS.escape(name)}"]`);

/**
 * Gives the keyboard to the button that its reader left by; where that is gone, to the article's.
 * @param {HTMLElement} node
 * @param {string} from
 */
export function comeBack(node, from) {
	const button = buttonOf(node, from) ?? buttonOf(node, articleWay(Number.parseInt(from, 10)));
	button?.focus();
	button?.scrollIntoView({ block: "center" });
}

/**
 * A share as a number with its bar.
 * @param {number} part
 * @param {AuditView} view
 */
const bar = (part, { language }) =>
	h(
		"span",
		{ class: "part" },
		h("meter", { min: 0, max: 1, value: part, "aria-hidden": "true" }),
		` ${percent(language, part)}`,
	);

/**
 * @param {Audit} audit
 * @param {Joined[]} sources
 * @param {AuditView} view
 */
function who(audit, sources, view) {
	const { say } = view;
	const all = total(audit.records);
	const { own } = audit;
	const search = h("input", {
		type: "search",
		"aria-label": say("audit.search"),
		placeholder: say("audit.search"),
	});
	const head = [...headOf("who", say), ...own.columns];
	const cells = new Cells(own, sources);
	// On a narrow screen the description stands under the name.
	const row = (/** @type {Joined} */ one) => [
		h("div", {}, places(one, audit, view), h("small", { class: "narrow" }, one.descriptions[0])),
		one.descriptions[0] ?? "",
		one.articles,
		one.statements,
		one.words,
		bar(share(one, all), view),
		...own.columns.map((column) => cell(cells, one, column, say)),
	];
	const body = h("div", { class: "who" });
	const draw = () => {
		const sought = search.value.toLocaleLowerCase();
		const found = sources.filter((one) =>
			`${one.name} ${one.descriptions.join(" ")}`.toLocaleLowerCase().includes(sought),
		);
		body.replaceChildren(table(head, found.map(row), view));
	};
	search.addEventListener("input", draw);
	draw();
	return [
		h("h3", {}, say("audit.who")),
		h("p", { class: "about" }, say("audit.who.note")),
		h("p", { class: "tools" }, search, column(audit, view)),
		body,
	];
}

/**
 * A name that opens to what was said in which article.
 * @param {Joined} source
 * @param {Audit} audit
 * @param {AuditView} view
 */
function places({ key, name, places: list }, { records }, view) {
	const node = h("details", {}, h("summary", {}, name));
	const place = (/** @type {Place} */ { record, source }) => {
		const { meta, name: file, sources } = records[record];
		return h("div", {}, h("b", {}, meta.title || file), lines(record, sources[source].lines, key, view));
	};
	let isFilled = false;
	const fill = () => {
		if (!isFilled) node.append(...list.slice(0, FEW).map(place));
		isFilled = true;
	};
	node.addEventListener("toggle", fill);
	if (view.from?.endsWith(` ${key}`)) {
		fill();
		node.open = true;
	}
	return node;
}

/**
 * @param {number} record
 * @param {Line[]} list
 * @param {string} table where they stand
 * @param {AuditView} view
 */
function lines(record, list, table, { way }) {
	const open = way(record);
	const line = (/** @type {Line} */ { start, words }) => {
		if (!open) return words;
		const from = `${record} ${start} ${table}`;
		const button = h("button", { type: "button", class: "way", "data-way": from }, words);
		button.addEventListener("click", () => open(start, from));
		return button;
	};
	// Of a report without its text only the counts are known.
	const known = list.filter(({ words }) => words);
	return h("ul", {}, ...known.slice(0, FEW).map((one) => h("li", {}, line(one))));
}

/**
 * @param {Audit} audit
 * @param {AuditView} view
 */
function named({ records }, view) {
	const { say } = view;
	const rows = namings(records);
	const all = rows.reduce((sum, { statements }) => sum + statements, 0);
	const head = [...headOf("naming", say), say("numbers.share")];
	const cells = rows.map((row) => [
		say(`audit.naming.${row.naming}`),
		row.statements,
		bar(row.statements / Math.max(1, all), view),
	]);
	return [h("h3", {}, say("audit.naming")), table(head, cells, view)];
}

/**
 * @param {Audit} audit
 * @param {AuditView} view
 */
function each({ records }, view) {
	const { say } = view;
	const rows = records.map((record, number) => {
		const open = view.way(number);
		const title = record.meta.title || record.name;
		const from = articleWay(number);
		const way = h("button", { type: "button", class: "way", "data-way": from }, title);
		way.addEventListener("click", () => open?.(null, from));
		const made = madeWords(correctionsIn(record), notesIn(record), say);
		const name = h("span", {}, open ? way : title, ...made.map((words) => ` · ${words}`));
		const claims = record.unsourced.length
			? h(
					"details",
					{ open: view.from?.startsWith(`${number} `) && view.from.endsWith(UNSOURCED) },
					h("summary", {}, String(record.unsourced.length)),
					lines(number, record.unsourced, UNSOURCED, view),
				)
			: 0;
		return [name, record.sources.length, record.statements, unnamedIn(record), claims];
	});
	return [h("h3", {}, say("audit.each")), table(headOf("each", say), rows, view)];
}

/**
 * @param {Audit} audit
 * @param {"section" | "author" | "date"} field
 * @param {AuditView} view
 */
function grouped({ records }, field, view) {
	const { say } = view;
	const list = groups(records, field);
	if (!list.length) return [];
	const rows = list.map((row) => [
		row.name || say("audit.unsaid"),
		row.articles,
		row.statements,
		row.unnamed,
		row.unsourced,
	]);
	return [h("h3", {}, say(`audit.${field}`)), table(headOf(field, say), rows, view)];
}

/**
 * @param {Audit} audit
 * @param {AuditView} view
 */
function times({ records }, view) {
	const { say } = view;
	const list = cues(records);
	if (!list.length) return [];
	const most = list[0].n;
	const rows = list.map(({ name, n }) => [
		name,
		h(
			"span",
			{ class: "part" },
			h("meter", { min: 0, max: most, value: n, "aria-hidden": "true" }),
			` ${new Intl.NumberFormat(view.language).format(n)}`,
		),
	]);
	return [h("h3", {}, say("audit.cues")), table(headOf("cues", say), rows, view)];
}

/**
 * @param {Audit} audit
 * @param {Apart[]} apart
 * @param {AuditView} view
 */
function leftApart(audit, apart, view) {
	const { say } = view;
	if (!apart.length) return [];
	const rows = apart.map((one) => [
		places(one, audit, view),
		one.articles,
		one.statements,
		one.maybe.length ? choice(one, audit, view) : "–",
	]);
	return [
		h("h3", {}, say("audit.apart")),
		h("p", { class: "about" }, say("audit.apart.note")),
		table(headOf("apart", say), rows, view),
	];
}
