// @ts-check
//! Owns counting in code points what JavaScript counts in UTF-16; W3C selectors ask for the former.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * A function from offsets in UTF-16 to offsets in code points; reads the text once.
 * @param {string} text
 * @returns {(offset: number) => number}
 */
export function codePoints(text) {
	const ends = Uint32Array.from(text.matchAll(PAIR), (match) => match.index + 2);
	return (offset) => offset - countUpTo(ends, offset);
}

/**
 * The way back: a function from offsets in code points to offsets in UTF-16.
 * @param {string} text
 * @returns {(offset: number) => number}
 */
export function utf16Offsets(text) {
	const ends = Uint32Array.from(text.matchAll(PAIR), ({ index }, before) => index + 1 - before);
	return (offset) => offset + countUpTo(ends, offset);
}

/**
 * How many of the sorted numbers are not above the limit.
 * @param {Uint32Array} sorted
 * @param {number} limit
 */
function countUpTo(sorted, limit) {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Whether an offset falls between the halves of a surrogate pair.
 * @param {string} text
 * @param {number} offset
 */
export function cutsPair(text, offset) {
	const before = text.charCodeAt(offset - 1);
	const after = text.charCodeAt(offset);
	return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
