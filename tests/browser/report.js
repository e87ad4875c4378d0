// @ts-check
//! Builds a report from text with its marks written in, so that a test of the page does not hang on the detectors:
//! `{source Ms. Li} {cue said} {content we won’t cut}`; `{hedge:modal may}`; `{claim …}`.
//! One attribution per line of input; each line is a block.

import { nothing } from "../../www/element/reading.js";

/**
 * @param {string[]} lines
 * @param {{ name: string, named?: boolean, kind?: string, description?: string }[]} sources one per attribution, by order
 */
export function reportOf(lines, sources = []) {
	/** @type {any} */
	const report = { ...nothing(), engine: { name: "saidso", version: "0.0.0", model: "hand" }, lang: "en" };
	let text = "";
	for (const line of lines) {
		if (text) text += "\n";
		text += read(line, text.length, report);
	}
	for (const [index, one] of report.attributions.entries()) credit(report, one, sources[index]);
	report.stats.sentences = report.sentences.length;
	report.stats.attributed = report.attributions.length;
	report.stats.unsourcedClaims = report.claims.length;
	report.stats.words.total = text.split(/\s+/u).length;
	return { text, report };
}

/**
 * @param {string} line
 * @param {number} base
 * @param {any} report
 */
function read(line, base, report) {
	/** @type {any[]} */
	const open = [];
	/** @type {any[]} */
	const spans = [];
	let plain = "";
	for (const piece of line.split(/(\{[a-z:]+ |\})/u)) {
		if (piece === "}") {
			const { kind, start } = open.pop();
			spans.push({ kind, start, end: base + plain.length });
		} else if (/^\{[a-z:]+ $/u.test(piece))
			open.push({ kind: piece.slice(1, -1), start: base + plain.length });
		else plain += piece;
	}
	const sentence =
		report.sentences.push({ start: base, end: base + plain.length, block: report.blocks.length }) - 1;
	report.blocks.push({ start: base, end: base + plain.length, kind: "paragraph" });
	gather(spans, sentence, report);
	return plain;
}

/**
 * @param {any[]} spans
 * @param {number} sentence
 * @param {any} report
 */
function gather(spans, sentence, report) {
	const of = (/** @type {string} */ kind) =>
		spans.filter((span) => span.kind === kind).map(({ start, end }) => ({ start, end }));
	const [cue] = of("cue");
	if (cue)
		report.attributions.push({
			sources: of("source"),
			cue: { ...cue, lemma: "say" },
			contents: of("content"),
			source: null,
			act: "speech",
			form: "indirect",
			stance: "neutral",
			parent: null,
			confidence: 0.93,
			reasons: ["cue-verb:say"],
		});
	for (const { kind, start, end } of spans.filter((span) => span.kind.startsWith("hedge:")))
		report.hedges.push({
			start,
			end,
			kind: kind.slice(6),
			scope: { start, end },
			confidence: 0.7,
			reasons: [`lexicon:${kind.slice(6)}`],
		});
	for (const span of of("claim"))
		report.claims.push({
			spans: [span],
			sentence,
			attribution: null,
			statement: "fact",
			checkworthiness: 0.81,
			certainty: "stated",
			reasons: ["past-tense"],
		});
}

/**
 * @param {any} report
 * @param {any} attribution
 * @param {any} source
 */
function credit(report, attribution, source) {
	if (!source) return;
	const known = report.sources.findIndex((/** @type {any} */ one) => one.name === source.name);
	attribution.source = known < 0 ? report.sources.length : known;
	if (known < 0)
		report.sources.push({
			name: source.name,
			description: source.description ?? "",
			kind: source.kind ?? (source.named === false ? "unnamed" : "person"),
			named: source.named !== false,
			mentions: [],
			attributions: [],
			words: 0,
			share: 0,
		});
	const one = report.sources[attribution.source];
	one.mentions.push(...attribution.sources);
	one.attributions.push(report.attributions.indexOf(attribution));
	one.words += 10;
	const total = report.sources.reduce(
		(/** @type {number} */ sum, /** @type {any} */ { words }) => sum + words,
		0,
	);
	for (const each of report.sources) each.share = each.words / total;
}
