// @ts-check
//! Owns turning overlapping pieces into nested `<mark>`s inside one block of the component's own tree.
//! A piece that crosses the end of another is split there; the text itself is never touched.

import { h } from "./node.js";

/** @import { Piece, Finding } from "./finding.js" */
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
 * The nodes of a block's text with its marks.
 * @param {Nest} node
 * @param {string} text the whole text
 * @param {(piece: Piece, first: boolean) => Record<string, unknown>} attributes
 * @param {Set<Finding>} [seen] findings that have their first mark
 * @returns {(Node | string)[]}
 */
export function draw(node, text, attributes, seen = new Set()) {
	/** @type {(Node | string)[]} */
	const out = [];
	let at = node.start;
	for (const child of node.inside) {
		if (child.start > at) out.push(text.slice(at, child.start));
		out.push(mark(child, text, attributes, seen));
		at = child.end;
	}
	if (at < node.end) out.push(text.slice(at, node.end));
	return out;
}

/**
 * @param {Nest} node
 * @param {string} text
 * @param {(piece: Piece, first: boolean) => Record<string, unknown>} attributes
 * @param {Set<Finding>} seen
 */
function mark(node, text, attributes, seen) {
	const piece = /** @type {Piece} */ (node.piece);
	const first = isStop(piece) && !seen.has(piece.finding);
	if (first) seen.add(piece.finding);
	const { finding, role } = piece;
	const named = role === "source" && finding.kind === "unnamed" ? "source unnamed" : role;
	return h(
		"mark",
		{
			class: named,
			part: `mark ${finding.kind} ${role}`,
			"data-id": finding.id,
			...attributes(piece, first),
		},
		...draw(node, text, attributes, seen),
	);
}

/**
 * Where the keyboard stops: the cue of an attribution, the beginning of anything else.
 * @param {Piece} piece
 */
export const isStop = (piece) => piece.role !== "source" && piece.role !== "content";

/**
 * Pieces of the findings in text order, the longer first, ready for `nest`.
 * @param {Finding[]} list
 * @returns {Piece[]}
 */
export const piecesOf = (list) =>
	list.flatMap((finding) => finding.pieces).sort((a, b) => a.start - b.start || b.end - a.end);
