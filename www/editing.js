// @ts-check
//! Owns editing in place: the core reads the element itself and its ranges are painted, so neither the caret nor the
//! browser's undo ever notices.

import { annotateElement } from "./engine.js";
import { Painter } from "./highlight.js";

/** @import { Block } from "./article.js" */
/** @import { AnnotatedElement, Report } from "./pkg/saidso.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Reading } from "./reading.js" */
/**
 * @typedef {object} EditingEvents
 * @property {(report: Report) => void} changed the text was annotated anew
 * @property {(text: string, blocks: Block[]) => void} ended with another text than it began
 */

/** How long the keys must rest, in milliseconds. */
const REST = 150;

export class Editing {
	/** @type {Reader} */ #reader;
	/** @type {Reading} */ #reading;
	/** @type {EditingEvents} */ #on;
	/** @type {Painter | undefined} */ #painter;
	/** @type {AnnotatedElement | undefined} */ #last;
	/** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
	#isTyped = false;

	/**
	 * @param {Reader} reader
	 * @param {Reading} reading
	 * @param {EditingEvents} on
	 */
	constructor(reader, reading, on) {
		this.#reader = reader;
		this.#reading = reading;
		this.#on = on;
	}

	get isOn() {
		return this.#painter !== undefined;
	}

	/** @param {string} label of the field that the article becomes */
	begin(label) {
		const { node } = this.#reader;
		this.#reader.mark([]);
		this.#reader.caret("write", label);
		this.#painter = new Painter(/** @type {ShadowRoot} */ (node.getRootNode()));
		this.#isTyped = false;
		this.#read();
	}

	/** Notes that something was typed. */
	typed() {
		this.#isTyped = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#read(), REST);
	}

	/** Paints what is shown. */
	paint() {
		if (this.#last) this.#painter?.paint(this.#reading.marked, this.#last.ranges);
	}

	/** Ends editing and hands over the new text. */
	async end() {
		if (this.#isTyped) await this.#read();
		const last = this.#isTyped ? this.#last : undefined;
		this.drop();
		if (last) this.#on.ended(last.text, split(last));
	}

	/** Ends editing for another text. */
	drop() {
		if (!this.isOn) return;
		clearTimeout(this.#timer);
		this.#painter?.clear();
		this.#painter = undefined;
		this.#last = undefined;
		this.#reader.caret(null);
	}

	async #read() {
		const read = await annotateElement(this.#reader.node).catch(() => undefined);
		if (!read || !this.isOn) return;
		this.#last = read;
		this.#reading.take(read.text, read.report);
		this.paint();
		this.#on.changed(read.report);
	}
}

/**
 * The blocks of an edited text: a line break typed inside one makes two.
 * @param {AnnotatedElement} edited
 * @returns {Block[]}
 */
function split({ text, report }) {
	return report.blocks.flatMap(({ start, end, kind }) =>
		[...text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/gu)].map(({ index, 0: line }) => ({
			start: start + index,
			end: start + index + line.length,
			kind,
		})),
	);
}
