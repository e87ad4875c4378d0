// @ts-check
//! Owns the bar that shows how far a long text is, with its way out.

import { h } from "./node.js";

export class Progress {
	node = h("div", { class: "progress", part: "progress", hidden: true });
	#bar = h("progress", { max: 1 });
	#cancel = h("button", { type: "button" });

	/** @param {() => void} cancel */
	constructor(cancel) {
		this.#cancel.addEventListener("click", cancel);
		this.node.append(this.#bar, this.#cancel);
	}

	/** @param {import("./words.js").Say} say */
	name(say) {
		this.#bar.setAttribute("aria-label", say("status.loading"));
		this.#cancel.textContent = say("status.cancel");
	}

	/** @param {number | null} share none when it is done */
	show(share) {
		this.node.hidden = share === null;
		this.#bar.value = share ?? 1;
	}
}
