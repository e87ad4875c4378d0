// @ts-check
//! Owns a reader's corrections as JSON lines: one lesson a line, with the place as selectors of the Web Annotation model
//! and the sentence round it, for whoever teaches a model with them.

import { codePoints } from "../engine/codepoint.js";
import { find } from "../report/selector.js";
import { sentenceAt } from "../report/sentence.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Correction } from "../report/correction.js" */
/** @import { Selector } from "../report/selector.js" */
/** @import { View } from "../report/view.js" */

/** The name of this format. */
export const CORRECTION = "saidso/correction/1";

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ view?: View, found?: Report }} [options] with the corrections, and the report as the engine made it
 * @returns {string} empty where nothing was corrected
 */
export function toCorrections(text, report, { view, found = report } = {}) {
	const { version, model } = found.engine;
	const count = codePoints(text);
	const target = (/** @type {Selector} */ at) => targetOf(text, found, at, count);
	return (view?.corrections ?? [])
		.map((one) => ({ schema: CORRECTION, engine: { version, model }, ...withTargets(one, target) }))
		.map((line) => `${JSON.stringify(line)}\n`)
		.join("");
}

/**
 * A correction whose places are written as targets.
 * @param {Correction} correction
 * @param {(at: Selector) => object} target
 * @returns {object}
 */
const withTargets = (correction, target) =>
	JSON.parse(JSON.stringify(correction), (_, value) => (isSelector(value) ? target(value) : value));

/** @param {any} value @returns {value is Selector} */
const isSelector = (value) => typeof value === "object" && value !== null && "exact" in value;

/**
 * @param {string} text
 * @param {Report} report
 * @param {Selector} at
 * @param {(offset: number) => number} count
 */
function targetOf(text, { sentences }, at, count) {
	const { exact, prefix, suffix } = at;
	const quoted = { type: "TextQuoteSelector", exact, prefix, suffix };
	const span = find(text, at);
	if (!span) return { selector: [quoted] };
	const { start, end } = sentences[Math.max(0, sentenceAt(sentences, span.start))] ?? span;
	const position = { type: "TextPositionSelector", start: count(span.start), end: count(span.end) };
	return { sentence: text.slice(start, end), selector: [position, quoted] };
}
