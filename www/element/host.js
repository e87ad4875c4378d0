// @ts-check
//! Owns an article of the host's page: painted, pointed at and scrolled to, never changed.

import { readElement } from "../engine/engine.js";
import { Painter } from "./highlight.js";
import { Places } from "./places.js";

/** @import { Block } from "../report/block.js" */
/** @import { Finding } from "../report/finding.js" */

export class HostArticle {
	/** @type {Element} */ #root;
	/** @type {Painter} */ #painter;
	/** @type {(findings: Finding[], anchor: Range) => void} */ #point;
	/** @type {Finding[]} */ #findings = [];
	/** @type {Places | undefined} */ #places;
	/** @type {Set<Node>} */ #trees;
	/** @type {Finding | undefined} */ #lit;
	#stop = new AbortController();

	/**
	 * @param {Element} root
	 * @param {(findings: Finding[], anchor: Range) => void} point what was clicked
	 */
	constructor(root, point) {
		this.#root = root;
		this.#point = point;
		this.#trees = new Set([root.getRootNode()]);
		this.#painter = new Painter(/** @type {Document | ShadowRoot} */ (root.getRootNode()));
		const { signal } = this.#stop;
		root.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)), { signal });
		root.addEventListener("pointermove", (event) => this.#hover(/** @type {MouseEvent} */ (event)), {
			signal,
		});
		root.addEventListener("pointerleave", () => this.#light(undefined), { signal });
	}

	/** The shadow roots inside that words of the article stand in. */
	get shadows() {
		return [...this.#trees].filter((tree) => tree !== this.#root.getRootNode());
	}

	/** Reads the words as they are now. @returns {{ text: string, blocks: Block[] }} */
	read() {
		const { text, blocks, ...read } = readElement(this.#root);
		this.#places = new Places(read);
		this.#trees = this.#places.trees;
		return { text, blocks };
	}

	/** @param {Finding[]} findings */
	draw(findings) {
		this.#findings = findings;
		this.#lit = undefined;
		this.#painter.paint(findings, ({ start, end }) => this.#places?.painted(start, end) ?? []);
	}

	/**
	 * @param {Finding} finding
	 * @returns {Range | null}
	 */
	reveal(finding) {
		const range = this.#rangeOf(finding);
		this.#light(finding);
		range?.startContainer.parentElement?.scrollIntoView({ block: "center" });
		return range;
	}

	/** @param {Finding | undefined} finding */
	#light(finding) {
		if (this.#lit === finding) return;
		this.#lit = finding;
		const pieces = finding?.pieces ?? [];
		this.#painter.light(pieces.flatMap(({ start, end }) => this.#places?.painted(start, end) ?? []));
	}

	/** @param {Finding} finding */
	#rangeOf({ pieces: [{ start, end }] }) {
		return this.#places?.range(start, end) ?? null;
	}

	/** Takes all paint off and stops listening. */
	remove() {
		this.#stop.abort();
		this.#painter.clear();
	}

	/** @param {MouseEvent} event */
	#click(event) {
		const found = this.#at(event);
		const range = found.length > 0 && this.#rangeOf(found[0]);
		if (range && getSelection()?.type !== "Range") this.#point(found, range);
	}

	/** @param {MouseEvent} event */
	#hover(event) {
		this.#light(this.#at(event)[0]);
	}

	/**
	 * The findings under the pointer, the shortest first.
	 * @param {MouseEvent} event
	 * @returns {Finding[]}
	 */
	#at({ clientX, clientY }) {
		const point = this.#caret(clientX, clientY);
		const offset = point && this.#places ? this.#places.offsetOf(point.node, point.offset) : -1;
		if (offset < 0) return [];
		const holds = (/** @type {{ start: number, end: number }} */ { start, end }) =>
			start <= offset && offset <= end;
		const found = this.#findings.filter((finding) => holds(finding) && finding.pieces.some(holds));
		return found.sort((a, b) => a.end - a.start - (b.end - b.start));
	}

	/**
	 * @param {number} x
	 * @param {number} y
	 * @returns {{ node: Node, offset: number } | null}
	 */
	#caret(x, y) {
		const { ownerDocument: page } = this.#root;
		const shadowRoots = [...this.#trees].filter((tree) => tree instanceof ShadowRoot);
		const found = page.caretPositionFromPoint?.(x, y, { shadowRoots });
		if (found) return { node: found.offsetNode, offset: found.offset };
		const range = /** @type {any} */ (page).caretRangeFromPoint?.(x, y);
		return range ? { node: range.startContainer, offset: range.startOffset } : null;
	}
}
