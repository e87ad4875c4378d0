// @ts-check
//! Owns the place in a text that comes closest to some words, where there is one such place and it is close enough.

import search from "approx-string-match";
import { cutsPair } from "../engine/codepoint.js";
import { cutsWord } from "./word-edge.js";

/** @typedef {{ start: number, end: number }} Span */

/** One letter in five may differ; more, and it is another sentence. */
const SHARE = 0.2;
/** Of fewer letters than this, one that differs can make another word. */
const SHORTEST = 10;
/** Longer words would take too long; they are no sentence. */
const LONGEST = 4000;

/**
 * @param {string} text
 * @param {string} words
 * @param {number} start
 * @param {number} end
 * @returns {Span | null}
 */
export function closest(text, words, start, end) {
	if (words.length < SHORTEST || words.length > LONGEST) return null;
	const matches = search(text.slice(start, end), words, Math.floor(words.length * SHARE));
	if (!matches.length || !isOnePlace(matches)) return null;
	const [best] = matches.toSorted((a, b) => unlike(a, words) - unlike(b, words));
	return wholeWords(text, { start: start + best.start, end: start + best.end }, start, end);
}

/**
 * Whether the matches are readings of one place: each overlaps the one before it by half.
 * @param {Span[]} matches in order of their ends
 */
const isOnePlace = (matches) =>
	matches.every(({ start, end }, number) => !number || matches[number - 1].end > (start + end) / 2);

/**
 * @param {Span} match
 * @param {string} words
 */
const unlike = ({ start, end }, words) => Math.abs(end - start - words.length);

/**
 * A place without white space at its edges and without half words.
 * @param {string} text
 * @param {Span} span
 * @param {number} least
 * @param {number} most
 * @returns {Span}
 */
function wholeWords(text, { start, end }, least, most) {
	while (start > least && isInside(text, start)) start--;
	while (end < most && isInside(text, end)) end++;
	while (start < end && /\s/.test(text[start])) start++;
	while (end > start && /\s/.test(text[end - 1])) end--;
	return { start, end };
}

/**
 * @param {string} text
 * @param {number} offset
 */
const isInside = (text, offset) => cutsPair(text, offset) || cutsWord(text, offset);
