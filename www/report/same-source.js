// @ts-check
//! Owns finding the same source in two articles by its name. Unnamed sources are never taken for one another.

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {Report["sources"][number]} Source */

/** What may stand before a name and says nothing about whose it is. */
const TITLE =
	/^(?:the|mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|president|minister|senator|sens?|reps?|govs?|congressman|congresswoman|mayor)$/;

/**
 * Pairs of sources with one name, then of people whose last names agree and whose first names do not disagree.
 * @param {Source[]} a
 * @param {Source[]} b
 * @returns {{ a: number, b: number }[]}
 */
export function sameSource(a, b) {
	const first = known(a);
	const second = known(b);
	const same = match(first, second, ({ tokens }) => tokens.join(" "));
	const inA = new Set(same.map((pair) => pair.a));
	const inB = new Set(same.map((pair) => pair.b));
	const people = match(
		first.filter(({ number, isPerson }) => isPerson && !inA.has(number)),
		second.filter(({ number, isPerson }) => isPerson && !inB.has(number)),
		lastName,
	);
	return [...same, ...people].sort((x, y) => x.a - y.a);
}

/** @typedef {{ number: number, tokens: string[], isPerson: boolean }} Known */

/**
 * @param {Source[]} sources
 * @returns {Known[]}
 */
const known = (sources) =>
	sources
		.map(({ name, kind, named }, number) => ({
			number,
			tokens: named ? tokens(name) : [],
			isPerson: kind === "person",
		}))
		.filter((source) => source.tokens.length > 0);

/**
 * A name without accents, punctuation and titles, in small letters.
 * @param {string} name
 */
export function tokens(name) {
	const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
	const all = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
	const bare = all.filter((token) => !TITLE.test(token));
	return bare.length ? bare : all;
}

/** @param {Known} source */
const lastName = ({ tokens }) => tokens[tokens.length - 1];

/**
 * Whether the first names allow two people to be one: missing, the same, or an initial.
 * @param {Known} a
 * @param {Known} b
 */
function agree(a, b) {
	if (a.tokens.length === 1 || b.tokens.length === 1) return true;
	const [one] = a.tokens;
	const [other] = b.tokens;
	return one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0]);
}

/**
 * Pairs with one key, where no other source on either side has it too.
 * @param {Known[]} a
 * @param {Known[]} b
 * @param {(source: Known) => string} key
 */
function match(a, b, key) {
	const inB = byKey(b, key);
	return [...byKey(a, key)].flatMap(([name, one]) => {
		const other = inB.get(name) ?? [];
		const isOnly = one.length === 1 && other.length === 1 && agree(one[0], other[0]);
		return isOnly ? [{ a: one[0].number, b: other[0].number }] : [];
	});
}

/**
 * @param {Known[]} sources
 * @param {(source: Known) => string} key
 */
function byKey(sources, key) {
	/** @type {Map<string, Known[]>} */
	const out = new Map();
	for (const source of sources) {
		const list = out.get(key(source));
		if (list) list.push(source);
		else out.set(key(source), [source]);
	}
	return out;
}
