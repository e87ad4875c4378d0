// @ts-check
//! Owns holding an old text against a new one, sentence by sentence: those that are the same, those that changed a
//! little, those that are gone. The time is bounded; what would take longer is not found.

import { closest } from "./closest.js";
import { sections } from "./section.js";

/** @typedef {{ start: number, end: number }} Span */
/** @typedef {Span & { found: Span | null, isSame: boolean }} Unit a piece of the old text and its place in the new */

/** How far ahead a sentence is looked for, in UTF-16 units. */
const WINDOW = 20_000;
/** A sentence shorter than this may stand anywhere, so it has to stand where it is expected. */
const TELLING = 24;
/** How many units of text are searched for changed sentences in all. */
const BUDGET = 30_000_000;

/**
 * The sentences of the old text and what lies between them, with their places in the new text, in order.
 * @param {string} from
 * @param {string} to
 * @param {Span[]} sentences
 * @returns {Unit[]}
 */
export function align(from, to, sentences) {
	const units = pieces(from, sentences);
	const shift = to.length - from.length;
	const head = commonHead(from, to);
	const tail = from.length - commonTail(from, to, head);
	for (const unit of units) {
		if (unit.end <= head) keep(unit, 0);
		else if (unit.start >= tail) keep(unit, shift);
	}
	findSame(from, to, units);
	findChanged(from, to, units);
	return units;
}

/**
 * @param {string} from
 * @param {Span[]} sentences
 * @returns {Unit[]}
 */
const pieces = (from, sentences) =>
	sections(from, sentences).map(({ start, end }) => ({ start, end, found: null, isSame: false }));

/**
 * @param {Unit} unit
 * @param {number} by
 */
function keep(unit, by) {
	unit.found = { start: unit.start + by, end: unit.end + by };
	unit.isSame = true;
}

/**
 * @param {string} from
 * @param {string} to
 */
function commonHead(from, to) {
	let length = 0;
	while (length < from.length && from.charCodeAt(length) === to.charCodeAt(length)) length++;
	return length;
}

/**
 * @param {string} from
 * @param {string} to
 * @param {number} head
 */
function commonTail(from, to, head) {
	const most = Math.min(from.length, to.length) - head;
	let length = 0;
	while (
		length < most &&
		from.charCodeAt(from.length - length - 1) === to.charCodeAt(to.length - length - 1)
	) {
		length++;
	}
	return length;
}

/**
 * Sentences that are the same, each behind the one before it.
 * @param {string} from
 * @param {string} to
 * @param {Unit[]} units
 */
function findSame(from, to, units) {
	const limits = ends(units, to.length);
	let cursor = 0;
	let last = 0;
	for (const [number, unit] of units.entries()) {
		if (!unit.found) {
			const words = from.slice(unit.start, unit.end);
			const expected = cursor + (unit.start - last);
			const isThere = to.startsWith(words, expected);
			const isTelling = words.length >= TELLING;
			const start = isThere ? expected : isTelling ? only(to, words, cursor, limits[number]) : -1;
			if (start >= 0 && start + words.length <= limits[number]) keep(unit, start - unit.start);
		}
		if (unit.found) {
			cursor = unit.found.end;
			last = unit.end;
		}
	}
}

/**
 * Where the next sentence with a place begins, for each sentence.
 * @param {Unit[]} units
 * @param {number} end of the new text
 */
function ends(units, end) {
	const out = new Array(units.length);
	let limit = end;
	for (let number = units.length - 1; number >= 0; number--) {
		out[number] = limit;
		limit = units[number].found?.start ?? limit;
	}
	return out;
}

/**
 * The one place of some words between two offsets, or -1.
 * @param {string} text
 * @param {string} words
 * @param {number} start
 * @param {number} end
 */
function only(text, words, start, end) {
	const part = text.slice(start, Math.min(end, start + WINDOW));
	const first = part.indexOf(words);
	return first >= 0 && first === part.lastIndexOf(words) ? start + first : -1;
}

/**
 * Sentences that changed a little, each between its neighbours.
 * @param {string} from
 * @param {string} to
 * @param {Unit[]} units
 */
function findChanged(from, to, units) {
	const limits = ends(units, to.length);
	let left = BUDGET;
	let cursor = 0;
	for (const [number, unit] of units.entries()) {
		const room = limits[number] - cursor;
		if (!unit.found && room <= WINDOW && room <= left) {
			left -= room;
			const words = from.slice(unit.start, unit.end);
			const start = only(to, words, cursor, limits[number]);
			if (start >= 0) keep(unit, start - unit.start);
			else unit.found = closest(to, words, cursor, limits[number]);
		}
		cursor = unit.found?.end ?? cursor;
	}
}
