// @ts-check
//! Owns the component's constructable style sheets, made once for all instances of a document.

import base from "../look/base.css?inline";
import line from "../look/line.css?inline";
import article from "./article.css?inline";
import element from "./element.css?inline";
import panel from "./panel.css?inline";
import popover from "./popover.css?inline";
import print from "./print.css?inline";
import tabs from "./tabs.css?inline";

const TEXTS = [base, line, element, article, panel, tabs, popover, print];

/** @type {WeakMap<Document, CSSStyleSheet[]>} */
const made = new WeakMap();

/**
 * A document takes only sheets that its own window made.
 * @param {Document} page
 * @returns {CSSStyleSheet[]}
 */
export function sheets(page) {
	const view = /** @type {typeof globalThis} */ (page.defaultView ?? globalThis);
	const known = made.get(view.document) ?? [];
	for (const text of TEXTS.slice(known.length)) known.push(sheet(view, text));
	made.set(view.document, known);
	return [...known];
}

/**
 * Adds what was fetched later to the tree in which a node stands.
 * @param {Node} node
 * @param {string} text
 */
export function addSheet(node, text) {
	const root = /** @type {ShadowRoot} */ (node.getRootNode());
	if (!TEXTS.includes(text)) TEXTS.push(text);
	const here = root.adoptedStyleSheets;
	const missing = sheets(root.ownerDocument).filter((sheet) => !here.includes(sheet));
	if (missing.length) root.adoptedStyleSheets = [...here, ...missing];
}

/**
 * @param {typeof globalThis} view
 * @param {string} text
 */
function sheet({ CSSStyleSheet }, text) {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(text);
	return sheet;
}
