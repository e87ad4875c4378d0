// @ts-check
//! Owns telling whether an article that is kept has the same words as another, by a print of its text.

import { get } from "./shelf.js";

/** @import { Head } from "./shelf.js" */

/** @param {string} text */
export async function printOf(text) {
	const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return Array.from(new Uint8Array(bytes, 0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whether what is kept has a print; of what was kept without one it is made.
 * @param {Head} head
 * @param {string} print
 */
export async function isOf({ id, print: own }, print) {
	if (own) return own === print;
	const json = await get(id);
	return json !== undefined && (await printOf(JSON.parse(json).text)) === print;
}
