// @ts-check
//! Owns carrying a report over to a text that changed a little: what is found again keeps its mark, what is not is
//! named. Nothing is annotated anew, so counts of words stay those of the old text.

import { anchorer } from "./anchor.js";
import { quote } from "./quote.js";

/** @import { Anchor, Span } from "./anchor.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ id: string, words: string }} Lost a mark that was not found, by its id and words in the old report */
/** @typedef {{ report: Report, found: number, lost: Lost[] }} Reanchored */
/** @typedef {(number | null)[]} Numbers new numbers in a list, by the old ones */

/**
 * @param {string} text the text that the report is about
 * @param {Report} report
 * @param {string} changed the text as it is now
 * @returns {Reanchored}
 */
export function reanchor(text, report, changed) {
	const anchor = anchorer(text, changed, report.sentences);
	const structure = structureOf(report, anchor);
	const attributions = report.attributions.map((one) => attribution(one, anchor));
	const numbers = renumbered(attributions);
	const hedges = report.hedges.map((one) => hedge(one, anchor));
	const claims = report.claims.map((one) => claim(one, anchor, structure.numbers, numbers));
	const sources = report.sources.map((one) => source(one, anchor, numbers));
	const kept = {
		...report,
		...structure.lists,
		sources: present(sources),
		attributions: present(attributions).map((one) => relinked(one, numbers, renumbered(sources))),
		hedges: present(hedges),
		claims: present(claims),
		stats: stats(report, structure.lists.sentences.length, claims),
	};
	const lost = lostOnes(text, report, { attributions, hedges, claims });
	return {
		report: kept,
		found: kept.attributions.length + kept.hedges.length + kept.claims.length,
		lost,
	};
}

/**
 * Blocks and sentences; a block in which a sentence is lost reaches from its first to its last one that is found.
 * @param {Report} report
 * @param {Anchor} anchor
 */
function structureOf(report, anchor) {
	const sentences = report.sentences.map((one) => moved(one, anchor));
	/** @type {Span[][]} */
	const inside = report.blocks.map(() => []);
	for (const one of present(sentences)) inside[one.block].push(one);
	const blocks = report.blocks.map((one, number) => moved(one, anchor) ?? hull(one, inside[number]));
	const blockNumbers = renumbered(blocks);
	const lists = {
		blocks: present(blocks),
		sentences: present(sentences).map((one) => ({ ...one, block: Number(blockNumbers[one.block]) })),
	};
	return { lists, numbers: renumbered(sentences) };
}

/**
 * @param {Report["blocks"][number]} block
 * @param {Span[]} sentences
 */
const hull = (block, sentences) =>
	sentences.length ? { ...block, start: sentences[0].start, end: sentences[sentences.length - 1].end } : null;

/**
 * @template {Span} T
 * @param {T} one
 * @param {Anchor} anchor
 * @returns {T | null}
 */
function moved(one, anchor) {
	const span = anchor(one);
	return span && { ...one, ...span };
}

/**
 * All spans, or nothing where one of them is lost.
 * @param {Span[]} spans
 * @param {Anchor} anchor
 */
function allMoved(spans, anchor) {
	const found = spans.map((one) => moved(one, anchor));
	return found.every((one) => one !== null) ? found : null;
}

/**
 * @param {Report["attributions"][number]} old
 * @param {Anchor} anchor
 */
function attribution(old, anchor) {
	const cue = moved(old.cue, anchor);
	const sources = allMoved(old.sources, anchor);
	const contents = allMoved(old.contents, anchor);
	return cue && sources && contents && { ...old, cue, sources, contents };
}

/**
 * @param {Report["hedges"][number]} old
 * @param {Anchor} anchor
 */
function hedge(old, anchor) {
	const span = anchor(old);
	return span && { ...old, ...span, scope: anchor(old.scope) ?? span };
}

/**
 * A claim whose attribution is lost is lost too: without it, it would look like the article's own.
 * @param {Report["claims"][number]} old
 * @param {Anchor} anchor
 * @param {Numbers} sentences
 * @param {Numbers} attributions
 */
function claim(old, anchor, sentences, attributions) {
	const spans = allMoved(old.spans, anchor);
	const sentence = sentences[old.sentence];
	const by = old.attribution === null ? null : attributions[old.attribution];
	if (!spans || sentence === null || (old.attribution !== null && by === null)) return null;
	return { ...old, spans, sentence, attribution: by };
}

/**
 * @param {Report["sources"][number]} old
 * @param {Anchor} anchor
 * @param {Numbers} numbers of the attributions
 */
function source(old, anchor, numbers) {
	const mentions = present(old.mentions.map((one) => moved(one, anchor)));
	const attributions = present(old.attributions.map((number) => numbers[number]));
	return attributions.length ? { ...old, mentions, attributions } : null;
}

/**
 * @param {Report["attributions"][number]} one
 * @param {Numbers} attributions
 * @param {Numbers} sources
 */
const relinked = (one, attributions, sources) => ({
	...one,
	source: one.source === null ? null : sources[one.source],
	parent: one.parent === null ? null : attributions[one.parent],
});

/**
 * @param {Report} report
 * @param {number} sentences
 * @param {unknown[]} claims
 */
function stats({ stats: old, claims: before }, sentences, claims) {
	const gone = before.filter(({ attribution: by }, number) => by === null && !claims[number]);
	const attributed = Math.min(old.attributed, sentences);
	return { ...old, sentences, attributed, unsourcedClaims: Math.max(0, old.unsourcedClaims - gone.length) };
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ attributions: unknown[], hedges: unknown[], claims: unknown[] }} found
 * @returns {Lost[]}
 */
function lostOnes(text, report, found) {
	const list = (/** @type {string} */ letter, /** @type {unknown[]} */ ones, /** @type {Span[][]} */ spans) =>
		ones.flatMap((one, number) =>
			one ? [] : [{ id: `${letter}${number}`, words: quote(text, spans[number]) }],
		);
	return [
		...list(
			"a",
			found.attributions,
			report.attributions.map(({ contents, cue }) => (contents.length ? contents : [cue])),
		),
		...list(
			"h",
			found.hedges,
			report.hedges.map((one) => [one]),
		),
		...list(
			"c",
			found.claims,
			report.claims.map(({ spans }) => spans),
		),
	];
}

/**
 * @param {unknown[]} list with nothing where something is lost
 * @returns {Numbers}
 */
function renumbered(list) {
	let next = 0;
	return list.map((one) => (one === null ? null : next++));
}

/**
 * @template T
 * @param {(T | null)[]} list
 * @returns {T[]}
 */
const present = (list) => list.filter((one) => one !== null);
