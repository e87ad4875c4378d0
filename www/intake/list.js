// @ts-check
//! Owns making lists of foreign markup into lists of ours: Word's are paragraphs with their signs written out, and a
//! live blog is a list of whole articles.

/** What Word and others write before an item. */
const SIGN = /^\s*(?:[•·▪◦‣●○■§\uf0b7\uf0a7]|o(?=[\s\u00a0]{2}))[\s\u00a0]+/u;
const NUMBER = /^\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)][\s\u00a0]+/u;

/** An item as Word copies it into a plain text: its sign, a tab, and no other. */
const TABBED =
	/^[ \t]*(?:[•·▪◦‣●○■§o\uf0b7\uf0a7]|(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]))\t+([^\t\n]*\S)[ \t]*$/gmu;

/**
 * A plain text whose lists have no tabs behind their signs, which would make them tables.
 * @param {string} text
 */
export const bulleted = (text) => text.replace(TABBED, (_, number, words) => `${number ?? "•"} ${words}`);

/** @param {Element} root foreign markup, parsed inert */
export function mendLists(root) {
	for (const paragraph of root.querySelectorAll('p[class*="MsoListParagraph"], p[style*="mso-list" i]'))
		fromWord(paragraph);
	for (const item of root.querySelectorAll("li")) {
		if (isPost(item)) rename(item, "div");
		else drop(item, SIGN);
	}
}

/** @param {Element} paragraph */
function fromWord(paragraph) {
	const signs = paragraph.querySelectorAll('[style*="mso-list:ignore" i], [style*="mso-list: ignore" i]');
	for (const sign of signs) sign.remove();
	const isItem = signs.length > 0 || drop(paragraph, SIGN) || drop(paragraph, NUMBER);
	if (isItem) rename(paragraph, "li");
}

/**
 * Whether an item is a whole post, which has a heading or paragraphs of its own.
 * @param {Element} item
 */
const isPost = (item) =>
	item.querySelector("h1, h2, h3, h4, h5, h6") !== null ||
	[...item.querySelectorAll("p")].filter(({ textContent }) => textContent?.trim()).length > 1;

/**
 * Takes a sign off the first words; returns whether there was one.
 * @param {Element} item
 * @param {RegExp} sign
 */
function drop(item, sign) {
	if (!sign.test(item.textContent ?? "")) return false;
	const walk = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
	let left = sign.exec(item.textContent ?? "")?.[0].length ?? 0;
	for (let node = walk.nextNode(); node && left > 0; node = walk.nextNode()) {
		const words = /** @type {Text} */ (node);
		const cut = Math.min(left, words.length);
		words.deleteData(0, cut);
		left -= cut;
	}
	return true;
}

/**
 * @param {Element} element
 * @param {string} tag
 */
function rename(element, tag) {
	const made = element.ownerDocument.createElement(tag);
	made.append(...element.childNodes);
	element.replaceWith(made);
}
