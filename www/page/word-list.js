// @ts-check
//! Owns reading a word list of the reader's own, out of a file, and saying in a sentence what is wrong with one.

import { ready } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { loadLexicon } from "../engine/lexicon.js";
import { MAX_ENTRIES } from "../engine/limit.js";
import { withEntries, withList } from "../engine/own-list.js";
import { entryFault } from "../engine/word-entry.js";
import { fromLines } from "../engine/word-lines.js";
import { decode } from "../intake/encoding.js";

/** @import { Lexicon } from "../engine/engine.js" */
/** @import { Say } from "../words/words.js" */

/** What the list is refused for, as `lexicon.js` and `word-lines.js` tell programs. */
const FIELD = /^(?<list>entries|tests|name|own|the whole)(?:\.(?<at>\d+))?(?:\.(?<field>\w+))?[.\d]*: /;
const MARKS = /^in “(?<text>.*)” the marks are (?<found>.*), not (?<wanted>.*)$/s;
/** What stands in pictures and programs, and in no text. */
const NO_TEXT = /(?![\t\n\v\f\r])\p{Cc}/u;
const LINE = /^line (?<line>\d+): (?<why>.*)$/s;

/**
 * The word lists in use with that of a file: lines of text go into the reader's own, JSON is a list with a name.
 * @param {readonly Lexicon[]} lexicons
 * @param {File} file
 * @param {string} name of the reader's own list, where there is none yet
 * @returns {Promise<{ lexicons: Lexicon[], name: string, n: number }>} and how many entries of which list came
 * @throws {SaidSoError} `bad-lexicon`
 */
export async function withFile(lexicons, file, name) {
	const text = decode(await file.arrayBuffer())?.text;
	if (text === undefined || NO_TEXT.test(text)) throw new SaidSoError("bad-lexicon", "no text in the file");
	if (!/\.json$/i.test(file.name) && !/^\s*\{/.test(text)) {
		await ready();
		const entries = fromLines(text);
		const lists = withEntries(lexicons, entries, name);
		return { lexicons: lists, name: lists[lists.length - 1].name, n: entries.length };
	}
	const list = await loadLexicon(text.replace(/^\ufeff/, ""));
	return { lexicons: withList(lexicons, list), name: list.name, n: list.entries.length };
}

/**
 * What is wrong with a word list, in a sentence.
 * @param {unknown} error
 * @param {Say} say
 */
export function inWords(error, say) {
	if (!(error instanceof SaidSoError)) throw error;
	if (error.code !== "bad-lexicon") return say(`error.${error.code}`);
	return say(...wrong(error.message, say));
}

/**
 * The same as a key and its values.
 * @param {string} message
 * @param {Say} say
 * @returns {[string, Record<string, string | number>]}
 */
function wrong(message, say) {
	const { line, why } = LINE.exec(message)?.groups ?? {};
	if (line) return [`own.line.${entryFault(why)}`, { n: Number(line), name: nameIn(why) }];
	const marks = MARKS.exec(message)?.groups;
	const shown = (/** @type {string} */ words) => (words === "none" ? say("lexicon.nothing") : words);
	if (marks)
		return ["lexicon.marks", { text: marks.text, found: shown(marks.found), wanted: shown(marks.wanted) }];
	const { list, at, field } = FIELD.exec(message)?.groups ?? {};
	if (!list) return inCore(message);
	if (list === "the whole") return ["lexicon.json", {}];
	if (!at) return ["lexicon.field", { field: list }];
	const key = list === "entries" ? "lexicon.entry" : "lexicon.trial";
	return [key, { n: Number(at) + 1, field: field ?? list }];
}

/**
 * What the core, or the parser of JSON, has against a list.
 * @param {string} message
 * @returns {[string, Record<string, string | number>]}
 */
function inCore(message) {
	const fault = entryFault(message);
	if (fault) return [`lexicon.${fault}`, { name: nameIn(message) }];
	if (message.startsWith("more than")) return ["own.many", { n: MAX_ENTRIES }];
	if (message.startsWith("no text")) return ["lexicon.file", {}];
	if (message.startsWith("no entry")) return ["own.nothing", {}];
	return [message.includes("JSON") ? "lexicon.json" : "error.bad-lexicon", {}];
}

/** What the core names at the end of a message. @param {string} message */
const nameIn = (message) => `“${/"((?:[^"\\]|\\.)*)"$/s.exec(message)?.[1] ?? ""}”`;
