// @ts-check
//! Owns the tables of a text: lines that follow one another and have tabs between their words, as spreadsheets copy
//! them. A link, a file and an edited text keep them so without a word about tables.

/** @typedef {{ table: number, row: number, column: number }} Place where a block stands in a table */

/**
 * The blocks of a text with those of its rows in cells, and where in which table each cell stands.
 * @template {{ start: number, end: number, kind: string }} T
 * @param {string} text
 * @param {readonly T[]} blocks in text order
 * @returns {{ blocks: readonly T[], places: Map<number, Place> }} the places by the number of the block
 */
export function cells(text, blocks) {
	/** @type {Map<number, Place>} */
	const places = new Map();
	if (!text.includes("\t")) return { blocks, places };
	const rows = rowsOf(text);
	/** @type {T[]} */
	const out = [];
	let at = 0;
	for (const block of blocks) {
		while (at < rows.length && rows[at].end <= block.start) at++;
		const row = rows[at];
		if (!row || block.start < row.start || block.end > row.end) {
			out.push(block);
			continue;
		}
		for (const cell of parts(text, block)) {
			const column = text.slice(row.start, cell.start).split("\t").length - 1;
			places.set(out.length, { table: row.table, row: row.row, column });
			out.push(cell);
		}
	}
	return { blocks: out, places };
}

/**
 * The lines of tables: two or more, the first with a tab between its words, and no line between them.
 * @param {string} text
 */
function rowsOf(text) {
	/** @type {{ start: number, end: number, table: number, row: number }[]} */
	const rows = [];
	/** @type {{ start: number, end: number }[]} */
	let run = [];
	let table = 0;
	const close = () => {
		if (run.length > 1) {
			rows.push(...run.map((line, row) => ({ ...line, table, row })));
			table++;
		}
		run = [];
	};
	for (let start = 0; start < text.length; ) {
		const next = text.indexOf("\n", start);
		const end = next < 0 ? text.length : next;
		const line = text.slice(start, end);
		// Once a table has begun, a row may have words in one cell only.
		const isRow = run.length ? line.includes("\t") && line.trim() !== "" : line.trim().includes("\t");
		if (isRow) run.push({ start, end });
		else close();
		start = end + 1;
	}
	close();
	return rows;
}

/**
 * A block cut at its tabs.
 * @template {{ start: number, end: number, kind: string }} T
 * @param {string} text
 * @param {T} block
 * @returns {T[]}
 */
const parts = (text, block) =>
	[...text.slice(block.start, block.end).matchAll(/[^\t]*\S[^\t]*/gu)].map(({ index, 0: words }) => {
		const start = block.start + index + words.length - words.trimStart().length;
		return { ...block, start, end: start + words.trim().length, kind: "paragraph" };
	});
