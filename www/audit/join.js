// @ts-check
//! Owns who is the same across articles. It joins only what cannot be mistaken: people by their whole name, others by
//! the whole of theirs. A last name or an initial alone is left apart, with those it may mean, also where it could be the
//! name of a body; roles and unnamed sources are never joined.

import { tokens } from "../report/same-source.js";

/** @import { Quoted, Rec, SourceKind } from "./record.js" */
/** @typedef {{ record: number, source: number }} Place */
/**
 * @typedef {object} Joined
 * @property {string} key by which it is known again in another audit
 * @property {string} name as most articles have it
 * @property {SourceKind} kind
 * @property {string[]} descriptions the commonest first
 * @property {Place[]} places
 * @property {number} articles
 * @property {number} statements
 * @property {number} words
 */
/** @typedef {{ key: string, name: string }} Named */
/** @typedef {Named & { places: Place[], statements: number, words: number, maybe: Named[] }} Apart */

/**
 * @param {readonly Rec[]} records
 * @param {Record<string, string>} [joins] who was found by hand to be whom, by their keys
 * @returns {{ sources: Joined[], apart: Apart[] }} those with most statements first
 */
export function join(records, joins = {}) {
	/** @type {Map<string, Place[]>} */
	const whole = new Map();
	/** @type {Map<string, Place[]>} */
	const short = new Map();
	const full = fullNames(records);
	const lasts = new Set(records.flatMap(({ sources }) => sources.flatMap(lastName)));
	for (const [record, { sources }] of records.entries())
		for (const [source, one] of sources.entries()) {
			const own = keyOf(one);
			const key = full.get(own) ?? own;
			if (!key) continue;
			const isKnown = isWhole(one) && !lasts.has(nameIn(key));
			const by = isKnown ? key : (joins[key] ?? key);
			const map = isKnown || by !== key ? whole : short;
			const places = map.get(by);
			if (places) places.push({ record, source });
			else map.set(by, [{ record, source }]);
		}
	const at = (/** @type {Place} */ { record, source }) => records[record].sources[source];
	const sources = [...whole].map(([key, places]) => joined(key, places, places.map(at)));
	const known = sources.filter(({ kind }) => kind === "person");
	const apart = [...short].map(([key, places]) => {
		const some = places.map(at);
		return {
			key,
			name: commonest(some.map(({ name }) => name))[0],
			places,
			...sums(some),
			maybe: maybe(key, known),
		};
	});
	return { sources: sources.sort(byStatements), apart: apart.sort(byStatements) };
}

/** @typedef {{ statements: number, words: number, name: string }} Counted */

/** @param {Counted} a @param {Counted} b */
const byStatements = (a, b) =>
	b.statements - a.statements || b.words - a.words || a.name.localeCompare(b.name);

/**
 * @param {string} key
 * @param {Place[]} places
 * @param {Quoted[]} some
 * @returns {Joined}
 */
const joined = (key, places, some) => ({
	key,
	name: commonest(some.map(({ name }) => name))[0],
	kind: /** @type {Quoted} */ (some.find((one) => keyOf(one) === key) ?? some[0]).kind,
	descriptions: commonest(some.map(({ description }) => description).filter(Boolean)),
	// Somebody joined by hand may be in an article by both names.
	places,
	articles: new Set(places.map(({ record }) => record)).size,
	...sums(some),
});

/** @param {Quoted[]} some */
const sums = (some) => ({
	statements: some.reduce((sum, { lines }) => sum + lines.length, 0),
	words: some.reduce((sum, { words }) => sum + words, 0),
});

/**
 * A name without titles and accents, with whether it is a person's; nothing where nobody is named.
 * @param {Quoted} source
 */
function keyOf({ name, kind, named }) {
	const words = named ? tokens(name) : [];
	return words.length ? `${kind === "person" ? "person" : "body"}:${words.join(" ")}` : "";
}

/**
 * People by their names without the initials in the middle, where these do not tell two of them apart: `Robert C. Byrd`
 * and `Robert Byrd`, but not `John A. Smith` and `John B. Smith`.
 * @param {readonly Rec[]} records
 * @returns {Map<string, string>} the key without them by the key with them
 */
function fullNames(records) {
	const keys = new Set(
		records.flatMap(({ sources }) => sources.filter(({ kind }) => kind === "person").map(keyOf)),
	);
	/** @type {Map<string, string[]>} */
	const alike = new Map();
	for (const key of keys) {
		const bare = key.replace(/(?<=: ?\S{2,})(?: \p{L})+(?= )/u, "");
		if (bare !== key) alike.set(bare, [...(alike.get(bare) ?? []), key]);
	}
	return new Map([...alike].flatMap(([bare, some]) => (some.length === 1 ? [[some[0], bare]] : [])));
}

/** @param {string} key */
const nameIn = (key) => key.slice(key.indexOf(":") + 1);

/**
 * The last name of somebody who is called by all of theirs.
 * @param {Quoted} source
 */
const lastName = (source) =>
	source.named && source.kind === "person" && isWhole(source) ? tokens(source.name).slice(-1) : [];

/** @param {Quoted} source */
function isWhole({ name, kind }) {
	const [first, ...rest] = tokens(name);
	return kind !== "person" || (first.length > 1 && rest.length > 0);
}

/**
 * The people whom a last name or an initial may mean.
 * @param {string} key
 * @param {Joined[]} people
 */
function maybe(key, people) {
	const own = nameIn(key).split(" ");
	const last = own[own.length - 1];
	const fits = (/** @type {string[]} */ words) =>
		words[words.length - 1] === last && (own.length === 1 || words[0].startsWith(own[0]));
	return people.filter((one) => fits(nameIn(one.key).split(" "))).map(({ key, name }) => ({ key, name }));
}

/**
 * Some words without doubles, the commonest first, of equals the longer.
 * @param {string[]} words
 */
function commonest(words) {
	/** @type {Map<string, number>} */
	const times = new Map();
	for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
	return [...times]
		.sort(([a, n], [b, m]) => m - n || b.length - a.length)
		.map(([one]) => one)
		.slice(0, 5);
}
