// @ts-check
//! Owns a word list as lines of text, for whoever keeps one by hand: an entry a line, its kind behind a tab or ` = `. `-` or
//! `!` stands before words that are never marked, `#` before a comment, `\` before words that begin with one of these.

import { SaidSoError } from "./error.js";
import { MAX_ENTRIES } from "./limit.js";
import { refusal } from "./word-entry.js";

/** @import { Entry } from "./word-entry.js" */

/** The kind of words that stand alone: the first that an editor is offered. */
const USUAL = "modal";
const KIND = /^(?<words>.*?)\s*\t\s*(?<kind>[^\t]*)$|^(?<spaced>.+?)\s+=\s+(?<named>\S+)$/su;
const NEVER = /^[-!]/;
const SIGN = /^[-!#\\]/;

/**
 * The entries of a list. For callers that have waited for `ready()`.
 * @param {string} text
 * @returns {Entry[]}
 * @throws {SaidSoError} `bad-lexicon`, with the number of the first line that is wrong
 */
export function fromLines(text) {
	/** @type {Entry[]} */
	const entries = [];
	for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
		const bare = line.trim();
		if (!bare || bare.startsWith("#")) continue;
		const entry = entryOf(bare);
		const why = refusal(entry);
		if (why) throw new SaidSoError("bad-lexicon", `line ${at + 1}: ${why}`);
		entries.push(entry);
		if (entries.length > MAX_ENTRIES)
			throw new SaidSoError("bad-lexicon", `more than ${MAX_ENTRIES} entries`);
	}
	if (entries.length === 0) throw new SaidSoError("bad-lexicon", "no entry in any line");
	return entries;
}

/**
 * @param {string} line without blanks at its ends
 * @returns {Entry}
 */
function entryOf(line) {
	const { words, kind, spaced, named } = KIND.exec(line)?.groups ?? {};
	const whole = words ?? spaced ?? line;
	if (NEVER.test(whole)) return { words: whole.slice(1).trim(), kind: "none" };
	return { words: whole.replace(/^\\/, ""), kind: kind ?? named ?? USUAL };
}

/**
 * A list as such lines; read again they are the same entries.
 * @param {{ name: string, entries: readonly Entry[] }} list
 */
export const toLines = ({ name, entries }) => [`# ${oneLine(name)}`, ...entries.map(lineOf), ""].join("\n");

/** @param {Entry} entry */
function lineOf({ words, kind }) {
	const line = oneLine(words);
	if (kind === "none" && !KIND.test(line)) return `-${line}`;
	return `${line.replace(SIGN, "\\$&")}\t${kind}`;
}

/** @param {string} words */
const oneLine = (words) => words.replace(/\s+/gu, " ").trim();
