// @ts-check
//! Owns refusing what is no report on a text, in a few lines: every page has them. What comes out of a file or a link is
//! checked field by field in `shape.js`.

import { wrong } from "../engine/error.js";
import { must } from "../engine/given.js";
import { reportFault } from "./fault.js";

/** @import { Report } from "../pkg/saidso.js" */

const SCHEMA = "saidso/report/1";
const isText = (/** @type {unknown} */ value) => typeof value === "string";
const isCount = (/** @type {unknown} */ value) => Number.isFinite(value);

/**
 * @param {string} text
 * @param {Report} report
 * @throws {SaidSoError} `bad-argument`, with the field that is wrong
 */
export function mustFit(text, report) {
	const fault = isText(text) ? faultOf(text, report) : "text";
	if (fault) throw wrong(`this is no report on this text: ${fault}`);
}

/**
 * The same where the text is not at hand.
 * @param {Report} report
 * @throws {SaidSoError} `bad-argument`
 */
export function mustBeReport(report) {
	must(
		"a report is what annotate gives",
		report,
		({ schema, attributions, claims, hedges, sentences }) =>
			schema === SCHEMA && [attributions, claims, hedges, sentences].every(Array.isArray),
	);
}

/**
 * @param {string} text
 * @param {Report} report
 */
function faultOf(text, report) {
	try {
		if (report.schema !== SCHEMA) return "schema";
		if (report.offsets !== "utf16") return "offsets";
		return wordFault(report) ?? reportFault(text, report);
	} catch {
		return "a field is missing";
	}
}

/** @param {Report} report */
function wordFault({ engine, lang, sources, attributions, hedges, claims, stats, warnings }) {
	if (!isText(engine.version) || !isText(lang)) return "engine";
	if (!isCount(stats.sentences) || !isCount(stats.words.total)) return "stats";
	if (!warnings.every(({ code }) => isText(code))) return "warnings";
	if (!sources.every(({ name, description, share }) => isText(name) && isText(description) && isCount(share)))
		return "sources";
	const sure = (/** @type {{ reasons: string[], confidence: number }} */ { reasons, confidence }) =>
		reasons.every(isText) && isCount(confidence);
	if (!attributions.every((one) => sure(one) && isText(one.cue.lemma))) return "attributions";
	if (!hedges.every((one) => sure(one) && isText(one.kind))) return "hedges";
	if (!claims.every((one) => sure({ ...one, confidence: one.checkworthiness }))) return "claims";
}
