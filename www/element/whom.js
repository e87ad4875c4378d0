// @ts-check
//! Owns choosing a source: one of the article, somebody else by name, one without a name, or that it is unclear.

import { h } from "../look/node.js";
import { brief } from "../report/quote.js";
import { selectorOf } from "../report/selector.js";
import { SOURCES } from "../words/kinds.js";

/** @import { Who } from "../report/correction.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Say } from "../words/words.js" */

/**
 * How a correction calls a source of the report.
 * @param {string} text
 * @param {Report["sources"][number]} source
 * @returns {Who}
 */
export const whoOf = (text, { name, kind, mentions }) => ({
	name,
	kind,
	at: mentions[0] ? selectorOf(text, mentions[0]) : null,
});

/**
 * @param {{ text: string, report: Report }} article
 * @param {Say} say
 * @param {{ label: string, but?: number | null, others?: boolean }} how its label, the source that is not to be chosen,
 * and whether only sources of the article can be
 * @returns {{ nodes: HTMLElement[], who(): Who | null | undefined }} nothing where none is chosen yet
 */
export function whom({ text, report }, say, { label, but = null, others = true }) {
	const known = report.sources
		.map(({ name }, number) => ({ name, number }))
		.filter(({ number }) => number !== but)
		.sort((a, b) => a.name.localeCompare(b.name));
	const option = (/** @type {string} */ value, /** @type {string} */ words) => h("option", { value }, words);
	const more = ["other", "nobody", "unclear"].map((value) => option(value, say(`desk.${value}`)));
	const select = h(
		"select",
		{},
		option("", say("desk.choose")),
		...known.map(({ name, number }) => option(String(number), brief(name, 48))),
		...(others ? [h("hr"), ...more] : []),
	);
	const other = naming(say, { name: "", kind: "person" });
	for (const node of other.nodes) node.hidden = true;
	select.addEventListener("change", () => {
		for (const node of other.nodes) node.hidden = select.value !== "other";
		if (select.value === "other") other.focus();
	});
	const who = () => {
		if (select.value === "other") return other.who();
		if (select.value === "nobody") return { name: "", kind: /** @type {const} */ ("unnamed"), at: null };
		if (select.value === "unclear") return null;
		return select.value ? whoOf(text, report.sources[Number(select.value)]) : undefined;
	};
	return { nodes: [h("label", {}, h("span", {}, label), select), ...other.nodes], who };
}

/**
 * A name and a kind, to be written.
 * @param {Say} say
 * @param {{ name: string, kind: Who["kind"] }} now
 * @returns {{ nodes: HTMLElement[], focus(): void, who(): Who | undefined }}
 */
export function naming(say, now) {
	const name = h("input", { type: "text", maxlength: 200, autocomplete: "off" });
	name.value = now.name;
	const kind = h("select", {}, ...SOURCES.map((one) => h("option", { value: one }, say(`source.${one}`))));
	kind.value = now.kind;
	return {
		nodes: [
			h("label", {}, h("span", {}, say("desk.name")), name),
			h("label", {}, h("span", {}, say("desk.kind")), kind),
		],
		focus: () => name.focus(),
		who: () => {
			const words = name.value.trim();
			if (!words) return void name.focus();
			return { name: words, kind: /** @type {Who["kind"]} */ (kind.value), at: null };
		},
	};
}
