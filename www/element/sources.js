// @ts-check
//! Owns the Sources tab: one card per source by share of words, and one for the claims without a source.

import { h } from "../look/node.js";
import { badgeOf } from "../report/badge.js";
import { brief } from "../report/quote.js";
import { percent } from "../words/words.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { View } from "./why.js" */
/** @typedef {View & { findings: Finding[], byId: ReadonlyMap<string, Finding>, language: string, pick(id: string, from: HTMLElement): void }} PanelView */

const FEW = 4;
const CARDS = 60;

/**
 * @param {HTMLElement} body
 * @param {PanelView} view
 */
export function drawSources(body, view) {
	const { report, say } = view;
	const order = report.sources
		.map((source, number) => ({ source, number }))
		.sort((a, b) => b.source.words - a.source.words || a.number - b.number);
	const seen = new Set(view.findings);
	const card = (/** @type {{ number: number }} */ { number }) => sourceCard(number, view, seen);
	const cards = order.slice(0, CARDS).flatMap(card);
	const nobody = creditless(view);
	const more =
		order.length > CARDS &&
		moreButton(say("sources.more", { n: order.length }), (button) => {
			button.replaceWith(...order.slice(CARDS).flatMap(card));
		});
	const empty = cards.length === 0 && !nobody && h("p", { class: "empty" }, say("panel.empty.sources"));
	const unsourced = unsourcedCard(view);
	body.replaceChildren(
		h("h2", {}, say("sources.title")),
		...[
			cards.length > 1 && h("p", { class: "note" }, say("sources.by")),
			unsourced && cards.length > 1 && leap(unsourced, view),
			empty,
			...cards,
			more,
			nobody,
			unsourced,
		].filter((node) => node instanceof Node),
	);
}

/**
 * One card, or none where all that the source says is hidden.
 * @param {number} number
 * @param {PanelView} view
 * @param {ReadonlySet<Finding>} seen
 */
function sourceCard(number, view, seen) {
	const { report, say, language } = view;
	const { name, description, kind, words, share, attributions } = report.sources[number];
	const badge = badgeOf(report.sources[number]);
	const said = attributions.flatMap((item) => view.byId.get(`a${item}`) ?? []).filter((one) => seen.has(one));
	if (said.length === 0) return [];
	const portion = say("sources.share", { share: percent(language, share) });
	const card = h(
		"section",
		{ class: `card ${badge}`, "data-source": number },
		h("h3", {}, name, " ", h("span", { class: `badge ${badge}` }, say(`sources.${badge}`))),
		h("p", { class: "about" }, description || say(`source.${kind}`)),
		h(
			"p",
			{ class: "share", title: portion },
			gauge(share),
			` ${say("sources.words", { n: words })} · ${percent(language, share)}`,
		),
		statements(said, view),
	);
	return [card];
}

/** @param {number} share */
const gauge = (share) => h("meter", { min: 0, max: 1, value: share, "aria-hidden": "true" });

/**
 * What they say, in the order of the article.
 * @param {Finding[]} list
 * @param {PanelView} view
 */
function statements(list, view) {
	const items = h("ol", { class: "statements" }, ...list.slice(0, FEW).map((one) => statement(one, view)));
	if (list.length > FEW) {
		const rest = moreButton(view.say("sources.more", { n: list.length }), (button) => {
			items.append(...list.slice(FEW).map((one) => statement(one, view)));
			button.remove();
		});
		return h("div", {}, items, rest);
	}
	return items;
}

/**
 * @param {Finding} finding
 * @param {PanelView} view
 */
function statement(finding, view) {
	const { report, text } = view;
	const { cue, contents } = report.attributions[finding.item];
	const said = contents.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
	const word = text.slice(cue.start, cue.end);
	// The stop behind a label, `A.`, is no word.
	const cueword = /\p{L}/u.test(word) ? [h("span", { class: "cueword" }, word), " "] : [];
	const button = h("button", { type: "button", class: "go", "data-id": finding.id }, ...cueword, brief(said));
	button.addEventListener("click", () => view.pick(finding.id, button));
	return h("li", {}, button);
}

/**
 * Attributions whose source is in no words: "it was said".
 * @param {PanelView} view
 */
function creditless(view) {
	const { findings, say } = view;
	const list = findings.filter(({ kind, source }) => kind === "unnamed" && source === null);
	if (list.length === 0) return null;
	return h("section", { class: "card unclear" }, h("h3", {}, say("sources.unclear")), statements(list, view));
}

/** @param {PanelView} view */
function unsourcedCard(view) {
	const { findings, say, text } = view;
	const list = findings.filter(({ kind }) => kind === "claim");
	if (list.length === 0) return null;
	const noted = view.desk?.noted();
	const item = (/** @type {Finding} */ finding) => {
		const badge = noted?.(finding.id);
		const button = h(
			"button",
			{ type: "button", class: "go", "data-id": finding.id },
			brief(text.slice(finding.start, finding.end)),
			badge && " ",
			badge,
		);
		button.addEventListener("click", () => view.pick(finding.id, button));
		return h("li", {}, button);
	};
	const items = h("ol", { class: "statements" }, ...list.slice(0, FEW).map(item));
	const more =
		list.length > FEW &&
		moreButton(say("sources.more", { n: list.length }), (button) => {
			items.append(...list.slice(FEW).map(item));
			button.remove();
		});
	return h(
		"section",
		{ class: "card claim" },
		h("h3", {}, say("sources.unsourced"), " ", h("span", { class: "badge claim" }, String(list.length))),
		h("p", { class: "about" }, say("sources.unsourced.note")),
		items,
		more,
	);
}

/**
 * A way to the card at the end, past all sources.
 * @param {HTMLElement} card
 * @param {PanelView} view
 */
function leap(card, { say, findings }) {
	const n = findings.filter(({ kind }) => kind === "claim").length;
	return moreButton(`${say("status.unsourced", { n })} ↓`, () => {
		card.scrollIntoView({ block: "start" });
		card.querySelector("button")?.focus({ preventScroll: true });
	});
}

/**
 * @param {string} name
 * @param {(button: HTMLButtonElement) => void} act
 */
function moreButton(name, act) {
	const button = h("button", { type: "button", class: "more" }, name);
	button.addEventListener("click", () => act(button));
	return button;
}
