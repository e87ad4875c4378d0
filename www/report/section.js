// @ts-check
//! Owns the whole text in blocks: those of the report, and what lies between and behind them, so that no word of a
//! text that was only read in part gets lost.

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {Report["blocks"][number]} Block */

/**
 * @template {{ start: number, end: number }} T
 * @param {string} text
 * @param {T[]} blocks in text order
 * @returns {(T | Block)[]}
 */
export function sections(text, blocks) {
	/** @type {(T | Block)[]} */
	const out = [];
	let at = 0;
	for (const block of blocks) {
		out.push(...rest(text, at, block.start), block);
		at = block.end;
	}
	return [...out, ...rest(text, at, text.length)];
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Block[]}
 */
function rest(text, start, end) {
	const words = text.slice(start, end);
	if (!words.trim()) return [];
	const from = start + words.length - words.trimStart().length;
	return [{ start: from, end: start + words.trimEnd().length, kind: "paragraph" }];
}

/**
 * The blocks in runs: list items that follow one another are one list, everything else stands alone.
 * @param {Block[]} blocks
 * @returns {Block[][]}
 */
export function runs(blocks) {
	/** @type {Block[][]} */
	const out = [];
	for (const block of blocks) {
		const last = out.at(-1);
		if (block.kind === "list-item" && last?.[0].kind === "list-item") last.push(block);
		else out.push([block]);
	}
	return out;
}
