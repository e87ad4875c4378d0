// @ts-check
//! Owns the article column of the component's own tree: blocks at once, marks as they come into view, long texts in
//! slices so that no task holds up the page. What the marks mean is in `finding.js`.

import { breathe } from "../engine/pace.js";
import { h } from "../look/node.js";
import { bulletOf } from "../report/bullet.js";
import { first } from "../report/first.js";
import { isFurniture } from "../report/furniture.js";
import { nest, piecesOf } from "../report/nest.js";
import { cells } from "../report/row.js";
import { seat } from "./grid.js";
import { draw } from "./marks.js";

/** @import { Finding, Piece } from "../report/finding.js" */
/** @import { Block } from "../report/block.js" */
/** @import { Place } from "../report/row.js" */

/** Texts shorter than this are drawn whole at once. */
const SHORT = 64_000;
const SCREEN = 40;
/** In a long text this many blocks come into view together. */
const LEAF = 20;

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const TAGS = { heading: "h3", blockquote: "blockquote", "list-item": "li" };

export class ArticleView {
	/** @type {HTMLElement} */ #root;
	/** @type {(piece: Piece, first: boolean) => Record<string, unknown>} */ #attributes;
	/** @type {IntersectionObserver} */ #sight;
	/** @type {Map<Element, number>} */ #numbers = new Map();
	/** @type {HTMLElement[]} */ #elements = [];
	/** @type {readonly Block[]} */ #blocks = [];
	/** @type {ReadonlyMap<number, Place>} */ #places = new Map();
	/** The number of the first heading that is the article's own. */
	#headline = -1;
	/** @type {Piece[]} */ #pieces = [];
	/** @type {Set<number>} */ #drawn = new Set();
	#text = "";
	#turn = 0;

	/**
	 * @param {HTMLElement} root the element that holds the blocks
	 * @param {(piece: Piece, first: boolean) => Record<string, unknown>} attributes of each mark
	 */
	constructor(root, attributes) {
		this.#root = root;
		this.#attributes = attributes;
		this.#sight = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "600px 0px" });
	}

	get text() {
		return this.#text;
	}

	/**
	 * Shows a text without marks; the first screen at once, the rest in slices.
	 * @param {string} text
	 * @param {Block[]} blocks
	 * @param {(share: number) => void} [progress]
	 * @returns {Promise<boolean>} whether it was shown to its end
	 */
	async show(text, blocks, progress) {
		const turn = ++this.#turn;
		this.#clear(text, blocks);
		this.#root.classList.toggle("long", text.length > SHORT);
		let at = 0;
		const all = this.#blocks.length;
		const size = text.length > SHORT ? SCREEN : all;
		while (at < all) {
			const next = Math.min(all, at + size);
			this.#append(at, next);
			at = next;
			if (at === all) break;
			progress?.(at / all);
			await breathe();
			if (turn !== this.#turn) return false;
		}
		return true;
	}

	/**
	 * Marks the text that is shown. Blocks whose kind turned out otherwise are exchanged.
	 * @param {Finding[]} findings in text order
	 * @param {Block[]} [blocks] as the report has them
	 */
	mark(findings, blocks) {
		if (blocks) this.#agree(blocks);
		this.#pieces = piecesOf(findings);
		const stale = [...this.#drawn];
		this.#drawn.clear();
		const long = this.#text.length > SHORT;
		for (const number of long ? stale : this.#elements.keys()) this.#draw(number);
	}

	/** Draws every mark, for print and for a copy of the whole article. */
	complete() {
		for (const number of this.#elements.keys()) if (!this.#drawn.has(number)) this.#draw(number);
	}

	/**
	 * The marks of one finding, drawn if they were not yet.
	 * @param {Finding} finding
	 * @returns {HTMLElement[]}
	 */
	marksOf(finding) {
		for (const piece of finding.pieces) {
			const number = this.#blockAt(piece.start);
			if (number >= 0 && !this.#drawn.has(number)) this.#draw(number);
		}
		return [...this.#root.querySelectorAll(`mark[data-id="${finding.id}"]`)].map(
			(mark) => /** @type {HTMLElement} */ (mark),
		);
	}

	/**
	 * Text nodes and their offsets, for ranges over text that is being edited.
	 * @param {number} start
	 * @param {number} end
	 * @returns {Range | null}
	 */
	range(start, end) {
		const from = this.#place(start);
		const to = this.#place(end - 1);
		if (!from || !to) return null;
		const range = document.createRange();
		range.setStart(from.node, from.offset);
		range.setEnd(to.node, to.offset + 1);
		return range;
	}

	/**
	 * The offset of a point in the shown text, or -1 outside.
	 * @param {Node} node
	 * @param {number} offset
	 */
	offsetOf(node, offset) {
		const element = this.#elements.find((one) => one.contains(node));
		if (!element) return -1;
		const range = document.createRange();
		range.setStart(element, 0);
		range.setEnd(node, offset);
		return this.#blocks[/** @type {number} */ (this.#numbers.get(element))].start + range.toString().length;
	}

	/**
	 * @param {string} text
	 * @param {Block[]} blocks
	 */
	#clear(text, blocks) {
		this.#sight.disconnect();
		this.#numbers.clear();
		this.#drawn.clear();
		this.#elements = [];
		this.#pieces = [];
		this.#text = text;
		this.#know(blocks);
		this.#root.replaceChildren();
		this.#root.classList.remove("unfolded");
	}

	/** @param {readonly Block[]} blocks as the report, or whoever read the text, has them */
	#know(blocks) {
		const { blocks: all, places } = cells(this.#text, blocks);
		this.#blocks = all;
		this.#places = places;
		this.#headline = all.findIndex(
			({ start, end, kind }) => kind === "heading" && !isFurniture(this.#text.slice(start, end)),
		);
	}

	/**
	 * @param {number} from
	 * @param {number} to
	 */
	#append(from, to) {
		const isLong = this.#text.length > SHORT;
		let leaf = /** @type {HTMLElement | DocumentFragment} */ (document.createDocumentFragment());
		for (let number = from; number < to; number++) {
			if (isLong && number % LEAF === 0) leaf = this.#leaf();
			const element = this.#make(number);
			const place = this.#places.get(number);
			(place ? seat(leaf, place) : leaf).append(element);
			this.#elements.push(element);
		}
		if (!isLong) this.#root.append(leaf);
	}

	#leaf() {
		const leaf = h("div", { class: "leaf" });
		this.#root.append(leaf);
		this.#sight.observe(leaf);
		return leaf;
	}

	/** @param {number} number */
	#make(number) {
		const { start, end, kind } = this.#blocks[number];
		const tag = number === this.#headline ? "h2" : (TAGS[kind] ?? "p");
		const words = this.#text.slice(start, end);
		const classes = Object.entries({
			headline: tag === "h2" && number === 0,
			"run-in": kind === "dateline" && /[—–:-]\s*$/u.test(words),
			signed: kind === "list-item" && bulletOf(words) !== "",
			furniture: !this.#places.has(number) && isFurniture(words),
		}).flatMap(([name, holds]) => (holds ? [name] : []));
		const element = h(tag, { class: ["block", kind, ...classes].join(" "), part: `block ${kind}` }, words);
		if (tag === "li") element.setAttribute("role", "none");
		this.#numbers.set(element, number);
		return element;
	}

	/**
	 * Takes other blocks over: what stands where it stood stays, so that a long text is not built twice.
	 * @param {Block[]} given
	 */
	#agree(given) {
		const old = this.#blocks;
		const elements = this.#elements;
		if (given === old) return;
		this.#turn++;
		this.#know(given);
		const blocks = this.#blocks;
		const wasDrawn = new Set([...this.#drawn].map((number) => elements[number]));
		this.#elements = [];
		let at = 0;
		for (const [number, block] of blocks.entries()) {
			while (at < old.length && old[at].start < block.start) elements[at++]?.remove();
			const isThere = at < elements.length && isSame(old[at], block);
			this.#elements.push(isThere ? elements[at++] : this.#insert(number, elements[at]));
		}
		for (; at < elements.length; at++) elements[at].remove();
		this.#numbers.clear();
		for (const [number, element] of this.#elements.entries()) this.#numbers.set(element, number);
		const numbers = [...wasDrawn].map((element) => this.#numbers.get(element) ?? -1);
		this.#drawn = new Set(numbers.filter((number) => number >= 0));
	}

	/**
	 * @param {number} number
	 * @param {HTMLElement | undefined} before
	 */
	#insert(number, before) {
		const element = this.#make(number);
		const after = this.#elements.at(-1);
		if (before) before.before(element);
		else if (after) after.after(element);
		else this.#root.append(element);
		return element;
	}

	/** @param {IntersectionObserverEntry[]} entries */
	#seen(entries) {
		for (const { isIntersecting, target } of entries) {
			if (!isIntersecting) continue;
			for (const element of target.querySelectorAll(".block")) {
				const number = this.#numbers.get(element) ?? -1;
				if (number >= 0 && !this.#drawn.has(number)) this.#draw(number);
			}
		}
	}

	/** @param {number} number */
	#draw(number) {
		const { start, end } = this.#blocks[number];
		this.#drawn.add(number);
		const pieces = this.#between(start, end);
		const element = this.#elements[number];
		if (pieces.length === 0 && element.childElementCount === 0) return;
		element.replaceChildren(...draw(nest(pieces, start, end), this.#text, this.#attributes));
	}

	/**
	 * The pieces that touch a block; no piece reaches over more than a few blocks before it.
	 * @param {number} start
	 * @param {number} end
	 */
	#between(start, end) {
		const last = first(this.#pieces, (piece) => piece.start >= end);
		const found = [];
		for (let at = last - 1, far = 0; at >= 0 && far < 200; at--) {
			if (this.#pieces[at].end > start) found.push(this.#pieces[at]);
			else if (this.#pieces[at].start < start) far++;
		}
		return found.reverse();
	}

	/** @param {number} offset */
	#blockAt(offset) {
		const number = first(this.#blocks, (block) => block.end > offset);
		return number < this.#elements.length ? number : -1;
	}

	/** @param {number} offset */
	#place(offset) {
		const number = this.#blockAt(offset);
		if (number < 0) return null;
		let left = offset - this.#blocks[number].start;
		const walk = document.createTreeWalker(this.#elements[number], NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const { length } = /** @type {Text} */ (node);
			if (left < length) return { node, offset: left };
			left -= length;
		}
		return null;
	}
}

/**
 * @param {Block} one
 * @param {Block} other
 */
const isSame = (one, other) => one.start === other.start && one.end === other.end && one.kind === other.kind;
