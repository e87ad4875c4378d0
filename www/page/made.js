// @ts-check
//! Owns saying how much a reader has made of an article: corrections and notes, each by its own number.

/** @import { Say } from "../words/words.js" */

/**
 * @param {number} corrections
 * @param {number} notes
 * @param {Say} say
 * @returns {string[]} nothing of what there is none
 */
export const madeWords = (corrections, notes, say) => [
	...(corrections ? [say("desk.n.corrections", { n: corrections })] : []),
	...(notes ? [say("desk.n.notes", { n: notes })] : []),
];
