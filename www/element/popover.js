// @ts-check
//! Owns the popover: native, placed beside the words by Floating UI, listing every finding at the point.

import { autoUpdate, computePosition, flip, inline, offset, shift } from "@floating-ui/dom";
import { h } from "../look/node.js";
import { why } from "./why.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Acts, View } from "./why.js" */
/** @import { VirtualElement } from "@floating-ui/dom" */

export class Popover {
	node = h("div", { popover: "auto", class: "popover", part: "popover", role: "dialog", tabindex: "-1" });
	/** @type {(() => void) | undefined} */ #stop;
	/** @type {HTMLElement | null} */ #back = null;

	constructor() {
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
		if (this.isOpen) this.node.hidePopover();
		this.node.setAttribute("aria-label", say("why.title"));
		this.node.replaceChildren(
			this.#head(findings, say),
			...findings.map((finding) => why(finding, view, acts)),
		);
		this.#back = back;
		this.node.showPopover();
		this.#stop = autoUpdate(/** @type {VirtualElement} */ (anchor), this.node, () => this.#place(anchor));
		this.node.focus({ preventScroll: true });
	}

	close() {
		if (this.isOpen) this.node.hidePopover();
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

	/** @param {Element | Range} anchor */
	async #place(anchor) {
		// Where there is room neither above nor below, it covers the mark rather than run off the screen.
		const middleware = [inline(), offset(8), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })];
		const options = {
			strategy: /** @type {const} */ ("fixed"),
			placement: /** @type {const} */ ("bottom-start"),
		};
		const { x, y } = await computePosition(/** @type {VirtualElement} */ (anchor), this.node, {
			...options,
			middleware,
		});
		this.node.style.left = `${Math.round(x)}px`;
		this.node.style.top = `${Math.round(y)}px`;
	}

	#closed() {
		this.#stop?.();
		this.#stop = undefined;
		const root = /** @type {ShadowRoot} */ (this.node.getRootNode());
		const within = root.activeElement === null || this.node.contains(root.activeElement);
		if (within) this.#back?.focus({ preventScroll: true });
	}
}
