// @ts-check
//! Owns the bar that shows how far a long text is, with its way out.

import { h } from "../look/node.js";

export class Progress {
	node = h("div", { class: "progress", part: "progress", hidden: true });
	#bar = h("progress", { max: 1 });
	#cancel = h("button", { type: "button" });

	/** @param {() => void} cancel */
	constructor(cancel) {
		this.#cancel.addEventListener("click", cancel);
		this.node.append(this.#bar, this.#cancel);
	}

	/** @param {import("../words/words.js").Say} say */
	name(say) {
		this.#bar.setAttribute("aria-label", say("status.loading"));
		this.#cancel.textContent = say("status.cancel");
	}

	/** @param {number | null} share of the text that is on screen; all of it is being read, none is done */
	show(share) {
		this.node.hidden = share === null;
		if (share === 1) this.#bar.removeAttribute("value");
		else this.#bar.value = share ?? 0;
	}
}
