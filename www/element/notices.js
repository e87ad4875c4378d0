// @ts-check
//! Owns notices above the article: what went wrong or should be known, and what to do. They can be dismissed and
//! never block reading.

import { MAX_CHARS } from "../engine/limit.js";
import { h } from "../look/node.js";

/** @import { Say } from "../words/words.js" */
/** @typedef {{ words: string, act(): unknown }} Action what the reader may do about it, on a button */

/**
 * @typedef {object} Notice
 * @property {string} code a notice takes the place of an earlier one of the same code
 * @property {string} words
 * @property {"note" | "alert"} [tone]
 * @property {Action[]} [actions]
 */

export class Notices {
	node = h("div", { class: "notices", part: "notices" });
	/** @type {Say} */ #say;

	/** @param {Say} say */
	constructor(say) {
		this.#say = say;
	}

	/** @param {Say} say */
	name(say) {
		this.#say = say;
	}

	/** @param {Notice} notice */
	show({ code, words, tone = "note", actions = [] }) {
		this.hide(code);
		const button = (/** @type {Action} */ action) =>
			h("button", { type: "button", onclick: action.act }, action.words);
		const close = h(
			"button",
			{ type: "button", class: "close", "aria-label": this.#say("notice.dismiss") },
			"×",
		);
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
	 * @param {"reader" | "site"} owner whose text it is: of a site's nothing can be pasted
	 */
	warn(report, { maxChars = MAX_CHARS }, owner) {
		for (const { code } of report.warnings) {
			const key = code === "truncated" && owner === "site" ? "truncated.site" : code;
			this.show({ code, words: this.#say(`notice.${key}`, { n: maxChars }) });
		}
	}

	/**
	 * Says how many lines of the page are folded away, and unfolds them.
	 * @param {{ folded: string[], unfold(): void }} article
	 */
	fold(article) {
		const code = "notice.furniture";
		const act = () => {
			article.unfold();
			this.hide(code);
		};
		const actions = [{ words: this.#say("notice.furniture.show"), act }];
		const [words] = article.folded;
		const n = article.folded.length;
		if (words) this.show({ code, words: this.#say(code, { n, words }), actions });
	}

	/** @param {string} code */
	hide(code) {
		this.node.querySelector(`[data-code="${CSS.escape(code)}"]`)?.remove();
	}

	clear() {
		this.node.replaceChildren();
	}
}
