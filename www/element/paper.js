// @ts-check
//! Owns when the notes and sources of a printed article are made: just before the browser prints. What makes them is
//! fetched once the article has been seen, as there is no time for it then.

import { seen } from "../engine/pace.js";
import { h } from "../look/node.js";
import { addSheet } from "./sheet.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { PrintedView } from "./printed.js" */

/** What makes them, for every element once it is here. @type {typeof import("./printed.js").printed | undefined} */
let printed;

export class Paper {
	node = h("section", { class: "printed" });
	/** @type {() => void} */ #draw;

	/**
	 * @param {() => Finding[]} notes what has one, in the order of the text
	 * @param {() => PrintedView} view
	 */
	constructor(notes, view) {
		this.#draw = () => this.node.replaceChildren(...(printed?.(notes(), view()) ?? []));
	}

	/** @param {boolean} on whether they are made */
	async listen(on) {
		removeEventListener("beforeprint", this.#draw);
		if (!on) return this.node.replaceChildren();
		addEventListener("beforeprint", this.#draw);
		await seen();
		const made = await import("./printed.js");
		printed ??= made.printed;
		addSheet(this.node, made.style);
	}
}
