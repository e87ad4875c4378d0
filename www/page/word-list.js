// @ts-check
//! Owns adding a word list of the reader's own, out of a file, and saying in a sentence what is wrong with one.

import { SaidSoError } from "../engine/error.js";
import { loadLexicon } from "../engine/lexicon.js";
import { note, warn } from "./notice.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */

/** What the list is refused for, as `lexicon.js` tells programs. */
const FIELD = /^(?<list>entries|tests|name|the whole)(?:\.(?<at>\d+))?(?:\.(?<field>\w+))?[.\d]*: /;
const MARKS = /^in “(?<text>.*)” the marks are (?<found>.*), not (?<wanted>.*)$/s;
/** @type {[string, string][]} */
const CORE = [
	["lexicon.kind", "no kind of hedge"],
	["lexicon.long", "more than 12 words"],
	["lexicon.start", "may be missing"],
];

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 * @param {File} file
 */
export async function addWordList(reader, say, file) {
	try {
		const lexicon = await loadLexicon(await file.text());
		reader.lexicons = [...reader.lexicons, lexicon];
		if (reader.value) await reader.whenReady();
		note(reader, say, "lexicon.added", { name: lexicon.name, n: lexicon.entries.length });
	} catch (error) {
		if (!(error instanceof SaidSoError)) throw error;
		if (error.code !== "bad-lexicon") return warn(reader, say, `error.${error.code}`);
		const [key, values] = wrong(error.message, say);
		warn(reader, say, key, values);
	}
}

/**
 * What is wrong with a list, as a key and its values.
 * @param {string} message
 * @param {Say} say
 * @returns {[string, Record<string, string | number>]}
 */
function wrong(message, say) {
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
	const [key] = CORE.find(([, words]) => message.includes(words)) ?? [];
	const [, name = ""] = /"([^"]*)"$/.exec(message) ?? [];
	if (key) return [key, { name: `“${name}”` }];
	return [message.includes("JSON") ? "lexicon.json" : "error.bad-lexicon", {}];
}
