// @ts-check
//! Owns when the notes and sources of a printed article are made: just before the browser prints. What makes them is
//! fetched once the article has been seen, as there is no time for it then.

import { seen } from "../engine/pace.js";
import { h } from "../look/node.js";

/** @import { PrintedView } from "./printed.js" */
/** @import { Reader } from "./reader.js" */

export class Paper {
	node = h("section", { class: "printed" });
	/** @type {typeof import("./printed.js").printed | undefined} */ #printed;
	/** @type {() => void} */ #draw;

	/**
	 * @param {Reader} reader
	 * @param {() => PrintedView} view
	 */
	constructor(reader, view) {
		// Every mark is drawn first: one that was never in view has no number yet.
		this.#draw = () => this.node.replaceChildren(...(this.#printed?.(reader.complete(), view()) ?? []));
	}

	/** @param {boolean} on whether they are made */
	async listen(on) {
		removeEventListener("beforeprint", this.#draw);
		if (!on) return;
		addEventListener("beforeprint", this.#draw);
		await seen();
		this.#printed ??= (await import("./printed.js")).printed;
	}
}
