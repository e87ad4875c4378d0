// @ts-check
//! Owns annotating while the reader types: the core reads the element itself and its ranges are painted, so neither
//! the caret nor the browser's undo ever notices.

import { annotateElement } from "./engine.js";
import { Painter } from "./highlight.js";

/** @import { Block } from "./article.js" */
/** @import { Finding } from "./finding.js" */
/** @import { AnnotatedElement, Report } from "./pkg/saidso.js" */

/** How long the keys must rest, in milliseconds. */
const REST = 150;

export class Typing {
	/** @type {HTMLElement} */ #node;
	/** @type {(text: string, report: Report) => void} */ #done;
	/** @type {Painter | undefined} */ #painter;
	/** @type {AnnotatedElement | undefined} */ #last;
	/** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
	#isTyped = false;

	/**
	 * @param {HTMLElement} node
	 * @param {(text: string, report: Report) => void} done
	 */
	constructor(node, done) {
		this.#node = node;
		this.#done = done;
	}

	begin() {
		this.#painter = new Painter(/** @type {ShadowRoot} */ (this.#node.getRootNode()));
		this.#isTyped = false;
		this.#read();
	}

	changed() {
		this.#isTyped = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#read(), REST);
	}

	/** @param {Finding[]} findings */
	paint(findings) {
		if (this.#last) this.#painter?.paint(findings, this.#last.ranges);
	}

	/**
	 * Ends typing.
	 * @returns {{ text: string, blocks: Block[] } | null} the new text, if there is one
	 */
	end() {
		clearTimeout(this.#timer);
		const typed = this.#isTyped ? this.#last : null;
		const text = this.#node.innerText;
		this.#painter?.clear();
		this.#painter = undefined;
		this.#last = undefined;
		if (!typed) return null;
		return { text, blocks: [] };
	}

	async #read() {
		const read = await annotateElement(this.#node).catch(() => undefined);
		if (!read || !this.#painter) return;
		this.#last = read;
		this.#done(read.text, read.report);
	}
}
