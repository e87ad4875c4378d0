// @ts-check
//! Owns the score of sentence boundaries, by the definitions of ../shared/eval/score_sentences.py: a boundary is the last
//! character of a sentence that is not white space, and those at the end of a line, which the layout gives, do not count.

/** @typedef {{ text: string, ends: number[] }} Gold where its sentences end, in UTF-16 units */

/** @param {string} text */
const lines = (text) => [...text.matchAll(/\n|$/g)].map(({ index }) => index);

/**
 * @param {string} text
 * @param {number[]} ends
 */
const trimmed = (text, ends) =>
	new Set(ends.map((end) => text.slice(0, end).trimEnd().length).filter((end) => end > 0));

/**
 * F1 of the boundaries inside paragraphs, in percent, and how many texts are right as a whole.
 * @param {Gold[]} gold
 * @param {(text: string) => number[]} split
 */
export function score(gold, split) {
	let [right, wrong, missed, exact] = [0, 0, 0, 0];
	for (const { text, ends } of gold) {
		const [wanted, found, given] = [ends, split(text), lines(text)].map((ends) => trimmed(text, ends));
		const inside = (/** @type {Set<number>} */ ends) => [...ends].filter((end) => !given.has(end));
		right += inside(found).filter((end) => wanted.has(end)).length;
		wrong += inside(found).filter((end) => !wanted.has(end)).length;
		missed += inside(wanted).filter((end) => !found.has(end)).length;
		exact += Number(wanted.size === found.size && [...wanted].every((end) => found.has(end)));
	}
	return { f1: (200 * right) / Math.max(1, 2 * right + wrong + missed), exact };
}
