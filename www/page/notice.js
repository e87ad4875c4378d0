// @ts-check
//! Owns telling the reader something above the article, by the key of its words, and offering back what was replaced.

import { SAMPLE } from "./sample.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 * @param {string} key also the name under which the notice is dismissed
 * @param {Record<string, string | number>} [values]
 */
export const note = (reader, say, key, values) => reader.notify(say(key, values), { code: key });

/**
 * The same for what went wrong.
 * @param {SaidSoElement} reader
 * @param {Say} say
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export const warn = (reader, say, key, values) =>
	reader.notify(say(key, values), { code: key, tone: "alert" });

/**
 * The article that its reader may want back once another stands in its place; nothing where it is the sample as it came.
 * @param {SaidSoElement} reader
 */
export const wanted = ({ value, view }) =>
	value !== SAMPLE || view.corrections || view.remarks ? value : "";

/**
 * Offers to bring back the article that another has replaced.
 * @param {SaidSoElement} reader
 * @param {Say} say
 * @param {string} before as `wanted` gave it
 */
export function offerBack(reader, say, before) {
	if (!before || before === reader.value) return;
	const actions = [{ words: say("undo.back"), act: () => reader.restore() }];
	reader.notify(say("undo.replaced"), { code: "undo.replaced", actions });
}
