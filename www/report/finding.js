// @ts-check
//! Owns what a reader can point at: one finding per attribution, hedge, claim without a source and sentence.
//! It reads the report as it is: offsets are never changed. This room asks a report questions, holds it against another
//! text or report, and checks one that somebody else made; it has no DOM and no words for readers.

import { breathe, gently } from "../engine/pace.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {"attribution" | "unnamed" | "claim" | "hedge" | "sentence"} Kind */
/** @typedef {"source" | "cue" | "content" | "claim" | "hedge" | "sentence"} Role */
/** @typedef {{ start: number, end: number, role: Role, finding: Finding }} Piece */
/**
 * @typedef {object} Finding
 * @property {string} id the kind's letter and the number in the report
 * @property {Kind} kind
 * @property {number} item the number in the report's own list
 * @property {number} start where its first piece begins
 * @property {number} end where its last piece ends
 * @property {Piece[]} pieces
 * @property {number} confidence from 0 to 1
 * @property {number | null} source the number of its source
 * @property {string[]} reasons
 * @property {string} rule what "hide this rule" hides
 */

/** The kinds in the order of the toolbar and of Alt+1…5. @type {readonly Kind[]} */
export const KINDS = Object.freeze(["attribution", "unnamed", "claim", "hedge", "sentence"]);

/** What is shown unless the reader asks for more. @type {readonly Kind[]} */
export const CALM = Object.freeze(["attribution", "unnamed", "claim"]);

/**
 * Every finding of a report, in text order.
 * @param {Report} report
 * @returns {Finding[]}
 */
export const findings = (report) => [...makers(report)].flatMap((make) => make()).sort(inOrder);

/**
 * The same for a long report, a few milliseconds at a time.
 * @param {Report} report
 * @returns {Promise<Finding[]>}
 */
export async function findingsGently(report) {
	/** @type {Finding[]} */
	const found = [];
	await gently(makers(report), (make) => found.push(...make()));
	await breathe();
	return found.sort(inOrder);
}

/**
 * One step per item of the report's lists.
 * @param {Report} report
 * @returns {Generator<() => Finding[]>}
 */
function* makers(report) {
	for (const [item, found] of report.attributions.entries()) yield () => [attribution(report, found, item)];
	for (const [item, claim] of report.claims.entries())
		yield () => (isUnsourced(claim) ? [unsourced(claim, item)] : []);
	for (const [item, found] of report.hedges.entries()) yield () => [hedge(found, item)];
	for (const [item, span] of report.sentences.entries()) yield () => [sentence(span, item)];
}

/**
 * @param {Finding} a
 * @param {Finding} b
 */
const inOrder = (a, b) => a.start - b.start || b.end - a.end || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);

/**
 * Whether the article itself puts the claim forward: a fact or a prediction that nobody is credited with.
 * @param {Report["claims"][number]} claim
 */
export const isUnsourced = (claim) =>
	(claim.attribution ?? null) === null && (claim.statement === "fact" || claim.statement === "prediction");

/**
 * @param {Report} report
 * @param {Report["attributions"][number]} a
 * @param {number} item
 */
function attribution(report, a, item) {
	const source = a.source ?? null;
	const named = source !== null && report.sources[source].named;
	// What a reader adds has no cue, unless the reader names one.
	const cues = a.cue.end > a.cue.start ? [a.cue] : [];
	const spans = [
		...a.sources.map((span) => ({ ...span, role: /** @type {Role} */ ("source") })),
		...cues.map(({ start, end }) => ({ start, end, role: /** @type {Role} */ ("cue") })),
		...a.contents.map((span) => ({ ...span, role: /** @type {Role} */ ("content") })),
	];
	const rule = a.reasons[0] ?? `cue:${a.cue.lemma}`;
	const made = make(named ? "attribution" : "unnamed", item, spans, a.confidence, a.reasons, rule);
	made.source = source;
	return made;
}

/**
 * @param {Report["claims"][number]} claim
 * @param {number} item
 */
function unsourced(claim, item) {
	const spans = claim.spans.map((span) => ({ ...span, role: /** @type {Role} */ ("claim") }));
	return make("claim", item, spans, claim.checkworthiness, claim.reasons, `claim:${claim.statement}`);
}

/**
 * @param {Report["hedges"][number]} found
 * @param {number} item
 */
function hedge(found, item) {
	const { start, end, confidence, reasons } = found;
	return make("hedge", item, [{ start, end, role: "hedge" }], confidence, reasons, `hedge:${found.kind}`);
}

/**
 * @param {Report["sentences"][number]} span
 * @param {number} item
 */
const sentence = (span, item) =>
	make("sentence", item, [{ start: span.start, end: span.end, role: "sentence" }], 1, [], "sentence");

/**
 * @param {Kind} kind
 * @param {number} item
 * @param {{ start: number, end: number, role: Role }[]} spans
 * @param {number} confidence
 * @param {string[]} reasons
 * @param {string} rule
 * @returns {Finding}
 */
function make(kind, item, spans, confidence, reasons, rule) {
	const id = `${kind === "unnamed" ? "a" : kind[0]}${item}`;
	let [{ start, end }] = spans;
	for (const span of spans) {
		start = Math.min(start, span.start);
		end = Math.max(end, span.end);
	}
	/** @type {Finding} */
	const one = { id, kind, item, start, end, pieces: [], confidence, source: null, reasons, rule };
	for (const { start, end, role } of spans) one.pieces.push({ start, end, role, finding: one });
	return one;
}

/**
 * Confidence in words: clear, likely or weak.
 * @param {number} confidence
 * @returns {"clear" | "likely" | "weak"}
 */
export const level = (confidence) => (confidence >= 0.8 ? "clear" : confidence >= 0.5 ? "likely" : "weak");

/**
 * What stays the same of a finding when the text around it changes: what "hide this one" remembers.
 * @param {Finding} finding
 * @param {string} text
 */
export const identity = (finding, text) =>
	[
		finding.rule,
		...finding.pieces.slice(0, 8).map(({ start, end }) => text.slice(start, Math.min(end, start + 200))),
	].join("|");
