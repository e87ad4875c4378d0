// @ts-check
//! Owns an article of the host's page: painted, pointed at and scrolled to, never changed.

import { readElementGently } from "../engine/engine.js";
import { painted } from "../engine/pace.js";
import { LONG } from "../engine/remote.js";
import { Painter } from "./highlight.js";
import { Nearby } from "./nearby.js";
import { Places } from "./places.js";

/** @import { Block } from "../report/block.js" */
/** @import { Finding } from "../report/finding.js" */

export class HostArticle {
	/** @type {Element} */ #root;
	/** @type {Painter} */ #painter;
	/** @type {(findings: Finding[], anchor: Range) => void} */ #point;
	/** @type {Finding[]} */ #findings = [];
	/** How far those up to each go; made when first asked for. @type {Uint32Array | undefined} */ #reach;
	/** @type {Places | undefined} */ #places;
	/** @type {Set<Node>} */ #trees;
	/** @type {Finding | undefined} */ #lit;
	/** Where the pointer was last, until the next frame. @type {{ clientX: number, clientY: number } | undefined} */ #pointer;
	/** What is near the screen of a long one. @type {Nearby | undefined} */ #nearby;
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
		addEventListener("beforeprint", () => this.#painter.paintNow(this.#findings, this.#ranges), { signal });
		addEventListener("afterprint", () => this.#paint(), { signal });
		root.addEventListener("pointerleave", () => this.#leave(), { signal });
	}

	/** The shadow roots inside that words of the article stand in. */
	get shadows() {
		return [...this.#trees].filter((tree) => tree !== this.#root.getRootNode());
	}

	/**
	 * Reads the words as they are now.
	 * @param {AbortSignal} signal
	 * @returns {Promise<{ text: string, blocks: Block[] }>}
	 */
	async read(signal) {
		const { text, blocks, ...read } = await readElementGently(this.#root, signal);
		const places = new Places(read);
		this.#nearby?.end();
		this.#nearby = text.length > LONG ? new Nearby(() => this.#paint()) : undefined;
		if (this.#nearby) await this.#prepare(this.#nearby, places, signal);
		this.#places = places;
		this.#trees = places.trees;
		return { text, blocks };
	}

	/**
	 * What makes the browser go through a whole long article, each in a frame of its own.
	 * @param {Nearby} nearby
	 * @param {Places} places
	 * @param {AbortSignal} signal
	 */
	async #prepare(nearby, places, signal) {
		await nearby.watch(places, signal);
		await painted();
		if (!signal.aborted) this.#painter.prepare();
		await painted();
	}

	/**
	 * @param {Finding[]} findings in text order
	 * @returns {Promise<void>} settles when they are painted
	 */
	async draw(findings) {
		this.#findings = findings;
		this.#reach = undefined;
		this.#lit = undefined;
		// The list beside a long article is laid out first.
		if (this.#nearby) await painted();
		await this.#paint();
	}

	/** Paints all of a short article, and what is near the screen of a long one. */
	#paint() {
		return this.#painter.paint(this.#nearby?.among(this.#findings) ?? this.#findings, this.#ranges);
	}

	/** @param {{ start: number, end: number }} piece */
	#ranges = ({ start, end }) => this.#places?.painted(start, end) ?? [];

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
		this.#painter.light(pieces.flatMap(this.#ranges));
	}

	/** @param {Finding} finding */
	#rangeOf({ pieces: [{ start, end }] }) {
		return this.#places?.range(start, end) ?? null;
	}

	/** Takes all paint off and stops listening. */
	remove() {
		this.#stop.abort();
		this.#nearby?.end();
		this.#painter.clear();
	}

	/** @param {MouseEvent} event */
	#click(event) {
		const found = this.#at(event);
		const range = found.length > 0 && this.#rangeOf(found[0]);
		if (range && getSelection()?.type !== "Range") this.#point(found, range);
	}

	/**
	 * Lights what the pointer is on, once a frame however often it moves: to find the letter makes the page lay itself out.
	 * @param {MouseEvent} event
	 */
	#hover({ clientX, clientY }) {
		if (!this.#pointer) requestAnimationFrame(() => this.#follow());
		this.#pointer = { clientX, clientY };
	}

	#follow() {
		if (this.#pointer && !this.#stop.signal.aborted) this.#light(this.#at(this.#pointer)[0]);
		this.#pointer = undefined;
	}

	#leave() {
		this.#pointer = undefined;
		this.#light(undefined);
	}

	/**
	 * The findings under the pointer, the shortest first.
	 * @param {{ clientX: number, clientY: number }} point
	 * @returns {Finding[]}
	 */
	#at({ clientX, clientY }) {
		const point = this.#caret(clientX, clientY);
		const offset = point && this.#places ? this.#places.offsetOf(point.node, point.offset) : -1;
		if (offset < 0) return [];
		return [...this.#around(offset)].sort((a, b) => a.end - a.start - (b.end - b.start));
	}

	/**
	 * The findings that an offset lies in, the last first.
	 * @param {number} offset
	 * @returns {Generator<Finding>}
	 */
	*#around(offset) {
		const findings = this.#findings;
		this.#reach ??= reachOf(findings);
		const holds = (/** @type {{ start: number, end: number }} */ { start, end }) =>
			start <= offset && offset <= end;
		for (let n = lastBefore(findings, offset); n >= 0 && this.#reach[n] >= offset; n--)
			if (findings[n].pieces.some(holds)) yield findings[n];
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

/**
 * For each of some findings how far it or one before it goes.
 * @param {Finding[]} findings
 */
function reachOf(findings) {
	const reach = new Uint32Array(findings.length);
	for (const [n, { end }] of findings.entries()) reach[n] = Math.max(end, n ? reach[n - 1] : 0);
	return reach;
}

/**
 * The number of the last of some findings that begins at or before an offset, or -1.
 * @param {Finding[]} findings in text order
 * @param {number} offset
 */
function lastBefore(findings, offset) {
	let low = 0;
	let high = findings.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (findings[middle].start <= offset) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
