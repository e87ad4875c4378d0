// @ts-check
//! Owns what must hold between the fields of a report and its text: spans lie in the text and cut no character,
//! numbers point at what is there, blocks and sentences follow one another, nothing stands inside itself.

import { cutsPair } from "../engine/codepoint.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Span */

/**
 * The first thing that is wrong with a report on its text, as the path of the field; nothing where all is well.
 * @param {string} text
 * @param {Report} report
 * @returns {string | undefined}
 */
export const reportFault = (text, report) =>
	spanFault(text, report) ?? orderFault(report) ?? numberFault(report) ?? parentFault(report);

/**
 * @param {string} text
 * @param {Report} report
 */
function spanFault(text, report) {
	const sound = (/** @type {Span} */ { start, end }) =>
		Number.isInteger(start) &&
		Number.isInteger(end) &&
		start >= 0 &&
		start <= end &&
		end <= text.length &&
		!cutsPair(text, start) &&
		!cutsPair(text, end);
	for (const [path, span] of allSpans(report)) if (!sound(span)) return path;
}

/**
 * Every span of a report with its path.
 * @param {Report} report
 * @returns {Generator<[string, Span]>}
 */
function* allSpans(report) {
	for (const list of /** @type {const} */ (["blocks", "sentences", "hedges"]))
		yield* within(list, report[list]);
	yield* within(
		"hedges.scope",
		report.hedges.map(({ scope }) => scope),
	);
	for (const [number, { mentions }] of report.sources.entries()) yield* within(`sources.${number}`, mentions);
	for (const [number, { sources, cue, contents }] of report.attributions.entries()) {
		yield* within(`attributions.${number}`, [cue, ...sources, ...contents]);
	}
	for (const [number, { spans }] of report.claims.entries()) yield* within(`claims.${number}`, spans);
}

/**
 * @param {string} path
 * @param {Span[]} spans
 * @returns {Generator<[string, Span]>}
 */
function* within(path, spans) {
	for (const [number, span] of spans.entries()) yield [`${path}.${number}`, span];
}

/** @param {Report} report */
function orderFault(report) {
	for (const list of /** @type {const} */ (["blocks", "sentences"])) {
		const late = report[list].findIndex(
			({ start }, number) => number && start < report[list][number - 1].end,
		);
		if (late > 0) return `${list}.${late}`;
	}
}

/** @param {Report} report */
function numberFault({ blocks, sentences, sources, attributions, claims }) {
	const misses = (/** @type {number | null} */ number, /** @type {unknown[]} */ list) =>
		number !== null && number >= list.length;
	for (const [number, { block }] of sentences.entries()) {
		if (misses(block, blocks)) return `sentences.${number}.block`;
	}
	for (const [number, source] of sources.entries()) {
		if (source.attributions.some((one) => misses(one, attributions))) return `sources.${number}.attributions`;
	}
	for (const [number, { source, parent }] of attributions.entries()) {
		if (misses(source, sources)) return `attributions.${number}.source`;
		if (misses(parent, attributions)) return `attributions.${number}.parent`;
	}
	for (const [number, { sentence, attribution }] of claims.entries()) {
		if (misses(sentence, sentences)) return `claims.${number}.sentence`;
		if (misses(attribution, attributions)) return `claims.${number}.attribution`;
	}
}

/**
 * Follows every chain of parents once: a number met again on the way up is a ring.
 * @param {Report} report
 */
function parentFault({ attributions }) {
	const way = new Int32Array(attributions.length).fill(-1);
	for (const first of attributions.keys()) {
		/** @type {number | null} */
		let at = first;
		while (at !== null && way[at] < 0) {
			way[at] = first;
			at = attributions[at].parent;
		}
		if (at !== null && way[at] === first) return `attributions.${at}.parent`;
	}
}
