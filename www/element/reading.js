// @ts-check
//! Owns what is known of the text in hand: report, findings, what is shown, what the reader has hidden and corrected.
//! No DOM.

import { breathe } from "../engine/pace.js";
import { CALM, findings, identity, KINDS } from "../report/finding.js";
import { oneLine } from "../report/quote.js";

/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Correction, Remark } from "../report/correction.js" */
/** @import { Outcome } from "../report/correct.js" */
/** @import { PageStart } from "../report/pages.js" */
/** @import { View } from "../report/view.js" */
/** @typedef {(text: string, report: Report, corrections: Correction[]) => { report: Report, outcomes: Outcome[] }} Correct */

/** @returns {Report} */
export const nothing = () => ({
	schema: "saidso/report/1",
	engine: { name: "saidso", version: "", model: "" },
	lang: "und",
	offsets: "utf16",
	blocks: [],
	sentences: [],
	sources: [],
	attributions: [],
	hedges: [],
	claims: [],
	stats: { sentences: 0, attributed: 0, unsourcedClaims: 0, words: { total: 0, attributed: 0, unnamed: 0 } },
	warnings: [],
});

export class Reading {
	text = "";
	/** An address, the name of a file, or nothing where it was pasted. @type {string | undefined} unknown */
	origin;
	/** Where its pages begin, where it came with some. @type {PageStart[]} */ pages = [];
	report = nothing();
	/** The report as the engine made it, before the reader's corrections. */
	found = nothing();
	/** In the order in which they were made. @type {Correction[]} */ corrections = [];
	/** What became of each. @type {Outcome[]} */ outcomes = [];
	/** @type {Remark[]} */ remarks = [];
	/** Applies them, once it is here. @type {Correct | undefined} */ correct;
	/** Whether the text is the one before, edited or read otherwise, and no other article. */
	isEdit = false;
	/** While the text is typed in, what is painted in it is the engine's own; what is counted and listed is corrected. */
	isTyped = false;
	/** Every finding, in text order. @type {Finding[]} */ all = [];
	/** @type {Set<Kind>} */ shown = new Set(CALM);
	plain = false;
	speechOnly = false;
	minConfidence = 0;
	/** @type {Finding | null} */ selected = null;
	/** @type {Set<string>} */ #hidden = new Set();
	/** @type {Finding[] | null} */ #visible = null;
	/** @type {Map<string, Finding> | null} */ #byId = null;

	/**
	 * @param {string} text
	 * @param {Report} report
	 * @param {Finding[]} [all] its findings, where they are known
	 */
	take(text, report, all = findings(report)) {
		this.text = text;
		this.found = named(report);
		this.#know(this.found, all);
		if (this.corrections.length) this.revise();
	}

	/** Another text comes, of which nothing is known besides. */
	forget() {
		this.origin = undefined;
		this.pages = [];
		this.isEdit = false;
	}

	/** Applies the corrections anew. */
	revise() {
		const { text, found, corrections, correct } = this;
		const isNone = corrections.length === 0 || !found.engine.version;
		if (isNone || !correct) this.outcomes = [];
		const made = isNone || !correct ? null : correct(text, found, corrections);
		if (made) this.outcomes = made.outcomes;
		const report = made?.report ?? found;
		if (report !== this.report) this.#know(report, findings(report));
	}

	/**
	 * @param {Report} report
	 * @param {Finding[]} all
	 */
	#know(report, all) {
		this.report = report;
		this.all = all;
		this.#byId = null;
		this.selected = null;
		this.#visible = null;
	}

	/** Every finding by its id. @returns {ReadonlyMap<string, Finding>} */
	get byId() {
		this.#byId ??= new Map(this.all.map((finding) => [finding.id, finding]));
		return this.#byId;
	}

	/** What is neither hidden nor too weak. */
	get visible() {
		this.#visible ??= this.all.filter((finding) => this.allows(finding));
		return this.#visible;
	}

	/** Works out what a long text will be asked for, in tasks of their own. */
	async prepare() {
		for (const step of [() => this.visible, () => this.byId]) {
			await breathe();
			step();
		}
		await breathe();
	}

	/** Whether only a part of the text was read. */
	get isCut() {
		return this.report.warnings.some(({ code }) => code === "truncated");
	}

	/** What is marked in the text. */
	get marked() {
		return this.plain ? [] : this.visible.filter((finding) => this.shown.has(finding.kind));
	}

	/** What the reader has chosen to see, for links and saved reports. @returns {View} */
	get view() {
		return {
			show: [...this.shown],
			plain: this.plain,
			speechOnly: this.speechOnly,
			minConfidence: this.minConfidence,
			hidden: [...this.#hidden],
			...(this.corrections.length && { corrections: this.corrections }),
			...(this.remarks.length && { remarks: this.remarks }),
			...(this.pages.length && { pages: this.pages }),
		};
	}

	/** What an export is made of. */
	get work() {
		const { text, report, hiddenIds: hidden, view, origin } = this;
		const found = this.found === report ? undefined : this.found;
		return { text, report, found, hidden, view, origin };
	}

	/** @param {View} view */
	look({ plain = false, speechOnly = false, hidden = [], corrections = [], remarks = [], pages = [] }) {
		this.pages = pages;
		this.corrections = corrections;
		this.remarks = remarks;
		this.revise();
		this.plain = plain;
		this.speechOnly = speechOnly;
		this.#hidden = new Set(hidden);
		this.#visible = null;
	}

	/** How many the reader has hidden. */
	get hidden() {
		return this.hiddenIds.size;
	}

	/** The ids of what the reader has hidden, for the exports. */
	get hiddenIds() {
		if (this.#hidden.size === 0) return new Set();
		return new Set(this.all.filter((finding) => this.#isHidden(finding)).map(({ id }) => id));
	}

	/** @param {Finding} finding */
	hide(finding) {
		this.#hidden.add(identity(finding, this.text));
		this.#visible = null;
	}

	/** @param {Finding} finding */
	hideRule(finding) {
		this.#hidden.add(finding.rule);
		this.#visible = null;
	}

	restore() {
		this.#hidden.clear();
		this.#visible = null;
	}

	/** @param {boolean} only whether what is only believed or wished is left out */
	keepSpeech(only) {
		this.speechOnly = only;
		this.#visible = null;
	}

	/** @param {number} least */
	require(least) {
		this.minConfidence = least;
		this.#visible = null;
	}

	/**
	 * The marked finding so many steps on, round the end; sentences are not stops.
	 * @param {number} step
	 */
	next(step) {
		const stops = this.marked.filter(({ kind }) => kind !== "sentence");
		const at = this.selected ? stops.indexOf(this.selected) : step > 0 ? -1 : 0;
		return stops.at((at + step) % stops.length) ?? null;
	}

	/**
	 * Whether a finding is neither hidden nor too weak.
	 * @param {Finding} finding
	 * @param {Report} [report] that it is of
	 */
	allows(finding, report = this.report) {
		const sure = finding.kind === "claim" || finding.confidence >= this.minConfidence;
		return sure && !(this.speechOnly && isThought(finding, report)) && !this.#isHidden(finding);
	}

	/** @param {Finding} finding */
	#isHidden(finding) {
		if (this.#hidden.size === 0) return false;
		return this.#hidden.has(finding.rule) || this.#hidden.has(identity(finding, this.text));
	}
}

/**
 * @param {Finding} finding
 * @param {Report} report
 */
const isThought = ({ kind, item }, { attributions }) =>
	(kind === "attribution" || kind === "unnamed") && attributions[item].act !== "speech";

/**
 * A report whose sources have their names on one line, however the text was broken.
 * @param {Report} report
 * @returns {Report}
 */
function named(report) {
	const isFlat = report.sources.every((one) => !/[\n\t]/.test(one.name + one.description));
	if (isFlat) return report;
	const flat = (/** @type {Report["sources"][number]} */ source) => ({
		...source,
		name: oneLine(source.name),
		description: oneLine(source.description),
	});
	return { ...report, sources: report.sources.map(flat) };
}

/**
 * The kinds of a list such as `attribution hedge`; what is unknown is left out, and where nothing is known or `none`
 * it is the calm ones.
 * @param {string | null} list
 * @returns {Set<Kind>}
 */
export function kindsOf(list) {
	const words = list?.split(/[\s,]+/u) ?? [];
	const known = KINDS.filter((kind) => words.includes(kind) || words.includes("all"));
	return new Set(known.length || words.includes("none") ? known : CALM);
}
