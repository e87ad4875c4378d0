// @ts-check
//! Owns saying in a sentence why a file of an audit could not be read.

import { SaidSoError } from "../engine/error.js";
import { foreignKind, foreignWords } from "../words/foreign.js";

/** @import { Fault } from "../audit/run.js" */
/** @import { Say } from "../words/words.js" */

/**
 * @param {Fault} fault
 * @param {Say} say
 * @param {string} language
 */
export function faultWords({ name, error }, say, language) {
	const kind = foreignKind(name);
	if (kind) return foreignWords(name, kind, language);
	const message = error instanceof Error ? error.message : "";
	if (message.includes("pictures of pages")) return foreignWords(name, "scan", language);
	if (message.includes("no text in it")) return say("error.empty-file");
	if (message.includes("no column of text")) return say("audit.fault.column");
	if (message.includes("not an audit of saidso")) return say("audit.fault.saved");
	const [, line] = /^line (\d+) is no JSON/.exec(message) ?? [];
	if (line) return say("audit.fault.line", { n: Number(line) });
	if (!(error instanceof SaidSoError)) return say("audit.fault.damaged");
	if (error.code !== "unsupported-file") return say(`error.${error.code}`);
	return say(/\.json$/i.test(name) ? "error.bad-report" : "audit.fault.kind");
}
