// @ts-check
//! Owns editing in place: the core reads the element itself and its ranges are painted, so neither the caret nor the
//! browser's undo ever notices.

import { annotateElement, readElement } from "../engine/engine.js";
import { annotateRemotely } from "../engine/remote.js";
import { joinRows, markTables } from "../intake/table.js";
import { findings, findingsGently } from "../report/finding.js";
import { movedPages } from "../report/pages.js";
import { isEdit, isSameArticle } from "../report/same-article.js";
import { Painter, rangesOf } from "./highlight.js";

/** @import { Block } from "../report/block.js" */
/** @import { AnnotatedElement, Report } from "../pkg/saidso.js" */
/** @import { CallOptions } from "../engine/engine.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Work } from "./taking.js" */
/**
 * @typedef {object} EditingEvents
 * @property {() => void} changed the text was annotated anew
 * @property {(text: string, blocks: Block[], replaced?: Work) => Promise<unknown>} ended with another text than it began;
 * with the article before, where it is another article
 * @property {() => CallOptions} options of the annotation
 */

/** How long the keys must rest, in milliseconds. */
const REST = 150;
/** How long they must rest before a long text is read as a whole. */
const PAUSE = 1_500;

export class Editing {
	/** @type {Reader} */ #reader;
	/** @type {Reading} */ #reading;
	/** @type {EditingEvents} */ #on;
	/** @type {Painter | undefined} */ #painter;
	/** @type {AnnotatedElement | undefined} */ #last;
	/** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
	/** Counts what was typed, so that a slow answer is known to be late. */
	#turn = 0;
	/** What was found in a part of a long text. @type {Finding[] | undefined} */ #partial;
	#isTyped = false;
	/** The article as it was when editing began. @type {Work | undefined} */ #first;
	/** Whether another article was put in its place. */
	#isOther = false;
	/** What stood there when everything was deleted: only that can still be the same article. @type {string | null} */
	#emptied = null;

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

	/** Whether it is still the article that it was. */
	get isSame() {
		return !this.#isOther;
	}

	/** @param {string} label of the field that the article becomes */
	begin(label) {
		const { node } = this.#reader;
		this.#type(true);
		this.#reader.mark([]);
		this.#reader.caret("write", label);
		this.#painter = new Painter(/** @type {ShadowRoot} */ (node.getRootNode()));
		this.#isTyped = false;
		this.#first = this.#reading.work;
		this.#isOther = false;
		this.#emptied = null;
		this.#read();
	}

	/** Notes that something was typed. */
	typed() {
		this.#isTyped = true;
		this.#notice();
		this.#wait(REST, () => this.#read());
	}

	/** Notices that everything was deleted, or has come back, before anything else can be typed. */
	#notice() {
		const { node } = this.#reader;
		if (isEmpty(node)) this.#emptied ??= this.#reading.text;
		else if (this.#emptied !== null && sameWords(this.#emptied, node.textContent ?? "")) this.#emptied = null;
	}

	/**
	 * @param {number} time
	 * @param {() => unknown} step
	 */
	#wait(time, step) {
		this.#turn++;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(step, time);
	}

	/** Paints what is shown. */
	paint() {
		const { plain, shown } = this.#reading;
		const marked = plain ? [] : this.#own.filter(({ kind }) => shown.has(kind));
		const ranges = this.#last?.ranges;
		if (ranges) this.#painter?.paint(marked, ({ finding }, number) => [rangesOf(finding, ranges)[number]]);
	}

	/** What the engine found, whatever its reader corrected: of that alone the places in the element are known. */
	get #own() {
		const { report, found, visible, corrections } = this.#reading;
		if (this.#partial) return this.#partial;
		if (!corrections.length || report === found) return visible;
		return findings(found).filter((one) => this.#reading.allows(one, found));
	}

	/**
	 * Brings a finding into view and the caret to it; there is no popover to open while somebody types.
	 * @param {Finding} finding
	 * @returns {null}
	 */
	reveal(finding) {
		if (!this.#last || this.#partial) return null;
		const { kind, start, end } = finding;
		const own = this.#own.find((one) => one.kind === kind && one.start === start && one.end === end);
		if (!own) return null;
		const ranges = rangesOf(own, this.#last.ranges);
		this.#painter?.light(ranges);
		this.#reader.node.focus({ preventScroll: true });
		getSelection()?.collapse(ranges[0].startContainer, ranges[0].startOffset);
		ranges[0].startContainer.parentElement?.scrollIntoView({ block: "center" });
		return null;
	}

	/** Ends editing and hands over the new text. */
	async end() {
		const read = this.#isTyped ? readTyped(this.#reader.node) : null;
		this.drop();
		if (!read) return;
		this.#turnPages(read.text);
		this.#compare(readElement(this.#reader.node).text);
		await this.#on.ended(read.text, split(read), this.#isOther ? this.#first : undefined);
	}

	/** Ends editing for another text. */
	drop() {
		if (!this.isOn) return;
		clearTimeout(this.#timer);
		this.#turn++;
		this.#painter?.clear();
		this.#painter = undefined;
		this.#last = undefined;
		this.#partial = undefined;
		this.#reader.caret(null);
		this.#type(false);
	}

	/** @param {boolean} on whether somebody types */
	#type(on) {
		this.#reading.isTyped = on;
	}

	async #read() {
		const root = this.#reader.typedIn;
		const read = root && (await annotateElement(root, this.#on.options()).catch(() => undefined));
		if (!read || !this.isOn) return;
		const isPart = root !== this.#reader.node;
		this.#last = read;
		this.#partial = isPart ? findings(read.report) : undefined;
		if (!isPart) this.#take(read.text, read.report);
		this.paint();
		if (!isPart) this.#on.changed();
		else if (this.#isTyped) this.#wait(PAUSE, () => this.#readWhole());
	}

	/**
	 * @param {string} text
	 * @param {Report} report
	 * @param {Finding[]} [all]
	 */
	#take(text, report, all) {
		this.#turnPages(text);
		this.#compare(text);
		this.#reading.take(text, report, all);
	}

	/**
	 * Once everything was replaced, what was said of the article before holds no more, unless it comes back.
	 * @param {string} text as it is now
	 */
	#compare(text) {
		const { text: before } = this.#reading;
		if (this.#emptied !== null && sameWords(this.#emptied, text)) this.#emptied = null;
		const isReplaced = this.#emptied !== null;
		if (!this.#isTyped || !this.#first || (!this.#isOther && !isReplaced && isEdit(before, text))) return;
		const isOther = this.#first.text !== "" && (isReplaced || !isSameArticle(this.#first.text, text));
		if (isOther === this.#isOther) return;
		this.#isOther = isOther;
		const { corrections = [], remarks = [] } = isOther ? {} : this.#first.view;
		Object.assign(this.#reading, { corrections, remarks });
	}

	/** The pages of the text stay with their words. @param {string} text as it is now */
	#turnPages(text) {
		const { pages, text: before } = this.#reading;
		this.#reading.pages = movedPages(pages, before, text);
	}

	/** Keeps the panel of a long text up to date: read by the worker, while the part typed in stays painted. */
	async #readWhole() {
		const turn = this.#turn;
		const read = readElement(this.#reader.node);
		const options = { ...this.#on.options(), blocks: split(read) };
		const report = await annotateRemotely(read.text, options).catch(() => undefined);
		const all = report && (await findingsGently(report));
		if (!report || !all || turn !== this.#turn) return;
		this.#take(read.text, report, all);
		await this.#reading.prepare();
		if (turn === this.#turn) this.#on.changed();
	}
}

/** Whether there are no words in an article. @param {Element} article */
function isEmpty(article) {
	const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) if (/\S/u.test(walk.currentNode.nodeValue ?? "")) return false;
	return true;
}

/** @param {string} one @param {string} other */
const sameWords = (one, other) => one.replace(/\s+/gu, "") === other.replace(/\s+/gu, "");

/**
 * The edited text; its tables stay tables.
 * @param {Element} article
 */
function readTyped(article) {
	if (!article.querySelector("table")) return readElement(article);
	const copy = /** @type {Element} */ (article.cloneNode(true));
	markTables(copy);
	return joinRows(readElement(copy));
}

/**
 * The blocks of an edited text: a line break typed inside one makes two.
 * @param {{ text: string, blocks: readonly Block[] }} edited
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
