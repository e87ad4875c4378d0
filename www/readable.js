// @ts-check
//! Owns finding the article in a page with Readability.

import { Readability } from "@mozilla/readability";

/**
 * An element with title, byline, date and the article's own blocks; null where there is no article.
 * @param {Document} page parsed inert; it is taken apart
 * @returns {Element | null}
 */
export function articleOf(page) {
	for (const node of page.querySelectorAll("noscript, script, style, template")) node.remove();
	const found = parse(page);
	if (!found?.content) return null;
	const article = page.createElement("article");
	const line = (/** @type {string} */ tag, /** @type {string | null | undefined} */ words) => {
		if (!words?.trim()) return;
		const node = page.createElement(tag);
		node.textContent = words.trim();
		article.append(node);
	};
	line("h1", found.title);
	line("p", found.byline && (/^by\b/i.test(found.byline) ? found.byline : `By ${found.byline}`));
	article.append(/** @type {Node} */ (/** @type {unknown} */ (found.content)));
	return article;
}

/**
 * Readability sets its own inert markup again when it tries anew; a page that refuses that gets no article.
 * @param {Document} page
 */
function parse(page) {
	try {
		return new Readability(page, { serializer: (node) => node }).parse();
	} catch {
		return null;
	}
}
