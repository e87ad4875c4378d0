// @ts-check
//! Owns what an article is called: by its headline, else by its first words; a text that begins with a time, as subtitles
//! do, by the name of its file.

import { brief, oneLine } from "./quote.js";

/** @import { Report } from "../pkg/saidso.js" */

/** So many characters of it are shown. */
const LONG = 90;

/**
 * @param {string} text
 * @param {Pick<Report, "blocks" | "sentences">} report
 * @param {{ file?: string, most?: number }} [options] the name of its file, where it has one, and how long it may be
 * @returns {string} nothing where there is no text
 */
export function headlineOf(text, { blocks, sentences }, { file = "", most = LONG } = {}) {
	const words = (/** @type {{ start: number, end: number } | undefined} */ span) =>
		span ? brief(oneLine(text.slice(span.start, span.end)), most) : "";
	const heading = blocks.find(({ kind }) => kind === "heading");
	if (heading) return words(heading);
	const isCaption = (/** @type {{ block: number }} */ { block }) => blocks[block]?.kind === "caption";
	const named = /^https?:/i.test(file) ? "" : file.replace(/\.\w{2,8}$/, "");
	if (blocks[0]?.kind === "caption" && named) return brief(named, most);
	return words(sentences.find((one) => !isCaption(one)) ?? sentences[0]);
}
