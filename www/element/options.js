// @ts-check
//! Owns what the element's attributes come to.

import { CALM } from "../report/finding.js";
import { hasWords, languageFor, loadWords, sayIn } from "../words/words.js";
import { chosen, kinds, number } from "./attributes.js";
import { kindsOf } from "./reading.js";

/** @import { Lexicon, SyncOptions } from "../engine/engine.js" */
/** @import { Kind } from "../report/finding.js" */
/** @import { Words } from "../words/entry.js" */
/** @import { Say } from "../words/words.js" */
/**
 * @typedef {object} Options what the attributes come to
 * @property {Set<Kind>} shown
 * @property {number} minConfidence
 * @property {SyncOptions} call what every annotation is asked for
 * @property {boolean} panel
 * @property {"auto" | "light" | "dark"} theme
 * @property {"off" | "brief" | "full"} announce
 * @property {boolean} notes whether they are added to a host's article on paper
 * @property {boolean} corrections whether the reader may make some
 * @property {string} label
 * @property {string} language
 * @property {Say} say
 */

/** What holds until the attributes are read. @returns {Options} */
export const defaults = () => ({
	shown: new Set(CALM),
	minConfidence: 0,
	call: {},
	panel: true,
	theme: "auto",
	announce: "brief",
	notes: false,
	corrections: false,
	label: "",
	language: "en",
	say: sayIn("en"),
});

/**
 * Reads the attributes; what makes no sense counts as missing, and the console says so.
 * @param {HTMLElement} element
 * @param {{ lexicons: readonly Lexicon[], i18n: Words }} own what came by properties
 * @param {() => void} again called when the words of its language have come
 * @returns {Options}
 */
export function optionsOf(element, { lexicons, i18n }, again) {
	const language = languageFor([
		element.lang,
		element.closest("[lang]")?.getAttribute("lang") ?? "",
		navigator.language,
	]);
	if (!hasWords(language)) loadWords(language).then(again, () => {});
	const most = number(element, "max-chars", { from: 1 });
	return {
		shown: kindsOf(kinds(element)),
		minConfidence: number(element, "min-confidence", { from: 0, to: 1 }) ?? 0,
		call: { lexicons, maxChars: most && Math.floor(most) },
		panel: chosen(element, "panel") !== "none",
		theme: chosen(element, "theme"),
		announce: chosen(element, "announce"),
		notes: chosen(element, "print") === "notes",
		corrections: chosen(element, "corrections") === "allow",
		label: element.getAttribute("label") ?? "",
		language,
		say: sayIn(language, i18n),
	};
}
