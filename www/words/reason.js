// @ts-check
//! Owns putting the core's reason codes into words: `cue-verb:confirm` becomes "the verb “confirm”".

import { isKnown } from "./words.js";

/** @import { Say } from "./words.js" */

/** `code`, `code:detail`, either with what it adds to the score: `number:half +0.12`. */
const FORM = /^([^:]*?)(?::(.*?))?(?: ([+-]\d\.\d+))?$/s;

/**
 * A reason for a reader; a code without words of its own is shown with its dashes taken out.
 * @param {string} reason `code` or `code:detail`
 * @param {Say} say
 */
export function reasonInWords(reason, say) {
	const [, code, detail, weight] = /** @type {RegExpExecArray} */ (FORM.exec(reason));
	const key = `reason.${code}`;
	const words = isKnown(key) ? say(key, { detail }) : plain(code, detail);
	const bare = detail ? words : words.replace(/:? *“”|: *$/, "");
	return weight ? `${bare} (${say(weight.startsWith("-") ? "reason.lowers" : "reason.raises")})` : bare;
}

/**
 * @param {string} code
 * @param {string} detail
 */
const plain = (code, detail) => code.replaceAll("-", " ") + (detail ? `: “${detail}”` : "");
