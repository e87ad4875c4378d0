// @ts-check
//! Owns a report whose items hold one another instead of numbers, so that some can go and others come, and the way back
//! to lists in text order.

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {Omit<Report["sources"][number], "attributions">} Source */
/** @typedef {Omit<Report["attributions"][number], "source" | "parent"> & { source: Source | null, parent: Attribution | null }} Attribution */
/** @typedef {Report["hedges"][number]} Hedge */
/** @typedef {Omit<Report["claims"][number], "attribution"> & { attribution: Attribution | null }} Claim */
/** @typedef {{ sources: Source[], attributions: Attribution[], hedges: Hedge[], claims: Claim[] }} Graph */

/**
 * A copy of a report's lists, to be changed.
 * @param {Report} report
 * @returns {Graph}
 */
export function unfold({ sources, attributions, hedges, claims }) {
	const whom = sources.map(({ attributions: _, ...source }) => ({ ...source }));
	/** @type {Attribution[]} */
	const said = attributions.map((one) => ({ ...one, source: at(whom, one.source), parent: null }));
	for (const [number, { parent }] of attributions.entries()) said[number].parent = at(said, parent);
	return {
		sources: whom,
		attributions: said,
		hedges: hedges.map((one) => ({ ...one })),
		claims: claims.map((one) => ({ ...one, attribution: at(said, one.attribution) })),
	};
}

/**
 * @template T
 * @param {T[]} list
 * @param {number | null | undefined} number
 */
const at = (list, number) => (number === null || number === undefined ? null : list[number]);

/** @typedef {Attribution | Hedge | Claim} Item */
/** @typedef {Pick<Report, "sources" | "attributions" | "hedges" | "claims">} Lists */

/**
 * The lists of a report, and the id that each mark has there. A source to whom nothing is credited any more is gone.
 * @param {Graph} graph
 * @returns {{ lists: Lists, ids: Map<Item, string> }}
 */
export function fold(graph) {
	const attributions = graph.attributions.toSorted((a, b) => a.cue.start - b.cue.start);
	/** @type {Map<Source, number[]>} */
	const said = new Map();
	for (const [number, { source }] of attributions.entries()) {
		const list = source && said.get(source);
		if (list) list.push(number);
		else if (source) said.set(source, [number]);
	}
	const first = (/** @type {Source} */ source) =>
		source.mentions[0]?.start ?? startOf(attributions[said.get(source)?.[0] ?? 0]);
	const sources = graph.sources.filter((source) => said.has(source)).sort((a, b) => first(a) - first(b));
	const hedges = graph.hedges.toSorted((a, b) => a.start - b.start);
	const claims = graph.claims.toSorted((a, b) => a.spans[0].start - b.spans[0].start);
	const numbers = numbersOf(attributions);
	const places = numbersOf(sources);
	const lists = {
		sources: sources.map((source) => ({ ...source, attributions: said.get(source) ?? [] })),
		attributions: attributions.map((one) => ({
			...one,
			source: places.get(one.source) ?? null,
			parent: numbers.get(one.parent) ?? null,
		})),
		hedges,
		claims: claims.map((one) => ({ ...one, attribution: numbers.get(one.attribution) ?? null })),
	};
	const named = (/** @type {string} */ letter, /** @type {Item[]} */ list) =>
		list.map((item, number) => /** @type {[Item, string]} */ ([item, `${letter}${number}`]));
	return {
		lists,
		ids: new Map([...named("a", attributions), ...named("h", hedges), ...named("c", claims)]),
	};
}

/**
 * @template T
 * @param {T[]} list
 * @returns {Map<T | null, number>}
 */
const numbersOf = (list) => new Map(list.map((one, number) => [one, number]));

/**
 * Where an attribution begins.
 * @param {Attribution} attribution
 */
export const startOf = ({ sources, cue, contents }) =>
	Math.min(cue.start, ...[sources, contents].flatMap(([first]) => (first ? [first.start] : [])));

/**
 * By what a mark is known: an attribution by its cue, or where it has none by what is said; a claim by all
 * its words, as several may share their subject.
 * @param {{ cue: Span, contents: readonly Span[] } | { spans: readonly Span[] } | Span} mark
 * @returns {Span}
 */
export function keyOf(mark) {
	if ("cue" in mark) return isEmpty(mark.cue) ? mark.contents[0] : mark.cue;
	if ("spans" in mark) return { start: mark.spans[0].start, end: mark.spans[mark.spans.length - 1].end };
	return mark;
}

/** @param {Span} span */
export const isEmpty = ({ start, end }) => start >= end;
