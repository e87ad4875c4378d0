// @ts-check
//! Owns the words of spans as one line for people; the text itself is never changed.

/** @typedef {{ start: number, end: number }} Span */

/** What stands between the pieces of what the text says in pieces. */
const BETWEEN = " … ";

/**
 * The words of spans on one line, pieces joined by an ellipsis.
 * @param {string} text
 * @param {readonly Span[]} spans
 */
export const quote = (text, spans) =>
	spans.map(({ start, end }) => oneLine(text.slice(start, end))).join(BETWEEN);

/**
 * Words with every run of white space made one blank.
 * @param {string} words
 */
export const oneLine = (words) => words.replace(/\s+/g, " ").trim();

/**
 * At most so many characters of a text, cut at a space.
 * @param {string} text
 * @param {number} [most]
 */
export function brief(text, most = 120) {
	if (text.length <= most) return text;
	const cut = text.lastIndexOf(" ", most);
	return `${text.slice(0, cut > most / 2 ? cut : most)}…`;
}
