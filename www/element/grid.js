// @ts-check
//! Owns the tables of the article column: cells in rows, whatever of them is there yet.

import { h } from "../look/node.js";

/** @import { Place } from "../report/row.js" */

/**
 * The cell of a table for a block; table, row and cell are made where they are missing.
 * @param {Element | DocumentFragment} parent what the table stands in, as its last child
 * @param {Place} place
 */
export function seat(parent, { table: number, row, column }) {
	const last = parent.lastElementChild;
	const isThere = last instanceof HTMLTableElement && last.dataset.table === String(number);
	const table = isThere ? last : h("table", { class: "grid", "data-table": number });
	if (!isThere) parent.append(table);
	while (table.rows.length <= row) table.insertRow();
	const line = table.rows[row];
	while (line.cells.length <= column) line.insertCell();
	return line.cells[column];
}
