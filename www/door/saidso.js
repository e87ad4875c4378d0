// @ts-check
//! Owns what the package offers where there may be no page: annotating, and turning reports into other things and
//! back. It imports in Node without throwing and touches no DOM until asked to. This room has the entries of the package
//! that a program imports; those of the element and the frame are `element/define.js` and `embed/embed.js`.

import { SaidSoError } from "../engine/error.js";
import { chosen, must, taken } from "../engine/given.js";
import { createSession as sessionOver } from "../engine/session.js";
import { correct as apply } from "../report/correct.js";
import { mustFit } from "../report/fit.js";
import { annotate, annotateSync, SYNC } from "./call.js";

/** @typedef {import("../pkg/saidso.js").Report} Report */
/** @typedef {import("../pkg/saidso.js").AnnotatedElement} AnnotatedElement */
/** @typedef {import("../pkg/saidso.js").Ranges} Ranges */
/** @typedef {import("../engine/engine.js").CallOptions} AnnotateOptions */
/** @typedef {import("../engine/engine.js").Lexicon} Lexicon */
/** @typedef {import("../engine/error.js").ErrorCode} ErrorCode */
/** @typedef {import("../report/view.js").View} View */
/** @typedef {import("../report/pages.js").PageStart} PageStart */
/** @typedef {import("../report/correction.js").Correction} Correction */
/** @typedef {import("../report/correction.js").Remark} Remark */
/** @typedef {import("../report/correct.js").Outcome} Outcome */
/** @typedef {import("../pkg/saidso.js").Span} Span */
/** @typedef {import("../pkg/saidso.js").Engine} Engine */
/** @typedef {import("../pkg/saidso.js").Block} Block */
/** @typedef {import("../pkg/saidso.js").Sentence} Sentence */
/** @typedef {import("../pkg/saidso.js").Source} Source */
/** @typedef {import("../pkg/saidso.js").Cue} Cue */
/** @typedef {import("../pkg/saidso.js").Attribution} Attribution */
/** @typedef {import("../pkg/saidso.js").Hedge} Hedge */
/** @typedef {import("../pkg/saidso.js").Claim} Claim */
/** @typedef {import("../pkg/saidso.js").Signal} Signal */
/** @typedef {import("../pkg/saidso.js").Stats} Stats */
/** @typedef {import("../pkg/saidso.js").Warning} Warning */
/** @typedef {import("../report/finding.js").Finding} Finding */
/** @typedef {import("../report/finding.js").Kind} Kind */
/** @typedef {import("../report/finding.js").Piece} Piece */
/** @typedef {import("../report/finding.js").Role} Role */
/** @typedef {import("../engine/change.js").Change} Change */
/** @typedef {import("../engine/session.js").Session} Session */
/** @typedef {import("../words/told.js").Told} Told */
/** @import { CallOptions, SyncOptions } from "../engine/engine.js" */

export { SaidSoError } from "../engine/error.js";
export { loadLexicon } from "../engine/lexicon.js";
export { isShare } from "../export/share.js";
export { annotate, annotateElement, annotateSync, ready } from "./call.js";
export {
	bookmarklet,
	codePoints,
	compare,
	decodeShare,
	EXPORTS,
	encodeShare,
	findings,
	fromJSON,
	reanchor,
	toChecklist,
	toClaimReview,
	toCorrections,
	toCSV,
	toHTML,
	toJSON,
	toMarkdown,
	toWebAnnotation,
	unsourcedClaims,
	utf16Offsets,
	wordsIn,
} from "./fitting.js";

/**
 * A report with a reader's corrections applied: marks, sources, totals and shares follow. Waits for nothing, so `ready()`
 * comes first: the core counts the words that change hands.
 * @param {string} text
 * @param {Report} report as the engine made it
 * @param {readonly Correction[]} corrections in the order in which they were made
 * @returns {{ report: Report, outcomes: Outcome[] }} an outcome for each correction
 * @throws {SaidSoError} `bad-argument`
 */
export function correct(text, report, corrections) {
	mustFit(text, report);
	const what = "corrections are a list of those that a view holds";
	must(what, corrections, (all) => Array.isArray(all) && all.every(({ act }) => ACTS.includes(act)));
	return taken(what, corrections, (all) =>
		apply(text, report, all, (words) => annotateSync(words).stats.words.total),
	);
}

/** What a reader can do to a mark. @type {readonly Correction["act"][]} */
const ACTS = ["credit", "merge", "rename", "remove", "part", "quote", "claim", "hedge"];

/** Where a session may work. */
const PLACES = ["here", "worker"];

/**
 * A session for a text that changes: of several updates the latest wins, and every call settles. It may work in the
 * worker, so that typing is never held up; where none can start it works here nevertheless.
 * @param {SyncOptions & { where?: "here" | "worker" }} [choice]
 * @returns {Session}
 * @throws {SaidSoError} `bad-argument`
 */
export function createSession(choice) {
	/** @type {import("../engine/given.js").Wanted} */
	const places = [PLACES.join(" or "), (one) => PLACES.includes(one)];
	const { where = "here", ...options } = chosen(choice, { ...SYNC, where: places });
	const run = where === "here" ? annotate : inWorker;
	return sessionOver({ annotate: (text, { signal }) => run(text, { ...options, signal }) });
}

/** Settles when the worker is free: it does one text at a time, whatever the number of sessions. @type {Promise<unknown>} */
let free = Promise.resolve();

/**
 * @param {string} text
 * @param {CallOptions} options
 * @returns {Promise<Report>}
 */
function inWorker(text, options) {
	const turn = free.then(() => patiently(text, options));
	free = turn.catch(() => {});
	return turn;
}

/**
 * Asks again where somebody else on the page, such as an element, took the worker.
 * @param {string} text
 * @param {CallOptions} options
 * @returns {Promise<Report>}
 */
async function patiently(text, options) {
	const { annotateRemotely } = await import("../engine/remote.js");
	try {
		return await annotateRemotely(text, options);
	} catch (error) {
		const isTaken = error instanceof SaidSoError && error.code === "aborted" && !options.signal?.aborted;
		if (!isTaken) throw error;
		return patiently(text, options);
	}
}
