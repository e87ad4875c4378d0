// @ts-check
//! Owns what an editor filled in by hand for each source, in columns of their own. It follows a source that is renamed or
//! merged; where two that are one now say different things, both are kept.

import { join } from "./join.js";

/** @import { Joined } from "./join.js" */
/** @import { Audit, Own } from "./saved.js" */

/** Between two values in one cell. */
const BOTH = " / ";

/** The cells of the sources that there are; what was filled in for a key stays under it. */
export class Cells {
	/** @type {Own} */ #own;
	/** The keys whose values stand in the row of a source, its own first. @type {Map<string, string[]>} */
	#keys = new Map();

	/**
	 * @param {Own} own
	 * @param {readonly Pick<Joined, "key">[]} sources
	 */
	constructor(own, sources) {
		this.#own = own;
		for (const { key } of sources) this.#keys.set(key, [key]);
		for (const key of Object.keys(own.values)) {
			const row = this.#keys.get(this.#home(key));
			if (row && !row.includes(key)) row.push(key);
		}
	}

	/** Under which key a source goes now. @param {string} key */
	#home(key) {
		const { joins, moved = {} } = this.#own;
		const seen = new Set();
		for (let at = key; ; at = joins[at] ?? moved[at] ?? "") {
			if (!at || this.#keys.has(at) || seen.has(at)) return at;
			seen.add(at);
		}
	}

	/**
	 * All that was filled in for a source.
	 * @param {string} key
	 * @param {string} column
	 */
	all(key, column) {
		const { values } = this.#own;
		const all = (this.#keys.get(key) ?? []).map((one) => values[one]?.[column] ?? "");
		return [...new Set(all.filter(Boolean))];
	}

	/** @param {string} key @param {string} column */
	get(key, column) {
		return this.all(key, column).join(BOTH);
	}

	/** The filled cells of a source. @param {string} key @returns {Record<string, string>} */
	row(key) {
		const cells = this.#own.columns.map((column) => [column, this.get(key, column)]);
		return Object.fromEntries(cells.filter(([, words]) => words));
	}

	/**
	 * Fills a cell, also of whoever is the same as this source.
	 * @param {string} key
	 * @param {string} column
	 * @param {string} words
	 */
	set(key, column, words) {
		const { values } = this.#own;
		for (const one of this.#keys.get(key) ?? [])
			if (values[one]?.[column] !== undefined) delete values[one][column];
		values[key] = { ...values[key], [column]: words };
	}
}

/**
 * Notes under which key a source goes now that is there no more by the one under which cells were filled: the one who says now
 * what it said before.
 * @param {Audit} before
 * @param {Audit} now with the same articles, and maybe more behind them
 */
export function follow(before, now) {
	const { own } = now;
	// What was filled in for a name before the last one moves on with it.
	const filled = [...Object.keys(own.values), ...Object.values(own.moved ?? {})];
	if (!filled.length) return;
	const [was, is] = [before, now].map(({ records }) => join(records, own.joins));
	const there = new Set([...is.sources, ...is.apart].map(({ key }) => key));
	const lost = was.sources.filter(({ key }) => filled.includes(key) && !there.has(key));
	if (!lost.length) return;
	const keys = new Map(
		[...is.sources, ...is.apart].flatMap(({ key, places }) =>
			places.map(({ record, source }) => [`${record}.${source}`, key]),
		),
	);
	for (const { key, places } of lost) {
		const next = places.flatMap(({ record, source }) => {
			const said = new Set(before.records[record].sources[source].lines.map(({ words }) => words));
			return (now.records[record]?.sources ?? []).flatMap(({ lines }, at) =>
				lines.some(({ words }) => said.has(words)) ? (keys.get(`${record}.${at}`) ?? []) : [],
			);
		});
		if (next[0]) own.moved = { ...own.moved, [key]: next[0] };
	}
}
