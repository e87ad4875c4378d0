// @ts-check
//! Owns painting with the CSS Custom Highlight API: for a host's page and for text being edited. It adds and removes
//! its own names one by one and never changes the DOM.

import { gently } from "../engine/pace.js";
import paint from "./highlight.css?inline";
import sentence from "./sentence.css?inline";

/** @import { Finding, Piece } from "../report/finding.js" */
/** @import { Ranges } from "../pkg/saidso.js" */
/** @typedef {Window & typeof globalThis} View */
/** @typedef {Map<string, Highlight>} Highlights */
/** @typedef {(piece: Piece, number: number) => AbstractRange[]} RangesOf ranges of a piece of a finding */

const NAMES = Object.freeze(["sentence", "content", "claim", "source", "unnamed", "cue", "hedge", "lit"]);

/**
 * A number drawn by lot: painters of one page may come from copies of the package that know nothing of each other, of
 * other versions or brought along from another document.
 */
const lot = () => crypto.getRandomValues(new Uint32Array(1))[0];

export class Painter {
	#instance = lot();
	/** @type {Document | ShadowRoot} */ #tree;
	/** The window that shows it: an element may be moved to another. @type {View} */ #view;
	/** @type {CSSStyleSheet} */ #sheet;
	/** What is asked for seldom, as every rule is matched with every element. @type {CSSStyleSheet} */ #sentences;
	/** @type {Highlights} */ #highlights = new Map();
	/** Counts what was painted, so that an older painting ends. */
	#turn = 0;

	/** @param {Document | ShadowRoot} tree whose text is painted */
	constructor(tree) {
		this.#tree = tree;
		this.#view = /** @type {View} */ (
			(tree.ownerDocument ?? /** @type {Document} */ (tree)).defaultView ?? window
		);
		this.#sheet = this.#made(paint);
		this.#sentences = this.#made(sentence);
	}

	static get isSupported() {
		return "highlights" in CSS;
	}

	/**
	 * Paints some findings instead of others; of many, a few milliseconds' worth at a time.
	 * @param {Finding[]} findings what is shown
	 * @param {RangesOf} ranges
	 */
	async paint(findings, ranges) {
		const turn = ++this.#turn;
		const made = this.#blank();
		await gently(
			findings,
			(finding) => this.#add(made, finding, ranges),
			() => turn !== this.#turn,
		);
		if (turn === this.#turn) this.#show(made);
	}

	/**
	 * The same at once, for paper.
	 * @param {Finding[]} findings
	 * @param {RangesOf} ranges
	 */
	paintNow(findings, ranges) {
		this.#turn++;
		const made = this.#blank();
		for (const finding of findings) this.#add(made, finding, ranges);
		this.#show(made);
	}

	/** @returns {Highlights} */
	#blank() {
		return new Map(Painter.isSupported ? NAMES.map((name) => [name, new this.#view.Highlight()]) : []);
	}

	/**
	 * @param {Highlights} made
	 * @param {Finding} finding
	 * @param {RangesOf} ranges
	 */
	#add(made, { pieces }, ranges) {
		for (const [number, piece] of pieces.entries())
			for (const range of ranges(piece, number)) made.get(nameOf(piece))?.add(range);
	}

	/** @param {string} text */
	#made(text) {
		const sheet = new this.#view.CSSStyleSheet();
		sheet.replaceSync(text.replaceAll("-0)", `-${this.#instance})`));
		return sheet;
	}

	/** Adds the paints: the browser then reckons anew how everything in the tree looks, so a long article does it by itself. */
	prepare() {
		this.#adopt(this.#sheet);
	}

	/** @param {CSSStyleSheet} sheet */
	#adopt(sheet) {
		if (!this.#tree.adoptedStyleSheets.includes(sheet))
			this.#tree.adoptedStyleSheets = [...this.#tree.adoptedStyleSheets, sheet];
	}

	/** @param {Highlights} highlights */
	#show(highlights) {
		if (!this.#highlights.size && ![...highlights.values()].some(({ size }) => size)) return;
		this.prepare();
		if (highlights.get("sentence")?.size) this.#adopt(this.#sentences);
		this.#highlights = highlights;
		for (const [name, highlight] of highlights) {
			highlight.priority = NAMES.indexOf(name);
			this.#view.CSS.highlights.set(`said-so-${name}-${this.#instance}`, highlight);
		}
	}

	/** @param {AbstractRange[]} ranges */
	light(ranges) {
		const lit = this.#highlights.get("lit");
		lit?.clear();
		for (const range of ranges) lit?.add(range);
	}

	clear() {
		this.#turn++;
		for (const name of this.#highlights.keys())
			this.#view.CSS.highlights.delete(`said-so-${name}-${this.#instance}`);
		this.#highlights.clear();
		this.#tree.adoptedStyleSheets = this.#tree.adoptedStyleSheets.filter(
			(sheet) => sheet !== this.#sheet && sheet !== this.#sentences,
		);
	}
}

/**
 * The ranges of a finding, in the order of its pieces.
 * @param {Finding} finding
 * @param {Ranges} ranges
 * @returns {Range[]}
 */
export function rangesOf({ kind, item }, ranges) {
	if (kind === "hedge") return [ranges.hedges[item]];
	if (kind === "claim") return ranges.claims[item];
	if (kind === "sentence") return [ranges.sentences[item]];
	const { sources, cue, contents } = ranges.attributions[item];
	return [...sources, cue, ...contents];
}

/** @param {Piece} piece */
const nameOf = ({ role, finding }) => (role === "source" && finding.kind === "unnamed" ? "unnamed" : role);
