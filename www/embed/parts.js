// @ts-check
//! Owns messages too long to be sent at once: a report on a very long text goes in parts and is put together again.

import { MAX_MESSAGE } from "../engine/limit.js";

/** In UTF-16 units: with all that JSON escapes, a part is still shorter than a message may be. */
const SIZE = Math.floor(MAX_MESSAGE / 8);
/** What a part begins with; no message of JSON does. */
const SIGN = "part ";
const FORM = /^part (\d{1,4})\/(\d{1,4}) /;

/** In how many parts a report on the longest text comes at most. */
export const MOST = 256;

/**
 * @param {string} data
 * @returns {string[]}
 */
export function split(data) {
	const all = Math.ceil(data.length / SIZE);
	return Array.from(
		{ length: all },
		(_, n) => `${SIGN}${n + 1}/${all} ${data.slice(n * SIZE, (n + 1) * SIZE)}`,
	);
}

/**
 * Puts parts together as they come, one message after the other; what is no part, or out of order, goes through as it is.
 * @param {number} most how many parts one message may have
 * @returns {(data: unknown) => unknown} the whole, or nothing while more is to come
 */
export function joiner(most) {
	/** @type {string[]} */
	let parts = [];
	return (data) => {
		const [head, n, all] = typeof data === "string" ? (FORM.exec(data) ?? []) : [];
		if (!head || Number(all) > most || Number(n) !== parts.length + 1) {
			parts = [];
			return data;
		}
		parts.push(/** @type {string} */ (data).slice(head.length));
		if (parts.length < Number(all)) return undefined;
		const whole = parts.join("");
		parts = [];
		return whole;
	};
}
