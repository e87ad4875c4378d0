// @ts-check
//! Owns overlapping pieces as a tree: a piece that crosses the end of another is split there; the text itself is never
//! touched.

/** @import { Finding, Piece } from "./finding.js" */
/** @typedef {{ piece: Piece | null, start: number, end: number, inside: Nest[] }} Nest */

/**
 * The pieces of a block as a tree: every node lies within its parent, siblings follow one another.
 * @param {Piece[]} pieces in text order, the longer first
 * @param {number} start where the block begins
 * @param {number} end
 * @returns {Nest}
 */
export function nest(pieces, start, end) {
	/** @type {Nest} */
	const root = { piece: null, start, end, inside: [] };
	for (const piece of pieces) place(root, piece, Math.max(piece.start, start), Math.min(piece.end, end));
	return root;
}

/**
 * @param {Nest} node
 * @param {Piece} piece
 * @param {number} start
 * @param {number} end
 */
function place(node, piece, start, end) {
	let from = node.inside.length;
	while (from > 0 && node.inside[from - 1].end > start) from--;
	for (const child of node.inside.slice(from)) {
		if (start >= end) return;
		place(child, piece, start, Math.min(end, child.end));
		start = child.end;
	}
	if (start < end) node.inside.push({ piece, start, end, inside: [] });
}

/**
 * Pieces of the findings in text order, the longer first, ready for `nest`.
 * @param {Finding[]} list
 * @returns {Piece[]}
 */
export const piecesOf = (list) =>
	list.flatMap((finding) => finding.pieces).sort((a, b) => a.start - b.start || b.end - a.end);
