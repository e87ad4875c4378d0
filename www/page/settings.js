// @ts-check
//! Owns what stands under "More": look, language, and the rarer ways to work. Nothing is stored unless asked.

import { bookmarklet } from "../export/bookmarklet.js";
import { h } from "../look/node.js";
import { LANGUAGES } from "../words/words.js";
import { dialog } from "./dialog.js";

/** @import { Say } from "../words/words.js" */
/** @typedef {{ theme(name: string): void, language(tag: string): void, compare(): void, add(): void, audit(): void, shelf(): void, teach(): void, load(): void, words(): void, clear(): void, keep(on: boolean): void }} Settings */

/**
 * @param {Say} say
 * @param {{ theme: string, language: string, kept: boolean }} now
 * @param {Settings} on
 */
export function settings(say, now, on) {
	const themes = ["auto", "light", "dark"].map(
		(name) => /** @type {[string, string]} */ ([name, say(`page.theme.${name}`)]),
	);
	const languages = LANGUAGES.map((tag) => /** @type {[string, string]} */ ([tag, ownName(tag)]));
	const step = (/** @type {string} */ name, /** @type {() => void} */ act) => {
		const button = h("button", { type: "button" }, name);
		button.addEventListener("click", () => {
			node.close();
			act();
		});
		return h("li", {}, button);
	};
	const node = dialog(
		say("page.more"),
		say,
		h(
			"ul",
			{ class: "formats" },
			step(say("page.add"), on.add),
			step(say("page.teach"), on.teach),
			step(say("page.compare"), on.compare),
			step(say("page.audit"), on.audit),
			step(say("page.shelf"), on.shelf),
			step(say("page.import"), on.load),
			step(say("page.lexicon"), on.words),
			step(say("page.clear"), on.clear),
		),
		h("p", {}, keeper(say), " ", say("page.bookmarklet.for")),
		choose(say("page.theme"), themes, now.theme, on.theme),
		choose(say("page.language"), languages, now.language, (tag) => {
			node.close();
			on.language(tag);
		}),
		tick(say("page.keep"), now.kept, on.keep),
	);
}

/**
 * The bookmarklet, to be dragged to where bookmarks are kept; here it does nothing.
 * @param {Say} say
 */
function keeper(say) {
	const link = h(
		"a",
		{ class: "button", href: bookmarklet(location.href.split("#")[0]) },
		say("page.bookmarklet"),
	);
	link.addEventListener("click", (event) => event.preventDefault());
	return link;
}

/**
 * @param {string} label
 * @param {boolean} checked
 * @param {(on: boolean) => void} act
 */
function tick(label, checked, act) {
	const box = h("input", { type: "checkbox", checked });
	box.addEventListener("change", () => act(box.checked));
	return h("p", { class: "choice" }, h("label", {}, box, ` ${label}`));
}

/** @param {string} tag */
const ownName = (tag) => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} value
 * @param {(value: string) => void} act
 */
function choose(label, options, value, act) {
	const select = h("select", {}, ...options.map(([name, words]) => h("option", { value: name }, words)));
	select.value = value;
	select.addEventListener("change", () => act(select.value));
	return h("p", { class: "choice" }, h("label", {}, `${label} `, select));
}
