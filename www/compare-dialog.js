// @ts-check
//! Owns two articles side by side: their sources aligned, the claims that only one has, figures that differ.

import { compare } from "./compare.js";
import { dialog } from "./dialog.js";
import { annotate } from "./engine.js";
import { isUnsourced } from "./finding.js";
import { fromData } from "./intake.js";
import { h } from "./node.js";
import { quote } from "./quote.js";
import { brief } from "./why.js";

/** @import { Child } from "./node.js" */
/** @import { Article } from "./compare.js" */
/** @import { SaidSoElement } from "./element-class.js" */
/** @import { Say } from "./words.js" */

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
		/** @type {import("./article.js").Block[]} */ blocks = [],
	) => {
		if (!text.trim()) return field.focus();
		const report = await annotate(text, blocks.length ? { blocks } : {});
		result.replaceChildren(...table(first, { text, report }, say));
	};
	go.addEventListener("click", () => run(field.value));
	field.addEventListener("paste", async (event) => {
		if (!event.clipboardData || field.value) return;
		event.preventDefault();
		const found = await fromData(event.clipboardData);
		if (!found) return;
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
	const claim = (/** @type {Article} */ { text, report }, /** @type {number} */ n) =>
		brief(quote(text, report.claims[n].spans), 160);
	const own = (/** @type {Article} */ article, /** @type {number[]} */ list) =>
		list.filter((n) => isUnsourced(article.report.claims[n])).map((n) => claim(article, n));
	const rows = found.sources.shared.map((pair) => [name(a, pair.a), name(b, pair.b)]);
	const onlyA = found.sources.onlyA.map((n) => name(a, n));
	const onlyB = found.sources.onlyB.map((n) => name(b, n));
	const figures = found.figures.map(({ claim: pair }) => [claim(a, pair.a), claim(b, pair.b)]);
	return [
		section(say("compare.shared"), [say("compare.first"), say("compare.second")], rows, say),
		section(
			say("compare.onlySources"),
			[say("compare.first"), say("compare.second")],
			beside(onlyA, onlyB),
			say,
		),
		section(say("compare.figures"), [say("compare.first"), say("compare.second")], figures, say),
		section(
			say("compare.claims"),
			[say("compare.first"), say("compare.second")],
			beside(own(a, found.claims.onlyA), own(b, found.claims.onlyB)),
			say,
		),
	];
}

/**
 * @param {import("./pkg/saidso.js").Source} source
 * @param {Say} say
 */
const source = ({ name, description, attributions }, say) =>
	`${name}${description ? `, ${description}` : ""} · ${say("sources.statements", { n: attributions.length })}`;

/**
 * Two lists beside one another, so that no line seems to answer the one next to it.
 * @param {string[]} left
 * @param {string[]} right
 */
function beside(left, right) {
	const list = (/** @type {string[]} */ items) => h("ul", {}, ...items.map((words) => h("li", {}, words)));
	return left.length + right.length ? [[list(left), list(right)]] : [];
}

/**
 * @param {string} title
 * @param {string[]} head
 * @param {Child[][]} rows
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
			h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell))))),
		),
	);
}
