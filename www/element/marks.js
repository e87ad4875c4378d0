// @ts-check
//! Owns turning the pieces of a block, as `nest.js` sorts them, into nested `<mark>`s in the component's own tree.

import { h } from "../look/node.js";

/** @import { Finding, Piece } from "../report/finding.js" */
/** @import { Nest } from "../report/nest.js" */

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
 * Where the keyboard stops: the cue of an attribution that has one, the beginning of anything else.
 * @param {Piece} piece
 */
export const isStop = ({ role, finding }) =>
	role === "content" ? finding.pieces.every((piece) => piece.role !== "cue") : role !== "source";
