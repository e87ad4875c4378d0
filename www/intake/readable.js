// @ts-check
//! Owns finding the article in a page with Readability.

import { Readability } from "@mozilla/readability";
import { inert } from "../engine/trusted.js";

/** A find with fewer characters is no article. */
const LEAST = 140;

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
		if (!words?.trim()) return [];
		const node = page.createElement(tag);
		node.textContent = words.trim();
		return [node];
	};
	const about = [
		...line("p", found.byline && (/^by\b/i.test(found.byline) ? found.byline : `By ${found.byline}`)),
		...line("p", written(found.publishedTime)),
	];
	const content = /** @type {Element} */ (/** @type {unknown} */ (found.content));
	const title = line("h1", found.title);
	// What is pasted has no title of its own: its headline is the first one in it.
	const headline = title.length ? null : content.querySelector("h1, h2");
	if (headline) headline.after(...about);
	article.append(...title, ...(headline ? [] : about), content);
	return article;
}

/**
 * A date as an English article has it: the day that the page names, wherever its reader is.
 * @param {string | null | undefined} time
 */
function written(time) {
	const day = /^\d{4}-\d\d-\d\d/.exec(time ?? "")?.[0];
	const date = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(date.valueOf())) return "";
	return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/** @param {Document} page */
function parse(page) {
	makeRestorable(page.body);
	const found = new Readability(page, { serializer: (node) => node }).parse();
	return found && (found.textContent ?? "").trim().length >= LEAST ? found : null;
}

/**
 * Where it finds little, Readability puts the page back by `innerHTML` and tries anew with weaker rules. Our own policy
 * refuses that setter, so this one element gets one that parses inert.
 * @param {HTMLElement} body of a document without a window
 */
function makeRestorable(body) {
	const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML") ?? {};
	Object.defineProperty(body, "innerHTML", {
		get,
		set: (/** @type {string} */ markup) => {
			const { body: again } = inert(markup);
			body.replaceChildren(...again.childNodes);
		},
	});
}
