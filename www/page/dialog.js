// @ts-check
//! Owns the page's dialogs: native, with a heading and a way out; the focus goes back by itself.

import { h } from "../look/node.js";

/** @import { Child } from "../look/node.js" */
/** @import { Say } from "../words/words.js" */

/**
 * Opens a dialog that is thrown away when it closes.
 * @param {string} title
 * @param {Say} say
 * @param {...Child} content
 * @returns {HTMLDialogElement}
 */
export function dialog(title, say, ...content) {
	const close = h("button", { type: "button", class: "close", "aria-label": say("page.close") }, "×");
	const heading = h("h2", { id: "dialog-title" }, title);
	const node = h("dialog", { "aria-labelledby": "dialog-title" }, close, heading, ...content);
	close.addEventListener("click", () => node.close());
	node.addEventListener("click", (event) => event.target === node && node.close());
	node.addEventListener("close", () => node.remove());
	document.body.append(node);
	node.showModal();
	return node;
}
