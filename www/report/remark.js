// @ts-check
//! Owns which mark or sentence of a report each note stands on, as long as its words are there.

import { keyOf } from "./graph.js";
import { find } from "./selector.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Remark } from "./correction.js" */
/** @typedef {{ start: number, end: number }} Span */

/**
 * The notes by the ids of what they stand on.
 * @param {string} text
 * @param {Report} report
 * @param {readonly Remark[]} [remarks]
 * @returns {Map<string, Remark>}
 */
export function remarksOn(text, report, remarks = []) {
	/** @type {Map<string, Remark>} */
	const out = new Map();
	for (const one of remarks) {
		const span = find(text, one.at);
		const { letter, keys } = listOf(report, one.kind);
		const number = span ? nearest(keys, span) : -1;
		if (number >= 0) out.set(`${letter}${number}`, one);
	}
	return out;
}

/**
 * @param {Report} report
 * @param {Remark["kind"]} kind
 * @returns {{ letter: string, keys: Span[] }}
 */
function listOf({ attributions, claims, hedges, sentences }, kind) {
	if (kind === "attribution") return { letter: "a", keys: attributions.map(keyOf) };
	if (kind === "claim") return { letter: "c", keys: claims.map(keyOf) };
	return kind === "hedge" ? { letter: "h", keys: hedges } : { letter: "s", keys: sentences };
}

/**
 * The number of the span that is the same, or else shares most; -1 where none touches it.
 * @param {readonly Span[]} list
 * @param {Span} span
 */
export function nearest(list, span) {
	let best = -1;
	let most = 0;
	for (const [number, { start, end }] of list.entries()) {
		const shared = Math.min(end, span.end) - Math.max(start, span.start);
		const likeness = shared / Math.max(end - start, span.end - span.start);
		if (likeness > most) [best, most] = [number, likeness];
	}
	return best;
}
