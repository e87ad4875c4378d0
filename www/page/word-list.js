// @ts-check
//! Owns adding a word list of the reader's own, out of a file.

import { SaidSoError } from "../engine/error.js";
import { loadLexicon } from "../engine/lexicon.js";

/** @import { SaidSoElement } from "../element/class.js" */

/**
 * @param {SaidSoElement} reader
 * @param {File} file
 */
export async function addWordList(reader, file) {
	try {
		const lexicon = await loadLexicon(await file.text());
		await reader.use([...reader.lexicons, lexicon]);
		reader.stage.tell("lexicon.added", "note", { name: lexicon.name, n: lexicon.entries.length });
	} catch (error) {
		if (!(error instanceof SaidSoError)) throw error;
		reader.stage.tell(`error.${error.code}`, "alert", { detail: error.message });
	}
}
