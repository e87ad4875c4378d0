// @ts-check
//! Owns what the tab and a printed page are called: the headline of the article.

import { brief, oneLine } from "../report/quote.js";

/** @import { SaidSoElement } from "../element/define.js" */

/**
 * The headline, else the first words; nothing where there is no article.
 * @param {SaidSoElement} reader
 */
export function titleOf({ value, report }) {
	const first = report.blocks.find(({ kind }) => kind === "heading") ?? report.sentences[0];
	const words = first ? oneLine(value.slice(first.start, first.end)) : "";
	return words ? `${brief(words, 90)} – saidso` : undefined;
}
