// @ts-check
//! Owns the counts of a report whose marks were corrected: what the engine counted stands, and only words that changed
//! hands are counted anew, by the core.

import { isUnsourced } from "./finding.js";
import { isEmpty } from "./graph.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {(words: string) => number} Count how many words the core counts in a piece of text */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {Report["attributions"][number]} Attribution */

/**
 * @param {string} text
 * @param {Report} before as the engine made it
 * @param {Report} after the same with corrected lists
 * @param {Count} count
 * @returns {Report}
 */
export function recount(text, before, after, count) {
	const words = (/** @type {Attribution} */ { contents }) =>
		contents.reduce((sum, { start, end }) => sum + count(text.slice(start, end)), 0);
	const gained = (/** @type {(report: Report) => Attribution[]} */ some) =>
		difference(some(after), some(before), words) - difference(some(before), some(after), words);
	const all = outermostWords(before) + gained(outermost);
	const sources = withWords(before, after, words).map((source) => ({
		...source,
		share: source.words / Math.max(all, source.words, 1),
	}));
	const { total, attributed, unnamed } = before.stats.words;
	const most = (/** @type {number} */ sum) => Math.min(total, Math.max(0, sum));
	return {
		...after,
		sources,
		stats: {
			...before.stats,
			attributed: attributedSentences(after),
			unsourcedClaims: after.claims.filter(isUnsourced).length,
			words: {
				total,
				attributed: most(attributed + gained(outermost)),
				unnamed: most(unnamed + gained(outermostUnnamed)),
			},
		},
	};
}

/** @param {Report} report */
const outermost = ({ attributions }) => attributions.filter(({ parent }) => (parent ?? null) === null);

/** @param {Report} report */
const outermostUnnamed = (report) =>
	outermost(report).filter(({ source }) => !(source !== null && report.sources[source]?.named));

/** How far a share may be off, as it is rounded to three places. */
const ROUNDED = 0.0005;

/**
 * The number that the shares of a report are parts of: the one that fits them all. A source of more words than that, as
 * what stands inside of others counts for it too, has the share 1 and tells nothing.
 * @param {Report} report
 */
function outermostWords({ sources, stats }) {
	const telling = sources.filter(({ words, share }) => words > 0 && share > ROUNDED && share < 1);
	if (!telling.length) return stats.words.attributed;
	const least = Math.max(...telling.map(({ words, share }) => words / (share + ROUNDED)));
	const most = Math.min(...telling.map(({ words, share }) => words / (share - ROUNDED)));
	const { attributed } = stats.words;
	return attributed >= least && attributed <= most ? attributed : Math.round((least + most) / 2);
}

/**
 * The words of what one list has and the other has not.
 * @param {Attribution[]} list
 * @param {Attribution[]} other
 * @param {(attribution: Attribution) => number} words
 */
function difference(list, other, words) {
	const known = new Set(other.map(nameOf));
	return list.filter((one) => !known.has(nameOf(one))).reduce((sum, one) => sum + words(one), 0);
}

/**
 * What an attribution says, by its places.
 * @param {Attribution} attribution
 */
const nameOf = ({ contents }) => contents.map(({ start, end }) => `${start}-${end}`).join();

/**
 * The sources with their words: those of the source that it was before, but for what it gained and lost.
 * @param {Report} before
 * @param {Report} after
 * @param {(attribution: Attribution) => number} words
 */
function withWords(before, after, words) {
	const whose = new Map(before.attributions.map((one) => [nameOf(one), one.source]));
	return after.sources.map((source) => {
		const said = source.attributions.map((number) => after.attributions[number]);
		const was = before.sources[mostly(said.map((one) => whose.get(nameOf(one)) ?? -1))];
		const had = was?.attributions.map((number) => before.attributions[number]) ?? [];
		const gained = difference(said, had, words) - difference(had, said, words);
		return { ...source, words: Math.max(0, (was?.words ?? 0) + gained) };
	});
}

/**
 * The number that is there most often.
 * @param {number[]} numbers
 */
function mostly(numbers) {
	/** @type {Map<number, number>} */
	const times = new Map();
	for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
	return [...times].sort(([, a], [, b]) => b - a)[0]?.[0] ?? -1;
}

/**
 * How many sentences an attribution stands in.
 * @param {Report} report
 */
function attributedSentences(report) {
	const touched = outermost(report)
		.flatMap(({ cue, contents }) => (isEmpty(cue) ? contents : [cue, ...contents]))
		.sort((a, b) => a.start - b.start);
	let next = 0;
	let reach = 0;
	return report.sentences.filter(({ start, end }) => {
		while (next < touched.length && touched[next].start < end) reach = Math.max(reach, touched[next++].end);
		return reach > start;
	}).length;
}
