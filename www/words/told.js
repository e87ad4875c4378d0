// @ts-check
//! Owns the words for findings where there is no element: for the messages of an editor.

import { reasonInWords } from "./reason.js";
import { languageFor, loadWords, sayIn } from "./words.js";

/**
 * @typedef {object} Told
 * @property {string} language the one that was found
 * @property {(kind: string) => string} kind what a kind of finding is called, such as “Claim without a source”
 * @property {(reason: string) => string} reason why something was marked, from its code
 * @property {(kind: string) => string} doubt when a mark of the kind may be wrong
 */

/**
 * The words of a language; of English where there are none.
 * @param {string} [language] a BCP 47 tag
 * @returns {Promise<Told>}
 */
export async function wordsIn(language = "en") {
	await loadWords(language);
	const say = sayIn(language);
	return {
		language: languageFor([language]),
		kind: (kind) => say(`one.${kind}`),
		reason: (reason) => reasonInWords(reason, say),
		doubt: (kind) => say(`why.wrong.${kind}`),
	};
}
