// @ts-check
//! Owns who is the same across articles, as the core says (`src/audit/`), with what was said by hand. Roles and unnamed
//! sources are never joined.

import { whoIsWho } from "../engine/engine.js";
import { inOrder } from "./order.js";

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
/** @typedef {Joined & { maybe: Named[] }} Apart */
/** Who a source is; of one left apart, whom it may mean.
 * @typedef {{ key: string, maybe: string[] | undefined }} Standing */

/**
 * @param {readonly Rec[]} records
 * @param {Record<string, string>} [joins] who was found by hand to be whom, by their keys
 * @returns {{ sources: Joined[], apart: Apart[] }} those with most statements first
 */
export function join(records, joins = {}) {
	const standing = standings(records);
	/** @type {Map<string, Place[]>} */
	const whole = new Map();
	/** @type {Map<string, Place[]>} */
	const short = new Map();
	/** @type {Map<string, string[]>} */
	const mayBe = new Map();
	for (const [record, { sources }] of records.entries())
		for (const [source, one] of sources.entries()) {
			const found = standing(one);
			if (!found?.key) continue;
			const { key, maybe } = found;
			const by = maybe ? (joins[key] ?? key) : key;
			const isLeft = maybe && by === key;
			if (isLeft) mayBe.set(key, maybe);
			const map = isLeft ? short : whole;
			const places = map.get(by);
			if (places) places.push({ record, source });
			else map.set(by, [{ record, source }]);
		}
	const at = (/** @type {Place} */ { record, source }) => records[record].sources[source];
	const row = (/** @type {string} */ key, /** @type {Place[]} */ places) =>
		joined(key, places, places.map(at), (one) => standing(one)?.key === key);
	const sources = [...whole].map(([key, places]) => row(key, places));
	const names = new Map(sources.map(({ key, name }) => [key, name]));
	const apart = [...short].map(([key, places]) => ({
		...row(key, places),
		maybe: (mayBe.get(key) ?? []).flatMap((key) => {
			const name = names.get(key);
			return name === undefined ? [] : [{ key, name }];
		}),
	}));
	return { sources: sources.sort(byStatements), apart: apart.sort(byStatements) };
}

/**
 * Who each named source is; the core is asked once, for every name there is.
 * @param {readonly Rec[]} records
 * @returns {(source: Quoted) => Standing | undefined}
 */
function standings(records) {
	const people = new Set(/** @type {string[]} */ ([]));
	const others = new Set(/** @type {string[]} */ ([]));
	for (const { sources } of records)
		for (const { name, kind, named } of sources) if (named) (kind === "person" ? people : others).add(name);
	const { keys, apart, maybe } = whoIsWho([...people], [...others]);
	const mayBe = new Map(apart.map((at, n) => [at, maybe[n].toSorted(inOrder)]));
	const standing = (/** @type {number} */ at) => ({ key: keys[at], maybe: mayBe.get(at) });
	const persons = new Map([...people].map((name, at) => [name, standing(at)]));
	const bodies = new Map([...others].map((name, at) => [name, standing(people.size + at)]));
	return ({ name, kind, named }) => (named ? (kind === "person" ? persons : bodies).get(name) : undefined);
}

/** @param {Joined} a @param {Joined} b */
const byStatements = (a, b) =>
	b.statements - a.statements ||
	b.words - a.words ||
	inOrder(nameIn(a.key), nameIn(b.key)) ||
	inOrder(a.key, b.key);

/** @param {string} key */
const nameIn = (key) => key.slice(key.indexOf(":") + 1);

/**
 * @param {string} key
 * @param {Place[]} places
 * @param {Quoted[]} some
 * @param {(source: Quoted) => boolean} isOwn whether a source goes by this key of itself, not by hand
 * @returns {Joined}
 */
function joined(key, places, some, isOwn) {
	// Whoever was found by hand to be somebody goes by that one's name.
	const own = some.filter(isOwn);
	const told = own.length ? own : some;
	return {
		key,
		name: commonest(told.map(({ name }) => name))[0],
		kind: commonest(told.map(({ kind }) => kind))[0],
		descriptions: commonest(some.map(({ description }) => description).filter(Boolean)),
		// Somebody joined by hand may be in an article by both names.
		places,
		articles: new Set(places.map(({ record }) => record)).size,
		statements: some.reduce((sum, { lines }) => sum + lines.length, 0),
		words: some.reduce((sum, { words }) => sum + words, 0),
	};
}

/**
 * Some words without doubles, the commonest first, of equals the longer.
 * @template {string} T
 * @param {T[]} words
 */
function commonest(words) {
	/** @type {Map<T, number>} */
	const times = new Map();
	for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
	return [...times]
		.sort(([a, n], [b, m]) => m - n || b.length - a.length || inOrder(a, b))
		.map(([one]) => one)
		.slice(0, 5);
}
