// @ts-check
//! Owns what on a page is surely not its article: questions about consent, and what stands outside the one block that is
//! marked as an article and holds most of the words. Readability weighs what is left.

const MARKED = "article, main, [role=main]";
/** Names that tools for consent give to their containers. */
const CONSENT =
	/cookie|consent|cybot|onetrust|didomi|sp_message|gdpr|privacy[-_]?banner|(?:^|[-_\s])cmp(?:\d|box|[-_]|\s|$)/i;
/** What such a container speaks of. Names alone are not enough: `cmp-` is a prefix for any component, and cookies are baked. */
const ASKS =
	/privacy|consent|accept|agree|\bpartners?\b|preferences|settings|legitimate interest|\buses? (?:\w+ )?cookies|opt out|datenschutz|akzeptier|zustimm|confidentialité|accepter|privacidad|aceptar/i;
const DIALOG = "[role=dialog], [role=alertdialog], dialog";

/**
 * Takes questions about consent out of a page, wherever they stand.
 * @param {Document} page parsed inert
 */
export function dropConsent(page) {
	const all = letters(page.body);
	const isMarked = Boolean(page.querySelector(MARKED));
	const headings = page.querySelectorAll("h1");
	for (const node of page.body.querySelectorAll(`[id], [class], ${DIALOG}`)) {
		if (!page.body.contains(node) || !asks(node)) continue;
		const isArticle = isMarked
			? node.matches(MARKED) || node.querySelector(MARKED)
			: letters(node) * 2 > all || (headings.length && [...headings].every((one) => node.contains(one)));
		if (!isArticle) node.remove();
	}
}

/** @param {Element} node */
const asks = (node) =>
	node.matches(DIALOG) ||
	(CONSENT.test(`${node.id} ${node.getAttribute("class") ?? ""}`) && ASKS.test(node.textContent ?? ""));

/**
 * Leaves of a page only the block that is marked as its article, with the headline where that stands before it.
 * @param {Document} page parsed inert
 * @param {string} title of the page, by which a headline outside is known from the name of the paper
 */
export function keepMarked(page, title) {
	const article = marked(page);
	if (!article) return;
	const isHeadline = (/** @type {Element} */ one) => title.includes(oneLine(one)) && oneLine(one);
	const outside = article.querySelector("h1") ? undefined : [...page.querySelectorAll("h1")].find(isHeadline);
	let block = article;
	while (outside && !block.contains(outside)) block = /** @type {Element} */ (block.parentElement);
	if (block === page.body) article.prepend(.../** @type {Element[]} */ ([outside]));
	page.body.replaceChildren(block === page.body ? article : block);
}

/**
 * The block that holds more than half of the words.
 * @param {Document} page
 */
function marked(page) {
	const all = letters(page.body);
	const most = (/** @type {string} */ which) =>
		[...page.querySelectorAll(which)].find((one) => letters(one) * 2 > all);
	return most("article") ?? most("main, [role=main]");
}

/** @param {Element} node */
export const oneLine = (node) => (node.textContent ?? "").replace(/\s+/gu, " ").trim();

/** @param {Element} node */
const letters = (node) => (node.textContent ?? "").replace(/\s+/gu, "").length;
