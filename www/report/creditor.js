// @ts-check
//! Owns finding the source that a correction names, and making the one that the report does not have yet.

import { quote } from "./quote.js";
import { find } from "./selector.js";

/** @import { SourceKind, Who } from "./correction.js" */
/** @import { Graph, Item, Source } from "./graph.js" */

/**
 * The source with the name, else the one mentioned at the place.
 * @param {Graph} graph
 * @param {string} text
 * @param {Who} who
 * @returns {Source | undefined}
 */
export function credited({ sources }, text, { name, at }) {
	const called = sources.filter((source) => source.name === name);
	if (called.length === 1) return called[0];
	const span = at && find(text, at);
	const among = called.length ? called : sources;
	return among.find(({ mentions }) => span && mentions.some(({ start }) => start === span.start));
}

/**
 * The source to whom marks are to be credited: one of the report, one that it gains, or nobody where it is unclear.
 * @param {Graph} graph
 * @param {string} text
 * @param {Who | null} who
 * @param {readonly Item[]} items
 * @returns {Source | null}
 */
export function creditor(graph, text, who, items) {
	if (!who) return null;
	const isNobody = who.kind === "unnamed" && !who.name;
	const known = isNobody ? undefined : credited(graph, text, who);
	if (known) return known;
	const mentions = items.flatMap((item) => ("cue" in item ? item.sources : []));
	const name = isNobody ? quote(text, mentions.slice(0, 1)) : who.name;
	return name ? gained(graph, name, who.kind, isNobody ? mentions : []) : null;
}

/**
 * @param {Graph} graph
 * @param {string} name
 * @param {SourceKind} kind
 * @param {Source["mentions"]} mentions
 */
function gained(graph, name, kind, mentions) {
	const source = { name, description: "", kind, named: isNamed(kind), mentions, words: 0, share: 0 };
	graph.sources.push(source);
	return source;
}

/**
 * Whether a reader could look up a source of a kind, where nobody has said otherwise.
 * @param {SourceKind} kind
 */
export const isNamed = (kind) => kind === "person" || kind === "organization" || kind === "document";
