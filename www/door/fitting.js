// @ts-check
//! Owns the functions of the package that work on texts and reports which a program hands in: whatever cannot be one is
//! refused with `bad-argument`, where inside the package it is known to be sound.

import { codePoints as codePointsOf, utf16Offsets as utf16OffsetsOf } from "../engine/codepoint.js";
import { wrong } from "../engine/error.js";
import { bookmarklet as bookmarkletOf } from "../export/bookmarklet.js";
import { toChecklist as checklist } from "../export/checklist.js";
import { toClaimReview as claimReview } from "../export/claim-review.js";
import { toCorrections as corrections } from "../export/corrections.js";
import { toCSV as csv } from "../export/csv.js";
import { EXPORTS as exports } from "../export/export.js";
import { toHTML as html } from "../export/html-report.js";
import { toJSON as json } from "../export/json.js";
import { toMarkdown as markdown } from "../export/markdown.js";
import { decodeShare as decode, encodeShare as encode } from "../export/share.js";
import { toWebAnnotation as webAnnotation } from "../export/web-annotation.js";
import { fromJSON as bundleOf } from "../intake/import.js";
import { compare as compared } from "../report/compare.js";
import { findings as findingsOf } from "../report/finding.js";
import { mustBeReport, mustFit } from "../report/fit.js";
import { reanchor as reanchored } from "../report/reanchor.js";
import { unsourcedClaims as unsourced } from "../report/unsourced.js";
import { wordsIn as toldIn } from "../words/told.js";

/** @import { Report } from "../pkg/saidso.js" */

/**
 * @param {unknown} value
 * @param {string} what it should be
 */
function mustBeText(value, what) {
	if (typeof value !== "string") throw wrong(`${what} is a string, not ${typeof value}`);
}

/**
 * A function of a text and its report that refuses what does not fit.
 * @template {(text: string, report: Report, ...more: any[]) => unknown} F
 * @param {F} make
 */
const fitting = (make) =>
	/** @type {F} */ (
		(text, report, ...more) => {
			mustFit(text, report);
			return make(text, report, ...more);
		}
	);

/**
 * A function of a report that refuses anything else.
 * @template {(report: Report) => unknown} F
 * @param {F} make
 */
const reporting = (make) =>
	/** @type {F} */ (
		(report) => {
			mustBeReport(report);
			return make(report);
		}
	);

/**
 * A function of a string that refuses anything else.
 * @template {(text: string, ...more: any[]) => unknown} F
 * @param {F} make
 * @param {string} what the string is
 */
const reading = (make, what) =>
	/** @type {F} */ (
		(text, ...more) => {
			mustBeText(text, what);
			return make(text, ...more);
		}
	);

/** What is to be checked, as a list to tick off, in Markdown. */
export const toChecklist = /* @__PURE__ */ fitting(checklist);
/** The claims as drafts of schema.org's `ClaimReview`. */
export const toClaimReview = /* @__PURE__ */ fitting(claimReview);
/** A reader's corrections, one lesson a line. */
export const toCorrections = /* @__PURE__ */ fitting(corrections);
/** A row for each mark; no cell is taken for a formula. */
export const toCSV = /* @__PURE__ */ fitting(csv);
/** A page that stands alone. */
export const toHTML = /* @__PURE__ */ fitting(html);
/** The text with its report, which `fromJSON` reads. */
export const toJSON = /* @__PURE__ */ fitting(json);
/** The article with its marks, in Markdown. */
export const toMarkdown = /* @__PURE__ */ fitting(markdown);
/** An annotation collection of the W3C's model, counted in code points. */
export const toWebAnnotation = /* @__PURE__ */ fitting(webAnnotation);
/** A report carried over to the text as it is now. */
export const reanchor = /* @__PURE__ */ fitting(
	(/** @type {string} */ text, /** @type {Report} */ report, /** @type {string} */ changed) => {
		mustBeText(changed, "a text");
		return reanchored(text, report, changed);
	},
);

/** Every finding of a report, in text order. */
export const findings = /* @__PURE__ */ reporting(findingsOf);
/** What the article itself puts forward, the claims with most to check first. */
export const unsourcedClaims = /* @__PURE__ */ reporting(unsourced);

/** A function from offsets in UTF-16 to offsets in code points; reads the text once. */
export const codePoints = /* @__PURE__ */ reading(codePointsOf, "a text");
/** The way back: a function from offsets in code points to offsets in UTF-16. */
export const utf16Offsets = /* @__PURE__ */ reading(utf16OffsetsOf, "a text");
/** The address to keep as a bookmark, from that of the page that it opens. */
export const bookmarklet = /* @__PURE__ */ reading(bookmarkletOf, "an address");
/** What `toJSON` wrote; throws `unsupported-file` naming the first bad field. */
export const fromJSON = /* @__PURE__ */ reading(bundleOf, "a file");

/** What a report can be turned into, in the order of the menu. */
export const EXPORTS = /* @__PURE__ */ Object.freeze(
	exports.map((one) => ({ ...one, make: fitting(one.make) })),
);

/**
 * What two articles share, and what only one of them has.
 * @type {typeof compared}
 */
export const compare = (a, b) => {
	for (const one of [a, b]) mustFit(one?.text, one?.report);
	return compared(a, b);
};

/** The fragment that holds a text and how it is looked at. @type {typeof encode} */
export const encodeShare = async (text, ...more) => {
	mustBeText(text, "a text");
	return encode(text, ...more);
};

/** What a fragment holds; rejects with `bad-share` when it is damaged or cut. @type {typeof decode} */
export const decodeShare = async (fragment) => {
	mustBeText(fragment, "a fragment");
	return decode(fragment);
};

/** The words of a language; of English where there are none. @type {typeof toldIn} */
export const wordsIn = async (language = "en") => {
	mustBeText(language, "a language");
	return toldIn(language);
};
