// @ts-check
//! Owns standing beside some words of the page, by Floating UI: under them, above them where there is no room, and
//! never off the screen. Loaded when the article has been seen.

import { autoUpdate, computePosition, flip, inline, offset, shift } from "@floating-ui/dom";

/** @import { VirtualElement } from "@floating-ui/dom" */

/**
 * Keeps a node beside an anchor while either moves.
 * @param {Element | Range} anchor
 * @param {HTMLElement} node
 * @returns {() => void} ends it
 */
export const stay = (anchor, node) =>
	autoUpdate(/** @type {VirtualElement} */ (anchor), node, () => place(anchor, node));

/**
 * @param {Element | Range} anchor
 * @param {HTMLElement} node
 */
async function place(anchor, node) {
	// Where there is room neither above nor below, it covers the mark rather than run off the screen.
	const middleware = [inline(), offset(8), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })];
	const { x, y } = await computePosition(/** @type {VirtualElement} */ (anchor), node, {
		strategy: "fixed",
		placement: "bottom-start",
		middleware,
	});
	node.style.left = `${Math.round(x)}px`;
	node.style.top = `${Math.round(y)}px`;
}
