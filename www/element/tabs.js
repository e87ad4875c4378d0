// @ts-check
//! Owns what the panel's tabs show.

import { h } from "../look/node.js";
import { FindingsTab } from "./findings.js";
import { drawNumbers } from "./numbers.js";
import { drawSources } from "./sources.js";

/** @import { ListView } from "./findings.js" */
/** @import { Tab } from "./panel.js" */

export class Tabs {
	#list = new FindingsTab();

	/**
	 * @param {Tab} tab
	 * @param {HTMLElement} body
	 * @param {ListView & { waiting: string }} view
	 */
	fill(tab, body, view) {
		if (!view.report.engine.version) return body.replaceChildren(h("p", { class: "empty" }, view.waiting));
		if (tab === "sources") drawSources(body, view);
		else if (tab === "findings") this.#list.draw(body, view);
		else drawNumbers(body, view);
	}

	/** Forgets filters, for a new text. */
	reset() {
		this.#list.reset();
	}
}
