// @ts-check
//! Owns finding words again inside a sentence that changed: once in it, or told apart by the words beside them.

import { closest } from "./closest.js";
import { cutsWord } from "./word-edge.js";

/** @typedef {{ start: number, end: number }} Span */

/** How many letters beside some words tell one place of them from another. */
const BESIDE = 12;
/** How many more of them have to be the same than at any other place. */
const MARGIN = 4;

/**
 * @param {string} from the old text
 * @param {string} to the new text
 * @param {Span} found the sentence in the new text
 * @param {Span} span some words of the old sentence
 * @returns {Span | null}
 */
export function findWithin(from, to, found, span) {
	const words = from.slice(span.start, span.end);
	if (!words.trim()) return null;
	const places = all(to, words, found).filter((start) => isWhole(to, start, words.length));
	if (places.length === 1) return at(places[0], words);
	if (places.length === 0) return closest(to, words, found.start, found.end);
	const beside = (/** @type {number} */ start) => likeness(from, span, to, start, words.length);
	const [best, second] = places.map((start) => ({ start, likeness: beside(start) })).sort(byLikeness);
	return best.likeness - second.likeness >= MARGIN ? at(best.start, words) : null;
}

/**
 * How many letters on either side are the same.
 * @param {string} from
 * @param {Span} span
 * @param {string} to
 * @param {number} start
 * @param {number} length
 */
function likeness(from, span, to, start, length) {
	const ahead = Math.min(BESIDE, span.start, start);
	let before = 0;
	while (before < ahead && from[span.start - before - 1] === to[start - before - 1]) before++;
	const behind = Math.min(BESIDE, from.length - span.end, to.length - start - length);
	let after = 0;
	while (after < behind && from[span.end + after] === to[start + length + after]) after++;
	return before + after;
}

/**
 * @param {{ likeness: number }} a
 * @param {{ likeness: number }} b
 */
const byLikeness = (a, b) => b.likeness - a.likeness;

/**
 * Where some words begin inside a span.
 * @param {string} text
 * @param {string} words
 * @param {Span} span
 */
function all(text, words, { start, end }) {
	const places = [];
	const part = text.slice(start, end);
	for (let next = part.indexOf(words); next >= 0; next = part.indexOf(words, next + 1))
		places.push(start + next);
	return places;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} length
 */
const isWhole = (text, start, length) => !cutsWord(text, start) && !cutsWord(text, start + length);

/**
 * @param {number} start
 * @param {string} words
 * @returns {Span}
 */
const at = (start, words) => ({ start, end: start + words.length });
