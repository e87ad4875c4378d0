// @ts-check
//! Owns articles for the runs beside Python's tools: the page's sample, each time with other people, numbers and order.

import { SAMPLE } from "../www/page/sample.js";

const FIRST = ["Ana", "Bo", "Ilse", "Omar", "Pia", "Rhys", "Sunniva", "Teodor"];
const LAST = ["Brook", "Vantongeren", "Okonjo", "Sorrel", "Halvard", "Quist", "Ferrant", "Mbeki"];
const NAMES = [
	["Marta", "Lindqvist"],
	["Tomas", "Achterberg"],
	["Ines", "Calloway"],
];

/**
 * So many different articles.
 * @param {number} count
 */
export const articles = (count) => Array.from({ length: count }, (_, n) => article(n));

/** @param {number} n */
function article(n) {
	const [head, ...paragraphs] = SAMPLE.split("\n\n");
	const turn = n % paragraphs.length;
	const turned = [head, ...paragraphs.slice(turn), ...paragraphs.slice(0, turn)].join("\n\n");
	const named = NAMES.reduce(
		(text, [first, last], at) =>
			text
				.replaceAll(first, FIRST[(n + at) % FIRST.length])
				.replaceAll(last, LAST[((n >> 3) + at) % LAST.length]),
		turned,
	);
	return named.replace(/\d+/g, (digits) => String(Number(digits) + n));
}
