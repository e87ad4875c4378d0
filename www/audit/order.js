// @ts-check
//! Owns the order of names in an audit: that of the core, the same in every language, so that both write the same tables.

/** @param {string} a @param {string} b */
export const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Names by their small letters without accents. @param {string} a @param {string} b */
export const byName = (a, b) => inOrder(plain(a), plain(b)) || inOrder(a, b);

/** @param {string} words */
const plain = (words) =>
	words
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.toLowerCase();
