// @ts-check
//! Owns what a page says of its article beside the text: section, author and date, in the tags that papers use and in
//! JSON-LD of schema.org.

/** @typedef {{ section: string, author: string, date: string }} PageMeta */
/** @typedef {Record<string, unknown>} Item */

/** The names of tags, the surest first. */
const SECTION = ["article:section", "section", "parsely-section", "dc.subject"];
const AUTHOR = ["author", "article:author", "parsely-author", "dc.creator", "byl"];
const DATE = [
	"article:published_time",
	"datepublished",
	"date",
	"pubdate",
	"publish-date",
	"parsely-pub-date",
	"dc.date.issued",
	"dc.date",
];
/** A day, with or without a time, as programs write it. */
const DAY = /^\d{4}-\d\d-\d\d/;
/** JSON-LD that is longer is left aside. */
const LONGEST = 200_000;

/**
 * @param {Document} page parsed inert, as it was
 * @returns {PageMeta} empty where it says nothing
 */
export function metaOf(page) {
	const item = articleIn(page);
	const named = (/** @type {string[]} */ names) => tagged(page, names);
	const isName = (/** @type {string} */ words) => !/^https?:/i.test(words);
	const days = [...named(DATE), ...words(item.datePublished), ...times(page)];
	return {
		section: [...named(SECTION), ...words(item.articleSection)][0] ?? "",
		author: [words(item.author).join(", "), ...named(AUTHOR)].filter(Boolean).find(isName) ?? "",
		date: days.find((day) => DAY.test(day)) ?? "",
	};
}

/**
 * The headline that a page's data name, without the name of the paper.
 * @param {Document} page parsed inert, as it was
 */
export const headlineIn = (page) => words(articleIn(page).headline)[0] ?? "";

/**
 * What the tags with some names say.
 * @param {Document} page
 * @param {string[]} names
 */
function tagged(page, names) {
	const said = new Map();
	for (const tag of page.querySelectorAll("meta[content]"))
		for (const by of ["property", "name", "itemprop"]) {
			const name = tag.getAttribute(by)?.toLowerCase();
			const content = oneLine(tag.getAttribute("content") ?? "");
			if (name && content && !said.has(name)) said.set(name, content);
		}
	return names.flatMap((name) => said.get(name) ?? []);
}

/** The days that the page itself shows, of the article first. @param {Document} page */
const times = (page) =>
	["time[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]"].flatMap(
		(which) => page.querySelector(which)?.getAttribute("datetime") ?? [],
	);

/**
 * The first article of schema.org that the page holds.
 * @param {Document} page
 * @returns {Item}
 */
function articleIn(page) {
	for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
		const found = itemsIn(script.textContent ?? "").find(isArticle);
		if (found) return found;
	}
	return {};
}

/**
 * @param {string} json
 * @returns {Item[]}
 */
function itemsIn(json) {
	if (json.length > LONGEST) return [];
	try {
		const read = [JSON.parse(json)].flat();
		const all = read.flatMap((one) => [one, ...[one?.["@graph"] ?? []].flat()]);
		return all.filter((one) => typeof one === "object" && one !== null);
	} catch {
		return [];
	}
}

/** @param {Item} item */
const isArticle = (item) =>
	[item["@type"]].flat().some((type) => typeof type === "string" && /(?:Article|Posting|Report)$/.test(type));

/**
 * Words, or the names of what is named, one or several.
 * @param {unknown} value
 * @returns {string[]}
 */
const words = (value) =>
	[value].flat().flatMap((one) => {
		const said = typeof one === "object" && one !== null ? /** @type {Item} */ (one).name : one;
		return typeof said === "string" && said.trim() ? [oneLine(said)] : [];
	});

/** @param {string} said */
const oneLine = (said) => said.replace(/\s+/g, " ").trim().slice(0, 200);
