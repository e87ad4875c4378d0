// @ts-check
//! Owns reading pasted markup: parsed where nothing runs and nothing loads, then only its words and blocks are kept.
//! The walk is the core's own (`dom.rs`), the same that reads a host's page.

import { annotateElement } from "../engine/engine.js";
import { inert } from "../engine/trusted.js";

/** @import { Block } from "../report/block.js" */
/** @typedef {{ text: string, blocks?: Block[] }} Found */

/**
 * The words and blocks of some markup.
 * @param {string} markup
 * @returns {Promise<Found>}
 */
export const fromHtml = (markup) => read(inert(markup).body);

/**
 * The article of a whole page, with its title, byline and date before it; the whole page where none is found.
 * @param {string} markup
 * @returns {Promise<Found>}
 */
export async function fromPage(markup) {
	const { articleOf } = await import("./readable.js");
	const page = inert(markup);
	return read(articleOf(page) ?? page.body);
}

/**
 * @param {Element} element
 * @returns {Promise<Found>}
 */
async function read(element) {
	const { text, report } = await annotateElement(element);
	return { text, blocks: report.blocks };
}
