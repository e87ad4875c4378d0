// @ts-check
//! Owns a report with a reader's corrections applied: marks, sources, totals and shares follow. It changes neither the
//! report nor the corrections, so that each can be taken back. What no longer fits the text is left out and named.

import { credited, creditor, isNamed } from "./creditor.js";
import { fold, isEmpty, keyOf, unfold } from "./graph.js";
import { nearest } from "./remark.js";
import { find } from "./selector.js";
import { sentenceAt } from "./sentence.js";
import { recount } from "./tally.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Correction, Mark } from "./correction.js" */
/** @import { Count } from "./tally.js" */
/** @import { Attribution, Claim, Graph, Item, Source, Span } from "./graph.js" */
/** Whether it could be applied, and the mark that it is about; where that was removed, the words that it was on.
 * @typedef {{ fits: boolean, id: string | null, was?: Span[] }} Outcome */
/** @typedef {{ text: string, report: Report, graph: Graph }} Work */

/** What a mark of the reader's own is made of. */
export const BY_READER = "reader";

/**
 * @param {string} text
 * @param {Report} report as the engine made it
 * @param {readonly Correction[]} corrections in the order in which they were made
 * @param {Count} count
 * @returns {{ report: Report, outcomes: Outcome[] }} an outcome for each correction
 */
export function correct(text, report, corrections, count) {
	const graph = unfold(report);
	const work = { text, report, graph };
	const touched = corrections.map((one) => apply(one, work));
	const { lists, ids } = fold(graph);
	const outcomes = touched.map((one) => {
		const id = (one && ids.get(one)) ?? null;
		return { fits: one !== undefined, id, ...(one && !id && { was: wordsOf(one) }) };
	});
	return { report: recount(text, report, { ...report, ...lists }, count), outcomes };
}

/**
 * The words of a mark as one would say them: who, the cue, what.
 * @param {Item} item
 * @returns {Span[]}
 */
function wordsOf(item) {
	const spans = "spans" in item ? item.spans : "cue" in item ? partsOf(item) : [item];
	return spans.map(({ start, end }) => ({ start, end })).filter((span) => !isEmpty(span));
}

/** @param {Attribution} said @returns {Span[]} */
const partsOf = ({ sources, cue, contents }) => [...sources, cue, ...contents];

/**
 * Applies one; gives the mark that it is about, nothing where it does not fit, and null where there is none.
 * @param {Correction} one
 * @param {Work} work
 * @returns {Item | null | undefined}
 */
function apply(one, work) {
	const { graph, text } = work;
	switch (one.act) {
		case "credit": {
			const items = one.marks.map((mark) => itemOf(mark, work)).filter((item) => item !== undefined);
			if (!items.length) return undefined;
			const to = creditor(graph, text, one.to, items);
			return items.map((item) => credit(item, to, work))[0];
		}
		case "merge": {
			const [from, into] = [one.source, one.into].map((who) => credited(graph, text, who));
			if (!from || !into || from === into) return undefined;
			for (const said of graph.attributions) if (said.source === from) said.source = into;
			into.mentions = [...into.mentions, ...from.mentions].sort((a, b) => a.start - b.start);
			graph.sources.splice(graph.sources.indexOf(from), 1);
			return firstOf(graph, into);
		}
		case "rename": {
			const source = credited(graph, text, one.source);
			if (!source) return undefined;
			const named = one.kind === source.kind ? source.named : isNamed(one.kind);
			Object.assign(source, { name: one.name, kind: one.kind, named });
			return firstOf(graph, source);
		}
		case "remove": {
			const item = itemOf(one.mark, work);
			if (!item) return undefined;
			remove(graph, item);
			return item;
		}
		case "part":
			return part(one, work);
		case "quote": {
			const span = find(text, one.at);
			if (!span) return undefined;
			const said = statement([span], text);
			graph.attributions.push(said);
			said.source = creditor(graph, text, one.to, [said]);
			takeClaims(graph, said);
			return said;
		}
		case "claim":
			return added(graph.claims, find(text, one.at), (span) => claim(span, work.report));
		case "hedge":
			return added(graph.hedges, find(text, one.at), (span) => ({
				...span,
				kind: one.kind,
				scope: span,
				confidence: 1,
				reasons: [BY_READER],
			}));
	}
}

/**
 * @template T
 * @param {T[]} list
 * @param {Span | null} span
 * @param {(span: Span) => T} make
 * @returns {T | undefined}
 */
function added(list, span, make) {
	if (!span) return undefined;
	const made = make(span);
	list.push(made);
	return made;
}

/**
 * @param {Graph} graph
 * @param {Source} source
 */
const firstOf = (graph, source) => graph.attributions.find((one) => one.source === source) ?? null;

/**
 * The mark that a correction means: the one whose words are those, or else share most of them.
 * @param {Mark} mark
 * @param {Work} work
 * @returns {Item | undefined}
 */
function itemOf({ kind, at }, { text, graph }) {
	const span = find(text, at);
	if (!span) return undefined;
	const list = { attribution: graph.attributions, claim: graph.claims, hedge: graph.hedges }[kind];
	return list[nearest(list.map(keyOf), span)];
}

/**
 * @param {Item} item
 * @param {Source | null} to
 * @param {Work} work
 * @returns {Item} the attribution; of a claim, the one that it has now
 */
function credit(item, to, { graph, text }) {
	if ("cue" in item) return Object.assign(item, { source: to, confidence: 1, reasons: [BY_READER] });
	if (!("spans" in item)) return item;
	const said = { ...statement(item.spans, text), source: to };
	graph.attributions.push(said);
	item.attribution = said;
	return said;
}

/**
 * A statement of the reader's own, which no word of the text introduces.
 * @param {Span[]} contents
 * @param {string} text
 * @returns {Attribution}
 */
const statement = (contents, text) => ({
	sources: [],
	cue: { start: contents[0].start, end: contents[0].start, lemma: "" },
	contents: contents.map(({ start, end }) => ({ start, end })),
	source: null,
	act: "speech",
	form: formOf(contents, text),
	stance: "neutral",
	parent: null,
	confidence: 1,
	reasons: [BY_READER],
});

const QUOTED = /^["“„«»‘‹「].*["”“»«’›」]$/su;
const QUOTE = /["“”„«»「」]/u;

/**
 * Whether words stand between quotation marks, as `Form` in the core.
 * @param {Span[]} contents
 * @param {string} text
 * @returns {Attribution["form"]}
 */
function formOf(contents, text) {
	const words = contents.map(({ start, end }) => text.slice(start, end).trim());
	if (words.every((part) => QUOTED.test(part))) return "direct";
	return words.some((part) => QUOTE.test(part)) ? "mixed" : "indirect";
}

/**
 * What stood there without a source has one now.
 * @param {Graph} graph
 * @param {Attribution} said
 */
function takeClaims({ claims }, said) {
	const isSaid = (/** @type {Span} */ { start, end }) =>
		said.contents.some((content) => content.start <= start && end <= content.end);
	for (const one of claims) if (!one.attribution && one.spans.every(isSaid)) one.attribution = said;
}

/**
 * @param {Span} span
 * @param {Report} report
 * @returns {Claim}
 */
const claim = (span, { sentences }) => ({
	spans: [span],
	sentence: Math.max(0, sentenceAt(sentences, span.start)),
	attribution: null,
	statement: "fact",
	checkworthiness: 1,
	certainty: "stated",
	reasons: [BY_READER],
});

/**
 * @param {Graph} graph
 * @param {Item} item
 */
function remove(graph, item) {
	for (const list of [graph.attributions, graph.hedges, graph.claims]) {
		const number = /** @type {Item[]} */ (list).indexOf(item);
		if (number >= 0) list.splice(number, 1);
	}
	if (!("cue" in item)) return;
	for (const inside of graph.attributions) if (inside.parent === item) inside.parent = item.parent;
	// What was reported is the article's own claim now: the reader said that nobody is credited here. Words between
	// quotation marks are not, whoever speaks.
	if (item.form !== "indirect" && !item.parent)
		graph.claims = graph.claims.filter((one) => one.attribution !== item);
	for (const one of graph.claims) if (one.attribution === item) one.attribution = item.parent;
}

/**
 * @param {Extract<Correction, { act: "part" }>} one
 * @param {Work} work
 * @returns {Item | undefined}
 */
function part({ mark, role, at }, work) {
	const item = itemOf(mark, work);
	const span = find(work.text, at);
	if (!item || !span || !("cue" in item)) return undefined;
	if (role === "cue") item.cue = { ...span, lemma: work.text.slice(span.start, span.end).toLowerCase() };
	else if (role === "source") item.sources = [span];
	else {
		item.contents = [span];
		item.form = formOf([span], work.text);
		takeClaims(work.graph, item);
	}
	if (isEmpty(item.cue) && role === "content") item.cue = { ...item.cue, start: span.start, end: span.start };
	item.reasons = [BY_READER];
	item.confidence = 1;
	return item;
}
