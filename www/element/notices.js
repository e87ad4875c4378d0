// @ts-check
//! Owns notices above the article: what went wrong or should be known, and what to do. They can be dismissed and
//! never block reading.

import { MAX_CHARS } from "../engine/limit.js";
import { h } from "../look/node.js";

/** @import { Say } from "../words/words.js" */
/** @typedef {{ words: string, act(): unknown }} Action what the reader may do about it, on a button */

export class Notices {
	node = h("div", { class: "notices", part: "notices" });

	/**
	 * @param {string} code
	 * @param {string} words
	 * @param {Say} say
	 * @param {"note" | "alert"} [tone]
	 * @param {Action[]} [actions]
	 */
	show(code, words, say, tone = "note", actions = []) {
		this.hide(code);
		const button = (/** @type {Action} */ action) =>
			h("button", { type: "button", onclick: action.act }, action.words);
		const close = h("button", { type: "button", class: "close", "aria-label": say("notice.dismiss") }, "×");
		const role = tone === "alert" ? "alert" : "note";
		const notice = h(
			"div",
			{ class: `notice ${tone}`, part: "notice", "data-code": code, role },
			h("p", {}, words, ...actions.flatMap((action) => [" ", button(action)])),
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
	 * @param {"reader" | "site"} owner whose text it is: of a site's nothing can be pasted
	 */
	warn(report, { maxChars = MAX_CHARS }, say, owner) {
		for (const { code } of report.warnings) {
			const key = code === "truncated" && owner === "site" ? "truncated.site" : code;
			this.show(code, say(`notice.${key}`, { n: maxChars }), say);
		}
	}

	/**
	 * Says how many lines of the page are folded away, and unfolds them.
	 * @param {{ folded: string[], unfold(): void }} article
	 * @param {Say} say
	 */
	fold(article, say) {
		const code = "notice.furniture";
		const act = () => {
			article.unfold();
			this.hide(code);
		};
		const action = { words: say("notice.furniture.show"), act };
		const [words] = article.folded;
		const n = article.folded.length;
		if (words) this.show(code, say(code, { n, words }), say, "note", [action]);
	}

	/** @param {string} code */
	hide(code) {
		this.node.querySelector(`[data-code="${CSS.escape(code)}"]`)?.remove();
	}

	clear() {
		this.node.replaceChildren();
	}
}
