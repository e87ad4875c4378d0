// @ts-check
//! Owns the blocks of a text before there is a report of it: its lines.

/** @typedef {{ start: number, end: number, kind: string }} Block half-open, in UTF-16 units */

/**
 * The blocks of a text as they are shown until the report says better: its lines.
 * @param {string} text
 * @returns {Block[]}
 */
export function lines(text) {
	/** @type {Block[]} */
	const blocks = [];
	for (let at = 0; at < text.length; ) {
		const next = text.indexOf("\n", at);
		const line = text.slice(at, next < 0 ? text.length : next);
		const words = line.trim();
		const start = at + line.indexOf(words);
		if (words) blocks.push({ start, end: start + words.length, kind: "paragraph" });
		at += line.length + 1;
	}
	return blocks;
}
