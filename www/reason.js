// @ts-check
//! Owns putting the core's reason codes into words: `cue-verb:confirm` becomes "the verb “confirm”".

import { isKnown } from "./words.js";

/** @import { Say } from "./words.js" */

/**
 * A reason for a reader; a code without words of its own is shown with its dashes taken out.
 * @param {string} reason `code` or `code:detail`
 * @param {Say} say
 */
export function reasonInWords(reason, say) {
	const [, code, detail] = /** @type {RegExpExecArray} */ (/^([^:]*):?(.*)$/s.exec(reason));
	const key = `reason.${code}`;
	if (isKnown(key)) return say(key, { detail }).replace(/\s*“”/, "");
	const plain = code.replaceAll("-", " ");
	return detail ? `${plain}: “${detail}”` : plain;
}
