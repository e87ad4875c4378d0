// @ts-check
//! Owns an entry of a word list: words with a kind of hedge, or with `none`, which keeps them from being marked; and what
//! the core has against one.

import { annotateSync } from "./engine.js";

/** @typedef {{ readonly words: string, readonly kind: string }} Entry */
/** @typedef {"kind" | "long" | "start" | "empty"} EntryFault */

/** What the core says of each. @type {[EntryFault, string][]} */
const SAYS = [
	["kind", "no kind of hedge"],
	["long", "more than 12 words"],
	["start", "may be missing"],
	["empty", "without words"],
];

/** What stands for something else in an entry: `a/b` is either word, `?` may be missing, `…` is up to three words. */
const SIGNS = /\/|\?(?= |$)|(?:^| )…(?= |$)/u;

/**
 * What a message of the core has against an entry.
 * @param {string} message
 * @returns {EntryFault | null} nothing where it is about something else
 */
export const entryFault = (message) => SAYS.find(([, words]) => message.includes(words))?.[0] ?? null;

/**
 * What the core says against an entry; nothing where it takes it. For callers that have waited for `ready()`.
 * @param {Entry} entry
 * @returns {string | null}
 */
export function refusal(entry) {
	try {
		annotateSync("", { lexicons: [{ name: "", entries: [{ ...entry, lexicon: "" }] }] });
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/**
 * Whether some words would not mean themselves in an entry.
 * @param {string} words
 */
export const isPattern = (words) => SIGNS.test(words);

/**
 * Words that a pattern marks: of either the first, and all that may be missing.
 * @param {string} words
 */
export const exampleOf = (words) =>
	words
		.split(/\s+/u)
		.filter((element) => element !== "…")
		.map((element) => element.replace(/\?$/, "").split("/")[0])
		.join(" ")
		.trim();
