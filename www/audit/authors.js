// @ts-check
//! Owns who wrote an article, each by their own name: `By Ana Brook and Bo Ek, Oslo` is by two. `src/audit/author.rs` reads
//! the same, so that the desk and `saidso audit` have the same rows.

/** What somebody is, not who: `Science Editor`. */
const ROLES =
	/(?:^|\s)(?:agency|bureau|columnist|correspondent|desk|editor|editors|news|post|press|reporter|reporters|staff|times|writer)$/iu;
const BIG = /^[^\p{L}]*\p{Lu}/u;
const SMALL = /^[^\p{L}]*\p{Ll}/u;

/**
 * The authors that some words name, without doubles; the words themselves where they are no list of names.
 * @param {string} words
 * @returns {string[]} one that is empty where nobody is named
 */
export function authorsIn(words) {
	const all = words.split(";").flatMap((piece) => namesIn(piece.replace(/\s+/gu, " ").trim()));
	return all.length ? [...new Set(all)] : [""];
}

/** @param {string} piece */
function namesIn(piece) {
	const bare = piece.replace(/^by:? /i, "");
	if (!bare) return [];
	/** @type {string[]} */
	const names = [];
	const groups = bare.split(/ and | & /).map((group) => group.split(",").map((one) => one.trim()));
	for (const [group, items] of groups.entries())
		for (const [at, item] of items.filter(Boolean).entries()) {
			const isNamed = isName(item) || (group > 0 && at === 0 && BIG.test(item));
			const isAside = SMALL.test(item) || ROLES.test(item) || (groups.length > 1 && at > 0);
			if (isNamed) names.push(item);
			else if (!isAside || !names.length) return [bare];
		}
	return names.length ? names : [bare];
}

/** Whether words are somebody's whole name, with small words such as `de` inside. @param {string} item */
function isName(item) {
	const words = item.split(" ");
	const isPart = (/** @type {string} */ word, /** @type {number} */ at) =>
		BIG.test(word) || (word.length <= 3 && at > 0 && at < words.length - 1);
	return words.length > 1 && words.length < 6 && words.every(isPart) && !/\d/.test(item) && !ROLES.test(item);
}
