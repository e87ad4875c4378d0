// @ts-check
//! Owns what an editor changes in a text: parts of it are replaced, each given by where it was before.

import { wrong } from "./error.js";
import { shown } from "./given.js";

/** @typedef {{ start: number, end: number, text: string }} Change what stands from start to end, in UTF-16, becomes the text */

/**
 * A text with its changes made.
 * @param {string} text
 * @param {readonly Change[]} changes in text order; their offsets are those of the text before any of them
 * @throws {SaidSoError} `bad-argument`
 */
export function changed(text, changes) {
	let made = "";
	let at = 0;
	for (const change of changes) {
		const { start, end, text: words } = change ?? {};
		const isSound = Number.isInteger(start) && Number.isInteger(end) && typeof words === "string";
		if (!isSound || start < at || end < start || end > text.length)
			throw wrong(`a change is start, end and text, behind the change before it, not ${shown(change)}`);
		made += text.slice(at, start) + words;
		at = end;
	}
	return made + text.slice(at);
}
