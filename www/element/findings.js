// @ts-check
//! Owns the Findings tab: every mark as a list, by place or kind, searched and filtered.

import { h } from "../look/node.js";
import { KINDS, level } from "../report/finding.js";
import { brief } from "../report/quote.js";
import style from "./lists.css?inline";
import { addSheet } from "./sheet.js";
import { who } from "./why.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { PanelView } from "./sources.js" */
/** @typedef {{ search: string, by: string, kind: string, source: string, confidence: string, naming: string }} Filter */
/** @typedef {PanelView & { hidden: number, restore(): void, speechOnly: boolean, keepSpeech(only: boolean): void }} ListView */

const PAGE = 150;

/** @returns {Filter} */
const everything = () => ({ search: "", by: "place", kind: "", source: "", confidence: "", naming: "" });

export class FindingsTab {
	#filter = everything();
	#isOpen = false;

	/**
	 * Draws it anew; the keyboard stays where it was.
	 * @param {HTMLElement} body
	 * @param {ListView} view
	 */
	draw(body, view) {
		addSheet(body, style);
		const focused = /** @type {HTMLElement | null} */ (body.querySelector(":focus"))?.getAttribute("name");
		const results = h("div", { class: "results" });
		const count = h("p", { class: "tally", role: "status" });
		const refresh = () => this.#list(results, count, view);
		body.replaceChildren(this.#form(view, refresh), count, results);
		refresh();
		if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[name="${focused}"]`))?.focus();
	}

	/** Forgets the filters, for a new text. */
	reset() {
		this.#filter = everything();
	}

	/**
	 * @param {ListView} view
	 * @param {() => void} refresh
	 */
	#form(view, refresh) {
		const { say, report } = view;
		const any = { "": say("findings.any") };
		const kinds = Object.fromEntries(KINDS.map((kind) => [kind, say(`kind.${kind}`)]));
		const names = Object.fromEntries(
			report.sources.map(({ name }, number) => [String(number), brief(name, 40)]),
		);
		const levels = Object.fromEntries(["clear", "likely", "weak"].map((one) => [one, say(`level.${one}`)]));
		const naming = { named: say("sources.named"), unnamed: say("kind.unnamed") };
		const search = h("input", {
			type: "search",
			name: "search",
			"aria-label": say("findings.search"),
			placeholder: say("findings.search"),
		});
		search.value = this.#filter.search;
		search.addEventListener("input", () => {
			this.#filter.search = search.value;
			refresh();
		});
		const select = (/** @type {keyof Filter} */ name, /** @type {Record<string, string>} */ options) =>
			this.#select(name, say(`findings.${name}`), options, refresh);
		const order = { place: say("findings.by.place"), kind: say("findings.by.kind") };
		return h(
			"div",
			{ class: "filters" },
			search,
			select("by", order),
			select("kind", { ...any, ...kinds }),
			h(
				"details",
				{
					open: this.#isOpen,
					ontoggle: (/** @type {Event} */ { target }) => {
						this.#isOpen = /** @type {HTMLDetailsElement} */ (target).open;
					},
				},
				h("summary", {}, say("findings.filters")),
				select("source", { ...any, ...names }),
				select("confidence", { ...any, ...levels }),
				select("naming", { ...any, ...naming }),
				speech(view),
			),
		);
	}

	/**
	 * @param {keyof Filter} name
	 * @param {string} label
	 * @param {Record<string, string>} options
	 * @param {() => void} refresh
	 */
	#select(name, label, options, refresh) {
		const choices = Object.entries(options).map(([value, words]) => h("option", { value }, words));
		const select = h("select", { name }, ...choices);
		select.value = this.#filter[name];
		select.addEventListener("change", () => {
			this.#filter[name] = select.value;
			refresh();
		});
		return h("label", {}, `${label} `, select);
	}

	/**
	 * @param {HTMLElement} results
	 * @param {HTMLElement} count
	 * @param {ListView} view
	 */
	#list(results, count, view) {
		const { say } = view;
		const found = view.findings.filter((finding) => fits(finding, this.#filter, view));
		const noted = view.desk?.noted();
		if (this.#filter.by === "kind") found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
		count.textContent = say("findings.count", { n: found.length });
		const list = h(
			"ol",
			{ class: "findings" },
			...found.slice(0, PAGE).map((one) => row(one, view, noted?.(one.id))),
		);
		results.replaceChildren(
			...(found.length ? [list] : [h("p", { class: "empty" }, say("panel.empty.findings"))]),
		);
		if (found.length > PAGE) results.append(more(list, found, view, noted));
		if (view.hidden) {
			const restore = h("button", { type: "button", onclick: view.restore }, say("findings.restore"));
			results.append(h("p", { class: "hidden" }, `${say("findings.hidden", { n: view.hidden })} `, restore));
		}
	}
}

/** @param {ListView} view */
function speech({ say, speechOnly, keepSpeech }) {
	const box = h("input", { type: "checkbox", name: "speech", checked: speechOnly });
	box.addEventListener("change", () => keepSpeech(box.checked));
	return h("label", {}, say("findings.speech"), " ", box);
}

/**
 * @param {HTMLElement} list
 * @param {Finding[]} found
 * @param {ListView} view
 * @param {(id: string) => HTMLElement | null} [noted]
 */
function more(list, found, view, noted) {
	const button = h(
		"button",
		{ type: "button", class: "more" },
		view.say("sources.more", { n: found.length }),
	);
	button.addEventListener("click", () => {
		const shown = list.childElementCount;
		list.append(...found.slice(shown, shown + 5 * PAGE).map((one) => row(one, view, noted?.(one.id))));
		if (list.childElementCount >= found.length) button.remove();
	});
	return button;
}

/**
 * @param {Finding} finding
 * @param {Filter} filter
 * @param {ListView} view
 */
function fits(finding, filter, view) {
	if (filter.kind ? finding.kind !== filter.kind : finding.kind === "sentence") return false;
	if (filter.source && String(finding.source) !== filter.source) return false;
	if (filter.confidence && level(finding.confidence) !== filter.confidence) return false;
	if (filter.naming && (finding.kind === "unnamed" ? "unnamed" : "named") !== filter.naming) return false;
	if (filter.naming && finding.kind !== "unnamed" && finding.kind !== "attribution") return false;
	if (!filter.search) return true;
	const sought = filter.search.toLocaleLowerCase();
	return `${label(finding, view)} ${view.text.slice(finding.start, finding.end)}`
		.toLocaleLowerCase()
		.includes(sought);
}

/**
 * @param {Finding} finding
 * @param {ListView} view
 * @param {HTMLElement | null} [badge] of a note on it
 */
function row(finding, view, badge) {
	const words = brief(view.text.slice(finding.start, finding.end), 100);
	const button = h(
		"button",
		{ type: "button", class: `go ${finding.kind}`, "data-id": finding.id },
		h("span", { class: `swatch ${finding.kind}`, "aria-hidden": "true" }, "abc"),
		h("span", { class: "label" }, label(finding, view), badge && " ", badge),
		h("span", { class: "words" }, words),
	);
	button.addEventListener("click", () => view.pick(finding.id, button));
	return h("li", {}, button);
}

/**
 * @param {Finding} finding
 * @param {import("./why.js").View} view
 */
function label(finding, view) {
	const { say, report } = view;
	if (finding.kind === "hedge")
		return `${say("one.hedge")} · ${say(`hedge.${report.hedges[finding.item].kind}`)}`;
	if (finding.kind === "attribution" || finding.kind === "unnamed") return who(finding, view);
	return say(`one.${finding.kind}`);
}
