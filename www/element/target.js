// @ts-check
//! Owns which article an element is about: the one inside, another of the page, or none that is there yet.

import { warn } from "./attributes.js";

/** @typedef {"paste" | "text" | "around"} Mode */
/** @typedef {{ mode: Mode, article: Element | null, tree: Node }} Target the article to paint, and the tree that the element stands in */
/** @typedef {HTMLElement & { mode: Mode, forElement: Element | null }} Asking an element that wants to know */

/**
 * How the article gets here. A page that is still being received may yet bring one.
 * @param {Asking} element
 * @param {boolean} hadArticle whether there was one inside
 * @returns {Mode}
 */
export function modeOf(element, hadArticle) {
	const wanted = element.getAttribute("mode");
	if (wanted === "paste" || wanted === "text" || wanted === "around") return wanted;
	if (wanted) warn("mode", wanted, "it is around, paste or text");
	const isPointing = element.hasAttribute("for") || element.forElement !== null;
	const isFull = element.firstElementChild !== null || element.textContent?.trim();
	return isPointing || isFull || hadArticle || isComing(element) ? "around" : "paste";
}

/** @param {Element} element */
export const isComing = ({ ownerDocument }) => ownerDocument.readyState === "loading";

/**
 * @param {Asking} element
 * @returns {Target}
 */
export function targetOf(element) {
	const { mode, forElement } = element;
	const tree = element.getRootNode();
	const name = element.getAttribute("for");
	if (mode !== "around") return { mode, tree, article: null };
	if (forElement) return { mode, tree, article: forElement.isConnected ? forElement : null };
	return { mode, tree, article: name ? named(/** @type {Document | ShadowRoot} */ (tree), name) : element };
}

/**
 * @param {Target} was
 * @param {Target} now
 */
export const isSame = (was, now) =>
	was.mode === now.mode && was.article === now.article && was.tree === now.tree;

/**
 * The element of an id, or the first that a selector fits.
 * @param {Document | ShadowRoot} tree
 * @param {string} name
 */
export function named(tree, name) {
	const found = tree.getElementById?.(name);
	if (found) return found;
	try {
		return tree.querySelector?.(name) ?? null;
	} catch {
		return null; // An id may be anything; a selector may not.
	}
}
