// @ts-check
//! Owns finding the sentence that an offset falls in.

/** @import { Report } from "../pkg/saidso.js" */

/**
 * The number of the last sentence that begins at or before the offset; -1 before the first.
 * @param {Report["sentences"]} sentences in text order
 * @param {number} offset
 */
export function sentenceAt(sentences, offset) {
	let low = 0;
	let high = sentences.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sentences[middle].start <= offset) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
