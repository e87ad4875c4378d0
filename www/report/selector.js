// @ts-check
//! Owns telling a place in a text by its words and what stands beside them, as a `TextQuoteSelector` of the Web
//! Annotation model does, and finding it again. What cannot be found surely is not found.

import { closest } from "./closest.js";
import { cutsWord } from "./word-edge.js";

/** @typedef {{ start: number, end: number }} Span */
/**
 * @typedef {object} Selector
 * @property {string} exact the words themselves
 * @property {string} prefix what stands before them
 * @property {string} suffix what stands behind them
 * @property {number} start where they stood, in UTF-16 units
 */

/** How many UTF-16 units are kept on either side, as in Hypothesis. */
const CONTEXT = 32;
/** So many units beside some words must be the same, where the words alone could stand anywhere. */
const ENOUGH = 12;
/** Words as long as this tell their place by themselves. */
const TELLING = 40;
/** How much more of one place must be the same than of any other. */
const MARGIN = 4;
/** How far from their old place words are looked for that changed. */
const WINDOW = 20_000;

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Selector}
 */
export const selectorOf = (text, { start, end }) => ({
	exact: text.slice(start, end),
	prefix: text.slice(Math.max(0, start - CONTEXT), start),
	suffix: text.slice(end, end + CONTEXT),
	start,
});

/**
 * Where the words stand in a text that may have changed.
 * @param {string} text
 * @param {Selector} selector
 * @returns {Span | null}
 */
export function find(text, selector) {
	const { exact, start } = selector;
	if (!exact) return null;
	const places = all(text, exact).map((place) => ({ place, same: likeness(text, selector, place) }));
	if (places.length === 0) return changed(text, selector);
	const far = (/** @type {{ place: number }} */ { place }) => Math.abs(place - start);
	places.sort((a, b) => b.same - a.same || far(a) - far(b));
	const [best, second] = places;
	const whole = selector.prefix.length + selector.suffix.length;
	const isWhole = best.same === whole;
	const isSure = isWhole || exact.length >= TELLING || best.same >= Math.min(ENOUGH, whole);
	const isOnly = !second || isWhole || best.same - second.same >= MARGIN;
	return isSure && isOnly ? { start: best.place, end: best.place + exact.length } : null;
}

/**
 * Every place where the words stand, whole where they were.
 * @param {string} text
 * @param {string} exact
 */
function all(text, exact) {
	const places = [];
	for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
		if (!cutsWord(text, at) && !cutsWord(text, at + exact.length)) places.push(at);
	return places;
}

/**
 * How many units beside the words are what they were.
 * @param {string} text
 * @param {Selector} selector
 * @param {number} place
 */
function likeness(text, { exact, prefix, suffix }, place) {
	let before = 0;
	while (before < prefix.length && prefix.at(-1 - before) === text[place - 1 - before]) before++;
	let after = 0;
	const end = place + exact.length;
	while (after < suffix.length && suffix[after] === text[end + after]) after++;
	return before + after;
}

/**
 * Words that were themselves edited, near where they stood.
 * @param {string} text
 * @param {Selector} selector
 */
const changed = (text, { exact, start }) =>
	closest(text, exact, Math.max(0, start - WINDOW), Math.min(text.length, start + exact.length + WINDOW));
