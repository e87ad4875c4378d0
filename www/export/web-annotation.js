// @ts-check
//! Owns a report as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for annotation tools.
//! Positions are in code points, as the model asks; every quotation carries the words around it.

import { v5 as uuid } from "uuid";
import { codePoints, cutsPair } from "../engine/codepoint.js";
import { quote } from "../report/quote.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ type: string, value?: string, source?: string, purpose: string }} Body */
/** @typedef {{ id: string, type: string, motivation: string, body: Body[], target: object[] }} Annotation */
/**
 * @typedef {object} Place what every annotation of one text needs
 * @property {(key: string) => string} name an identifier that stays the same as long as the text
 *   and the engine do
 * @property {(span: Span) => object} target
 */

/** How many UTF-16 units of context are kept on either side, as in Hypothesis. */
const CONTEXT = 32;

/** The namespace of our identifiers (RFC 9562, version 5); any other would do, but it must never change. */
const NAMESPACE = "6c1e0b9e-3f35-4b7c-9d0a-2f9f4c6a5d21";

/**
 * The marks of a report as an `AnnotationCollection` with one page.
 * @param {string} text
 * @param {Report} report
 * @param {{ source?: string, hidden?: ReadonlySet<string> }} [options] where the text was published, and the
 *   ids of marks to leave out; without an address the text is known by a name made from its words
 */
export function toWebAnnotation(text, report, { source, hidden } = {}) {
	const key = uuid(new TextEncoder().encode(text), NAMESPACE);
	const document = source ?? `urn:uuid:${key}`;
	const { version, model } = report.engine;
	const place = { name: namer(uuid(`${version} ${model}`, key)), target: targeter(text, document) };
	const items = [
		...list("a", report.attributions, hidden, (a, id) => attribution(place, report, text, a, id)),
		...list("h", report.hedges, hidden, (hedge, id) => [hedged(place, text, hedge, id)]),
		...list("c", report.claims, hidden, (claim, id) => [claimed(place, report, claim, id)]),
	];
	return collection(place, report, items);
}

/**
 * @param {string} key
 * @returns {Place["name"]}
 */
const namer = (key) => (part) => `urn:uuid:${uuid(part, key)}`;

/**
 * @template T
 * @param {string} letter
 * @param {T[]} found
 * @param {ReadonlySet<string> | undefined} hidden
 * @param {(item: T, id: string) => Annotation[]} make
 */
const list = (letter, found, hidden, make) =>
	found.flatMap((item, number) =>
		hidden?.has(`${letter}${number}`) ? [] : make(item, `${letter}${number}`),
	);

/**
 * @param {Place} place
 * @param {Report} report
 * @param {Annotation[]} items
 */
function collection(place, report, items) {
	const { name, version } = report.engine;
	return {
		"@context": "http://www.w3.org/ns/anno.jsonld",
		id: place.name("collection"),
		type: "AnnotationCollection",
		label: "Who says what, and how sure they are",
		generator: { type: "Software", name: `${name} ${version}` },
		total: items.length,
		first: { id: place.name("page"), type: "AnnotationPage", startIndex: 0, items },
	};
}

/**
 * The content with what is said about it; the source and the cue are annotations that link to it.
 * @param {Place} place
 * @param {Report} report
 * @param {string} text
 * @param {Report["attributions"][number]} found
 * @param {string} id
 */
function attribution(place, report, text, found, id) {
	const { contents, cue, sources, form, stance, act } = found;
	const who = found.source === null ? "nobody named" : credit(report.sources[found.source]);
	const bodies = [tag("attribution"), tag(form), tag(stance), tag(act)];
	const main = annotation(place, id, [remark(`${who}: ${quote(text, [cue])}`), ...bodies], contents);
	const link = { type: "SpecificResource", source: main.id, purpose: "linking" };
	const parts = cue.lemma ? [annotation(place, `${id}-cue`, [link, tag("cue")], [cue], "linking")] : [];
	if (sources.length) {
		parts.push(annotation(place, `${id}-source`, [link, tag("source")], sources, "linking"));
	}
	return [main, ...parts];
}

/**
 * @param {Place} place
 * @param {string} text
 * @param {Report["hedges"][number]} found
 * @param {string} id
 */
function hedged(place, text, found, id) {
	const about = remark(`governs: ${quote(text, [found.scope])}`);
	return annotation(place, id, [about, tag("hedge"), tag(found.kind)], [found]);
}

/**
 * @param {Place} place
 * @param {Report} report
 * @param {Report["claims"][number]} found
 * @param {string} id
 */
function claimed(place, report, found, id) {
	const by = found.attribution === null ? null : report.attributions[found.attribution].source;
	const source = found.attribution === null ? "without a source" : "with a source";
	const about = by === null ? [] : [remark(`claimed by ${credit(report.sources[by])}`)];
	const bodies = [...about, tag("claim"), tag(found.statement), tag(found.certainty), tag(source)];
	return annotation(place, id, bodies, found.spans);
}

/**
 * @param {Place} place
 * @param {string} id
 * @param {Body[]} body
 * @param {Span[]} spans
 * @param {string} [motivation]
 * @returns {Annotation}
 */
const annotation = (place, id, body, spans, motivation = "classifying") => ({
	id: place.name(id),
	type: "Annotation",
	motivation,
	body,
	target: spans.map(place.target),
});

/**
 * @param {string} value
 * @returns {Body}
 */
const tag = (value) => ({ type: "TextualBody", value, purpose: "tagging" });

/**
 * @param {string} value
 * @returns {Body}
 */
const remark = (value) => ({ type: "TextualBody", value, purpose: "describing" });

/** @param {Report["sources"][number]} source */
const credit = ({ name, description }) => (description ? `${name} (${description})` : name);

/**
 * A function from a span to the place it marks, by position and by its words.
 * @param {string} text
 * @param {string} source
 * @returns {Place["target"]}
 */
function targeter(text, source) {
	const count = codePoints(text);
	return ({ start, end }) => ({
		type: "SpecificResource",
		source,
		selector: [
			{ type: "TextPositionSelector", start: count(start), end: count(end) },
			{
				type: "TextQuoteSelector",
				exact: text.slice(start, end),
				prefix: text.slice(whole(text, Math.max(0, start - CONTEXT)), start),
				suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT))),
			},
		],
	});
}

/**
 * An offset that cuts no surrogate pair.
 * @param {string} text
 * @param {number} offset
 */
const whole = (text, offset) => (cutsPair(text, offset) ? offset + 1 : offset);
