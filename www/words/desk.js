// @ts-check
//! Owns saying what only editors are told, who correct and take notes, in any language; fetched with what they use.

import { deskDe } from "./desk-de.js";
import { deskEn } from "./desk-en.js";
import { deskEs } from "./desk-es.js";
import { deskFr } from "./desk-fr.js";
import { sayIn } from "./words.js";

/** @import { Say } from "./words.js" */

const DESK = { en: deskEn, de: deskDe, es: deskEs, fr: deskFr };

/**
 * What says everything else too; a site's own wording comes first.
 * @param {Say} say
 * @param {string} language
 * @returns {Say}
 */
export function deskIn(say, language) {
	const own = sayIn(language, {}, DESK);
	return (key, values) => {
		const words = say(key, values);
		return words === key ? own(key, values) : words;
	};
}
