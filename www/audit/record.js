// @ts-check
//! Owns what an audit keeps of one article: counts, sources and a line for each statement, never the text itself. This
//! room lays many reports beside one another; it has no DOM.

import { isUnsourced } from "../report/finding.js";
import { headlineOf } from "../report/headline.js";
import { brief, oneLine, quote } from "../report/quote.js";
import { printOf } from "./print.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** What the reader changed and wrote. @typedef {Pick<View, "corrections" | "remarks">} Changes */
/** @typedef {Report["sources"][number]["kind"]} SourceKind */
/** What the file itself says of the article; empty where it says nothing.
 * @typedef {{ title: string, section: string, author: string, date: string }} Meta */
/** @typedef {{ start: number, words: string }} Line where in the text, and how it begins */
/** @typedef {{ name: string, description: string, kind: SourceKind, named: boolean, words: number, lines: Line[] }} Quoted */
/**
 * @typedef {object} Rec
 * @property {string} name of the file, or of the line in it
 * @property {Meta} meta
 * @property {number} words
 * @property {number} attributed words that somebody is credited with
 * @property {number} statements
 * @property {Quoted[]} sources
 * @property {Line[]} nobody statements whose source is not clear
 * @property {Line[]} unsourced claims without a source
 * @property {[string, number][]} cues how often each was used
 * @property {string} [print] of its text, where there was one
 * @property {string} [of] of a saved report: where it says its article is from, empty where it says nothing
 * @property {Changes} [changes] of the reader's, which are counted here; there where there are some
 */

const SHORT = 140;

/**
 * @param {string} name
 * @param {Partial<Meta>} meta
 * @param {string} text
 * @param {Report} report with what its reader corrected
 * @param {Changes} [changes]
 * @returns {Rec}
 */
export function recordOf(name, meta, text, report, { corrections = [], remarks = [] } = {}) {
	const { attributions, claims, sources, stats } = report;
	const said = (/** @type {number} */ number) => {
		const { cue, contents } = attributions[number];
		const [first = cue] = contents;
		return { start: first.start, words: brief(quote(text, contents.length ? contents : [cue]), SHORT) };
	};
	/** @type {Map<string, number>} */
	const cues = new Map();
	for (const { cue } of attributions) if (cue.lemma) cues.set(cue.lemma, (cues.get(cue.lemma) ?? 0) + 1);
	return {
		name,
		meta: { section: "", date: "", ...filled(meta), ...titled(name, meta, text, report) },
		words: stats.words.total,
		attributed: stats.words.attributed,
		statements: attributions.length,
		sources: sources.map(({ name, description, kind, named, words, attributions: numbers }) => ({
			name: oneLine(name),
			description: oneLine(description),
			kind,
			named,
			words,
			lines: numbers.map(said),
		})),
		nobody: attributions.flatMap(({ source }, number) => ((source ?? null) === null ? [said(number)] : [])),
		unsourced: claims
			.filter(isUnsourced)
			.map(({ spans }) => ({ start: spans[0].start, words: brief(quote(text, spans), SHORT) })),
		cues: [...cues],
		...(text && { print: printOf(text) }),
		...((corrections.length > 0 || remarks.length > 0) && { changes: { corrections, remarks } }),
	};
}

/** What is said, without what is empty. @param {Partial<Meta>} meta */
export const filled = (meta) => Object.fromEntries(Object.entries(meta).filter(([, value]) => value));

/**
 * Headline and byline of the article, where the file does not name them.
 * @param {string} name of the file
 * @param {Partial<Meta>} meta
 * @param {string} text
 * @param {Report} report
 */
function titled(name, meta, text, report) {
	const byline = report.blocks.find(({ kind }) => kind === "byline");
	const words = byline ? oneLine(text.slice(byline.start, byline.end)) : "";
	return {
		title: meta.title || headlineOf(text, report, { file: name, most: SHORT }),
		author: meta.author || words.replace(/^by /i, ""),
	};
}
