// @ts-check
//! Owns what the element's attributes come to.

import { CALM } from "../report/finding.js";
import { hasWords, languageFor, loadWords, sayIn } from "../words/words.js";
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
	label: "",
	language: "en",
	say: sayIn("en"),
});

/**
 * Reads the attributes; what makes no sense counts as missing.
 * @param {HTMLElement} element
 * @param {{ lexicons: readonly Lexicon[], i18n: Words }} own what came by properties
 * @param {() => void} again called when the words of its language have come
 * @returns {Options}
 */
export function optionsOf(element, { lexicons, i18n }, again) {
	const number = (/** @type {string} */ name) => Number.parseFloat(element.getAttribute(name) ?? "");
	const language = languageFor([
		element.lang,
		element.closest("[lang]")?.getAttribute("lang") ?? "",
		navigator.language,
	]);
	if (!hasWords(language)) loadWords(language).then(again, () => {});
	const announce = element.getAttribute("announce");
	const theme = element.getAttribute("theme");
	const least = number("min-confidence");
	const most = number("max-chars");
	return {
		shown: kindsOf(element.getAttribute("show")),
		minConfidence: least >= 0 && least <= 1 ? least : 0,
		call: { lexicons, maxChars: most >= 1 ? Math.floor(most) : undefined },
		panel: element.getAttribute("panel") !== "none",
		theme: theme === "light" || theme === "dark" ? theme : "auto",
		announce: announce === "off" || announce === "full" ? announce : "brief",
		label: element.getAttribute("label") ?? "",
		language,
		say: sayIn(language, i18n),
	};
}
