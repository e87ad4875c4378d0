// @ts-check
//! Owns finding the place of a span again in a text that changed a little. What cannot be found surely is not found:
//! a mark in a wrong place would say something that nobody said.

import { cutsPair } from "../engine/codepoint.js";
import { first } from "./first.js";
import { align } from "./unit.js";
import { findWithin } from "./within.js";
import { cutsWord } from "./word-edge.js";

/** @import { Unit } from "./unit.js" */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {(span: Span) => Span | null} Anchor */

/**
 * A function from spans of the old text to spans of the new one, or to nothing.
 * @param {string} from the old text
 * @param {string} to the new text
 * @param {Span[]} sentences of the old text, in order
 * @returns {Anchor}
 */
export function anchorer(from, to, sentences) {
	const units = align(from, to, sentences);
	return (span) => {
		const found = place(from, to, units, span);
		return found && isSound(from, to, span, found) ? found : null;
	};
}

/**
 * @param {string} from
 * @param {string} to
 * @param {Unit[]} units
 * @param {Span} span
 * @returns {Span | null}
 */
function place(from, to, units, span) {
	const first = unitAt(units, span.start);
	const last = unitAt(units, Math.max(span.start, span.end - 1));
	const touched = units.slice(first, last + 1);
	if (!touched.length || touched.some(({ found }) => !found)) return null;
	if (first === last) return within(from, to, units[first], span);
	const head = within(from, to, units[first], { start: span.start, end: units[first].end });
	const tail = within(from, to, units[last], { start: units[last].start, end: span.end });
	return head && tail && { start: head.start, end: tail.end };
}

/**
 * The number of the unit that an offset falls in, or the next one.
 * @param {Unit[]} units in text order
 * @param {number} offset
 */
const unitAt = (units, offset) => first(units, ({ end }) => end > offset);

/**
 * @param {string} from
 * @param {string} to
 * @param {Unit} unit
 * @param {Span} span inside the unit
 * @returns {Span | null}
 */
function within(from, to, unit, span) {
	const found = /** @type {Span} */ (unit.found);
	if (span.start < unit.start) return null;
	if (unit.isSame) {
		const by = found.start - unit.start;
		return { start: span.start + by, end: span.end + by };
	}
	if (span.start === unit.start && span.end === unit.end) return found;
	return findWithin(from, to, found, span);
}

/**
 * Whether a place cuts no surrogate pair and no word that was whole before.
 * @param {string} from
 * @param {string} to
 * @param {Span} span
 * @param {Span} found
 */
const isSound = (from, to, span, found) =>
	found.start <= found.end &&
	/** @type {const} */ (["start", "end"]).every(
		(edge) => !cutsPair(to, found[edge]) && (cutsWord(from, span[edge]) || !cutsWord(to, found[edge])),
	);
