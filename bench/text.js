// @ts-check
//! Texts of any size, made of the page's own sample article, as benches/text.rs makes them.

import { SAMPLE } from "../www/page/sample.js";

/**
 * The sample's paragraphs over and over.
 * @param {number} bytes about how many, in UTF-8
 */
export function text(bytes) {
	const paragraphs = SAMPLE.split(/(?<=\n\n)/);
	const encoder = new TextEncoder();
	let [text, sum] = ["", 0];
	for (let n = 0; sum < bytes; n++) {
		const next = paragraphs[n % paragraphs.length];
		text += next;
		sum += encoder.encode(next).length;
	}
	return text.slice(0, Math.ceil((text.length * bytes) / sum));
}
