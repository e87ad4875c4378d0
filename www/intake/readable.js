// @ts-check
//! Owns finding the article in a page with Readability.

import { Readability } from "@mozilla/readability";
import { inert } from "../engine/trusted.js";
import { dropConsent, keepMarked, oneLine } from "./beside.js";
import { dropHidden } from "./hidden.js";
import { headlineIn } from "./meta.js";

/** A find with fewer characters is no article. */
const LEAST = 140;
const BY = /^by\b:?\s*/i;
/** A byline has no more behind a name than an office or another name. */
const AFTER_NAME = 60;

/**
 * An element with title, byline, date and the article's own blocks; null where there is no article.
 * @param {Document} page parsed inert; it is taken apart
 * @returns {Element | null}
 */
export function articleOf(page) {
	const named = headlineIn(page);
	for (const node of page.querySelectorAll("noscript, script, style, template")) node.remove();
	dropHidden(page.body);
	dropConsent(page);
	keepMarked(page, [page.title, named].join(" "));
	const headlined = headlineOf(page, named);
	const found = parse(page);
	if (!found?.content) return null;
	const article = page.createElement("article");
	const line = (/** @type {string} */ tag, /** @type {string | null | undefined} */ words) => {
		if (!words?.trim()) return [];
		const node = page.createElement(tag);
		node.textContent = words.trim();
		return [node];
	};
	const content = /** @type {Element} */ (/** @type {unknown} */ (found.content));
	const headlineWords = headlined || found.title?.trim() || "";
	const day = written(found.publishedTime);
	const about = [...line("p", takeByline(content, found.byline ?? "")), ...line("p", day)];
	dropAll(content, "h1, h2, h3", (words) => same(words, headlineWords));
	dropAll(content, "p, div, span, time", (words) => same(words, day));
	const title = line("h1", headlineWords);
	// What is pasted has no title of its own: its headline is the first one in it.
	const headline = title.length ? null : content.querySelector("h1, h2");
	if (headline) headline.after(...about);
	article.append(...title, ...(headline ? [] : about), content);
	return article;
}

/**
 * The headline of the article itself: a page's title has the name of the paper as well.
 * @param {Document} page of which only the article may be left
 * @param {string} named the headline that its data names
 */
function headlineOf(page, named) {
	const all = [...page.querySelectorAll("h1")].map(oneLine).filter(Boolean);
	const isMarked = page.body.childElementCount === 1 && page.querySelector("article");
	return (isMarked && all[0]) || named || all.find((words) => page.title.includes(words)) || "";
}

/** @param {string} one @param {string} other */
const same = (one, other) => one.toLowerCase() === other.toLowerCase();

/**
 * Takes the byline out of an article, which then stands under the headline; the longest way in which it is said.
 * @param {Element} content
 * @param {string} named the byline that was found
 */
function takeByline(content, named) {
	const author = named.replace(/\s+/gu, " ").trim().replace(BY, "");
	let byline = author && `By ${author}`;
	dropAll(content, "p, div, span, address, h2, h3, h4", (words) => {
		if (!author || words.length > author.length + AFTER_NAME) return false;
		// The name was taken from behind it.
		if (/^by:?$/i.test(words)) return true;
		const isLonger = BY.test(words) && words.toLowerCase().includes(author.toLowerCase());
		if (isLonger && words.length > byline.length) byline = words;
		return isLonger || same(words, author);
	});
	return byline;
}

/**
 * Drops the blocks with some words.
 * @param {Element} content
 * @param {string} which
 * @param {(words: string) => boolean} isDropped
 */
function dropAll(content, which, isDropped) {
	for (const node of content.querySelectorAll(which)) {
		const words = oneLine(node);
		if (words && isDropped(words)) node.remove();
	}
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
