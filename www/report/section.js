// @ts-check
//! Owns the whole text in blocks: those of the report, and what lies between and behind them, so that no word of a
//! text that was only read in part gets lost.

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Place } from "./row.js" */
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
 * The blocks in runs: list items that follow one another are one list, the cells of a table one table, everything else
 * stands alone.
 * @param {readonly Block[]} blocks
 * @param {ReadonlyMap<number, Place>} [places] of those that are cells, by their number
 * @returns {{ run: Block[], rows: (Block | undefined)[][] }[]} with the rows of a table
 */
export function runs(blocks, places = new Map()) {
	/** @type {{ run: Block[], rows: (Block | undefined)[][], table?: number }[]} */
	const out = [];
	for (const [number, block] of blocks.entries()) {
		const last = out.at(-1);
		const place = places.get(number);
		const isList = block.kind === "list-item" && last?.run[0].kind === "list-item";
		if (last && (place ? last.table === place.table : isList)) last.run.push(block);
		else out.push({ run: [block], rows: [], table: place?.table });
		if (place) set(/** @type {{ rows: (Block | undefined)[][] }} */ (out.at(-1)).rows, place, block);
	}
	return out;
}

/**
 * @param {(Block | undefined)[][]} rows
 * @param {Place} place
 * @param {Block} block
 */
function set(rows, { row, column }, block) {
	while (rows.length <= row) rows.push([]);
	while (rows[row].length < column) rows[row].push(undefined);
	rows[row][column] = block;
}
