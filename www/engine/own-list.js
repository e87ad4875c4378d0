// @ts-check
//! Owns the reader's own list among the word lists in use: what they add goes into it. It stands last, so that of two
//! lists with the same words theirs is believed.

import { SaidSoError } from "./error.js";
import { MAX_ENTRIES } from "./limit.js";

/** @import { Lexicon, OwnEntry } from "./engine.js" */
/** @import { Entry } from "./word-entry.js" */

/**
 * The reader's own list; nothing where they have none.
 * @param {readonly Lexicon[]} lexicons
 */
export const ownOf = (lexicons) => lexicons.find(({ own }) => own);

/**
 * The reader's entry for some words, whatever their case.
 * @param {readonly Lexicon[]} lexicons
 * @param {string} words
 */
export const ownEntry = (lexicons, words) =>
	ownOf(lexicons)?.entries.find((one) => keyOf(one) === keyOf({ words }));

/**
 * The lists with more entries in the reader's own; of the same words the last entry holds.
 * @param {readonly Lexicon[]} lexicons
 * @param {readonly Entry[]} entries
 * @param {string} name of the list, where there is none yet
 * @returns {Lexicon[]}
 * @throws {SaidSoError} `bad-lexicon`, where it would be too long
 */
export function withEntries(lexicons, entries, name) {
	const before = ownOf(lexicons);
	const lexicon = before?.name ?? name;
	const all = new Map((before?.entries ?? []).map((one) => [keyOf(one), one]));
	for (const { words, kind } of entries) all.set(keyOf({ words }), Object.freeze({ words, kind, lexicon }));
	if (all.size > MAX_ENTRIES) throw new SaidSoError("bad-lexicon", `more than ${MAX_ENTRIES} entries`);
	const own = Object.freeze({ name: lexicon, own: true, entries: Object.freeze([...all.values()]) });
	return [...lexicons.filter((one) => one !== before), own];
}

/**
 * The lists without one entry of one of them; a list without entries goes.
 * @param {readonly Lexicon[]} lexicons
 * @param {OwnEntry | undefined} entry
 * @returns {Lexicon[]}
 */
export const withoutEntry = (lexicons, entry) =>
	lexicons
		.map((list) => {
			const entries = list.entries.filter((one) => one !== entry);
			return entries.length === list.entries.length ? list : Object.freeze({ ...list, entries });
		})
		.filter(({ entries }) => entries.length);

/**
 * The lists with one more, instead of one of its name; the reader's own takes in what was theirs elsewhere.
 * @param {readonly Lexicon[]} lexicons
 * @param {Lexicon} list
 * @returns {Lexicon[]}
 */
export function withList(lexicons, list) {
	if (list.own) return withEntries(lexicons, list.entries, list.name);
	const others = lexicons.filter(({ own, name }) => !own && name !== list.name);
	return [...others, list, ...lexicons.filter(({ own }) => own)];
}

/** @param {{ words: string }} entry */
const keyOf = ({ words }) => words.toLowerCase();
