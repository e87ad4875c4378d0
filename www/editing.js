// @ts-check
//! Owns editing in place: the core reads the element itself and its ranges are painted, so neither the caret nor the
//! browser's undo ever notices.

import { annotateElement, readElement } from "./engine.js";
import { findings } from "./finding.js";
import { Painter } from "./highlight.js";

/** @import { Block } from "./article.js" */
/** @import { AnnotatedElement, ReadElement, Report } from "./pkg/saidso.js" */
/** @import { CallOptions } from "./engine.js" */
/** @import { Finding } from "./finding.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Reading } from "./reading.js" */
/**
 * @typedef {object} EditingEvents
 * @property {(report: Report) => void} changed the text was annotated anew
 * @property {(text: string, blocks: Block[]) => Promise<unknown>} ended with another text than it began
 * @property {() => CallOptions} options of the annotation
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
	/** What was found in a part of a long text. @type {Finding[] | undefined} */ #partial;
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
		const { marked, plain, shown } = this.#reading;
		const partial = this.#partial?.filter(({ kind }) => !plain && shown.has(kind));
		if (this.#last) this.#painter?.paint(partial ?? marked, this.#last.ranges);
	}

	/** Ends editing and hands over the new text. */
	async end() {
		const read = this.#isTyped ? readElement(this.#reader.node) : null;
		this.drop();
		if (read) await this.#on.ended(read.text, split(read));
	}

	/** Ends editing for another text. */
	drop() {
		if (!this.isOn) return;
		clearTimeout(this.#timer);
		this.#painter?.clear();
		this.#painter = undefined;
		this.#last = undefined;
		this.#partial = undefined;
		this.#reader.caret(null);
	}

	async #read() {
		const root = this.#reader.typedIn;
		const read = root && (await annotateElement(root, this.#on.options()).catch(() => undefined));
		if (!read || !this.isOn) return;
		const isPart = root !== this.#reader.node;
		this.#last = read;
		this.#partial = isPart ? findings(read.report) : undefined;
		if (!isPart) this.#reading.take(read.text, read.report);
		this.paint();
		if (!isPart) this.#on.changed(read.report);
	}
}

/**
 * The blocks of an edited text: a line break typed inside one makes two.
 * @param {ReadElement} edited
 * @returns {Block[]}
 */
function split({ text, blocks }) {
	return blocks.flatMap(({ start, end, kind }) =>
		[...text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/gu)].map(({ index, 0: line }) => ({
			start: start + index,
			end: start + index + line.length,
			kind,
		})),
	);
}
