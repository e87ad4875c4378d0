// @ts-check
//! Owns the popover: native, beside the words, listing every finding at the point.

import { seen } from "../engine/pace.js";
import { h } from "../look/node.js";
import { why } from "./why.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Acts, View } from "./why.js" */

const beside = () => import("./beside.js");

export class Popover {
	node = h("div", { popover: "auto", class: "popover", part: "popover", role: "dialog", tabindex: "-1" });
	/** @type {(() => void) | undefined} */ #stop;
	/** @type {Element | Range | null} */ #anchor = null;
	/** @type {HTMLElement | null} */ #back = null;

	constructor() {
		seen()
			.then(beside)
			.catch(() => {});
		this.node.addEventListener("toggle", (event) => {
			if (/** @type {ToggleEvent} */ (event).newState === "closed") this.#closed();
		});
		this.node.addEventListener("keydown", (event) => {
			if (event.key !== "Escape") return;
			event.stopPropagation();
			this.close();
		});
	}

	get isOpen() {
		return this.node.matches(":popover-open");
	}

	/**
	 * Opens beside an element or a range; `back` gets the focus again on Esc.
	 * @param {Element | Range} anchor
	 * @param {Finding[]} findings the innermost first
	 * @param {View} view
	 * @param {Acts} acts
	 * @param {HTMLElement | null} back
	 */
	open(anchor, findings, view, acts, back) {
		const { say } = view;
		this.close();
		this.node.setAttribute("aria-label", say("why.title"));
		this.node.replaceChildren(
			this.#head(findings, say),
			...findings.map((finding) => why(finding, view, acts)),
		);
		this.#back = back;
		this.node.showPopover();
		this.#stay(anchor);
		if (!isTyped(anchor)) this.node.focus({ preventScroll: true });
	}

	/** Also when it was taken out of the page, which closes it without a word. */
	close() {
		if (this.isOpen) this.node.hidePopover();
		this.#anchor = null;
		this.#stop?.();
		this.#stop = undefined;
	}

	/** @param {Element | Range} anchor */
	async #stay(anchor) {
		this.#anchor = anchor;
		const found = await beside().catch(() => null);
		if (found && this.isOpen && this.#anchor === anchor) this.#stop = found.stay(anchor, this.node);
	}

	/**
	 * @param {Finding[]} findings
	 * @param {import("../words/words.js").Say} say
	 */
	#head(findings, say) {
		const close = h("button", { type: "button", class: "close", "aria-label": say("why.close") }, "×");
		close.addEventListener("click", () => this.close());
		const count = findings.length > 1 && h("p", { class: "all" }, say("why.all", { n: findings.length }));
		return h("div", { class: "head" }, count, close);
	}

	#closed() {
		if (this.isOpen) return;
		this.close();
		const root = /** @type {ShadowRoot} */ (this.node.getRootNode());
		const within = root.activeElement === null || this.node.contains(root.activeElement);
		if (within) this.#back?.focus({ preventScroll: true });
	}
}

/**
 * Whether somebody types at a place: then the caret stays in the text.
 * @param {Element | Range} anchor
 */
function isTyped(anchor) {
	const node = anchor instanceof Range ? anchor.startContainer.parentElement : anchor;
	return node instanceof HTMLElement && node.isContentEditable;
}
