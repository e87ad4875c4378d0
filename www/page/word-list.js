// @ts-check
//! Owns adding a word list of the reader's own, out of a file.

import { SaidSoError } from "../engine/error.js";
import { loadLexicon } from "../engine/lexicon.js";
import { note, warn } from "./notice.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */

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
		warn(reader, say, `error.${error.code}`, { detail: error.message });
	}
}
