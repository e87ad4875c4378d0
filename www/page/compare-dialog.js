// @ts-check
//! Owns two articles side by side: their sources aligned, the claims that only one has, figures that differ.

import { annotate } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { annotateRemotely, LONG } from "../engine/remote.js";
import { brought } from "../intake/brought.js";
import { fromData } from "../intake/intake.js";
import { h } from "../look/node.js";
import { compare } from "../report/compare.js";
import { isUnsourced } from "../report/finding.js";
import { brief, quote } from "../report/quote.js";
import { dialog } from "./dialog.js";

/** @import { Child } from "../look/node.js" */
/** @import { Article } from "../report/compare.js" */
/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */

const FEW = 4;

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 */
export function compareDialog(reader, say) {
	const field = h("textarea", {
		rows: 5,
		"aria-label": say("compare.second"),
		placeholder: say("compare.hint"),
	});
	const go = h("button", { type: "button" }, say("compare.go"));
	const result = h("div", { class: "comparison" });
	const first = { text: reader.value, report: reader.report };
	const run = async (
		/** @type {string} */ text,
		/** @type {import("../report/block.js").Block[]} */ blocks = [],
	) => {
		if (!text.trim()) return field.focus();
		const read = text.length > LONG ? annotateRemotely : annotate;
		result.replaceChildren(h("p", { role: "status" }, say("status.loading")));
		try {
			const report = await read(text, { blocks, lexicons: reader.lexicons });
			result.replaceChildren(...table(first, { text, report }, say));
			field.rows = 2;
		} catch (error) {
			const code = error instanceof SaidSoError ? error.code : "engine-crash";
			if (code !== "aborted") result.replaceChildren(h("p", { role: "alert" }, say(`error.${code}`)));
		}
	};
	go.addEventListener("click", () => run(field.value));
	field.addEventListener("paste", async (event) => {
		if (!event.clipboardData || field.value) return;
		event.preventDefault();
		const found = await fromData(brought(event.clipboardData));
		if (!found) return;
		const fault = found.fault ?? (found.text.trim() ? "" : "error.empty-text");
		if (fault) return result.replaceChildren(h("p", { role: "alert" }, say(fault, found.values)));
		field.value = found.text;
		await run(found.text, found.blocks);
	});
	dialog(say("compare.title"), say, field, h("p", {}, go), result).classList.add("wide");
}

/**
 * @param {Article} a
 * @param {Article} b
 * @param {Say} say
 */
function table(a, b, say) {
	const found = compare(a, b);
	const name = (/** @type {Article} */ { report }, /** @type {number} */ n) => source(report.sources[n], say);
	const whole = (/** @type {Article} */ article, /** @type {number} */ n) => [
		...name(article, n),
		statements(article, n),
	];
	const head = [titleOf(a, say("compare.first")), titleOf(b, say("compare.second"))];
	const claim = (/** @type {Article} */ { text, report }, /** @type {number} */ n) =>
		brief(quote(text, report.claims[n].spans), 160);
	const own = (/** @type {Article} */ article, /** @type {number[]} */ list) =>
		list.filter((n) => isUnsourced(article.report.claims[n])).map((n) => [claim(article, n)]);
	const rows = found.sources.shared.map((pair) => [whole(a, pair.a), whole(b, pair.b)]);
	const onlyA = found.sources.onlyA.map((n) => name(a, n));
	const onlyB = found.sources.onlyB.map((n) => name(b, n));
	const figures = found.figures.map(({ claim: pair }) => [[claim(a, pair.a)], [claim(b, pair.b)]]);
	return [
		section(say("compare.shared"), head, rows, say),
		section(say("compare.onlySources"), head, beside(onlyA, onlyB), say),
		section(say("compare.figures"), head, figures, say),
		section(say("compare.claims"), head, beside(own(a, found.claims.onlyA), own(b, found.claims.onlyB)), say),
	];
}

/**
 * @param {import("../pkg/saidso.js").Source} source
 * @param {Say} say
 */
const source = ({ name, description, attributions }, say) => [
	h("b", {}, name),
	description ? `, ${description}` : "",
	h("span", { class: "about" }, ` · ${say("sources.statements", { n: attributions.length })}`),
];

/**
 * What a source says, in a few lines.
 * @param {Article} article
 * @param {number} n
 */
function statements({ text, report }, n) {
	const said = report.sources[n].attributions.slice(0, FEW).map((at) => report.attributions[at].contents);
	return h("ul", {}, ...said.map((spans) => h("li", {}, brief(quote(text, spans), 160))));
}

/**
 * What an article is called: its headline, where it has one.
 * @param {Article} article
 * @param {string} otherwise
 */
function titleOf({ text, report }, otherwise) {
	const [first] = report.blocks;
	return first?.kind === "heading" ? brief(quote(text, [first])) : otherwise;
}

/**
 * Two lists beside one another, so that no line seems to answer the one next to it.
 * @param {Child[][]} left
 * @param {Child[][]} right
 */
function beside(left, right) {
	const list = (/** @type {Child[][]} */ items) =>
		h("ul", {}, ...items.map((words) => h("li", {}, ...words)));
	return left.length + right.length ? [[[list(left)], [list(right)]]] : [];
}

/**
 * @param {string} title
 * @param {string[]} head
 * @param {Child[][][]} rows
 * @param {Say} say
 */
function section(title, head, rows, say) {
	if (rows.length === 0) return h("section", {}, h("h3", {}, title), h("p", {}, say("compare.none")));
	return h(
		"section",
		{},
		h("h3", {}, title),
		h(
			"table",
			{},
			h("thead", {}, h("tr", {}, ...head.map((words) => h("th", { scope: "col" }, words)))),
			h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, ...cell))))),
		),
	);
}
