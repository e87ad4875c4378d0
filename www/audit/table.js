// @ts-check
//! Owns what an audit counts over all articles: how sources are named, cues, and the same for each section, author and
//! date that the files tell of.

import { authorsIn } from "../engine/engine.js";
import { badgeOf } from "../report/badge.js";
import { byName } from "./order.js";

/** @import { Meta, Quoted, Rec } from "./record.js" */
/** @typedef {"named" | "document" | "role" | "unnamed" | "unclear"} Naming */
/** @typedef {{ naming: Naming, statements: number, words: number }} NamingRow */
/** @typedef {{ name: string, articles: number, statements: number, unnamed: number, unsourced: number }} GroupRow */

/** In the order in which they are shown. @type {readonly Naming[]} */
export const NAMINGS = Object.freeze(["named", "document", "role", "unnamed", "unclear"]);

/** @param {Quoted} source @returns {Naming} */
export const namingOf = (source) => (source.kind === "document" ? "document" : badgeOf(source));

/**
 * Statements and words by how their source is named.
 * @param {readonly Rec[]} records
 * @returns {NamingRow[]}
 */
export function namings(records) {
	const rows = new Map(NAMINGS.map((naming) => [naming, { naming, statements: 0, words: 0 }]));
	const add = (
		/** @type {Naming} */ naming,
		/** @type {number} */ statements,
		/** @type {number} */ words,
	) => {
		const row = /** @type {NamingRow} */ (rows.get(naming));
		row.statements += statements;
		row.words += words;
	};
	for (const { sources, nobody } of records) {
		for (const source of sources) add(namingOf(source), source.lines.length, source.words);
		add("unclear", nobody.length, 0);
	}
	return [...rows.values()];
}

/**
 * The cues of all articles, the commonest first.
 * @param {readonly Rec[]} records
 * @returns {{ name: string, n: number }[]}
 */
export function cues(records) {
	/** @type {Map<string, number>} */
	const times = new Map();
	for (const { cues: own } of records) for (const [cue, n] of own) times.set(cue, (times.get(cue) ?? 0) + n);
	return [...times].map(([name, n]) => ({ name, n })).sort((a, b) => b.n - a.n || byName(a.name, b.name));
}

/**
 * How many statements of an article are by somebody whom the reader cannot look up.
 * @param {Rec} record
 */
export const unnamedIn = ({ sources, nobody }) =>
	nobody.length +
	sources.reduce((sum, source) => {
		const naming = namingOf(source);
		return sum + (naming === "role" || naming === "unnamed" ? source.lines.length : 0);
	}, 0);

/** How many corrections its reader made. @param {Rec} record */
export const correctionsIn = ({ changes }) => changes?.corrections?.length ?? 0;

/** How many notes its reader wrote. @param {Rec} record */
export const notesIn = ({ changes }) => changes?.remarks?.length ?? 0;

/** Where there are more days than this, articles are counted by months. */
const MOST_DAYS = 62;

/** @param {string} day */
const monthOf = (day) => (/^\d{4}-\d\d/.test(day) ? day.slice(0, 7) : day);

/**
 * Articles by what their files say, under each of their authors; nothing where they say nothing.
 * @param {readonly Rec[]} records
 * @param {Exclude<keyof Meta, "title">} field
 * @returns {GroupRow[]}
 */
export function groups(records, field) {
	const day = (/** @type {Rec} */ { meta }) => meta.date.slice(0, 10);
	const isLong = field === "date" && new Set(records.map(day)).size > MOST_DAYS;
	/** @type {Map<string, GroupRow>} */
	const rows = new Map();
	const namesOf = (/** @type {Rec} */ record) => {
		if (field === "author") return authorsIn(record.meta.author);
		return [isLong ? monthOf(day(record)) : field === "date" ? day(record) : record.meta[field]];
	};
	for (const record of records)
		for (const name of namesOf(record)) {
			const row = rows.get(name) ?? { name, articles: 0, statements: 0, unnamed: 0, unsourced: 0 };
			row.articles++;
			row.statements += record.statements;
			row.unnamed += unnamedIn(record);
			row.unsourced += record.unsourced.length;
			rows.set(name, row);
		}
	if ([...rows.keys()].every((name) => !name)) return [];
	const list = [...rows.values()];
	if (field === "date") return list.sort((a, b) => byName(a.name, b.name));
	return list.sort((a, b) => b.articles - a.articles || byName(a.name, b.name));
}
