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
 * Runs in the other page, so it stands on its own: it may use nothing of this file. What is selected comes first, as words.
 * Else the page's markup goes, without what nobody reads, and saidso finds the article in it as it does in a file; where that
 * is too long for a link, the words of the longest block that is marked as an article.
 * @param {{ page: string, most: number } & BookmarkletWords} options
 */
async function openArticle({ page, most, unread, tooLong }) {
	const marked = "article, main, [role=main], [itemprop=articleBody]";
	const blocks = [...document.querySelectorAll(marked)].map(
		(block) => /** @type {HTMLElement} */ (block).innerText,
	);
	const longest = blocks.sort((a, b) => b.length - a.length)[0];
	const selected = `${getSelection() ?? ""}`.trim();
	const words = selected || longest?.trim() || document.body.innerText.trim();
	if (!words) return alert(unread);
	// Opened before anything is awaited: later, a browser would take it for an advertisement.
	const tab = blank();
	const data = (!selected && (await packed({ markup: lean() }))) || (await packed({ text: words }));
	if (!data) {
		tab?.close();
		return alert(tooLong);
	}
	if (!tab) return location.assign(`${page}#d=${data}`);
	tab.opener = null;
	tab.location.replace(`${page}#d=${data}`);

	/** Another tab, where this page may open one; in a sandbox that refuses, Firefox throws. */
	function blank() {
		try {
			return open("about:blank");
		} catch {
			return null;
		}
	}

	/** The page's markup as its reader sees it, in a document that runs nothing; nothing where it cannot be had. */
	function lean() {
		try {
			const copy = document.implementation.createHTMLDocument("").importNode(document.documentElement, true);
			const seen = document.documentElement.querySelectorAll("*");
			const unseen = [...copy.querySelectorAll("*")].filter(
				(one, n) => !one.closest("head") && getComputedStyle(seen[n]).display === "none",
			);
			const unread =
				"script,style,noscript,template,svg,iframe,canvas,video,audio,object,form,button,select,textarea,img";
			for (const one of [...unseen, ...copy.querySelectorAll(unread)]) one.remove();
			const kept =
				"id class rel href itemprop role property name content datetime lang hidden aria-hidden".split(" ");
			for (const one of copy.querySelectorAll("*"))
				for (const { name, value } of [...one.attributes])
					if (!kept.includes(name) || value.length > 300) one.removeAttribute(name);
			return copy.outerHTML.replace(/<!--.*?-->/gs, "").replace(/\s+/g, " ");
		} catch {
			return "";
		}
	}

	/**
	 * As a fragment holds it; nothing where it is empty or too long.
	 * @param {{ text?: string, markup?: string }} what
	 */
	async function packed(what) {
		if (what.markup === "") return "";
		const json = new Blob([JSON.stringify({ v: 1, ...what })]);
		const deflated = json.stream().pipeThrough(new CompressionStream("deflate-raw"));
		let binary = "";
		for (const byte of new Uint8Array(await new Response(deflated).arrayBuffer()))
			binary += String.fromCharCode(byte);
		const data = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
		return data.length > most ? "" : data;
	}
}
