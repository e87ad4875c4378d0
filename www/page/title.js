// @ts-check
//! Owns what the tab and a printed page are called: as the article is.

import { headlineOf } from "../report/headline.js";

/** @import { SaidSoElement } from "../element/define.js" */

/**
 * The headline, else the first words; nothing where there is no article.
 * @param {SaidSoElement} reader
 */
export function titleOf({ value, report, origin }) {
	const words = headlineOf(value, report, { file: origin });
	return words ? `${words} – saidso` : undefined;
}
