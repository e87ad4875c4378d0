// @ts-check
//! Owns lexicons of the user's own: words, and short patterns of words, that are marked as hedges or kept from being
//! marked. The core finds them; a pack that does not pass its own tests is refused.

import * as v from "valibot";
import { annotateSync, ready } from "./engine.js";
import { SaidSoError } from "./error.js";
import { isObject, isText, must, taken } from "./given.js";
import { MAX_ENTRIES } from "./limit.js";
import { readUntrusted } from "./untrusted.js";
import { exampleOf } from "./word-entry.js";

/**
 * What somebody writes: `a/b` is either word, `?` may be missing, `…` is up to three words.
 * @typedef {object} Pack
 * @property {string} name what readers are told the words come from
 * @property {boolean} [own] whether it is a reader's own list, into which goes what they add on the page
 * @property {{ words: string, kind: string }[]} entries with a kind of hedge; `none` keeps the words from being marked
 * @property {{ text: string, marks: string[] }[]} tests texts with all the words that are marked as hedges in them
 */
/** @import { Lexicon } from "./engine.js" */

const MOST_TESTS = 200;
const words = (/** @type {number} */ most) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const Entry = v.object({ words: words(200), kind: v.pipe(v.string(), v.maxLength(20)) });
const Test = v.object({ text: words(2_000), marks: v.pipe(v.array(v.string()), v.maxLength(100)) });
const PackShape = v.object({
	name: words(60),
	own: v.optional(v.boolean(), false),
	entries: v.pipe(v.array(Entry), v.minLength(1), v.maxLength(MAX_ENTRIES)),
	tests: v.pipe(v.array(Test), v.minLength(1), v.maxLength(MOST_TESTS)),
});

/**
 * A lexicon to annotate with. Rejects with `bad-lexicon`, which names the field, entry or test that is wrong, and with
 * `bad-argument` where it is no list of words at all.
 * @param {Pack | string} pack or its JSON
 * @returns {Promise<Lexicon>}
 */
export async function loadLexicon(pack) {
	const what = "a word list is an object or its JSON";
	must(what, pack, (one) => isText(one) || isObject(one));
	const json = taken(what, pack, (one) => (typeof one === "string" ? one : JSON.stringify(one)));
	await ready();
	try {
		const { name, own, entries, tests } = readUntrusted(PackShape, json);
		const named = entries.map((entry) => Object.freeze({ ...entry, lexicon: name }));
		const lexicon = Object.freeze({ name, ...(own && { own }), entries: Object.freeze(named) });
		for (const test of tests) prove(lexicon, test);
		return lexicon;
	} catch (cause) {
		if (cause instanceof SaidSoError && cause.code !== "bad-argument") throw cause;
		throw bad(cause instanceof Error ? cause.message : String(cause), cause);
	}
}

/**
 * A lexicon as a pack, to be loaded again; its tests are what it marks in its own words. For callers that have waited for
 * `ready()`.
 * @param {Lexicon} lexicon
 * @returns {Pack}
 */
export function packOf(lexicon) {
	const { name, own, entries } = lexicon;
	const tests = entries.slice(0, MOST_TESTS).map(({ words }) => {
		const text = exampleOf(words);
		return { text, marks: marksIn(lexicon, text) };
	});
	return { name, ...(own && { own }), entries: entries.map(({ words, kind }) => ({ words, kind })), tests };
}

/**
 * @param {Lexicon} lexicon
 * @param {string} text
 */
const marksIn = (lexicon, text) =>
	annotateSync(text, { lexicons: [lexicon] }).hedges.map(({ start, end }) => text.slice(start, end));

/**
 * @param {Lexicon} lexicon
 * @param {Pack["tests"][number]} test
 */
function prove(lexicon, { text, marks }) {
	const found = marksIn(lexicon, text);
	const isSame = found.length === marks.length && found.every((one, n) => one === marks[n]);
	if (!isSame) throw bad(`in “${text}” the marks are ${list(found)}, not ${list(marks)}`);
}

/** @param {string[]} marks */
const list = (marks) => (marks.length ? marks.map((one) => `“${one}”`).join(", ") : "none");

/**
 * @param {string} message
 * @param {unknown} [cause]
 */
const bad = (message, cause) => new SaidSoError("bad-lexicon", message, { cause });
