// @ts-check
//! Owns telling the reader something above the article, by the key of its words.

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
