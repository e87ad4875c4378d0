// @ts-check
//! Owns an article of the host's page: painted, pointed at and scrolled to, never changed.

import { Painter, rangesOf } from "./highlight.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Ranges } from "../pkg/saidso.js" */

export class HostArticle {
	/** @type {Element} */ #root;
	/** @type {Painter} */ #painter;
	/** @type {(findings: Finding[], anchor: Range) => void} */ #point;
	/** @type {Finding[]} */ #findings = [];
	/** @type {Ranges | undefined} */ #ranges;
	#stop = new AbortController();

	/**
	 * @param {Element} root
	 * @param {(findings: Finding[], anchor: Range) => void} point what was clicked
	 */
	constructor(root, point) {
		this.#root = root;
		this.#point = point;
		this.#painter = new Painter(/** @type {Document | ShadowRoot} */ (root.getRootNode()));
		const { signal } = this.#stop;
		root.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)), { signal });
		root.addEventListener("pointermove", (event) => this.#hover(/** @type {MouseEvent} */ (event)), {
			signal,
		});
		root.addEventListener("pointerleave", () => this.#painter.light([]), { signal });
	}

	get root() {
		return this.#root;
	}

	/**
	 * @param {Finding[]} findings
	 * @param {Ranges} ranges
	 */
	draw(findings, ranges) {
		this.#findings = findings;
		this.#ranges = ranges;
		this.#painter.paint(findings, ranges);
	}

	/**
	 * @param {Finding} finding
	 * @returns {Range | null}
	 */
	reveal(finding) {
		if (!this.#ranges) return null;
		const ranges = rangesOf(finding, this.#ranges);
		this.#painter.light(ranges);
		ranges[0].startContainer.parentElement?.scrollIntoView({ block: "center" });
		return ranges[0];
	}

	/** Takes all paint off and stops listening. */
	remove() {
		this.#stop.abort();
		this.#painter.clear();
	}

	/** @param {MouseEvent} event */
	#click(event) {
		const found = this.#at(event);
		if (!found.length || getSelection()?.type === "Range") return;
		const [first] = found;
		this.#point(found, rangesOf(first, /** @type {Ranges} */ (this.#ranges))[0]);
	}

	/** @param {MouseEvent} event */
	#hover(event) {
		const [first] = this.#at(event);
		this.#painter.light(first ? rangesOf(first, /** @type {Ranges} */ (this.#ranges)) : []);
	}

	/**
	 * The findings under the pointer, the shortest first.
	 * @param {MouseEvent} event
	 * @returns {Finding[]}
	 */
	#at({ clientX, clientY }) {
		const ranges = this.#ranges;
		const point = caret(clientX, clientY);
		if (!ranges || !point) return [];
		const holds = (/** @type {Range} */ range) => range.isPointInRange(point.node, point.offset);
		const found = this.#findings.filter((finding) => rangesOf(finding, ranges).some(holds));
		return found.sort((a, b) => a.end - a.start - (b.end - b.start));
	}
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Node, offset: number } | null}
 */
function caret(x, y) {
	const found = document.caretPositionFromPoint?.(x, y);
	if (found) return { node: found.offsetNode, offset: found.offset };
	const range = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
	return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
