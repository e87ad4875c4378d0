// @ts-check
//! Owns the bookmarklet: it takes the article of the page it is pressed on and opens it in saidso, inside the link.
//! It loads nothing into that page and works where a page's policy refuses scripts from elsewhere.

import { MAX_LINK } from "../engine/limit.js";

/** @typedef {{ unread: string, tooLong: string }} BookmarkletWords what is said where no article can be opened */

/** @type {BookmarkletWords} */
const ENGLISH = {
	unread: "There is no text on this page that saidso could open.",
	tooLong: "This article is too long for a link. Copy it and paste it into saidso.",
};

/**
 * The address to keep as a bookmark.
 * @param {string} page the address of the saidso page
 * @param {BookmarkletWords} [words]
 */
export const bookmarklet = (page, words = ENGLISH) =>
	`javascript:void ${encodeURIComponent(`(${openArticle})(${JSON.stringify({ page, most: MAX_LINK, ...words })})`)}`;

/**
 * Runs in the other page, so it stands on its own: it may use nothing of this file. What is selected comes first, then
 * the longest block that is marked as an article, then the whole page.
 * @param {{ page: string, most: number } & BookmarkletWords} options
 */
async function openArticle({ page, most, unread, tooLong }) {
	const marked = "article, main, [role=main], [itemprop=articleBody]";
	const blocks = [...document.querySelectorAll(marked)].map(
		(block) => /** @type {HTMLElement} */ (block).innerText,
	);
	const longest = blocks.sort((a, b) => b.length - a.length)[0];
	const chosen = `${getSelection() ?? ""}`.trim() || longest?.trim() || document.body.innerText.trim();
	if (!chosen) return alert(unread);
	// Opened before anything is awaited: later, a browser would take it for an advertisement.
	const tab = open("about:blank");
	const json = new Blob([JSON.stringify({ v: 1, text: chosen })]);
	const deflated = json.stream().pipeThrough(new CompressionStream("deflate-raw"));
	let binary = "";
	for (const byte of new Uint8Array(await new Response(deflated).arrayBuffer()))
		binary += String.fromCharCode(byte);
	const data = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
	if (data.length > most) {
		tab?.close();
		return alert(tooLong);
	}
	if (!tab) return location.assign(`${page}#d=${data}`);
	tab.opener = null;
	tab.location.replace(`${page}#d=${data}`);
}
