// @ts-check
//! Owns reading markup of others: parsed where nothing runs and nothing loads, then only its words and blocks are kept.
//! The walk is the core's own (`dom.rs`), the same that reads a host's page.

import { readElement, ready } from "../engine/engine.js";
import { inert } from "../engine/trusted.js";
import { dropFootnoteSigns } from "./footnote.js";
import { dropHidden } from "./hidden.js";
import { mendLists } from "./list.js";
import { metaOf } from "./meta.js";
import { joinRows, MARKS, markTables } from "./table.js";

/** @import { Found } from "./found.js" */

/** Shorter than this a paste is a part of an article, never a whole page. */
const PAGE = 400;
/** An article that leaves out so many letters of what was pasted is not all of it: a line on cookies is longer. */
const MUCH = 60;

/**
 * The words and blocks of some markup.
 * @param {string} markup
 * @returns {Promise<Found>}
 */
export const fromHtml = (markup) => read(inert(markup).body);

/**
 * The same for what was pasted, which may be a whole page: then the reader is asked whether to keep the article only.
 * @param {string} markup
 * @returns {Promise<Found>}
 */
export async function fromPaste(markup) {
	const whole = await fromHtml(markup);
	if (whole.text.length < PAGE) return whole;
	const article = await articleIn(markup);
	return article && leavesOut(whole, article) ? asked(whole, article) : whole;
}

/**
 * Whether an article is clearly less than the page it was found in: lines of that are missing, not only set otherwise.
 * @param {Found} whole
 * @param {Found} article
 */
function leavesOut(whole, article) {
	const bare = (/** @type {string} */ words) => words.replace(/\s+/gu, "");
	const kept = bare(article.text);
	const lines = new Set(article.text.split("\n").map(bare));
	let left = 0;
	for (const line of whole.text.split("\n")) {
		const words = bare(line);
		if (!lines.has(words) && !kept.includes(words)) left += words.length;
		if (left >= MUCH) return true;
	}
	return false;
}

/**
 * The article of a saved page, with its title, byline and date before it; the whole page where none is found.
 * @param {string} markup
 * @returns {Promise<Found>}
 */
export async function fromPage(markup) {
	const [whole, article] = [await fromHtml(markup), await articleIn(markup)];
	const page = inert(markup);
	const about = { origin: addressOf(page), meta: metaOf(page) };
	if (!article)
		return {
			...(await withoutConsent(markup)),
			...about,
			offers: [{ key: "intake.no-article", choices: [] }],
		};
	return kept({ ...whole, ...about }, { ...article, ...about });
}

/**
 * All of a page, with the question whether to keep the article alone.
 * @param {Found} whole
 * @param {Found} article
 * @returns {Found}
 */
export const asked = (whole, article) => ({
	...whole,
	offers: [
		{
			key: "intake.page",
			choices: [{ key: "intake.page.article", take: async () => kept(whole, article) }],
		},
	],
});

/**
 * @param {Found} whole
 * @param {Found} article
 * @returns {Found}
 */
const kept = (whole, article) => ({
	...article,
	offers: [
		{
			key: "intake.article",
			choices: [{ key: "intake.article.whole", take: async () => asked(whole, article) }],
		},
	],
});

/**
 * @param {string} markup
 * @returns {Promise<Found | null>}
 */
async function articleIn(markup) {
	const { articleOf } = await import("./readable.js");
	try {
		const article = articleOf(inert(markup));
		return article && (await read(article));
	} catch {
		// Whatever stops Readability, the words of the page are there.
		return null;
	}
}

/** @param {string} markup */
async function withoutConsent(markup) {
	const { dropConsent } = await import("./beside.js");
	const page = inert(markup);
	dropConsent(page);
	return read(page.body);
}

/**
 * Where a page says that it was published.
 * @param {Document} page
 */
function addressOf(page) {
	const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute("href");
	const address = canonical ?? page.querySelector('meta[property="og:url"]')?.getAttribute("content") ?? "";
	return /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

/**
 * @param {Element} element
 * @returns {Promise<Found>}
 */
async function read(element) {
	await ready();
	dropHidden(element);
	mendLists(element);
	dropFootnoteSigns(element);
	dropBreaks(element);
	markTables(element);
	return joinRows(readElement(element));
}

/**
 * Makes line breaks of the markup's own blanks, as browsers show them.
 * @param {Element} root
 */
function dropBreaks(root) {
	const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walk.nextNode(); node; node = walk.nextNode()) {
		const words = /** @type {Text} */ (node);
		const isKept = words.parentElement?.closest("pre");
		const data = words.data.replace(MARKS, "");
		words.data = isKept ? data : data.replace(/[ \t\r\n\f]+/g, " ");
	}
}
