// @ts-check
//! Owns what the panel's tabs show; all but the first are fetched when they are first asked for.

import { h } from "../look/node.js";
import { drawSources } from "./sources.js";

/** @import { ListView } from "./findings.js" */
/** @import { Tab } from "./panel.js" */

export class Tabs {
	/** @type {import("./findings.js").FindingsTab | undefined} */ #list;
	/** @type {typeof import("./numbers.js").drawNumbers | undefined} */ #drawNumbers;
	/** @type {() => void} */ #again;

	/** @param {() => void} again called when what the tab in view needs has come */
	constructor(again) {
		this.#again = again;
	}

	/**
	 * @param {Tab} tab
	 * @param {HTMLElement} body
	 * @param {ListView & { waiting: string }} view
	 */
	fill(tab, body, view) {
		if (!view.report.engine.version) return body.replaceChildren(h("p", { class: "empty" }, view.waiting));
		if (tab === "sources") return drawSources(body, view);
		if (tab === "changes") return view.desk?.list(body, view);
		if (tab === "findings" && this.#list) return this.#list.draw(body, view);
		if (tab === "numbers" && this.#drawNumbers) return this.#drawNumbers(body, view);
		const miss = () => body.replaceChildren(h("p", { class: "empty" }, view.say("panel.missing")));
		this.fetch().then(this.#again, miss);
	}

	/** Fetches what draws the tabs that are not there at once. */
	async fetch() {
		const [{ FindingsTab }, { drawNumbers }] = await Promise.all([
			import("./findings.js"),
			import("./numbers.js"),
		]);
		this.#list ??= new FindingsTab();
		this.#drawNumbers = drawNumbers;
	}

	/** Forgets filters, for a new text. */
	reset() {
		this.#list?.reset();
	}
}
