// @ts-check
//! Owns the few reasons that a note or a task has room for: what there is to check in a claim, the weightiest first.
//! All of them, with what each adds or takes, are in the popover and in the files for programs.

import { reasonInWords } from "./reason.js";

/** @import { Say } from "./words.js" */

/** A reason with words of the text and what it adds to the score, such as `number:40 percent +0.29`. */
const RAISING = /^(?<code>[^:]+):(?<detail>.+) \+(?<weight>\d\.\d+)$/s;
/** A reason that takes from the score, or has no words of the text. */
const WEIGHED = / [+-]\d\.\d+$/;
/** What the model learnt of single words says nothing that a reader could look up. */
const OPAQUE = new Set(["wording", "adverb"]);
const MOST = 3;

/**
 * @param {readonly string[]} reasons
 * @param {Say} say
 * @returns {string[]}
 */
export function worth(reasons, say) {
	const raising = reasons.flatMap((reason) => {
		const { code, detail, weight } = RAISING.exec(reason)?.groups ?? {};
		return code && !OPAQUE.has(code) ? [{ reason: `${code}:${detail}`, weight: Number(weight) }] : [];
	});
	const first = raising.sort((a, b) => b.weight - a.weight).slice(0, MOST);
	const plain = reasons.filter((reason) => !WEIGHED.test(reason));
	return [...first.map(({ reason }) => reason), ...plain].map((reason) => reasonInWords(reason, say));
}
