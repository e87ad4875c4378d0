// @ts-check
//! Owns the reading of texts in which `÷` stands right before every sentence but the first of a paragraph.

/** @import { Gold } from "./score.js" */

/**
 * The paragraphs of a marked text, and where their sentences end.
 * @param {string} text
 * @returns {Gold[]}
 */
export const marked = (text) =>
	text
		.trim()
		.split(/\n\n+/)
		.map((paragraph) => {
			let at = 0;
			const ends = paragraph.split("÷").map((part) => (at += part.length));
			return { text: paragraph.replaceAll("÷", ""), ends };
		});
