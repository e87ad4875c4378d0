// @ts-check
//! Owns telling the page on which some words stand, where the text came with pages.

import { pageAt } from "../report/pages.js";

/** @import { Say } from "../words/words.js" */
/** @import { View } from "../report/view.js" */

/**
 * Words with their page in brackets: “we won’t cut” (p. 3).
 * @param {string} words
 * @param {number} offset where they stand
 * @param {{ view?: View, say: Say }} options
 */
export function placed(words, offset, options) {
	const page = pageOf(offset, options);
	return page ? `${words} (${page})` : words;
}

/**
 * The page alone; nothing where there are no pages.
 * @param {number} offset
 * @param {{ view?: View, say: Say }} options
 */
export function pageOf(offset, { view, say }) {
	const page = pageAt(view?.pages, offset);
	return page === null ? "" : say("print.page", { page: String(page) });
}
