// @ts-check
//! Owns notices above the article: what went wrong or should be known, and what to do. They can be dismissed and
//! never block reading.

import { MAX_CHARS } from "../engine/limit.js";
import { h } from "../look/node.js";

/** @import { Say } from "../words/words.js" */

export class Notices {
	node = h("div", { class: "notices", part: "notices" });

	/**
	 * @param {string} code
	 * @param {string} words
	 * @param {Say} say
	 * @param {"note" | "alert"} [tone]
	 */
	show(code, words, say, tone = "note") {
		this.hide(code);
		const close = h("button", { type: "button", class: "close", "aria-label": say("notice.dismiss") }, "×");
		const role = tone === "alert" ? "alert" : "note";
		const notice = h(
			"div",
			{ class: `notice ${tone}`, part: "notice", "data-code": code, role },
			h("p", {}, words),
			close,
		);
		close.addEventListener("click", () => notice.remove());
		this.node.append(notice);
	}

	/**
	 * Shows what a report warns of.
	 * @param {import("../pkg/saidso.js").Report} report
	 * @param {{ maxChars?: number }} call
	 * @param {Say} say
	 */
	warn(report, { maxChars = MAX_CHARS }, say) {
		for (const { code } of report.warnings) this.show(code, say(`notice.${code}`, { n: maxChars }), say);
	}

	/** @param {string} code */
	hide(code) {
		this.node.querySelector(`[data-code="${CSS.escape(code)}"]`)?.remove();
	}

	clear() {
		this.node.replaceChildren();
	}
}
