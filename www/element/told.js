// @ts-check
//! Owns telling of a correction in one line.

import { brief, oneLine } from "../report/quote.js";

/** @import { Correction, Who } from "../report/correction.js" */
/** @import { Selector } from "../report/selector.js" */
/** @import { Say } from "../words/words.js" */

/**
 * @param {Correction} one
 * @param {Say} say
 * @param {string} [about] the words of the mark that it is about
 * @returns {string}
 */
export function told(one, say, about) {
	switch (one.act) {
		case "credit": {
			const name = nameOf(one.to, say);
			const n = one.marks.length;
			const [{ at }] = one.marks;
			return n > 1
				? say("desk.did.credits", { n, name })
				: say("desk.did.credit", { words: about ? inside(about) : among(at), name });
		}
		case "merge":
			return say("desk.did.merge", { name: one.source.name, other: one.into.name });
		case "rename":
			return say("desk.did.rename", { name: one.source.name, other: one.name });
		case "remove":
			return say("desk.did.remove", { words: about ? inside(about) : among(one.mark.at) });
		case "part":
			return say("desk.did.part", { words: inside(one.at.exact), role: say(`desk.role.${one.role}`) });
		case "quote":
			return say("desk.did.quote", { words: inside(one.at.exact), name: nameOf(one.to, say) });
		case "claim":
		case "hedge":
			return say(`desk.did.${one.act}`, { words: inside(one.at.exact) });
	}
}

/**
 * Few words with what stands behind them, which tells more than a cue alone.
 * @param {Selector} at
 */
const among = ({ exact, suffix }) =>
	exact.length > 20 ? inside(exact) : `${bare(exact + suffix).replace(/\s+\S*$/u, "")}…`;

/**
 * Few words, to stand between quotation marks: without their own.
 * @param {string} words
 */
export const inside = (words) => brief(bare(words), 60);

/** @param {string} words */
const bare = (words) => oneLine(words.replace(/[“”„"«»]/gu, ""));

/**
 * @param {Who | null} who
 * @param {Say} say
 */
const nameOf = (who, say) =>
	(who ? who.name || say("desk.nobody") : say("desk.unclear")).replace(/^\p{Lu}(?=\p{Ll}* )/u, (first) =>
		who?.name ? first : first.toLocaleLowerCase(),
	);
