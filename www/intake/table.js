// @ts-check
//! Owns tables on their way into a text: a row becomes a line and a tab stands between its cells, as spreadsheets and
//! `report/row.js` have it. Tables that only lay out a page are left to be read as the page they are.

/** @import { Block } from "../report/block.js" */

/** Marks at the beginning of a cell, for as long as the core reads: the first of a table, of a row, any other. */
const [TABLE, ROW, CELL] = ["\ue000", "\ue001", "\ue002"];
export const MARKS = /[\ue000-\ue002]/g;
/** A cell with more characters than this is an article. */
const LONG = 400;

/**
 * Makes every cell one run of words with its mark before it.
 * @param {Element} root markup of nobody's, to be read once
 */
export function markTables(root) {
	for (const table of root.querySelectorAll("table")) {
		if (!holdsData(table)) continue;
		for (const [number, row] of [...table.rows].entries())
			for (const [place, cell] of [...row.cells].entries()) {
				const words = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
				const mark = place ? CELL : number ? ROW : TABLE;
				cell.replaceChildren(`${mark}${words}`, ...Array.from({ length: cell.colSpan - 1 }, () => CELL));
			}
	}
}

/** @param {HTMLTableElement} table */
const holdsData = (table) =>
	table.rows.length > 1 &&
	[...table.rows].filter((row) => row.cells.length > 1).length > 1 &&
	!table.querySelector("table, h1, h2, h3, ul, ol, blockquote, article") &&
	[...table.rows].every((row) => [...row.cells].every((cell) => (cell.textContent ?? "").length < LONG));

/**
 * The text as the core read it, with its rows as lines.
 * @param {{ text: string, blocks: readonly Block[] }} read
 * @returns {{ text: string, blocks: Block[] }}
 */
export function joinRows({ text, blocks }) {
	let out = "";
	let isRow = false;
	/** @type {Block[]} */
	const list = [];
	for (const { start, end, kind } of blocks) {
		const words = text.slice(start, end);
		const isCell = words.search(MARKS) === 0;
		const between = words[0] === CELL ? "\t" : words[0] === ROW && isRow ? "\n" : "\n\n";
		if (out || words[0] === CELL) out += between;
		const own = words
			.replace(MARKS, "")
			.replace(/[ \t]+/g, " ")
			.replace(/ ?\n ?/g, "\n")
			.trim();
		if (own) list.push({ start: out.length, end: out.length + own.length, kind });
		out += own + "\t".repeat(isCell ? (words.match(MARKS)?.length ?? 1) - 1 : 0);
		isRow = isCell;
	}
	return { text: out, blocks: list };
}
